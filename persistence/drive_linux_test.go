package persistence

import (
	"fmt"
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
