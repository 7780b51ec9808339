package persistence

import (
	"os"

	"golang.org/x/sys/unix"
)

// allocate gives a file room on the disk without writing it.
func allocate(f *os.File, size int64) error { return unix.Fallocate(int(f.Fd()), 0, 0, size) }
