package persistence

import (
	"fmt"
	"testing"

	"athar/domain"
)

// BenchmarkCheckpoint63k writes and verifies a backup of 9,000 messages, each
// in six versions, and of 300 blocks of rows: 63,300 records in all.
func BenchmarkCheckpoint63k(b *testing.B) {
	s := mustOpen(b, b.TempDir(), Options{FreeSpace: plenty})
	s.opts.noSync, s.journal.sync = true, false
	for n := range 150 {
		c := newCampaign(fmt.Sprintf("campaign %d", n), 60)
		commit(b, s, domain.Campaign{}, c)
		for version := range 6 {
			after := c
			after.Messages = append([]domain.Message(nil), c.Messages...)
			for i := range after.Messages {
				after.Messages[i].Title = fmt.Sprintf("message %d, version %d", i, version)
			}
			commit(b, s, c, after)
			c = after
		}
	}
	if err := s.PutTable(ctx, domain.NewID(), newTable(300_000), nil); err != nil {
		b.Fatal(err)
	}
	s.opts.noSync, s.journal.sync = false, true
	dir := b.TempDir()
	var size int64
	for b.Loop() {
		size = mustBackup(b, s, dir).Size
	}
	b.ReportMetric(float64(size)/1e6, "MB")
}
