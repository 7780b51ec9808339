//go:build !linux && !darwin && !freebsd && !windows

package persistence

import (
	"errors"
	"math"
	"os"
	"syscall"
)

// freeSpace is not known on this system; a full disk shows when a write fails.
func freeSpace(string) (uint64, error) { return math.MaxUint64, nil }

// syncDir makes names that were created, renamed or removed in the directory
// durable.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

func isDiskFull(err error) bool { return errors.Is(err, syscall.ENOSPC) }

// isGone reports whether an error says that a drive is not there any more.
func isGone(err error) bool { return errors.Is(err, syscall.ENODEV) || errors.Is(err, syscall.ENXIO) }
