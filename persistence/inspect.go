package persistence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
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
// may not be written. Where the content of the files is trusted, it is not read.
// key is that of an encrypted store.
func inspect(dir string, trusted bool, key []byte) (inspection, error) {
	var in inspection
	names, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return in, nil
	}
	if err != nil {
		return in, fileError(dir, err)
	}
	in.exists = true
	tables := 0
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
			tables++
		}
	}
	if trusted {
		return in, nil
	}
	return in, inspectTables(dir, tables, key, anyBlock)
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

// inspectTables is a tableInspection of all tables, found in number.
func inspectTables(dir string, found int, key []byte, visit func(sstBlock) error) error {
	return tableInspection{dir: dir, found: found, key: key, visit: visit}.run()
}

// tableInspection looks at Badger's tables while nobody writes to them.
type tableInspection struct {
	dir   string
	found int                    // how many tables there seem to be
	key   []byte                 // of an encrypted store; nil for any other
	visit func(sstBlock) error   // gets every block and may end it
	known func(path string) bool // need not be looked at again; nil for none
	whole func(path string)      // is told of each table that was found to be whole; nil for nobody
}

// run checks the MANIFEST and every table in it. Tables that are not
// in it are leftovers, which Badger removes. For the same reason a MANIFEST must
// be whole: Badger goes by what it can read of one, and removes the rest.
func (in tableInspection) run() error {
	dir, key := in.dir, in.key
	keys, err := readTableKeys(dir, key)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, badger.ManifestFilename)
	f, err := openShared(path)
	if errors.Is(err, os.ErrNotExist) {
		if in.found > 0 {
			return errUnusable // Badger would delete the tables
		}
		return nil
	}
	if err != nil {
		return fileError(path, err)
	}
	defer f.Close()
	manifest, end, err := badger.ReplayManifestFile(f, badgerMagic, badgerOptions(dir, &badgerLog{}, key))
	if err != nil {
		return errUnusable
	}
	if info, err := f.Stat(); err != nil || end != info.Size() {
		return errUnusable
	}
	for id, table := range manifest.Tables {
		tableKey, known := keys.of(table.KeyID)
		if table.Compression != options.Snappy || !known {
			return errUnusable // not written with our options
		}
		path := filepath.Join(dir, fmt.Sprintf(sstName, id))
		if in.known != nil && in.known(path) {
			continue
		}
		if err := checkSST(path, tableKey, in.visit); err != nil {
			return err
		}
		if in.whole != nil {
			in.whole(path)
		}
	}
	return nil
}
