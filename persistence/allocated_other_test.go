//go:build !unix

package persistence

import "os"

// allocated returns the bytes of a file; what of them is on the disk is not known.
func allocated(info os.FileInfo) int64 { return info.Size() }
