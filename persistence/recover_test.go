package persistence

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"athar/domain"
)

// shortened is a store whose log does not begin with the first record any more.
type shortened struct {
	*Store
	w           *writer
	c           domain.Campaign
	checkpoints []string // the oldest first
}

// newShortened works in a store and makes three checkpoints, with edits after
// each.
func newShortened(t testing.TB) *shortened {
	t.Helper()
	opts := fast()
	opts.segmentLimit = 8 << 10
	now := time.UnixMilli(1_700_000_000_000).UTC()
	opts.Now = func() time.Time { now = now.Add(time.Second); return now }
	s := &shortened{Store: mustOpen(t, filepath.Join(t.TempDir(), "data"), opts), w: newWriter(t, "somebody")}
	s.w.device.Now = opts.Now
	s.c = newCampaign("Clean water", 4)
	s.w.keep(t, s.Store, domain.Campaign{}, s.c)
	for range 3 {
		s.edit(t, 20)
		s.checkpoint(t)
	}
	s.edit(t, 20)
	if segments := s.segments(t); segments[0].first == 1 || len(segments) < 3 {
		t.Fatalf("the log was not shortened: %v", segments)
	}
	return s
}

func (s *shortened) edit(t testing.TB, edits int) {
	t.Helper()
	for i := range edits {
		after := withTitle(s.c, fmt.Sprintf("title %d of %d, after %d", i, edits, s.Seq()))
		s.w.keep(t, s.Store, s.c, after)
		s.c = after
	}
}

func (s *shortened) checkpoint(t testing.TB) {
	t.Helper()
	dir := s.place.path(DirBackups)
	s.checkpoints = append(s.checkpoints, mustBackup(t, s.Store, dir).Path)
	if err := s.RotateBackups(ctx, dir); err != nil {
		t.Fatal(err)
	}
}

func (s *shortened) segments(t testing.TB) []segment {
	t.Helper()
	list, err := s.place.segments()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// again opens the store again.
func (s *shortened) again(t testing.TB) OpenReport {
	t.Helper()
	s.Store = mustOpen(t, s.Dir(), s.opts)
	return s.OpenReport()
}

// want compares the campaign with what was kept, and then works on.
func (s *shortened) want(t testing.TB) {
	t.Helper()
	wantCampaign(t, s, s.c)
	wantVerified(t, s.Store)
	s.edit(t, 3)
	s.Store = reopen(t, s.Store)
	if r := s.OpenReport(); r.Rebuilt || r.Replayed > 0 || len(r.Problems) > 0 {
		t.Errorf("the next start did it again: %+v", r)
	}
	wantCampaign(t, s, s.c)
	wantVerified(t, s.Store)
}

func (s *shortened) ruin(t testing.TB) {
	t.Helper()
	if err := os.Remove(s.place.path(dirStore, "MANIFEST")); err != nil {
		t.Fatal(err)
	}
}

func TestStoreIsRebuiltFromACheckpointAndTheLogAfterIt(t *testing.T) {
	tests := map[string]func(dir string) error{
		"directory deleted":  os.RemoveAll,
		"manifest deleted":   func(dir string) error { return os.Remove(filepath.Join(dir, "MANIFEST")) },
		"all files zeroed":   zeroAll,
		"store of no one":    emptyStore,
		"state is not there": func(dir string) error { return deleteKey(dir, keyState) },
		"record vanished":    func(dir string) error { return deleteKey(dir, nil) },
	}
	for name, ruin := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShortened(t)
			epoch, seq := s.Epoch(), s.Seq()
			mustClose(t, s.Store)
			if err := ruin(s.place.path(dirStore)); err != nil {
				t.Fatal(err)
			}
			r := s.again(t)
			if !r.Rebuilt || r.Replayed != 20 || len(r.Problems) > 0 || r.FromCheckpoint.IsZero() || !r.LostFrom.IsZero() {
				t.Errorf("report is %+v", r)
			}
			if (name != "directory deleted") != (r.Quarantine != "") {
				t.Errorf("quarantine is %q", r.Quarantine)
			}
			if s.Epoch() != epoch || s.Seq() != seq {
				t.Error("another epoch began, though nothing was lost")
			}
			s.want(t)
		})
	}
}

func TestADamagedCheckpointIsPassedOverForTheOneBefore(t *testing.T) {
	s := newShortened(t)
	mustClose(t, s.Store)
	s.ruin(t)
	if err := flip(s.checkpoints[2], -300); err != nil {
		t.Fatal(err)
	}
	r := s.again(t)
	if !r.Rebuilt || r.Replayed != 40 || len(r.Problems) > 0 || !r.LostFrom.IsZero() {
		t.Errorf("report is %+v", r)
	}
	if _, err := os.Stat(s.place.path(r.Quarantine, filepath.Base(s.checkpoints[2]))); err != nil {
		t.Errorf("the damaged one was not put aside: %v", err)
	}
	s.want(t)
}

func TestWithoutAGoodCheckpointTheStoreIsNotOpened(t *testing.T) {
	s := newShortened(t)
	mustClose(t, s.Store)
	s.ruin(t)
	for _, path := range s.checkpoints {
		if err := flip(path, -300); err != nil {
			t.Fatal(err)
		}
	}
	before := filesIn(t, s.Dir())
	_, err := Open(s.Dir(), s.opts)
	wantCode(t, err, domain.ErrStoreDamaged)
	if after := filesIn(t, s.Dir()); after != before {
		t.Errorf("it was changed from\n%s\nto\n%s", before, after)
	}
}

// filesIn returns the names and contents of all files but CLEAN and locks.
func filesIn(t testing.TB, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == fileClean || isHeld(d) {
			return err
		}
		_, sum, err := sumFile(path)
		rel, _ := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%s %x\n", rel, sum)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatCannotBeBroughtBackIsTold(t *testing.T) {
	s := newShortened(t)
	epoch, at := s.Epoch(), s.opts.Now()
	mustClose(t, s.Store)
	s.ruin(t)
	newest := s.segments(t)[len(s.segments(t))-1]
	bad, err := os.ReadFile(newest.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := flip(newest.path, len(bad)/2); err != nil {
		t.Fatal(err)
	}
	r := s.again(t)
	if !r.Rebuilt || r.LostFrom.IsZero() || r.LostTo.Before(r.LostFrom) || r.LostTo.After(at) {
		t.Errorf("report is %+v; the last edit was at %v", r, at)
	}
	if s.Epoch() == epoch {
		t.Error("numbers would be given out twice")
	}
	kept, err := os.ReadFile(s.place.path(r.Quarantine, newest.name()))
	if err != nil || len(kept) != len(bad) {
		t.Errorf("the damaged segment was not kept: %v", err)
	}
	wantVerified(t, s.Store)
	s.goOn(t)
}

// goOn takes what is there for what should be, and works on.
func (s *shortened) goOn(t testing.TB) {
	t.Helper()
	c, err := s.Campaign(ctx, s.c.ID())
	if err != nil {
		t.Fatal(err)
	}
	s.c, s.w = c, newWriter(t, "somebody else")
	s.w.open(t, s.Store, c.ID())
	s.want(t)
	s.checkpoint(t)
	s.checkpoint(t)
	s.want(t)
}

func TestALogThatIsGoneIsTold(t *testing.T) {
	s := newShortened(t)
	mustClose(t, s.Store)
	if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(s.place.path(dirJournal)); err != nil {
		t.Fatal(err)
	}
	if r := s.again(t); !r.Rebuilt || r.LostFrom.IsZero() || !r.LostTo.IsZero() {
		t.Errorf("report is %+v", r)
	}
	s.goOn(t)
}

func TestAStoreOlderThanTheLogIsRebuilt(t *testing.T) {
	s := newShortened(t)
	mustClose(t, s.Store)
	old := t.TempDir()
	early := mustOpen(t, filepath.Join(t.TempDir(), "early"), fast())
	early.place.store = s.place.store
	mustClose(t, early)
	if err := os.CopyFS(old, os.DirFS(early.place.path(dirStore))); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(s.place.path(dirStore), os.DirFS(old)); err != nil {
		t.Fatal(err)
	}
	if err := setStore(s.place); err != nil {
		t.Fatal(err)
	}
	if r := s.again(t); !r.Rebuilt || r.FromCheckpoint.IsZero() || !r.LostFrom.IsZero() || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	s.want(t)
}

// setStore says behind the store's back whose it is.
func setStore(p *place) error {
	db, err := badgerOpen(p.path(dirStore), &badgerLog{}, p.badgerKey)
	if err != nil {
		return err
	}
	defer db.Close()
	return initState(db, p.store, storeFormat, 0)
}

func TestACheckpointOfAnotherTimeIsNeverTaken(t *testing.T) {
	s := newShortened(t)
	mustClose(t, s.Store)
	mustRestore(t, s.Dir(), s.checkpoints[0]) // the others come along, with numbers that the log has anew
	s.again(t)
	s.goOnOnly(t, 60)
	mustClose(t, s.Store)
	s.ruin(t)
	if err := flip(s.segments(t)[0].path, 400); err != nil { // the log alone is not enough
		t.Fatal(err)
	}
	_, err := Open(s.Dir(), s.opts)
	wantCode(t, err, domain.ErrStoreDamaged)
}

// goOnOnly works on without a checkpoint.
func (s *shortened) goOnOnly(t testing.TB, edits int) {
	t.Helper()
	c, err := s.Campaign(ctx, s.c.ID())
	if err != nil {
		t.Fatal(err)
	}
	s.c, s.w = c, newWriter(t, "restored")
	s.w.open(t, s.Store, c.ID())
	s.edit(t, edits)
}

func TestADeathAtAnyStepOfARebuildLosesNothing(t *testing.T) {
	for _, c := range []struct {
		step string
		loss bool
	}{
		{`1 "rebuilt aside"`, false},
		{`1 "quarantined"`, false},
		{`1 "rebuilt in place"`, false},
		{`1 "replayed"`, false},
		{`1 "caught up"`, false},
		{`1 "rebuilt aside"`, true},
		{`1 "loss noted"`, true},
		{`1 "quarantined"`, true},
		{`1 "log cut"`, true},
		{`2 "log cut"`, true},
		{`1 "rebuilt in place"`, true},
		{`1 "epoch noted"`, true},
	} {
		t.Run(fmt.Sprintf("%s, loss %v", c.step, c.loss), func(t *testing.T) {
			s := newShortened(t)
			epoch := s.Epoch()
			mustClose(t, s.Store)
			s.ruin(t)
			if c.loss {
				last := s.segments(t)
				if err := flip(last[len(last)-2].path, -200); err != nil {
					t.Fatal(err)
				}
			}
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), migrateDir+"="+s.Dir(), migrateStep+"="+c.step)
			out, _ := cmd.CombinedOutput()
			if cmd.ProcessState.ExitCode() != died {
				t.Skipf("the child did not get to its step: %s", out)
			}
			r := s.again(t)
			if r.LostFrom.IsZero() == c.loss || (s.Epoch() == epoch) == c.loss {
				t.Errorf("report is %+v", r)
			}
			if _, err := os.Lstat(s.place.path(dirRebuilt)); err == nil {
				t.Error("what was made aside is left")
			}
			if c.loss {
				s.goOn(t)
			} else {
				s.want(t)
			}
		})
	}
}

func TestALogCutBelowWhereTheStoreWasClosedIsTold(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	history(t, s, 10)
	mustClose(t, s)
	older := filepath.Join(t.TempDir(), dirStore)
	if err := os.CopyFS(older, os.DirFS(s.place.path(dirStore))); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	epoch := s.Epoch()
	history(t, s, 10)
	path := s.journal.path
	mustClose(t, s)
	info, err := os.Stat(path)
	if err == nil {
		err = os.Truncate(path, info.Size()-100)
	}
	if err == nil {
		err = os.RemoveAll(s.place.path(dirStore))
	}
	if err == nil {
		err = os.Rename(older, s.place.path(dirStore))
	}
	if err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); len(r.Problems) == 0 {
		t.Errorf("report is %+v", r)
	}
	if s.Epoch() == epoch {
		t.Error("numbers can be given out twice")
	}
}
