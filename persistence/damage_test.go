package persistence

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// history commits a campaign and edits to it and returns where it ended.
func history(t testing.TB, s *Store, edits int) domain.Campaign {
	t.Helper()
	c := newCampaign("Clean water", 4)
	if err := s.Commit(ctx, commitOf(domain.Campaign{}, c)); err != nil {
		t.Fatal(err)
	}
	return edit(t, s, c, edits)
}

func edit(t testing.TB, s *Store, c domain.Campaign, edits int) domain.Campaign {
	t.Helper()
	for i := range edits {
		after := withTitle(c, fmt.Sprintf("title %d of %d", i, edits))
		if err := s.Commit(ctx, commitOf(c, after)); err != nil {
			t.Fatal(err)
		}
		c = after
	}
	return c
}

func TestHoleInTheJournalIsReportedAndTheSegmentKept(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 10)
	path := s.journal.path
	mustClose(t, s)
	if err := flip(path, 3000); err != nil {
		t.Fatal(err)
	}
	bad, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); len(r.Problems) == 0 || r.TornBytes > 0 {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c) // Badger has it all
	c = edit(t, s, c, 3)
	report, err := s.Verify(ctx, VerifyOptions{})
	if err != nil || len(report.Problems) != 1 || !strings.HasPrefix(report.Problems[0].Place, "journal/") {
		t.Errorf("Verify found %v, %v", report.Problems, err)
	}
	s = reopen(t, s)
	wantCampaign(t, s, c)
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, bad) {
		t.Error("the damaged segment was changed")
	}
}

func TestNothingIsRebuiltFromAJournalThatIsNotWhole(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	history(t, s, 10)
	path := s.journal.path
	mustClose(t, s)
	if err := flip(path, 3000); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(s.place.path(dirStore, "MANIFEST")); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadDir(s.place.path(dirStore))
	_, err := Open(s.Dir(), s.opts)
	wantCode(t, err, domain.ErrStoreDamaged)
	after, _ := os.ReadDir(s.place.path(dirStore))
	if len(before) != len(after) {
		t.Error("the store was touched")
	}
}

func TestLostJournalIsReportedAndTheStoreGoesOn(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 10)
	mustClose(t, s)
	if err := os.RemoveAll(s.place.path(dirJournal)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); len(r.Problems) == 0 {
		t.Errorf("report is %+v", r)
	}
	c = edit(t, s, c, 2)
	s = reopen(t, s)
	wantCampaign(t, s, c)
	if r, err := s.Verify(ctx, VerifyOptions{}); err != nil || r.OK() {
		t.Errorf("Verify does not tell that records are gone: %+v, %v", r, err)
	}
}

func TestLogsThatAKillLeftEmptyAreRemoved(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 3)
	crash(t, s)
	for _, name := range []string{"00009.mem", "000009.vlog"} {
		if err := os.WriteFile(s.place.path(dirStore, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
}

func TestFilesThatAreNotBadgersArePutAside(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 3)
	mustClose(t, s)
	stray := "00001 (1).mem"
	if err := os.WriteFile(s.place.path(dirStore, stray), []byte("copy of a cloud folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	r := s.OpenReport()
	if r.Rebuilt || r.Quarantine == "" {
		t.Errorf("report is %+v", r)
	}
	if _, err := os.Stat(s.place.path(r.Quarantine, stray)); err != nil {
		t.Error(err)
	}
	wantCampaign(t, s, c)
}

func TestDamagedRecordIsNeverPassedOff(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 1)
	key := recordKey(domain.KindMessage, c.ID(), c.Messages[0].ID)
	spoil := func(change func(txn *badger.Txn, value []byte) error) {
		t.Helper()
		err := s.db.Update(func(txn *badger.Txn) error {
			item, err := txn.Get(key)
			if err != nil {
				return err
			}
			value, err := item.ValueCopy(nil)
			if err != nil {
				return err
			}
			return change(txn, value)
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Campaign(ctx, c.ID())
		wantCode(t, err, domain.ErrStoreDamaged)
		if strings.Contains(err.Error(), "title") || strings.Contains(err.Error(), "clean water") {
			t.Errorf("the error holds what a person typed: %v", err)
		}
		r, err := s.Verify(ctx, VerifyOptions{})
		if err != nil || r.OK() {
			t.Errorf("Verify = %+v, %v", r, err)
		}
	}
	spoil(func(txn *badger.Txn, value []byte) error {
		bad := bytes.Clone(value)
		bad[len(bad)/2] ^= 1
		return txn.Set(key, bad)
	})
	spoil(func(txn *badger.Txn, _ []byte) error { return txn.Set(key, nil) })
	spoil(func(txn *badger.Txn, _ []byte) error { return txn.Delete(key) })

	s = reopen(t, s) // and the next start mends it
	if r := s.OpenReport(); !r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
	wantVerified(t, s)
	if r := reopen(t, s).OpenReport(); r.Rebuilt {
		t.Error("it is rebuilt at every start")
	}
}
