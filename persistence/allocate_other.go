//go:build !linux && !darwin && !windows

package persistence

import (
	"errors"
	"os"
)

// allocate is not possible: this system is not asked for room.
func allocate(*os.File, int64) error { return errors.ErrUnsupported }
