package persistence

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/dgraph-io/badger/v4"
)

// errUnusable says that Badger must not be let near the directory: some damage
// makes it kill the process from a goroutine, and some makes it delete files.
var errUnusable = errors.New("badger directory is unusable")

// badgerFile matches the names Badger gives its files. Others, such as copies
// a cloud folder makes, keep it from opening.
var badgerFile = regexp.MustCompile(`^(\d{6,}\.(sst|vlog)|\d{5,}\.mem|(REWRITE-)?(MANIFEST|KEYREGISTRY)|MANIFEST-REWRITE|DISCARD|LOCK)$`)

// inspection is what a look at Badger's directory without Badger found.
type inspection struct {
	exists bool
	strays []string // names that are not Badger's
}

// inspect looks at the directory and removes empty logs, which a kill leaves
// behind and which make Badger refuse to open. It returns errUnusable for
// damage, and an error with a code for what is not damage, such as a file that
// may not be written.
func inspect(dir string) (inspection, error) {
	var in inspection
	names, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return in, nil
	}
	if err != nil {
		return in, fileError(dir, err)
	}
	in.exists = true
	var tables []string
	for _, n := range names {
		path := filepath.Join(dir, n.Name())
		if !badgerFile.MatchString(n.Name()) || !n.Type().IsRegular() {
			in.strays = append(in.strays, n.Name())
			continue
		}
		size, err := tryFile(path)
		if err != nil {
			return in, err
		}
		switch ext := filepath.Ext(n.Name()); {
		case size == 0 && (ext == ".mem" || ext == ".vlog"):
			if err := os.Remove(path); err != nil {
				return in, fileError(path, err)
			}
		case ext == ".sst":
			tables = append(tables, path)
		}
	}
	return in, inspectTables(dir, tables)
}

// tryFile returns the size of a file that can be read and written. Badger ends
// the process when some of its files cannot.
func tryFile(path string) (int64, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return 0, fileError(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, fileError(path, err)
	}
	return info.Size(), nil
}

// inspectTables checks the MANIFEST and that every table in it is there and
// ends as a table does. Tables that are not in it are leftovers, which Badger
// removes.
func inspectTables(dir string, paths []string) error {
	path := filepath.Join(dir, badger.ManifestFilename)
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		if len(paths) > 0 {
			return errUnusable // Badger would delete the tables
		}
		return nil
	}
	if err != nil {
		return fileError(path, err)
	}
	defer f.Close()
	manifest, end, err := badger.ReplayManifestFile(f, badgerMagic, badgerOptions(dir, &badgerLog{}))
	if err != nil {
		return errUnusable
	}
	if info, err := f.Stat(); err != nil || (end < info.Size() && end == 0) {
		return errUnusable
	}
	for id := range manifest.Tables {
		if err := inspectTable(filepath.Join(dir, fmt.Sprintf("%06d.sst", id))); err != nil {
			return err
		}
	}
	return nil
}

// inspectTable checks the end of a table: index, its length, the index's
// checksum, that one's length. A table cut short or full of zeros, as a power
// cut leaves it, ends otherwise.
func inspectTable(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return errUnusable
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fileError(path, err)
	}
	end := tableEnd{f: f, at: info.Size()}
	sum := end.before(int64(end.number()))
	index := end.before(int64(end.number()))
	if end.bad || len(index) == 0 || protoSum(sum) != uint64(crc32.Checksum(index, castagnoli)) {
		return errUnusable
	}
	return nil
}

// tableEnd reads a table backwards.
type tableEnd struct {
	f   io.ReaderAt
	at  int64
	bad bool
}

// before returns the n bytes before the current place and moves there.
func (e *tableEnd) before(n int64) []byte {
	if e.bad || n <= 0 || n > e.at || n > math.MaxInt32 {
		e.bad = true
		return nil
	}
	e.at -= n
	buf := make([]byte, n)
	if _, err := e.f.ReadAt(buf, e.at); err != nil {
		e.bad = true
		return nil
	}
	return buf
}

func (e *tableEnd) number() uint32 {
	b := e.before(4)
	if e.bad {
		return 0
	}
	return binary.BigEndian.Uint32(b)
}

// protoSum returns the sum of Badger's checksum message, whose algorithm is
// CRC-32C and so left out; no sum of 32 bits when it is anything else.
func protoSum(raw []byte) uint64 {
	if len(raw) == 0 {
		return 0 // a sum of zero is left out as well
	}
	sum, n := binary.Uvarint(raw[1:])
	if raw[0] != 2<<3 || n != len(raw)-1 {
		return math.MaxUint64
	}
	return sum
}

// The CLEAN file is written when Badger was closed in order: the number of the
// newest record and the files with their sizes. Where it matches, the store
// need not be counted.

// cleanText returns what CLEAN says of the directory as it is now.
func cleanText(dir string, seq uint64) ([]byte, error) {
	names, err := os.ReadDir(dir)
	if err != nil {
		return nil, fileError(dir, err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "athar clean\nseq %d\n", seq)
	for _, n := range names {
		info, err := n.Info()
		if err != nil {
			return nil, fileError(dir, err)
		}
		fmt.Fprintf(&b, "%s %d\n", n.Name(), info.Size())
	}
	return b.Bytes(), nil
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
	text, err := cleanText(dir, s.state.Seq)
	if err != nil {
		return err
	}
	return writeFileSynced(s.place.path(fileClean), text)
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

// wasClean reports whether CLEAN says that the directory is as Close left it,
// and removes it: from now on it is not.
func (s *Store) wasClean() (bool, error) {
	path := s.place.path(fileClean)
	was, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fileError(path, err)
	}
	if err := os.Remove(path); err != nil {
		return false, fileError(path, err)
	}
	if err := syncDir(s.place.dir); err != nil {
		return false, fileError(path, err)
	}
	is, err := cleanText(s.place.path(dirStore), 0)
	if err != nil {
		return false, nil // it is not there: inspect finds that
	}
	return bytes.Equal(afterSeq(was), afterSeq(is)), nil
}

// afterSeq returns the part of CLEAN that lists files.
func afterSeq(text []byte) []byte {
	_, rest, ok := strings.Cut(string(text), "\nseq ")
	if !ok {
		return nil
	}
	_, list, _ := strings.Cut(rest, "\n")
	return []byte(list)
}
