package persistence

import (
	"os"

	"golang.org/x/sys/unix"
)

// forget asks the system to drop what it remembers of a file's content, so that
// the next read comes from the disk. A file that is not synced stays as it is.
func forget(f *os.File) { _ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED) }
