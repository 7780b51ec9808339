package persistence

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"athar/domain"
)

func TestStoreKeepsWhatWasCommittedAcrossReopening(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	if !s.OpenReport().Created {
		t.Error("a new store is not reported as created")
	}
	c := newCampaign("Clean water in Wadi Noor", 3)
	steps := []domain.Campaign{c}
	for _, r := range filled()[1:] {
		c, _ = c.With([]domain.Change{{Kind: r.Kind(), ID: r.RecordID(), After: r}})
		steps = append(steps, c)
	}
	c = withTitle(c, "العنوان")
	steps = append(steps, c)
	c.Segments = nil
	steps = append(steps, c)

	before := domain.Campaign{}
	for i, after := range steps {
		if err := s.Commit(ctx, commitOf(before, after)); err != nil {
			t.Fatalf("commit %d: %v", i, err)
		}
		wantCampaign(t, s, after)
		s = reopen(t, s)
		if r := s.OpenReport(); r.Replayed+r.Completed+len(r.Problems) > 0 || r.Rebuilt {
			t.Fatalf("after a clean close: %+v", r)
		}
		wantCampaign(t, s, after)
		wantVerified(t, s)
		before = after
	}
	list, err := s.Summaries(ctx)
	if err != nil || len(list) != 1 || list[0].Title != "Clean water in Wadi Noor" || list[0].Messages != 4 {
		t.Fatalf("Summaries = %+v, %v", list, err)
	}
}

func TestStoreKnowsNothingOfOtherCampaigns(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	_, err := s.Campaign(ctx, domain.NewID())
	wantCode(t, err, domain.ErrNotFound)
	_, err = s.Table(ctx, domain.NewID())
	wantCode(t, err, domain.ErrNotFound)
	a, b := newCampaign("a", 2), newCampaign("b", 5)
	if err := s.Commit(ctx, commitOf(domain.Campaign{}, a), commitOf(domain.Campaign{}, b)); err != nil {
		t.Fatal(err)
	}
	wantCampaign(t, s, a)
	wantCampaign(t, s, b)
}

func TestSameCommitTwiceIsKeptOnce(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	a := newCampaign("a", 1)
	b := withTitle(a, "second")
	first, second := commitOf(domain.Campaign{}, a), commitOf(a, b)
	for range 3 {
		if err := s.Commit(ctx, first, second); err != nil {
			t.Fatal(err)
		}
	}
	if s.state.Seq != 2 {
		t.Errorf("journal has %d records, want 2", s.state.Seq)
	}
	s = reopen(t, s)
	if err := s.Commit(ctx, first); err != nil { // would undo the second if it were done again
		t.Fatal(err)
	}
	wantCampaign(t, s, b)
}

func TestCommitThatContradictsItselfIsRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := newCampaign("a", 1)
	good := commitOf(domain.Campaign{}, c)
	tests := map[string]func(*domain.Commit){
		"no id":          func(c *domain.Commit) { c.ID = domain.NoID },
		"no campaign":    func(c *domain.Commit) { c.Campaign = domain.NoID },
		"unknown kind":   func(c *domain.Commit) { c.Changes[0].Kind = '?' },
		"other kind":     func(c *domain.Commit) { c.Changes[0].Kind = domain.KindMessage },
		"other record":   func(c *domain.Commit) { c.Changes[0].ID = domain.NewID() },
		"record unknown": func(c *domain.Commit) { c.Changes[0].After = alien{c.Changes[0].After} },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			bad := good
			bad.Changes = append([]domain.Change(nil), good.Changes...)
			spoil(&bad)
			wantCode(t, s.Commit(ctx, bad), domain.ErrUnknownValue)
		})
	}
	if s.state.Seq != 0 {
		t.Error("a refused commit left something behind")
	}
}

type alien struct{ domain.Record }

func TestLargeCommitIsKeptWhole(t *testing.T) {
	opts := fast()
	s := mustOpen(t, t.TempDir(), opts)
	c := newCampaign("large", 0)
	for i := range 300 { // far above one transaction, even compressed
		m := domain.Message{ID: domain.NewID(), Title: domain.NewID().String()}
		for range 600 {
			m.Core.En += domain.NewID().String()
		}
		_ = i
		c.Messages = append(c.Messages, m)
	}
	if err := s.Commit(ctx, commitOf(domain.Campaign{}, c)); err != nil {
		t.Fatal(err)
	}
	wantCampaign(t, s, c)
	s = reopen(t, s)
	wantCampaign(t, s, c)
	wantVerified(t, s)
}

func TestCancelledContextWritesNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	gone, cancel := context.WithCancel(ctx)
	cancel()
	c := newCampaign("a", 1)
	wantCode(t, s.Commit(gone, commitOf(domain.Campaign{}, c)), domain.ErrCancelled)
	_, err := s.Campaign(ctx, c.ID())
	wantCode(t, err, domain.ErrNotFound)
}

func TestClosedStoreRefusesEverything(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	mustClose(t, s)
	mustClose(t, s)
	c := newCampaign("a", 1)
	wantCode(t, s.Commit(ctx, commitOf(domain.Campaign{}, c)), domain.ErrInternal)
	_, err := s.Campaign(ctx, c.ID())
	wantCode(t, err, domain.ErrInternal)
	wantCode(t, s.PutTable(ctx, domain.NewID(), newTable(3), nil), domain.ErrInternal)
}

func TestFullDiskIsNoticedBeforeBadgerDies(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	free := uint64(200 << 20)
	opts := Options{FreeSpace: func(string) (uint64, error) { return free, nil }, noSync: true}
	_, err := Open(dir, opts)
	wantCode(t, err, domain.ErrDiskFull)
	free = 300 << 20
	s := mustOpen(t, dir, opts)
	free = 100 << 20
	before := s.state.Seq
	c := newCampaign("a", 1)
	commit := commitOf(domain.Campaign{}, c)
	if err := s.Commit(ctx, commit); err != nil || s.state.Seq != before {
		t.Fatalf("Badger is at %d, was at %d; %v", s.state.Seq, before, err)
	}
	free = 200 << 20
	if err := s.Commit(ctx, commit); err != nil {
		t.Fatal(err)
	}
	wantCampaign(t, s, c)
}

func TestStoreMayBeUsedFromSeveralGoroutines(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	table := newTable(100_000)
	t.Run("all", func(t *testing.T) {
		for i := range 4 {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				c := history(t, s, 20)
				wantCampaign(t, s, c)
				if _, err := s.Summaries(ctx); err != nil {
					t.Error(err)
				}
				if i%2 == 0 {
					id := domain.NewID()
					if err := s.PutTable(ctx, id, table, nil); err != nil {
						t.Error(err)
					}
					wantTable(t, s, id, table)
				}
				wantVerified(t, s)
			})
		}
	})
	wantVerified(t, reopen(t, s))
}

func TestLeftoversOfASegmentNeverFinishedAreNoProblem(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, fast())
	mustClose(t, s)
	tmp := filepath.Join(dir, dirJournal, "journal-00000009.log.tmp")
	if err := os.WriteFile(tmp, []byte("ATHJ"), 0o600); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, dir, fast())
	if _, err := os.Stat(tmp); !os.IsNotExist(err) {
		t.Error("the leftover is still there")
	}
	wantVerified(t, s)
}
