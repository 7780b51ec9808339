package persistence

import (
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
