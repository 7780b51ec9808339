package persistence

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/metric"
)

func TestRevertBringsBackWhatTheRestorePutAside(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	s := workedIn(t, dir)
	info := mustBackup(t, s, filepath.Join(dir, DirBackups))
	if err := os.WriteFile(filepath.Join(dir, fileSettings), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	commit(t, s, domain.Campaign{}, newCampaign("later", 1))
	later := everything(t, s)
	mustClose(t, s)
	mustRestore(t, dir, info.Path)
	for _, name := range []string{fileSettings, DirBackups + "/" + filepath.Base(info.Path)} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s did not come along: %v", name, err)
		}
	}
	restored := wholeStore(t, dir)
	for i, want := range []string{later, restored, later} {
		opts := fast()
		opts.Now = func() time.Time { return time.Now().Add(time.Duration(i+1) * time.Hour) }
		if _, err := Revert(dir, opts); err != nil {
			t.Fatal(err)
		}
		if wholeStore(t, dir) != want {
			t.Fatalf("revert %d brought back another store", i)
		}
		if list, err := Backups(filepath.Join(dir, DirBackups), fast().Keys); err != nil || len(list) != 1 {
			t.Fatalf("revert %d left %d backups, %v", i, len(list), err)
		}
	}
}

// wholeStore opens the store, verifies it and returns everything in it.
func wholeStore(t testing.TB, dir string) string {
	t.Helper()
	s := mustOpen(t, dir, fast())
	wantVerified(t, s)
	all := everything(t, s)
	mustClose(t, s)
	return all
}

func TestRevertNeedsSomethingToBringBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	mustClose(t, workedIn(t, dir))
	_, err := Revert(dir, fast())
	wantCode(t, err, domain.ErrNoRevert)
}

func TestABackupGoesOnANewComputer(t *testing.T) {
	info := mustBackup(t, workedIn(t, t.TempDir()), t.TempDir())
	missing := filepath.Join(t.TempDir(), "a", "b")
	if r := mustRestore(t, missing, info.Path); r.Kept != "" {
		t.Errorf("something was kept: %s", r.Kept)
	}
	wholeStore(t, missing)

	fresh := filepath.Join(t.TempDir(), "data")
	mustClose(t, mustOpen(t, fresh, fast()))
	mustRestore(t, fresh, info.Path)
	wholeStore(t, fresh)
}

func TestABackupOfOtherDataIsRefusedUnlessAskedFor(t *testing.T) {
	info := mustBackup(t, workedIn(t, t.TempDir()), t.TempDir())
	dir := filepath.Join(t.TempDir(), "data")
	s := workedIn(t, dir)
	want := everything(t, s)
	mustClose(t, s)
	_, err := Restore(ctx, dir, info.Path, fast(), RestoreOptions{})
	wantCode(t, err, domain.ErrBackupOther)
	if wholeStore(t, dir) != want {
		t.Error("the store changed")
	}
	if _, err := Restore(ctx, dir, info.Path, fast(), RestoreOptions{Other: true}); err != nil {
		t.Error(err)
	}
}

func TestAnOpenStoreIsNotReplaced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	s := workedIn(t, dir)
	info := mustBackup(t, s, t.TempDir())
	_, err := Restore(ctx, dir, info.Path, fast(), RestoreOptions{})
	wantCode(t, err, domain.ErrAlreadyOpen)
	wantOnly(t, filepath.Dir(dir), "data")
}

// wantOnly checks what lies in a directory.
func wantOnly(t testing.TB, dir string, want ...string) {
	t.Helper()
	names, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range names {
		got = append(got, n.Name())
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("in the folder are %v, want %v", got, want)
	}
}

func TestARestoreThatWasStoppedLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	s := workedIn(t, dir)
	want := everything(t, s)
	info := mustBackup(t, s, filepath.Join(dir, DirBackups))
	mustClose(t, s)
	for _, at := range []string{"begun", "built"} {
		gone, stop := context.WithCancel(ctx)
		opts := fast()
		opts.step = func(step string) {
			if step == at {
				stop()
			}
		}
		_, err := Restore(gone, dir, info.Path, opts, RestoreOptions{})
		stop()
		wantCode(t, err, domain.ErrCancelled)
		wantOnly(t, filepath.Dir(dir), "data")
		if wholeStore(t, dir) != want {
			t.Error("the store changed")
		}
	}
}

func TestADamagedStoreCanBeReplaced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	s := workedIn(t, dir)
	want := everything(t, s)
	info := mustBackup(t, s, t.TempDir())
	mustClose(t, s)
	for _, name := range []string{dirJournal + "/" + segmentName(t, dir), dirStore + "/MANIFEST"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("nonsense"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(dir, fast()); err == nil {
		t.Fatal("a ruined store was opened")
	}
	mustRestore(t, dir, info.Path)
	if wholeStore(t, dir) != want {
		t.Error("another store was restored")
	}
}

func segmentName(t testing.TB, dir string) string {
	t.Helper()
	list, err := listSegments(filepath.Join(dir, dirJournal), nil)
	if err != nil || len(list) == 0 {
		t.Fatal("no journal", err)
	}
	return list[0].name()
}

// Whatever is done to a store, a backup of it becomes the same store again.
func TestAnyStoreComesBackFromItsBackup(t *testing.T) {
	rounds := 8
	if raced || testing.Short() {
		rounds = 3
	}
	for seed := range rounds {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			dir := t.TempDir()
			s := mustOpen(t, filepath.Join(dir, "data"), fast())
			have, tables := live(t, s, rand.New(rand.NewPCG(uint64(seed), 7)))
			want := everything(t, s)
			info := mustBackup(t, s, dir)
			mustClose(t, s)
			mustRestore(t, s.Dir(), info.Path)
			s = mustOpen(t, s.Dir(), fast())
			if everything(t, s) != want {
				t.Error("another store came back")
			}
			for _, c := range have {
				wantCampaign(t, s, c)
			}
			for id, table := range tables {
				wantTable(t, s, id, table)
			}
		})
	}
}

// live does this and that to a store and returns what it should hold then.
func live(t testing.TB, s *Store, r *rand.Rand) (map[domain.ID]domain.Campaign, map[domain.ID]*metric.Table) {
	t.Helper()
	have, tables := map[domain.ID]domain.Campaign{}, map[domain.ID]*metric.Table{}
	var ids []domain.ID
	for range r.IntN(40) {
		switch what := r.IntN(6); {
		case what == 0 || len(ids) == 0:
			c := newCampaign(strings.Repeat("ح", r.IntN(9)), r.IntN(5))
			commit(t, s, domain.Campaign{}, c)
			have[c.ID()] = c
			ids = append(ids, c.ID())
		case what == 1:
			id := domain.NewID()
			tables[id] = newTable(r.IntN(2200))
			if err := s.PutTable(ctx, id, tables[id], nil); err != nil {
				t.Fatal(err)
			}
		case what == 2:
			i := r.IntN(len(ids))
			remove(t, s, have[ids[i]])
			delete(have, ids[i])
			ids = append(ids[:i], ids[i+1:]...)
		default:
			before := have[ids[r.IntN(len(ids))]]
			after := before
			after.Header.Goal = fmt.Sprint(r.Uint64())
			commit(t, s, before, after)
			have[after.ID()] = after
		}
	}
	return have, tables
}
