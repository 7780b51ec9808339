package persistence

import (
	"errors"
	"fmt"
	"os"
	"testing"
)

func TestFailedJournalWriteIsAnErrorAndTheNextTrySucceeds(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 2)
	d := withTitle(c, "after the failure")
	commit := commitOf(c, d)
	_ = s.journal.file.Close()
	if err := s.Commit(ctx, commit); err == nil {
		t.Fatal("a commit was acknowledged that the journal does not have")
	}
	if err := s.Commit(ctx, commit); err != nil {
		t.Fatal(err)
	}
	wantCampaign(t, s, d)
	wantVerified(t, s)
	mustClose(t, s)
	if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	wantCampaign(t, s, d)
}

func TestASegmentThatCannotBeOpenedLeavesNoGap(t *testing.T) {
	opts := fast()
	opts.segmentLimit = 4 << 10
	s := mustOpen(t, t.TempDir(), opts)
	c := history(t, s, 2)
	var named string
	s.journal.step = func(step string) {
		if step != "segment named" || named != "" {
			return
		}
		segments, err := s.place.segments()
		if err != nil {
			t.Fatal(err)
		}
		named = segments[len(segments)-1].path
		if err := errors.Join(os.Remove(named), os.Mkdir(named, 0o700)); err != nil { // which opens as no file
			t.Fatal(err)
		}
	}
	failed := 0
	for n := range 30 {
		d := withTitle(c, fmt.Sprintf("after %d", n))
		commit := commitOf(c, d)
		for s.Commit(ctx, commit) != nil {
			if failed++; failed > 3 {
				t.Fatal("commits go on failing")
			}
		}
		c = d
	}
	if failed == 0 {
		t.Fatal("no segment was begun")
	}
	wantVerified(t, s)
	mustClose(t, s)
	if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); len(r.Problems) > 0 || !r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
}

func TestCommitsGoOnFailingUntilTheJournalCanBeWritten(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 2)
	away := s.journal.path + ".away"
	if err := os.Rename(s.journal.path, away); err != nil {
		t.Fatal(err)
	}
	_ = s.journal.file.Close()
	d := withTitle(c, "one")
	e := withTitle(c, "two")
	first, second := commitOf(c, d), commitOf(d, e)
	for range 3 {
		if err := s.Commit(ctx, first); err == nil {
			t.Fatal("acknowledged without a journal")
		}
		if err := s.Commit(ctx, first, second); err == nil {
			t.Fatal("acknowledged without a journal")
		}
	}
	if err := os.Rename(away, s.journal.path); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(ctx, first, second); err != nil {
		t.Fatal(err)
	}
	wantCampaign(t, s, e)
	wantVerified(t, s)
}
