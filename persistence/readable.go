package persistence

import (
	"os"
	"path/filepath"
	"strings"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/archive"
)

// fileReadable lies in a store that was encrypted until everything is removed
// that anybody can read: the store it was, those that earlier restores put
// aside, and backups.
const fileReadable = "READABLE"

// RemoveReadable removes what is left to be read of a store that was encrypted.
// It does nothing where nothing is to be removed. Open does the same.
func RemoveReadable(dir string, opts Options) (removed, left []string, err error) {
	p, err := settledPlace(dir, opts.complete())
	if err != nil {
		return nil, nil, err
	}
	defer p.release()
	return p.removed, p.left, nil
}

// removeReadable does the work for a directory that is taken. Nothing is removed
// beside a store that is not encrypted.
func (p *place) removeReadable(step func(string)) {
	note := p.path(fileReadable)
	if _, err := os.Lstat(note); err != nil || p.keys == domain.NoID {
		return
	}
	r := removal{step: step}
	r.backups(p.path(DirBackups))
	parent := filepath.Dir(p.dir)
	names, _ := os.ReadDir(parent)
	for _, n := range names {
		path := filepath.Join(parent, n.Name())
		switch {
		case !n.IsDir():
		case strings.HasPrefix(n.Name(), filepath.Base(p.dir)+suffixBefore):
			r.store(path)
		case isStamped(n.Name(), filepath.Base(p.dir)+suffixRemoving):
			if r.file(path) { // somebody wanted it gone
				r.removed = append(r.removed, path)
			}
		}
	}
	p.removed, p.left = r.removed, r.left
	step("removed")
	if !r.failed && syncDir(parent) == nil {
		_ = os.Remove(note) // else it is tried once more
	}
}

// removal removes what can be read and keeps account of it.
type removal struct {
	step          func(string) // tests stop here
	removed, left []string
	failed        bool // something that may be removed could not be
}

func (r *removal) file(path string) bool {
	err := os.RemoveAll(path)
	if err != nil {
		r.failed = true
		r.left = append(r.left, path)
	}
	r.step("removing")
	return err == nil
}

// backups removes the backups in a directory that are not sealed, and what was
// being written.
func (r *removal) backups(dir string) {
	names, _ := os.ReadDir(dir)
	for _, n := range names {
		base, tmp := strings.CutSuffix(n.Name(), ".tmp")
		_, is := backup.ParseName(base)
		path := filepath.Join(dir, n.Name())
		if !is || !n.Type().IsRegular() || (!tmp && isSealed(path)) {
			continue
		}
		if r.file(path) {
			r.removed = append(r.removed, path)
		}
	}
}

// isSealed reports whether a file is a sealed backup, be it damaged. One that
// cannot be read is left for another time.
func isSealed(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	return archive.IsSealed(f)
}

// store removes a store that is not encrypted. What is not of Athar's in its
// directory stays.
func (r *removal) store(dir string) {
	p := &place{dir: dir}
	if err := p.identify(); err != nil {
		r.left = append(r.left, dir) // nobody knows what it is
		return
	}
	if p.store == domain.NoID || p.keys != domain.NoID {
		return
	}
	p, err := takePlace(dir)
	if err != nil {
		r.failed = true
		r.left = append(r.left, dir)
		return
	}
	r.backups(p.path(DirBackups))
	_ = os.Remove(p.path(DirBackups)) // which does nothing to what is not empty
	names, _ := os.ReadDir(dir)
	good := true
	for _, n := range names {
		switch {
		case !isOurs(n.Name()), n.Name() == dirJournal, n.Name() == fileSetBack, n.Name() == fileFormat:
		default:
			good = r.file(p.path(n.Name())) && good
		}
	}
	// What shows whose store it is goes last: until then it is known for one, and
	// for one whose epoch goes on elsewhere.
	good = good && r.file(p.path(dirJournal)) && r.file(p.path(fileSetBack)) && r.file(p.path(fileFormat))
	p.release()
	if good {
		_ = os.Remove(p.lock.Path())
		if os.Remove(dir) != nil {
			r.left = append(r.left, dir) // somebody put something into it
		}
		r.removed = append(r.removed, dir)
	}
}

// isOurs reports whether a name in a data directory is one that Athar gave.
func isOurs(name string) bool {
	base := strings.TrimSuffix(name, ".tmp")
	switch base {
	case dirStore, dirJournal, dirRebuilt, dirProbe, fileTry, fileFormat, fileClean, fileRebuild,
		fileSetBack, fileEpochs, fileForgetting, fileChecked, fileChecking, fileRestoring, fileReadable, fileSettings:
		return true
	}
	return strings.HasPrefix(base, "quarantine-") || strings.HasPrefix(base, "athar.log")
}
