package persistence

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"athar/domain"
)

// probeDir tells the test binary that it is the child that probes.
const probeDir = "ATHAR_TEST_PROBE_DIR"

// probeAsChild is what the child does.
func probeAsChild(dir string) {
	if ProbeStore(ctx, dir, testBadgerKey()) != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// inChild probes with the test binary, as the program does with itself.
func inChild(ctx context.Context, dir string, _ []byte) error {
	self, err := os.Executable()
	if err != nil {
		return ErrNoProbe
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), probeDir+"="+dir)
	return cmd.Run()
}

func probing() Options {
	o := fast()
	o.Probe = inChild
	return o
}

func TestOnlyAStoreThatWasNotClosedInOrderIsProbed(t *testing.T) {
	o := fast()
	times := 0
	o.Probe = func(_ context.Context, dir string, key []byte) error {
		times++
		if filepath.Base(dir) != dirProbe || !bytes.Equal(key, testBadgerKey()) {
			t.Errorf("probed %s with a key of %d bytes", dir, len(key))
		}
		return nil
	}
	s := mustOpen(t, t.TempDir(), o)
	c := history(t, s, 3)
	s = reopen(t, s)
	if times != 0 {
		t.Fatalf("a new store and one closed in order were probed %d times", times)
	}
	crash(t, s)
	s = mustOpen(t, s.Dir(), o)
	wantCampaign(t, s, c)
	if times != 1 {
		t.Errorf("after a kill it was probed %d times", times)
	}
	if _, err := os.Stat(s.place.path(dirProbe)); !os.IsNotExist(err) {
		t.Errorf("the copy is still there: %v", err)
	}
}

func TestAStoreThatTheProbeDiesOfIsRebuilt(t *testing.T) {
	for name, probe := range map[string]Probe{
		"dies":  func(context.Context, string, []byte) error { return errors.New("signal: bus error") },
		"hangs": func(ctx context.Context, _ string, _ []byte) error { return context.DeadlineExceeded },
	} {
		t.Run(name, func(t *testing.T) {
			o := fast()
			o.Probe = probe
			s := mustOpen(t, t.TempDir(), o)
			c := history(t, s, 3)
			crash(t, s)
			s = mustOpen(t, s.Dir(), o)
			if r := s.OpenReport(); !r.Rebuilt || r.Quarantine == "" {
				t.Errorf("report is %+v", r)
			}
			wantCampaign(t, s, c)
			wantVerified(t, s)
		})
	}
}

func TestAProbeThatCannotBeStartedProvesNothing(t *testing.T) {
	o := fast()
	o.Probe = func(context.Context, string, []byte) error { return ErrNoProbe }
	s := mustOpen(t, t.TempDir(), o)
	c := history(t, s, 3)
	crash(t, s)
	s = mustOpen(t, s.Dir(), o)
	if r := s.OpenReport(); r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
}

func TestTheTimeForAProbeGrowsWithTheStore(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	history(t, s, 1)
	crash(t, s)
	s.opts.Probe = func(ctx context.Context, _ string, _ []byte) error {
		until, ok := ctx.Deadline()
		if left := time.Until(until); !ok || left < 9*time.Second || left > 20*time.Second {
			t.Errorf("%v are left", left)
		}
		return nil
	}
	mustOpen(t, s.Dir(), s.opts)
}

// Whatever is done to one of Badger's files after a kill, the program lives and
// nothing is lost.
func TestDamageOfAnyFileAfterAKillEndsOnlyTheProbe(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 40)
	if err := s.db.Flatten(1); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s) // so that there is a table as well as a log
	c = edit(t, s, c, 40)
	crashHard(t, s)
	damages := map[string]func(path string, size int64) error{
		"half of it is zeros": func(path string, size int64) error { return blank(path, size/2, size/2) },
		"its head is zeros":   func(path string, size int64) error { return blank(path, 0, min(size, 64)) },
		"it ends early":       func(path string, size int64) error { return os.Truncate(path, size/3) },
		"it is empty":         func(path string, _ int64) error { return os.Truncate(path, 0) },
		"it is gone":          func(path string, _ int64) error { return os.Remove(path) },
		"it is noise": func(path string, size int64) error {
			return os.WriteFile(path, bytes.Repeat([]byte{0xA5, 0x5A, 0xFF}, int(min(size, 1<<20))/3), 0o600)
		},
	}
	names, err := os.ReadDir(s.place.path(dirStore))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if n.Name() == "LOCK" {
			continue
		}
		for what, do := range damages {
			t.Run(n.Name()+" "+what, func(t *testing.T) {
				dir := t.TempDir()
				copyDir(t, s.Dir(), dir)
				path := filepath.Join(dir, dirStore, n.Name())
				info, err := os.Stat(path)
				if err != nil {
					t.Fatal(err)
				}
				if err := do(path, info.Size()); err != nil {
					t.Fatal(err)
				}
				again, err := Open(dir, probing())
				if err != nil {
					t.Fatalf("Open: %v", err)
				}
				wantCampaign(t, again, c)
				mustClose(t, again)
			})
		}
	}
}

// crashHard leaves the files as they are while the store is open.
func crashHard(t *testing.T, s *Store) {
	t.Helper()
	aside := t.TempDir()
	copyDir(t, s.Dir(), aside)
	crash(t, s)
	if err := os.RemoveAll(s.Dir()); err != nil {
		t.Fatal(err)
	}
	copyDir(t, aside, s.Dir())
}

// copyDir copies a store that nobody writes to.
func copyDir(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rest, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, rest), 0o700)
		}
		return copySparse(path, filepath.Join(to, rest))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// blank overwrites a part of a file.
func blank(path string, at, size int64) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(make([]byte, size), at)
	return errors.Join(err, f.Close())
}

func TestACopyForAProbeIsTheSameAndHasItsHoles(t *testing.T) {
	from, to := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	content := make([]byte, 5*readBuffer+17)
	copy(content[readBuffer:], "first")
	copy(content[4*readBuffer-3:], "second")
	if err := os.WriteFile(from, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := copySparse(from, to); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(to); err != nil || !bytes.Equal(got, content) {
		t.Errorf("the copy differs: %v", err)
	}
}

func TestTheProbeNeedsRoom(t *testing.T) {
	o := probing()
	s := mustOpen(t, t.TempDir(), o)
	history(t, s, 1)
	crash(t, s)
	o.FreeSpace = func(string) (uint64, error) { return minFreeOpen + 1, nil }
	_, err := Open(s.Dir(), o)
	wantCode(t, err, domain.ErrDiskFull)
}

func TestTheProbeTellsAGoodStoreFromABadOne(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	history(t, s, 40)
	mustClose(t, s) // so that there is a table
	dir := s.place.path(dirStore)
	if err := inChild(ctx, dir, testBadgerKey()); err != nil {
		t.Fatalf("a good store: %v", err)
	}
	tables, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err != nil || len(tables) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	info, err := os.Stat(tables[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, do := range map[string]func() error{
		"a changed bit": func() error { return flip(tables[0], int(info.Size()/3)) },
		"zeros":         func() error { return blank(tables[0], 0, info.Size()) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
		if inChild(ctx, dir, testBadgerKey()) == nil {
			t.Errorf("%s in a table is passed over", name)
		}
	}
}
