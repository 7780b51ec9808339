package persistence

import (
	"os"
)

// The reserve is room that is taken while there is plenty, so that there is some
// for the log when there is none: an afternoon of typing is less than a megabyte.
const (
	fileReserve = "reserve"
	reserveSize = 32 << 20
)

// makeReserve makes the reserve unless it is there or there is no room. Where the
// system cannot give room at once, there is none: to write so much to a slow stick
// at every start would be worse.
func (s *Store) makeReserve() {
	path := s.place.path(fileReserve)
	if s.opts.noReserve || s.reading != "" {
		return
	}
	if info, err := os.Stat(path); err == nil && info.Size() == reserveSize {
		return
	}
	if s.room(minFreeCommit+2*reserveSize) != nil {
		return
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	err = allocate(f, reserveSize)
	if bad := f.Close(); err != nil || bad != nil {
		_ = os.Remove(path)
	}
}

// dropReserve gives the room back and reports whether there was any.
func (s *Store) dropReserve() bool {
	return s.reading == "" && os.Remove(s.place.path(fileReserve)) == nil
}
