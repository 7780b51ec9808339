package persistence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"athar/domain"
)

// A restore never touches the store there is. A new one is made beside it, and
// then the two change places by renaming:
//
//	data.restoring          the new store, until it takes the place of data
//	data.before-restore-T   the old one, which goes only when somebody wants it gone
//
// The file RESTORING lies in the new store until it has its place and says what
// it is, so that the next start can finish or undo what was cut short:
//
//	data is there       the switch had not begun: data.restoring goes away
//	data is not there   the old store is aside: data.restoring takes its place
const (
	suffixRestoring = ".restoring"
	suffixBefore    = ".before-restore-"
	stampBefore     = "20060102T150405Z"
)

// What RESTORING says.
const (
	noteMade  = "made"  // by a restore, and not whole yet
	noteReady = "ready" // whole and verified
	noteFrom  = "from " // a revert moved it here; the name it had follows
)

// change is a switch from one store to another.
type change struct {
	dir  string
	opts Options
	old  *place // nil when there is no data yet
	next *place // in data.restoring
}

// run puts next in the place of old and returns where old is kept.
func (c *change) run() (kept string, err error) {
	next := c.dir + suffixRestoring
	c.opts.step("ready")
	if c.old != nil {
		if err := moveBackups(c.dir, next); err != nil {
			return "", err
		}
		c.opts.step("backups moved")
		kept = freeBefore(c.dir, c.opts.Now())
		if runtime.GOOS == "windows" { // which renames no folder with an open file in it
			c.old.release()
		}
		if err := renameDir(c.dir, kept); err != nil {
			_ = moveBackups(next, c.dir)
			return "", err
		}
		c.opts.step("old aside")
		c.old.release()
	}
	if runtime.GOOS == "windows" {
		c.next.release()
	}
	if err := renameDir(next, c.dir); err != nil {
		if kept != "" && renameDir(kept, c.dir) == nil {
			_ = moveBackups(next, c.dir)
		}
		return "", err
	}
	c.opts.step("new in place")
	err = os.Remove(filepath.Join(c.dir, fileRestoring))
	c.next.release()
	return kept, fileError(c.dir, err)
}

// moveBackups moves Athar's own backups along, to those that are there.
func moveBackups(from, to string) error {
	from, to = filepath.Join(from, DirBackups), filepath.Join(to, DirBackups)
	if _, err := os.Stat(from); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if _, err := os.Stat(to); err != nil {
		return renameDir(from, to)
	}
	names, err := os.ReadDir(from)
	if err != nil {
		return fileError(from, err)
	}
	for _, n := range names {
		if err := renameDir(filepath.Join(from, n.Name()), filepath.Join(to, n.Name())); err != nil {
			return err
		}
	}
	return fileError(from, os.Remove(from))
}

// renameDir renames durably.
func renameDir(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return notWritable(filepath.Dir(from), err)
	}
	return fileError(to, syncDir(filepath.Dir(to)))
}

func freeBefore(dir string, now time.Time) string {
	return freePath(dir + suffixBefore + now.UTC().Format(stampBefore))
}

// freePath returns a name that nothing has: the one given, or that with a number.
func freePath(base string) string {
	for i, name := 2, base; ; i++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d", base, i)
	}
}

// settledPlace takes a data directory after a restore that was cut short was
// brought to an end.
func settledPlace(dir string, opts Options) (*place, error) {
	if err := FinishRestore(dir); err != nil {
		return nil, err
	}
	p, err := takePlace(dir)
	if err != nil {
		return nil, err
	}
	if err := p.undoRestore(); err != nil {
		p.release()
		return nil, err
	}
	p.removeReadable(opts.step)
	return p, nil
}

// FinishRestore puts a restored store in its place when a restore was cut short
// after the old one was put aside and before the new one had its name. Nearly
// always there is nothing to do.
func FinishRestore(dir string) error {
	if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
		return nil
	}
	next := dir + suffixRestoring
	note, from := readNote(next)
	if note != noteReady && from == "" {
		return nil
	}
	p, err := takePlace(next) // nobody else is at it
	if err != nil {
		return err
	}
	defer p.release()
	if runtime.GOOS == "windows" {
		p.release()
	}
	return renameDir(next, dir)
}

// undoRestore removes what a restore that was cut short before the switch left
// beside the store. A store that a revert had moved there goes back.
func (p *place) undoRestore() error {
	if err := os.Remove(p.path(fileRestoring)); err == nil {
		return nil // the switch was done but for this
	}
	next := p.dir + suffixRestoring
	note, from := readNote(next)
	if note == "" && from == "" {
		_ = os.Remove(filepath.Join(next, fileRestoring+".tmp"))
		_ = os.Remove(next) // which does nothing to what is not empty
		return nil
	}
	if err := moveBackups(next, p.dir); err != nil {
		return err
	}
	if from == "" {
		if err := p.keepEpoch(); err != nil {
			return err
		}
		removeMade(next)
		return nil
	}
	if err := os.Remove(filepath.Join(next, fileRestoring)); err != nil {
		return fileError(next, err)
	}
	return renameDir(next, filepath.Join(filepath.Dir(p.dir), from))
}

// readNote returns what RESTORING in a directory says; both are empty when it
// is not there.
func readNote(dir string) (note, from string) {
	raw, err := os.ReadFile(filepath.Join(dir, fileRestoring))
	if err != nil {
		return "", ""
	}
	line, _, _ := strings.Cut(string(raw), "\n")
	if name, is := strings.CutPrefix(line, noteFrom); is && name != "." && filepath.IsLocal(name) && filepath.Base(name) == name {
		return "", name
	}
	return line, ""
}

func writeNote(dir, note string) error {
	return writeFileSynced(filepath.Join(dir, fileRestoring), []byte(note+"\n"))
}

// Revert brings back the store that the newest restore put aside, and puts
// aside the one there is: reverting again undoes it. The store must be closed.
// It returns where the present store is kept from now on.
//
// Errors have the codes ErrNoRevert, ErrAlreadyOpen, ErrReadOnly, and those of
// Open for a store that is none.
func Revert(dir string, opts Options) (kept string, err error) {
	opts = opts.complete()
	if dir, err = filepath.Abs(dir); err != nil {
		return "", notWritable(dir, err)
	}
	if err := refuseShared(dir, opts.Site(dir)); err != nil {
		return "", err
	}
	old, err := settledPlace(dir, opts)
	if err != nil {
		return "", fmt.Errorf("revert: %w", err)
	}
	defer old.release()
	back, _ := KeptStore(dir)
	if back == "" {
		return "", domain.Problem(domain.ErrNoRevert, "")
	}
	next, err := takePlace(back)
	if err == nil && next.store == domain.NoID {
		next.release()
		err = domain.Problem(domain.ErrNotAthar, "").With("path", back)
	}
	if err != nil {
		return "", fmt.Errorf("revert: %w", err)
	}
	defer next.release()
	if err := writeNote(back, noteFrom+filepath.Base(back)); err != nil {
		return "", err
	}
	if err := writeFileSynced(filepath.Join(back, fileSetBack), []byte("a restore was reverted\n")); err != nil {
		return "", err
	}
	opts.step("noted")
	if runtime.GOOS == "windows" {
		next.release()
	}
	if err := renameDir(back, dir+suffixRestoring); err != nil {
		return "", err
	}
	c := change{dir: dir, opts: opts, old: old, next: next}
	kept, err = c.run()
	if err != nil {
		_ = old.undoRestore()
	}
	return kept, err
}
