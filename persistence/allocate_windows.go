package persistence

import "os"

// allocate gives a file room on the disk: on Windows, where no file is sparse
// unless it is asked to be, its size is that.
func allocate(f *os.File, size int64) error { return f.Truncate(size) }
