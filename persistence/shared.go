package persistence

import (
	"io"
	"os"
	"path/filepath"
)

// openShared opens a file of Badger's for reading while Badger has the store open.
// Others may remove and rename it meanwhile. On Windows os.Open forbids that, and the
// methods of os.Root allow it: when Badger cannot remove a table that it made another
// of, it also keeps the next ones mapped for as long as the process lives, and the
// folder with them can neither be renamed nor removed.
func openShared(path string) (*os.File, error) {
	return os.OpenInRoot(filepath.Dir(path), filepath.Base(path))
}

// readShared returns all of a file of Badger's.
func readShared(path string) ([]byte, error) {
	f, err := openShared(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}
