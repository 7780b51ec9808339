package persistence

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
)

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

func TestLargeCommitCutShortIsFinishedAtTheNextStart(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 1)
	d := newCampaign("large", 60)
	whole, err := editOf(commitOf(domain.Campaign{}, d))
	if err != nil {
		t.Fatal(err)
	}
	payload, err := whole.encode()
	if err != nil {
		t.Fatal(err)
	}
	e := entry{s.state.Seq + 1, entryEdit, payload}
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
