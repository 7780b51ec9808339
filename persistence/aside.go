package persistence

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"athar/domain"
	"athar/domain/backup"
)

// suffixRemoving is in the name of a store that was put aside and that somebody
// wants gone. Half of it may be: nothing brings it back any more.
const suffixRemoving = ".removing-"

// PutAside returns the stores that restores and reverts put aside beside the
// data directory, and those whose removal was cut short, the oldest first. What
// was forgotten since then is still in them.
func PutAside(dir string) []backup.Aside {
	var out []backup.Aside
	for _, suffix := range []string{suffixRemoving, suffixBefore} {
		out = append(out, stampedBeside(dir, suffix)...)
	}
	slices.SortStableFunc(out, func(a, b backup.Aside) int { return a.Put.Compare(b.Put) })
	return out
}

// KeptStore returns the directory of the newest store that a restore or a
// revert put aside, and when; "" when there is none.
func KeptStore(dir string) (path string, at time.Time) {
	all := stampedBeside(dir, suffixBefore)
	if len(all) == 0 {
		return "", time.Time{}
	}
	newest := all[len(all)-1]
	return newest.Path, newest.Put
}

// stampedBeside returns the directories beside another whose names go on with a
// suffix and a time, in the order of their names.
func stampedBeside(dir, suffix string) []backup.Aside {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil
	}
	var out []backup.Aside
	names, _ := os.ReadDir(filepath.Dir(dir))
	for _, n := range names {
		if at, is := stampOf(n.Name(), filepath.Base(dir)+suffix); is && n.IsDir() {
			path := filepath.Join(filepath.Dir(dir), n.Name())
			out = append(out, backup.Aside{Path: path, Put: at, Halved: suffix == suffixRemoving})
		}
	}
	return out
}

// stampOf returns the time in a name that begins with something.
func stampOf(name, begin string) (at time.Time, is bool) {
	stamp, is := strings.CutPrefix(name, begin)
	if !is || len(stamp) < len(stampBefore) {
		return time.Time{}, false
	}
	at, err := time.Parse(stampBefore, stamp[:len(stampBefore)])
	return at, err == nil
}

func isStamped(name, begin string) bool {
	_, is := stampOf(name, begin)
	return is
}

// SizeOf returns how many bytes the files in a directory take, as far as they
// can be looked at.
func SizeOf(dir string) int64 {
	var size int64
	_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return nil // what cannot be looked at counts for nothing
		}
		if info, err := e.Info(); err == nil {
			size += info.Size()
		}
		return nil
	})
	return size
}

// RemoveAside removes a store that PutAside named, for good. It has another name
// before anything in it goes: what is left of one whose removal was cut short is
// never taken for a store to go back to.
//
// Errors have the codes ErrNotFound for any other directory, ErrNotOurs when
// there is something in it that Athar did not put there, ErrAlreadyOpen,
// ErrOpenElsewhere and ErrReadOnly. Before the new name nothing was removed.
func RemoveAside(dir, path string, opts Options) error {
	opts = opts.complete()
	dir, err := filepath.Abs(dir)
	if err != nil || !slices.ContainsFunc(PutAside(dir), func(a backup.Aside) bool { return a.Path == path }) {
		return domain.Problem(domain.ErrNotFound, "").With("path", path)
	}
	if !isStamped(filepath.Base(path), filepath.Base(dir)+suffixRemoving) {
		p := &place{dir: path, lock: flock.New(filepath.Join(path, fileLock))}
		if err := p.takeLock(); err != nil {
			return err
		}
		next, err := p.giveUp(dir)
		p.release()
		if err != nil {
			return err
		}
		path = next
	}
	opts.step("aside renamed")
	if err := os.RemoveAll(path); err != nil {
		return notWritable(path, err)
	}
	return fileError(path, syncDir(filepath.Dir(path)))
}

// giveUp gives a store that was put aside beside dir the name of one that is
// being removed, and returns that.
func (p *place) giveUp(dir string) (path string, err error) {
	name, err := p.stranger()
	if err != nil {
		return "", notWritable(p.dir, err)
	}
	if name != "" {
		return "", domain.Problem(domain.ErrNotOurs, "").With("path", p.dir).With("file", name)
	}
	at, _ := stampOf(filepath.Base(p.dir), filepath.Base(dir)+suffixBefore)
	path = freePath(dir + suffixRemoving + at.Format(stampBefore))
	if runtime.GOOS == "windows" { // which renames no folder with an open file in it
		p.release()
	}
	return path, renameDir(p.dir, path)
}

// stranger returns the name of something in the store that Athar did not put
// there, as it must not go with it; "" when there is nothing.
func (p *place) stranger() (string, error) {
	names, err := os.ReadDir(p.dir)
	if err != nil {
		return "", err
	}
	for _, n := range names {
		switch name := n.Name(); {
		case name == DirBackups && n.IsDir():
		case !isOurs(name) && !isKeys(name) && !isFurniture(name) && name != fileLock && name != fileShow:
			return name, nil
		}
	}
	backups, err := os.ReadDir(p.path(DirBackups))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	for _, n := range backups {
		_, is := backup.ParseName(strings.TrimSuffix(n.Name(), ".tmp"))
		if !is && !isFurniture(n.Name()) {
			return filepath.Join(DirBackups, n.Name()), nil
		}
	}
	return "", nil
}
