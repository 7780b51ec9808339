package persistence

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// The CLEAN file is written when Badger was closed in order: the number of the
// newest record, and of each file its name, size and checksum. Where all of it
// is so, the store is what it was when it was closed and needs no other check.
// Where it is not, CLEAN proves nothing, and everything is checked as after a
// kill.
const (
	cleanHead = "athar clean\nseq %d\n"
	cleanLine = "%s %d %08x" // name, size, CRC-32C
)

// readBuffer is the size of the buffer files are read through, in bytes.
const readBuffer = 256 << 10

// closing is what is known of the last time the store was closed.
type closing struct {
	intact bool   // every file is as it was then
	seq    uint64 // number of the newest record then
}

// markClean writes CLEAN. On Windows Badger's own syncs do nothing, so the
// files are synced here first.
func (s *Store) markClean() error {
	dir := s.place.path(dirStore)
	if !s.opts.noSync {
		if err := syncFiles(dir); err != nil {
			return err
		}
	}
	names, err := os.ReadDir(dir)
	if err != nil {
		return fileError(dir, err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, cleanHead, s.state.Seq)
	for _, n := range names {
		size, sum, err := sumFile(filepath.Join(dir, n.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, cleanLine+"\n", n.Name(), size, sum)
	}
	return writeFileSynced(s.place.path(fileClean), b.Bytes())
}

// sumFile returns the size and the CRC-32C of a file.
func sumFile(path string) (size int64, sum uint32, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, 0, fileError(path, err)
	}
	defer f.Close()
	hash := crc32.New(castagnoli)
	size, err = io.CopyBuffer(hash, struct{ io.Reader }{f}, make([]byte, readBuffer))
	return size, hash.Sum32(), fileError(path, err)
}

func syncFiles(dir string) error {
	names, err := os.ReadDir(dir)
	if err != nil {
		return fileError(dir, err)
	}
	for _, n := range names {
		path := filepath.Join(dir, n.Name())
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return fileError(path, err)
		}
		err = errors.Join(f.Sync(), f.Close())
		if err != nil {
			return fileError(path, err)
		}
	}
	return fileError(dir, syncDir(dir))
}

// lastClosing reads CLEAN, removes it, because from now on it is not so, and
// compares the files with it.
func (s *Store) lastClosing() (closing, error) {
	path := s.place.path(fileClean)
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return closing{}, nil
	}
	if err != nil {
		return closing{}, fileError(path, err)
	}
	if err := os.Remove(path); err != nil {
		return closing{}, fileError(path, err)
	}
	if err := syncDir(s.place.dir); err != nil {
		return closing{}, fileError(path, err)
	}
	s.opts.step("not clean any more")
	var c closing
	if _, err := fmt.Sscanf(string(text), cleanHead, &c.seq); err != nil {
		return closing{}, nil
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	c.intact = isAsListed(s.place.path(dirStore), lines[2:])
	return c, nil
}

// isAsListed reports whether the directory holds the files of CLEAN's lines and
// nothing else. Files are only read when all their names and sizes are right.
func isAsListed(dir string, lines []string) bool {
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != len(lines) {
		return false
	}
	for i, n := range names {
		info, err := n.Info()
		if err != nil || !info.Mode().IsRegular() ||
			!strings.HasPrefix(lines[i], fmt.Sprintf("%s %d ", n.Name(), info.Size())) {
			return false
		}
	}
	for i, n := range names {
		size, sum, err := sumFile(filepath.Join(dir, n.Name()))
		if err != nil || lines[i] != fmt.Sprintf(cleanLine, n.Name(), size, sum) {
			return false
		}
	}
	return true
}
