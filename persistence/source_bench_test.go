package persistence

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/session"
)

// BenchmarkMerge10k brings 10,000 commits of another store into an empty one.
func BenchmarkMerge10k(b *testing.B) {
	from := mustOpen(b, b.TempDir(), fast())
	keepPast(b, from, newWriter(b, "somebody"), domain.NewID(), 200, 50)
	mustClose(b, from)
	for b.Loop() {
		b.StopTimer()
		s := mustOpen(b, b.TempDir(), Options{FreeSpace: plenty})
		w := newWriter(b, "somebody else")
		library := session.NewLibrary(session.Deps{
			Store: s, Now: time.Now, NewID: domain.NewID, Device: func() *journal.Device { return w.device },
			Summarise: func(c domain.Campaign, _ time.Time) domain.Summary {
				return domain.Summary{ID: c.ID(), Title: c.Header.Title}
			},
		})
		b.StartTimer()
		src, err := OpenSource(ctx, from.Dir(), fast())
		if err != nil {
			b.Fatal(err)
		}
		merged, err := library.Merge(ctx, src, s, session.MergeOptions{})
		if err != nil || len(merged.Campaigns) != 1 || merged.Campaigns[0].Applied < 10_000 {
			b.Fatal(merged, err)
		}
		b.StopTimer()
		mustClose(b, src)
		mustClose(b, s)
		b.StartTimer()
	}
}
