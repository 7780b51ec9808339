package persistence

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/backup"
)

// workedIn opens a store with some campaigns, edits, a removed campaign, and
// two data sets, one of them given up.
func workedIn(t testing.TB, dir string) *Store {
	t.Helper()
	opts := fast()
	opts.segmentLimit = 16 << 10
	s := mustOpen(t, dir, opts)
	w := newWriter(t, "somebody")
	for i := range 3 {
		c := newCampaign(fmt.Sprintf("campaign %d", i), 5)
		c.DataSets = []domain.DataSet{{ID: tableID(i), File: "posts.csv"}}
		w.keep(t, s, domain.Campaign{}, c)
		for n := range 4 {
			after := withTitle(c, fmt.Sprintf("title %d", n))
			w.keep(t, s, c, after)
			c = after
		}
		if i == 2 {
			w.keep(t, s, c, domain.Campaign{})
		}
	}
	if err := s.PutDevice(ctx, domain.Device{ID: w.device.ID, Name: "حاسوب", Author: "Sara"}); err != nil {
		t.Fatal(err)
	}
	if err := s.PutTable(ctx, tableID(0), newTable(2500), nil); err != nil {
		t.Fatal(err)
	}
	gone, stop := context.WithCancel(ctx)
	_ = s.PutTable(gone, tableID(1), newTable(90_000), func(float64) { stop() })
	stop()
	return s
}

func commit(t testing.TB, s *Store, before, after domain.Campaign) {
	t.Helper()
	if err := s.Commit(ctx, commitOf(before, after)); err != nil {
		t.Fatal(err)
	}
}

// remove removes every record of a campaign.
func remove(t testing.TB, s *Store, c domain.Campaign) {
	t.Helper()
	gone := commitOf(c, domain.Campaign{})
	gone.Campaign = c.ID()
	if err := s.Commit(ctx, gone); err != nil {
		t.Fatal(err)
	}
}

func mustBackup(t testing.TB, s *Store, dir string) backup.Info {
	t.Helper()
	info, err := s.Backup(ctx, dir, BackupOptions{Reason: backup.Asked, Version: "1.0"})
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func mustRestore(t testing.TB, dir, path string) Restored {
	t.Helper()
	r, err := Restore(ctx, dir, path, fast(), RestoreOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// everything returns what a store holds, byte for byte.
func everything(t testing.TB, s *Store) string {
	t.Helper()
	snap, err := s.snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.release()
	var b strings.Builder
	maps.DeleteFunc(snap.state.Counts, func(_ byte, n int64) bool { return n == 0 })
	fmt.Fprintf(&b, "%v %x\n", snap.state.Counts, snap.state.Sum)
	if err := snap.keys(ctx, func(key, value []byte) error { fmt.Fprintf(&b, "%x %x\n", key, value); return nil }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestARestoredStoreIsTheOneThatWasBackedUp(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "بيانات أثر")
	s := workedIn(t, dir)
	want := everything(t, s)
	info := mustBackup(t, s, t.TempDir())
	if info.Campaigns != 2 || info.Seq != s.Seq() || info.Store != s.place.store || info.Size == 0 {
		t.Errorf("info is %+v", info)
	}
	list, _ := s.Summaries(ctx)
	c, _ := s.Campaign(ctx, list[0].ID)
	commit(t, s, c, withTitle(c, "later"))
	mustClose(t, s)

	r := mustRestore(t, dir, info.Path)
	if r.Gaps || len(r.Contents.Campaigns) != 2 || r.Kept == "" || r.History != 16 {
		t.Errorf("restored %+v", r)
	}
	s = mustOpen(t, dir, fast())
	if rep := s.OpenReport(); rep.Rebuilt || rep.Replayed > 0 || len(rep.Problems) > 0 {
		t.Errorf("the restored store was opened with %+v", rep)
	}
	if everything(t, s) != want {
		t.Error("the restored store is another one")
	}
	wantVerified(t, s)
	wantTable(t, s, tableID(0), newTable(2500))
	commit(t, s, domain.Campaign{}, newCampaign("goes on", 2))
	mustClose(t, s)

	// What the journal of the restored store says is enough, too.
	if err := os.RemoveAll(filepath.Join(dir, dirStore)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, dir, fast())
	wantVerified(t, s)
	mustClose(t, s)
	kept := mustOpen(t, r.Kept, fast())
	wantVerified(t, kept)
	if kept.Seq() != info.Seq+1 {
		t.Errorf("the kept store has %d, want %d", kept.Seq(), info.Seq+1)
	}
}

func TestABackupThatWasStoppedLeavesNothing(t *testing.T) {
	s := workedIn(t, t.TempDir())
	for _, at := range []string{"writing", "written"} {
		dir := t.TempDir()
		gone, stop := context.WithCancel(ctx)
		_, err := s.Backup(gone, dir, BackupOptions{step: func(step string) {
			if step == at {
				stop()
			}
		}})
		stop()
		wantCode(t, err, domain.ErrCancelled)
		wantOnly(t, dir)
	}
}

func TestTheStoreIsWrittenToDuringABackup(t *testing.T) {
	s := workedIn(t, t.TempDir())
	want, edits := s.Seq(), 0
	info, err := s.Backup(ctx, t.TempDir(), BackupOptions{step: func(string) {
		commit(t, s, domain.Campaign{}, newCampaign("meanwhile", 1))
		edits++
	}})
	if err != nil || info.Seq != want || edits == 0 || s.Seq() != want+uint64(edits) {
		t.Errorf("backup has %d, want %d; %d edits, the store has %d; %v", info.Seq, want, edits, s.Seq(), err)
	}
	mustBackup(t, s, t.TempDir())
}

func TestADiskWithoutRoomIsSaid(t *testing.T) {
	opts := fast()
	s := mustOpen(t, t.TempDir(), opts)
	commit(t, s, domain.Campaign{}, newCampaign("a", 1))
	s.opts.FreeSpace = func(string) (uint64, error) { return 1 << 20, nil }
	dir := filepath.Join(s.Dir(), DirBackups)
	_, err := s.Backup(ctx, dir, BackupOptions{})
	wantCode(t, err, domain.ErrDiskFull)
	wantOnly(t, dir)
	mustBackup(t, s, t.TempDir()) // on another disk, which is not asked beforehand
}

func TestDamageInTheStoreIsFoundByABackup(t *testing.T) {
	s := workedIn(t, t.TempDir())
	s.state.Sum++
	_, err := s.Backup(ctx, t.TempDir(), BackupOptions{})
	wantCode(t, err, domain.ErrStoreDamaged)
	s.state.Sum--
}

// A history with a gap comes of a log that lost a record.
func TestAHistoryWithAGapIsToldAndRestored(t *testing.T) {
	from := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("a", 1)
	_ = w.commit(t, domain.Campaign{}, c) // lost
	w.keep(t, from, domain.Campaign{}, withTitle(c, "kept"))
	dir := filepath.Join(t.TempDir(), "data")
	r := mustRestore(t, dir, mustBackup(t, from, t.TempDir()).Path)
	if !r.Gaps || r.History != 1 {
		t.Errorf("of the gap is said %v, of the history %d", r.Gaps, r.History)
	}
	s := mustOpen(t, dir, fast())
	wantCampaign(t, s, withTitle(c, "kept"))
	if again, err := ReadBackup(ctx, mustBackup(t, s, t.TempDir()).Path, fast().Keys, nil); err != nil || !again.Gaps {
		t.Errorf("a backup of it: gaps %v, %v", again.Gaps, err)
	}
}

func TestOwnBackupsAreListedAndRotated(t *testing.T) {
	s := workedIn(t, t.TempDir())
	dir := filepath.Join(s.Dir(), DirBackups)
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	s.opts.Now = func() time.Time { return now }
	for range 14 {
		mustBackup(t, s, dir)
	}
	stray := filepath.Join(dir, backup.Name(now, 1, "")+".tmp")
	for _, name := range []string{stray, filepath.Join(dir, "notes.txt")} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.RotateBackups(ctx, dir); err != nil {
		t.Fatal(err)
	}
	list, err := Backups(dir, fast().Keys)
	if err != nil || len(list) != 10 || !list[0].Created.Equal(now.Add(13*time.Second)) {
		t.Errorf("%d are left, the newest is %+v: %v", len(list), list[0], err)
	}
	if _, err := os.Stat(stray); err == nil {
		t.Error("a leftover stayed")
	}
	if _, err := os.Stat(filepath.Join(dir, "notes.txt")); err != nil {
		t.Error("a strange file was removed")
	}
	if none, err := Backups(filepath.Join(dir, "none"), nil); err != nil || len(none) > 0 {
		t.Errorf("a missing folder: %v, %v", none, err)
	}
}
