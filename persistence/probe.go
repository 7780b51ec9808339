package persistence

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/dgraph-io/badger/v4"
)

// dirProbe is where a copy of Badger's directory is made that may be opened
// although it may be damaged.
const dirProbe = "probe"

// Probe tries in another process whether ProbeStore can do its work on a
// directory. Some damage makes Badger end the process from a goroutine of its
// own, or the system end it, and then only the process that dies tells. key is
// nil for a store that is not encrypted.
//
// Any error but ErrNoProbe means that the store cannot be used.
type Probe func(ctx context.Context, dir string, key []byte) error

// ErrNoProbe says that no other process could be started. It tells nothing of
// the store.
var ErrNoProbe = errors.New("no process to probe with")

// How long a probe may take: a store that Badger hangs on is not usable either.
const (
	probeLeast    = 10 * time.Second
	probePerBytes = 10 * time.Second / (100 << 20)
)

// ProbeStore opens a copy of Badger's directory, checks its tables, reads and
// decodes every value and compares the counts and the sum. It changes the copy,
// and it may never return: only another process should call it.
func ProbeStore(ctx context.Context, dir string, key []byte) (err error) {
	if len(key) == 0 {
		key = nil
	}
	// First: as soon as it is open, Badger may make new tables of damaged ones,
	// with checksums that are right.
	tables, _ := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err := inspectTables(dir, len(tables), key, anyBlock); err != nil {
		return err
	}
	db, err := badgerOpen(dir, &badgerLog{}, key)
	if err != nil {
		if notDamage(err) {
			return storeError("probe", err)
		}
		return errUnusable
	}
	defer func() { err = errors.Join(err, storeError("close", db.Close())) }()
	_, state, found, err := readState(db)
	if err != nil {
		return errUnusable
	}
	counted, err := countPresent(ctx, db)
	if err != nil || found && !state.samePresent(counted) {
		return errUnusable
	}
	v := newVerification(nil)
	err = db.View(func(txn *badger.Txn) error { return v.present(ctx, txn) })
	if err != nil || !v.report.OK() {
		return errUnusable
	}
	return nil
}

// probe has a copy of Badger's directory tried in another process. It returns
// errUnusable when that process did not come back with good news.
func (s *Store) probe() error {
	if s.opts.Probe == nil {
		return nil
	}
	from, to := s.place.path(dirStore), s.place.path(dirProbe)
	size, err := dirSize(from)
	if err != nil {
		return err
	}
	if err := s.room(minFreeOpen + uint64(size)); err != nil {
		return err
	}
	defer os.RemoveAll(to)
	if err := copyForProbe(from, to); err != nil {
		return err
	}
	limit := probeLeast + time.Duration(size)*probePerBytes
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	err = s.opts.Probe(ctx, to, s.place.badgerKey)
	if err != nil && !errors.Is(err, ErrNoProbe) {
		return errUnusable
	}
	return nil
}

// dirSize returns how much the files of a directory hold, in bytes.
func dirSize(dir string) (int64, error) {
	names, err := os.ReadDir(dir)
	if err != nil {
		return 0, fileError(dir, err)
	}
	var sum int64
	for _, n := range names {
		if info, err := n.Info(); err == nil && info.Mode().IsRegular() {
			sum += info.Size()
		}
	}
	return sum, nil
}

// copyForProbe copies Badger's files. Never by links: Badger shortens files
// before it removes them, those of the original with them.
func copyForProbe(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return fileError(to, err)
	}
	if err := os.Mkdir(to, 0o700); err != nil {
		return fileError(to, err)
	}
	names, err := os.ReadDir(from)
	if err != nil {
		return fileError(from, err)
	}
	for _, n := range names {
		if !n.Type().IsRegular() || !badgerFile.MatchString(n.Name()) || n.Name() == "LOCK" {
			continue
		}
		if err := copySparse(filepath.Join(from, n.Name()), filepath.Join(to, n.Name())); err != nil {
			return err
		}
	}
	return nil
}

// copySparse copies a file and leaves out blocks of zeros, which most of a log
// of Badger's consists of.
func copySparse(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return fileError(from, err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fileError(to, err)
	}
	defer func() {
		if bad := out.Close(); err == nil && bad != nil {
			err = fileError(to, bad)
		}
	}()
	buf := make([]byte, readBuffer)
	var at int64
	for {
		n, err := io.ReadFull(in, buf)
		if n > 0 && !isZero(buf[:n]) {
			if _, err := out.WriteAt(buf[:n], at); err != nil {
				return fileError(to, err)
			}
		}
		at += int64(n)
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return fileError(to, out.Truncate(at))
		case err != nil:
			return fileError(from, fmt.Errorf("copy: %w", err))
		}
	}
}

func isZero(b []byte) bool {
	for len(b) >= 8 {
		if b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7] != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}
