package persistence

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
	"github.com/google/uuid"

	"athar/domain"
)

// Names in the data directory.
const (
	dirStore    = "store"
	dirJournal  = "journal"
	fileLock    = "lock"
	fileTry     = "lock.try"
	fileFormat  = "FORMAT"
	fileClean   = "CLEAN"
	fileRebuild = "REBUILD"

	fileRestoring = "RESTORING"
	fileSettings  = "settings.json"

	// DirBackups is where Athar's own backups lie.
	DirBackups = "checkpoints"
)

// Badger dies by a signal on a full disk, so we stop before it is: there must
// be this much free, in bytes, to open and to write.
const (
	minFreeOpen   = 256 << 20
	minFreeCommit = 128 << 20
)

// place is a data directory that is ours and locked.
type place struct {
	dir   string
	lock  *flock.Flock
	store domain.ID // NoID when the directory is new
	found bool      // FORMAT is there and says so
}

func (p *place) path(name ...string) string {
	return filepath.Join(append([]string{p.dir}, name...)...)
}

// IsStore reports whether a directory looks like the data of Athar.
func IsStore(dir string) bool {
	p := &place{dir: dir}
	_, err := os.Stat(dir)
	return err == nil && (p.identify() != nil || p.store != domain.NoID)
}

// takePlace makes sure that the directory exists, is ours or empty, can be
// written and is used by nobody else. It changes nothing in a directory that
// holds something else.
func takePlace(dir string) (*place, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, notWritable(dir, err)
	}
	p := &place{dir: dir, lock: flock.New(filepath.Join(dir, fileLock))}
	if err := p.identify(); err != nil {
		return nil, err
	}
	if err := p.takeLock(); err != nil {
		return nil, err
	}
	err := p.tryWriting()
	if err == nil {
		err = p.identify() // again: until now somebody else could write
	}
	if err != nil {
		p.release()
		return nil, err
	}
	return p, nil
}

// identify finds out whose store the directory holds, without touching it.
func (p *place) identify() error {
	if err := refuseForeign(p.dir); err != nil {
		return err
	}
	id, err := readFormat(p.path(fileFormat))
	p.found = err == nil
	if errors.Is(err, os.ErrNotExist) || domain.CodeOf(err) == domain.ErrNotAthar {
		id, err = p.storeFromJournal()
	}
	p.store = id
	return err
}

// notWritable tells a full disk and a name that is too long from a folder that
// may not be written.
func notWritable(dir string, err error) error {
	code := domain.ErrReadOnly
	if isDiskFull(err) {
		code = domain.ErrDiskFull
	}
	return &domain.Error{Code: code, Args: map[string]any{"path": dir}, Err: err}
}

// refuseForeign returns ErrNotAthar for a directory that holds files but
// nothing that shows it to be ours. Files that systems drop into every folder
// do not count.
func refuseForeign(dir string) error {
	names, err := os.ReadDir(dir)
	if err != nil {
		return notWritable(dir, err)
	}
	foreign := false
	for _, n := range names {
		switch name := n.Name(); {
		case name == fileFormat || name == dirJournal:
			return nil // looked into later
		case name == fileLock, name == fileTry, name == fileFormat+".tmp", name == fileRestoring,
			strings.HasPrefix(name, "."), name == "desktop.ini", name == "Thumbs.db":
		default:
			foreign = true
		}
	}
	if foreign {
		return domain.Problem(domain.ErrNotAthar, "").With("path", dir)
	}
	return nil
}

// takeLock takes the lock file and writes into it who holds it. The first byte
// stays free: on Windows the locked byte cannot be read by others.
func (p *place) takeLock() error {
	ok, err := p.lock.TryLock()
	if err != nil {
		return notWritable(p.dir, err)
	}
	if !ok {
		pid, host := readLock(p.lock.Path())
		return domain.Problem(domain.ErrAlreadyOpen, "").With("pid", pid).With("host", host).With("path", p.dir)
	}
	host, _ := os.Hostname()
	f, err := os.OpenFile(p.lock.Path(), os.O_WRONLY, 0)
	if err != nil {
		p.release()
		return notWritable(p.dir, err)
	}
	defer f.Close()
	if _, err := f.WriteAt(fmt.Appendf(nil, "%d %s\n", os.Getpid(), host), 1); err != nil {
		p.release()
		return notWritable(p.dir, err)
	}
	return nil
}

// readLock returns who holds the lock, as far as that can be read.
func readLock(path string) (pid int, host string) {
	f, err := os.Open(path)
	if err != nil {
		return 0, ""
	}
	defer f.Close()
	buf := make([]byte, 512)
	n, _ := f.ReadAt(buf, 1)
	line, _, _ := strings.Cut(string(buf[:n]), "\n")
	number, host, _ := strings.Cut(line, " ")
	pid, _ = strconv.Atoi(number)
	return pid, clean(host)
}

func (p *place) release() { _ = p.lock.Close() }

// tryWriting proves that files can be created, synced and removed here.
func (p *place) tryWriting() error {
	path := p.path(fileTry)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return notWritable(p.dir, err)
	}
	_, err = f.WriteString("athar")
	err = errors.Join(err, f.Sync(), f.Close(), os.Remove(path))
	if err != nil {
		return notWritable(p.dir, err)
	}
	return nil
}

// storeFromJournal returns the store's ID when FORMAT is missing: from the
// journal where there is one, NoID for a directory that is new.
func (p *place) storeFromJournal() (domain.ID, error) {
	segments, err := listSegments(p.path(dirJournal))
	if err != nil {
		return domain.NoID, err
	}
	for _, s := range segments {
		if id, ok := segmentStore(s.path); ok {
			return id, nil
		}
	}
	_, errStore := os.Stat(p.path(dirStore))
	_, errFormat := os.Stat(p.path(fileFormat))
	if len(segments) > 0 || errStore == nil || errFormat == nil {
		return domain.NoID, domain.Problem(domain.ErrNotAthar, "").With("path", p.dir)
	}
	return domain.NoID, nil
}

func segmentStore(path string) (domain.ID, bool) {
	f, err := os.Open(path)
	if err != nil {
		return domain.NoID, false
	}
	defer f.Close()
	buf := make([]byte, segmentHeader)
	n, _ := f.ReadAt(buf, 0)
	id, _, err := decodeSegmentHeader(buf[:n])
	return id, err == nil
}

// FORMAT is three lines of text, for people and programs that find the folder.
const formatText = "athar store\nformat %d\nid %s\n"

func writeFormat(path string, store domain.ID) error {
	return writeFileSynced(path, fmt.Appendf(nil, formatText, storeFormat, store))
}

// readFormat returns the store's ID; ErrNotAthar when the file says something
// else, ErrStoreNewer when its format is above ours.
func readFormat(path string) (domain.ID, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return domain.NoID, err
		}
		return domain.NoID, fileError(path, err)
	}
	return parseFormat(raw, filepath.Dir(path))
}

func parseFormat(raw []byte, dir string) (domain.ID, error) {
	lines := bufio.NewScanner(bytes.NewReader(raw))
	next := func() string {
		if !lines.Scan() {
			return ""
		}
		return strings.TrimSpace(lines.Text())
	}
	magic, number, id := next(), next(), next()
	format, err := strconv.Atoi(strings.TrimPrefix(number, "format "))
	if magic != "athar store" || err != nil || format < 1 {
		return domain.NoID, domain.Problem(domain.ErrNotAthar, "").With("path", dir)
	}
	if format > storeFormat {
		return domain.NoID, domain.Problem(domain.ErrStoreNewer, "").
			With("found", format).With("known", storeFormat).With("path", dir)
	}
	store, err := uuid.Parse(strings.TrimPrefix(id, "id "))
	if err != nil || store == domain.NoID {
		return domain.NoID, domain.Problem(domain.ErrNotAthar, "").With("path", dir)
	}
	return store, nil
}
