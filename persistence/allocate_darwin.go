package persistence

import (
	"os"

	"golang.org/x/sys/unix"
)

// allocate gives a file room on the disk without writing it.
func allocate(f *os.File, size int64) error {
	room := unix.Fstore_t{Flags: unix.F_ALLOCATEALL, Posmode: unix.F_PEOFPOSMODE, Length: size}
	if err := unix.FcntlFstore(f.Fd(), unix.F_PREALLOCATE, &room); err != nil {
		return err
	}
	return f.Truncate(size)
}
