//go:build unix

package persistence

import (
	"os"
	"syscall"
)

// allocated returns the bytes that a file takes on the disk: Badger's are mostly
// holes.
func allocated(info os.FileInfo) int64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return st.Blocks * 512
	}
	return info.Size()
}
