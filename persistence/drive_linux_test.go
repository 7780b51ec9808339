package persistence

import (
	"fmt"
	"os"
	"testing"

	"golang.org/x/sys/unix"

	"athar/domain"
)

// drive mounts a drive in memory of a size in bytes. Only root may.
func drive(t *testing.T, size int) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skipf("no drive can be mounted: %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	return dir
}

func TestAStoreOnADriveThatCannotBeWrittenIsRead(t *testing.T) {
	for name, end := range map[string]func(testing.TB, *Store){"closed": mustClose, "killed": crash} {
		t.Run(name, func(t *testing.T) {
			dir := drive(t, 256<<20)
			s := mustOpen(t, dir+"/athar", fast())
			c := history(t, s, 10)
			end(t, s)
			if err := unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
				t.Skip(err)
			}
			s = mustOpen(t, s.Dir(), fast())
			if got := s.Reading(); got != ReadingFolder {
				t.Errorf("reading %q", got)
			}
			wantCampaign(t, s, c)
			wantCode(t, s.Commit(ctx, commitOf(c, withTitle(c, "no"))), domain.ErrReadOnly)
			_, err := Open(dir+"/none", fast())
			wantCode(t, err, domain.ErrReadOnly)
		})
	}
}

// A disk without a byte left: the log gets the room of the reserve, and Badger,
// which the system would end the process for, is left alone.
func TestADiskWithoutAByteLeftTakesCommits(t *testing.T) {
	dir := drive(t, 160<<20)
	o := fast()
	o.noReserve = false
	full := false
	o.FreeSpace = func(dir string) (uint64, error) {
		if full {
			return freeSpace(dir)
		}
		return plenty(dir)
	}
	s := mustOpen(t, dir+"/athar", o)
	c := history(t, s, 3)
	fillUp(t, dir+"/film.mp4")
	full = true
	c = edit(t, s, c, 20)
	if _, err := os.Stat(s.place.path(fileReserve)); !os.IsNotExist(err) {
		t.Errorf("the reserve is still there: %v", err)
	}
	fillUp(t, dir+"/music.mp3") // what the reserve gave, as well
	var left domain.Commit
	var err error
	for i := 0; err == nil && i < 100; i++ { // the last page of the log has some
		left = commitOf(c, withTitle(c, fmt.Sprint("no room for ", i)))
		if err = s.Commit(ctx, left); err == nil {
			c = withTitle(c, fmt.Sprint("no room for ", i))
		}
	}
	wantFull(t, err)
	if err := os.Remove(dir + "/music.mp3"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(ctx, left); err != nil {
		t.Fatal(err)
	}
	c = withTitle(c, left.Changes[0].After.(domain.Message).Title)
	mustClose(t, s)
	_, err = Open(s.Dir(), o)
	wantFull(t, err)
	if err := os.Remove(dir + "/film.mp4"); err != nil {
		t.Fatal(err)
	}
	full = false
	if err := s.db.Close(); err != nil { // as the end of the process does
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), o)
	wantCampaign(t, s, c)
	wantVerified(t, s)
}

// fillUp writes a file until there is no room.
func fillUp(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 20; size > 0; {
		if _, err := f.Write(make([]byte, size)); err != nil {
			size /= 2
		}
	}
}
