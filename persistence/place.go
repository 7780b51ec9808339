package persistence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"athar/domain"
	"athar/persistence/vault"
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
	fileSetBack = "SETBACK"
	fileEpochs  = "EPOCHS"
	fileChecked = "CHECKED"

	fileChecking = "CHECKING"

	fileForgetting = "FORGETTING"

	quarantinePrefix = "quarantine-"

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
	minFreeClose  = 48 << 20 // what Badger still has in memory, and a margin
)

// place is a data directory that is ours and locked.
type place struct {
	dir   string
	lock  *flock.Flock
	store domain.ID // NoID when the directory is new
	keys  domain.ID // of an encrypted store; NoID for any other
	found bool      // FORMAT is there and says so

	untouched bool // nothing in the directory may change, be it to mend it

	// What opens an encrypted store, once it is unlocked.
	seal      *recordSeal
	file      *vault.File
	badgerKey []byte

	// What of a store that was encrypted could be read, and was removed or is
	// left.
	removed, left []string
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
	said, err := readFormat(p.path(fileFormat))
	p.found = err == nil
	none := errors.Is(err, os.ErrNotExist) || domain.CodeOf(err) == domain.ErrNotAthar
	if err != nil && !none {
		return err
	}
	// A store that was encrypted must not be taken for one that is not because
	// of what a text file says: the journal knows better.
	head, inJournal := p.firstHead()
	switch {
	case inJournal && err == nil && said.keys != head.keys:
		p.found = false
		said.keys = head.keys
	case inJournal && err != nil:
		said, err = formatted{head.store, head.keys}, nil
	case err != nil:
		said, err = formatted{}, p.refuseRemains()
	}
	p.store, p.keys = said.store, said.keys
	return err
}

// notWritable tells a full disk and a name that is too long from a folder that
// may not be written.
func notWritable(dir string, err error) error {
	code := domain.ErrReadOnly
	switch {
	case isDiskFull(err):
		return fullAt(dir, err)
	case isGone(err):
		code = domain.ErrFolderGone
	}
	return &domain.Error{Code: code, Args: map[string]any{"path": dir}, Err: err}
}

// refuseForeign returns ErrNotAthar for a directory that holds files but
// nothing that shows it to be ours. Furniture does not count.
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
			isKeys(name), isFurniture(name):
		default:
			foreign = true
		}
	}
	if foreign {
		return domain.Problem(domain.ErrNotAthar, "").With("path", dir)
	}
	return nil
}

// isFurniture reports whether a name is of a file that systems drop into every
// folder.
func isFurniture(name string) bool {
	return strings.HasPrefix(name, ".") || name == "desktop.ini" || name == "Thumbs.db"
}

// Somebody who looks whether the store is open has the lock for a moment.
const (
	lockTries = 4
	lockPause = 15 * time.Millisecond
)

// takeLock takes the lock file and writes into it who holds it. The first byte
// stays free: on Windows the locked byte cannot be read by others.
func (p *place) takeLock() error {
	ok, err := p.lock.TryLock()
	for range lockTries {
		if ok || err != nil {
			break
		}
		time.Sleep(lockPause)
		ok, err = p.lock.TryLock()
	}
	if err != nil {
		return notWritable(p.dir, err)
	}
	if !ok {
		pid, host := readLock(p.lock.Path())
		code := domain.ErrAlreadyOpen
		if ours, _ := os.Hostname(); host != "" && host != ours {
			code = domain.ErrOpenElsewhere
		}
		return domain.Problem(code, "").With("pid", pid).With("host", host).With("path", p.dir)
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

// relock takes the lock of a folder that was away: the old one went with it.
func (p *place) relock() error {
	old := p.lock
	p.lock = flock.New(p.path(fileLock))
	if err := p.takeLock(); err != nil {
		p.lock = old
		return err
	}
	_ = old.Close()
	return nil
}

func (p *place) release() {
	if p.lock != nil { // a store that is only read has none
		_ = p.lock.Close()
	}
}

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

// firstHead returns the header of the oldest segment of the journal that has
// one.
func (p *place) firstHead() (segmentHead, bool) {
	segments, _ := listSegments(p.path(dirJournal), nil)
	for _, s := range segments {
		if head, ok := readSegmentHead(s.path); ok {
			return head, true
		}
	}
	return segmentHead{}, false
}

func readSegmentHead(path string) (segmentHead, bool) {
	f, err := os.Open(path)
	if err != nil {
		return segmentHead{}, false
	}
	defer f.Close()
	buf := make([]byte, sealedHeader)
	n, _ := f.ReadAt(buf, 0)
	head, err := decodeSegmentHead(buf[:n])
	return head, err == nil
}

// refuseRemains returns ErrNotAthar for a directory with parts of a store that
// do not say whose they are, nil for one that is new.
func (p *place) refuseRemains() error {
	segments, err := listSegments(p.path(dirJournal), nil)
	if err != nil {
		return err
	}
	_, errStore := os.Stat(p.path(dirStore))
	_, errFormat := os.Stat(p.path(fileFormat))
	if len(segments) > 0 || errStore == nil || errFormat == nil {
		return domain.Problem(domain.ErrNotAthar, "").With("path", p.dir)
	}
	return nil
}
