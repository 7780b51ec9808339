package persistence

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"athar/domain"
	"athar/domain/journal"
)

// This is how much past the benchmarks have: so many campaigns with so many
// messages, each with so many versions.
const (
	benchCampaigns = 200
	benchMessages  = 300
	benchVersions  = 50
)

// pastStore makes a store with a long past, quickly: all commits of a campaign
// are written in a few.
func pastStore(b *testing.B, campaigns, messages, versions int) (dir string, some, device domain.ID) {
	b.Helper()
	s := mustOpen(b, b.TempDir(), fast())
	for range campaigns {
		some = domain.NewID()
		w := newWriter(b, "somebody")
		device = w.device.ID
		keepPast(b, s, w, some, messages, versions)
	}
	mustClose(b, s)
	return s.Dir(), some, device
}

// keepPast keeps a campaign with the commits of all versions of its messages.
func keepPast(b *testing.B, s *Store, w *writer, id domain.ID, messages, versions int) {
	b.Helper()
	c := domain.Campaign{Header: domain.Header{ID: id, Title: "Clean water in Wadi Noor"}}
	commit := w.commit(b, domain.Campaign{}, c)
	for i := range messages {
		m := domain.Message{ID: domain.NewID(), Order: fmt.Sprintf("%04d", i)}
		for v := range versions {
			commit.Journal = append(commit.Journal, w.version(b, id, &m, v))
		}
		commit.Changes = append(commit.Changes, domain.Change{Kind: domain.KindMessage, ID: m.ID, After: m})
		if i%50 == 49 || i == messages-1 {
			commit.State = stateAfter(w.state(id), commit.Journal...)
			commit.Summary.Messages = i + 1
			if err := s.Commit(ctx, commit); err != nil {
				b.Fatal(err)
			}
			commit = domain.Commit{ID: domain.NewID(), Campaign: id, Summary: commit.Summary}
		}
	}
}

// version makes the next version of a message: some words of its text, or its
// title.
func (w *writer) version(b *testing.B, campaign domain.ID, m *domain.Message, v int) *journal.Commit {
	b.Helper()
	before := journal.Records{domain.RefOf(domain.KindMessage, m.ID): domain.FieldsOf(*m)}
	if v == 0 {
		before = nil
	}
	if v%5 == 0 {
		m.Core.Ar = fmt.Sprintf("الماء النظيف حق للجميع في وادي نور، وهذه هي الصيغة رقم %d من الرسالة.", v)
	}
	m.Title = fmt.Sprintf("message in its version %d", v)
	after := journal.Records{domain.RefOf(domain.KindMessage, m.ID): domain.FieldsOf(*m)}
	c, err := w.device.Write(w.state(campaign), journal.Edit{Label: "edit.message.text", Changes: journal.Diff(before, after)})
	if err != nil || c == nil {
		b.Fatal(err)
	}
	return c
}

// diskSize returns the bytes that a directory takes on the disk, and those of
// the log among them.
func diskSize(tb testing.TB, dir string) (all, log int64) {
	tb.Helper()
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		n := allocated(info)
		all += n
		if filepath.Ext(path) == ".log" {
			log += n
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all, log
}

const megabyte = 1 << 20

// BenchmarkPast is opening a store with a long past up to the first list, and
// opening one campaign of it with all that undo needs.
func BenchmarkPast(b *testing.B) {
	campaigns := benchCampaigns
	if testing.Short() {
		campaigns /= 10
	}
	dir, some, device := pastStore(b, campaigns, benchMessages, benchVersions)
	all, log := diskSize(b, dir)
	open := func(b *testing.B, before func()) {
		for b.Loop() {
			b.StopTimer()
			before()
			b.StartTimer()
			s, err := Open(dir, Options{FreeSpace: plenty})
			if err != nil {
				b.Fatal(err)
			}
			if list, err := s.Summaries(ctx); err != nil || len(list) != campaigns {
				b.Fatal(len(list), err)
			}
			b.StopTimer()
			mustClose(b, s)
			b.StartTimer()
		}
		b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms-to-list")
		b.ReportMetric(float64(all)/megabyte, "MB-disk")
		b.ReportMetric(float64(log)/megabyte, "MB-log")
	}
	b.Run("open clean", func(b *testing.B) { open(b, func() {}) })
	b.Run("open after a crash", func(b *testing.B) {
		open(b, func() { _ = os.Remove(filepath.Join(dir, fileClean)) })
	})
	b.Run("campaign", func(b *testing.B) {
		s := mustOpen(b, dir, Options{FreeSpace: plenty})
		for b.Loop() {
			if c, err := s.Campaign(ctx, some); err != nil || len(c.Messages) != benchMessages {
				b.Fatal(err)
			}
			if _, err := s.Journal(ctx, some); err != nil {
				b.Fatal(err)
			}
			if own, err := s.Own(ctx, some, device, 500); err != nil || len(own) != 500 {
				b.Fatal(len(own), err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms-to-edit")
		b.ReportMetric(float64(memory())/megabyte, "MB-heap")
	})
	b.Run("history", func(b *testing.B) {
		s := mustOpen(b, dir, Options{FreeSpace: plenty})
		n := 0
		for b.Loop() {
			n = len(allCommits(b, s, some))
		}
		b.ReportMetric(float64(n), "commits")
	})
	b.Run("verify deep", func(b *testing.B) {
		s := mustOpen(b, dir, Options{FreeSpace: plenty})
		for b.Loop() {
			wantDeeplyVerified(b, s)
		}
	})
}

func memory() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}

// BenchmarkEditsOnDisk makes 100,000 edits, one by one, with a checkpoint after
// every 5,000 as after half an hour of work, and tells what they take on the disk
// afterwards: the state and the history that Badger holds, what is left of the
// log, the most that there ever was of it, and one checkpoint.
func BenchmarkEditsOnDisk(b *testing.B) {
	edits := 100_000
	if testing.Short() {
		edits /= 10
	}
	for b.Loop() {
		s := mustOpen(b, b.TempDir(), fast())
		w := newWriter(b, "somebody")
		c := newCampaign("Clean water in Wadi Noor", 20)
		w.keep(b, s, domain.Campaign{}, c)
		dir := s.place.path(DirBackups)
		var most, one int64
		for i := range edits {
			w.retitle(b, s, &c, i)
			if i%(edits/20) != edits/20-1 {
				continue
			}
			_, log := diskSize(b, s.Dir())
			most = max(most, log)
			one = mustBackup(b, s, dir).Size
			if err := s.RotateBackups(ctx, dir); err != nil {
				b.Fatal(err)
			}
		}
		mustClose(b, s)
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
		all, log := diskSize(b, s.Dir())
		b.ReportMetric(float64(all)/megabyte, "MB-in-all")
		b.ReportMetric(float64(log)/megabyte, "MB-log")
		b.ReportMetric(float64(most)/megabyte, "MB-log-at-most")
		b.ReportMetric(float64(one)/megabyte, "MB-checkpoint")
		b.ReportMetric(float64(all-log)/float64(edits), "B-per-edit")
	}
}

// retitle makes the i-th edit: the next version of one of the messages.
func (w *writer) retitle(b *testing.B, s *Store, c *domain.Campaign, i int) {
	b.Helper()
	m := &c.Messages[i%len(c.Messages)]
	j := w.version(b, c.ID(), m, i+1)
	err := s.Commit(ctx, domain.Commit{
		ID: j.ID, Campaign: c.ID(), Journal: []*journal.Commit{j}, State: stateAfter(w.state(c.ID()), j),
		Changes: []domain.Change{{Kind: domain.KindMessage, ID: m.ID, After: *m}},
		Summary: domain.Summary{ID: c.ID(), Title: c.Header.Title},
	})
	if err != nil {
		b.Fatal(err)
	}
}
