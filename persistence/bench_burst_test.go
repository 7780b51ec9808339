package persistence

import (
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
)

// BenchmarkBurst is a long day at once, with the collector set as the program sets it:
// 14,400 autosaves, each one durable, as five hours of typing make them, then a data set
// of 300,000 rows, then the store opened 30 times. It tells the largest resident size
// the process had meanwhile, the whole benchmark in it, and what an opening took.
func BenchmarkBurst(b *testing.B) {
	const autosaves, openings, limit = 14_400, 30, 192 << 20
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(limit)
	var opened []time.Duration
	for b.Loop() {
		s := mustOpen(b, b.TempDir(), Options{FreeSpace: plenty})
		w := newWriter(b, "somebody")
		c := newCampaign("Clean water in Wadi Noor", 20)
		w.keep(b, s, domain.Campaign{}, c)
		for i := range autosaves {
			w.retitle(b, s, &c, i)
		}
		if err := s.PutTable(ctx, domain.NewID(), newTable(300_000), nil); err != nil {
			b.Fatal(err)
		}
		for range openings {
			mustClose(b, s)
			start := time.Now()
			s = mustOpen(b, s.Dir(), Options{FreeSpace: plenty})
			if list, err := s.Summaries(ctx); err != nil || len(list) != 1 {
				b.Fatal(len(list), err)
			}
			opened = append(opened, time.Since(start))
		}
		mustClose(b, s)
		all, _ := diskSize(b, s.Dir())
		b.ReportMetric(float64(all)/megabyte, "MB-disk")
	}
	slices.Sort(opened)
	b.ReportMetric(float64(opened[len(opened)*95/100].Microseconds())/1000, "open-p95-ms")
	b.ReportMetric(mostResident(b)/megabyte, "peak-MB")
}

// mostResident is the largest resident size that the process has had, in bytes.
func mostResident(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Skip("only Linux tells the largest resident size: ", err)
	}
	for line := range strings.Lines(string(status)) {
		if size, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			var kib float64
			if _, err := fmt.Sscan(size, &kib); err != nil {
				b.Fatal(err)
			}
			return kib * 1024
		}
	}
	b.Fatal("no largest resident size")
	return 0
}
