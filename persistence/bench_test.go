package persistence

import (
	"os"
	"slices"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// BenchmarkCommit is one autosave of a message of a kilobyte, durable, beside
// the least that durable can cost on this disk: one append and one sync.
func BenchmarkCommit(b *testing.B) {
	b.Run("autosave", func(b *testing.B) {
		s := mustOpen(b, b.TempDir(), Options{FreeSpace: plenty})
		c := history(b, s, 1)
		quantiles(b, func() {
			after := withTitle(c, domain.NewID().String())
			if err := s.Commit(ctx, commitOf(c, after)); err != nil {
				b.Fatal(err)
			}
			c = after
		})
	})
	b.Run("append and sync alone", func(b *testing.B) {
		f, err := os.Create(b.TempDir() + "/raw")
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		kilobyte := make([]byte, 1024)
		quantiles(b, func() {
			if _, err := f.Write(kilobyte); err != nil {
				b.Fatal(err)
			}
			if err := f.Sync(); err != nil {
				b.Fatal(err)
			}
		})
	})
}

// quantiles runs f and reports the median and the slowest hundredth.
func quantiles(b *testing.B, f func()) {
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		f()
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2]), "p50-ns")
	b.ReportMetric(float64(times[len(times)*99/100]), "p99-ns")
}

func BenchmarkPutTable300k(b *testing.B) {
	s := mustOpen(b, b.TempDir(), Options{FreeSpace: plenty})
	table := newTable(300_000)
	for b.Loop() {
		if err := s.PutTable(ctx, domain.NewID(), table, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(300_000*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkTable300k(b *testing.B) {
	s := mustOpen(b, b.TempDir(), Options{FreeSpace: plenty})
	id := domain.NewID()
	if err := s.PutTable(ctx, id, newTable(300_000), nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.Table(ctx, id); err != nil {
			b.Fatal(err)
		}
	}
}

// fullStore has 200 campaigns of 20 messages and 300,000 rows.
func fullStore(b *testing.B) (dir string, some domain.ID) {
	b.Helper()
	s := mustOpen(b, b.TempDir(), fast())
	for range 200 {
		c := newCampaign("Clean water in Wadi Noor", 20)
		if err := s.Commit(ctx, commitOf(domain.Campaign{}, c)); err != nil {
			b.Fatal(err)
		}
		some = c.ID()
	}
	if err := s.PutTable(ctx, domain.NewID(), newTable(300_000), nil); err != nil {
		b.Fatal(err)
	}
	mustClose(b, s)
	return s.Dir(), some
}

// BenchmarkOpen is opening a full store up to the first list, after a clean
// close, after a kill, and when it must be rebuilt from the journal.
func BenchmarkOpen(b *testing.B) {
	dir, some := fullStore(b)
	open := func(b *testing.B, before func()) {
		opts := Options{FreeSpace: plenty}
		for b.Loop() {
			b.StopTimer()
			before()
			b.StartTimer()
			s, err := Open(dir, opts)
			if err != nil {
				b.Fatal(err)
			}
			list, err := s.Summaries(ctx)
			if err != nil || len(list) != 200 {
				b.Fatal(len(list), err)
			}
			b.StopTimer()
			mustClose(b, s)
			b.StartTimer()
		}
	}
	b.Run("clean", func(b *testing.B) { open(b, func() {}) })
	b.Run("unclean", func(b *testing.B) { open(b, func() { _ = os.Remove(dir + "/" + fileClean) }) })
	b.Run("rebuild", func(b *testing.B) { open(b, func() { _ = os.RemoveAll(dir + "/" + dirStore) }) })

	b.Run("badger alone", func(b *testing.B) {
		for b.Loop() {
			db, err := badger.Open(badgerOptions(dir+"/"+dirStore, &badgerLog{}, nil))
			if err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			if err := db.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})

	s := mustOpen(b, dir, Options{FreeSpace: plenty})
	b.Run("summaries", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Summaries(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("campaign", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Campaign(ctx, some); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			wantVerified(b, s)
		}
	})
}
