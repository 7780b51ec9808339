package persistence

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"athar/domain"
)

// filling returns options of a disk whose free bytes the test sets.
func fillingDisk(free *uint64) Options {
	o := fast()
	*free = 1 << 40
	o.FreeSpace = func(string) (uint64, error) { return *free, nil }
	return o
}

func TestOnAFullDiskCommitsAreKeptInTheLog(t *testing.T) {
	var free uint64
	s := mustOpen(t, t.TempDir(), fillingDisk(&free))
	c, other := history(t, s, 3), history(t, s, 1)
	free = 20 << 20
	seq := s.state.Seq
	after := edit(t, s, c, 4)
	again := commitOf(after, withTitle(after, "the same twice"))
	for range 2 {
		if err := s.Commit(ctx, again); err != nil {
			t.Fatal(err)
		}
	}
	after = withTitle(after, "the same twice")
	if s.state.Seq != seq || len(s.later.entries) != 5 {
		t.Errorf("the store is at %d, was at %d; %d records wait", s.state.Seq, seq, len(s.later.entries))
	}
	_, err := s.Campaign(ctx, c.ID())
	wantFull(t, err)
	_, err = s.Journal(ctx, c.ID())
	wantFull(t, err)
	wantFull(t, s.PutTable(ctx, domain.NewID(), newTable(10), nil))
	_, err = s.Backup(ctx, t.TempDir(), BackupOptions{})
	wantFull(t, err)
	wantCampaign(t, s, other)
	if list, err := s.Summaries(ctx); err != nil || len(list) != 2 {
		t.Errorf("%d campaigns, %v", len(list), err)
	}
	if got := s.Tend(); got != (Condition{Need: 108 << 20}) {
		t.Errorf("condition %+v", got)
	}
	free = 1 << 40
	if got := s.Tend(); got != (Condition{}) || len(s.later.entries) > 0 {
		t.Errorf("with room: %+v, %d records wait", got, len(s.later.entries))
	}
	wantCampaign(t, s, after)
	wantVerified(t, s)
	wantCampaign(t, reopen(t, s), after)
}

// wantFull checks that an error tells of a full disk in figures.
func wantFull(t *testing.T, err error) {
	t.Helper()
	wantCode(t, err, domain.ErrDiskFull)
	var e *domain.Error
	errors.As(err, &e)
	free, isFree := e.Args["free"].(int64)
	need, isNeed := e.Args["need"].(int64)
	if path, isPath := e.Args["path"].(string); !isFree || !isNeed || !isPath || path == "" || need <= free {
		t.Errorf("the error tells %v", e.Args)
	}
}

func TestANewCampaignOnAFullDiskIsInTheList(t *testing.T) {
	var free uint64
	s := mustOpen(t, t.TempDir(), fillingDisk(&free))
	free = 0
	c := history(t, s, 2)
	if list, err := s.Summaries(ctx); err != nil || len(list) != 1 || list[0].ID != c.ID() {
		t.Errorf("%+v, %v", list, err)
	}
	free = 1 << 40
	c = edit(t, s, c, 1) // the next commit catches up as well
	wantCampaign(t, s, c)
	wantVerified(t, s)
}

func TestADeathOnAFullDiskLosesNothing(t *testing.T) {
	for name, end := range map[string]func(testing.TB, *Store){"killed": crash, "closed": mustClose} {
		t.Run(name, func(t *testing.T) {
			var free uint64
			o := fillingDisk(&free)
			s := mustOpen(t, t.TempDir(), o)
			c := history(t, s, 3)
			free = 64 << 20
			c = edit(t, s, c, 3)
			end(t, s)
			_, err := Open(s.Dir(), o)
			wantFull(t, err)
			free = 1 << 40
			s = mustOpen(t, s.Dir(), o)
			if r := s.OpenReport(); r.Replayed != 3 {
				t.Errorf("report is %+v", r)
			}
			wantCampaign(t, s, c)
			wantVerified(t, s)
		})
	}
}

func TestTheReserveIsThereWhileThereIsRoom(t *testing.T) {
	var free uint64
	o := fillingDisk(&free)
	o.noReserve = false
	s := mustOpen(t, t.TempDir(), o)
	path := s.place.path(fileReserve)
	info, err := os.Stat(path)
	if os.IsNotExist(err) {
		t.Skip("this file system gives no room at once")
	}
	if err != nil || info.Size() != reserveSize {
		t.Fatalf("%v, %v", info, err)
	}
	mustClose(t, s)
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("it is still there after closing: %v", err)
	}
}

func TestADriveThatIsGoneIsToldAndNothingIsLost(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder with open files is not renamed there")
	}
	dir := filepath.Join(t.TempDir(), "stick")
	s := mustOpen(t, dir, fast())
	c := history(t, s, 3)
	if err := os.Rename(dir, dir+" away"); err != nil {
		t.Fatal(err)
	}
	waiting := commitOf(c, withTitle(c, "while it was away"))
	wantCode(t, s.Commit(ctx, waiting), domain.ErrFolderGone)
	if got := s.Tend(); !got.Gone {
		t.Errorf("condition %+v", got)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("a folder was made in its place: %v", err)
	}
	if err := os.Rename(dir+" away", dir); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(ctx, waiting); err != nil {
		t.Fatal(err)
	}
	c = withTitle(c, "while it was away")
	if got := s.Tend(); got != (Condition{}) {
		t.Errorf("condition %+v", got)
	}
	wantCampaign(t, s, c)
	wantCampaign(t, reopen(t, s), c)
}

func TestADriveThatComesBackAsAnotherTakesTheLogAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder with open files is not renamed there")
	}
	dir := filepath.Join(t.TempDir(), "stick")
	s := mustOpen(t, dir, fast())
	c := history(t, s, 3)
	if err := os.Rename(dir, dir+" away"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil { // where it was mounted
		t.Fatal(err)
	}
	waiting := commitOf(c, withTitle(c, "while it was away"))
	wantCode(t, s.Commit(ctx, waiting), domain.ErrFolderGone)
	if names, _ := os.ReadDir(dir); len(names) > 0 {
		t.Errorf("%v was written where it is not", names)
	}
	copyDir(t, dir+" away", dir)
	if err := s.Commit(ctx, waiting); err != nil {
		t.Fatal(err)
	}
	c = withTitle(c, "while it was away")
	c = edit(t, s, c, 2)
	if got := s.Tend(); got != (Condition{Lost: true}) {
		t.Errorf("condition %+v", got)
	}
	_, err := s.Campaign(ctx, c.ID())
	wantCode(t, err, domain.ErrFolderGone)
	_, err = Open(dir, fast())
	wantCode(t, err, domain.ErrAlreadyOpen) // the lock is held there, too
	mustClose(t, s)
	s = mustOpen(t, dir, fast())
	wantCampaign(t, s, c)
	wantVerified(t, s)
}
