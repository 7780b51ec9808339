package persistence

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
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

func TestStoreBehindTheJournalCatchesUp(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 5)
	mustClose(t, s)
	old := t.TempDir()
	if err := os.CopyFS(filepath.Join(old, dirStore), os.DirFS(s.place.path(dirStore))); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	c = edit(t, s, c, 7)
	id, table := domain.NewID(), newTable(2500)
	if err := s.PutTable(ctx, id, table, nil); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(old, dirStore), s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); r.Replayed != 9 || r.Rebuilt || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
	wantTable(t, s, id, table)
	wantVerified(t, s)
}

// A process that dies between Badger's commit and the journal leaves Badger
// ahead. The journal must get what it lacks, or it could rebuild nothing.
func TestJournalBehindTheStoreIsCompleted(t *testing.T) {
	for _, cut := range []int64{1, 400} { // half a record, a record and a half
		t.Run(fmt.Sprint(cut), func(t *testing.T) {
			s := mustOpen(t, t.TempDir(), fast())
			c := history(t, s, 2)
			d := withTitle(c, "one")
			e := withTitle(c, "two")
			if err := s.Commit(ctx, commitOf(c, d), commitOf(d, e)); err != nil {
				t.Fatal(err)
			}
			path := s.journal.path
			crash(t, s)
			if err := shorten(path, cut); err != nil {
				t.Fatal(err)
			}
			s = mustOpen(t, s.Dir(), s.opts)
			if r := s.OpenReport(); r.Completed == 0 || len(r.Problems) > 0 {
				t.Errorf("report is %+v", r)
			}
			wantCampaign(t, s, e)
			wantVerified(t, s)
			mustClose(t, s)
			if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
				t.Fatal(err)
			}
			s = mustOpen(t, s.Dir(), s.opts)
			wantCampaign(t, s, e)
		})
	}
}

func TestBlocksTheJournalLacksAreTakenFromTheStore(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 1)
	end, path := s.journal.size, s.journal.path
	id, table := domain.NewID(), newTable(100_000)
	if err := s.PutTable(ctx, id, table, nil); err != nil {
		t.Fatal(err)
	}
	crash(t, s)
	if err := os.Truncate(path, end); err != nil { // nothing of the import was synced
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); r.Completed < 3 || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	mustClose(t, s)
	if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	wantCampaign(t, s, c)
	wantTable(t, s, id, table)
	wantVerified(t, s)
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
	report, err := s.Verify(ctx)
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
	if r, err := s.Verify(ctx); err != nil || r.OK() {
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
		r, err := s.Verify(ctx)
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

func TestLargeCommitCutShortIsFinishedAtTheNextStart(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 1)
	d := newCampaign("large", 60)
	payload, err := encodeCommit(commitOf(domain.Campaign{}, d))
	if err != nil {
		t.Fatal(err)
	}
	e := entry{s.state.Seq + 1, entryCommit, payload}
	st, err := stepOf(e, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.journal.append(e.seq, e.encode()); err != nil {
		t.Fatal(err)
	}
	half := st
	half.seq, half.ops = 0, st.ops[:30]
	if err := s.transact([]step{half}, op{}); err != nil {
		t.Fatal(err)
	}
	crash(t, s)
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); r.Replayed != 1 || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
	wantCampaign(t, s, d)
	wantVerified(t, s)
}
