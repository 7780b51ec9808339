package persistence

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/vault"
)

// RestoreOptions say how a backup is restored.
type RestoreOptions struct {
	// Other allows a backup of another store to take the place of a store that
	// holds something.
	Other bool
	// Keys open a sealed backup; those of the store when nil.
	Keys     *vault.Keys
	Progress func(float64) // from 0 to 1; may be nil
}

// Restored is what a restore did.
type Restored struct {
	backup.Contents
	Kept string // where the store there was is kept now; "" when there was none
}

// Restore makes a store of a backup and puts it in the place of the one in the
// directory, which is kept beside it. The store must be closed. The new one is
// made in a directory of its own, opened, verified and compared with the backup
// before anything is renamed; a crash at any moment leaves the one or the other
// in its place at the next Open.
//
// The ID of the store is that of the backup. Its epoch is a new one: what is done
// on it from now on is not what the device did that made the backup. A backup of
// an older format becomes a store of that format, which the next Open migrates.
//
// A store that is encrypted stays so, with its keys, which the options must have.
// One that is not there, or is not encrypted, becomes what the backup is.
//
// Errors have the codes of Open and ReadBackup, and ErrBackupOther.
func Restore(ctx context.Context, dir, path string, opts Options, o RestoreOptions) (Restored, error) {
	r, err := restore(ctx, dir, path, opts.complete(), o)
	if err != nil {
		return Restored{}, fmt.Errorf("restore: %w", err)
	}
	return r, nil
}

func restore(ctx context.Context, dir, path string, opts Options, o RestoreOptions) (Restored, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Restored{}, notWritable(dir, err)
	}
	if err := refuseShared(dir, opts.Site(dir)); err != nil {
		return Restored{}, err
	}
	old, err := oldPlace(dir, opts)
	if err != nil {
		return Restored{}, err
	}
	if old != nil {
		defer old.release()
	}
	if o.Keys == nil {
		o.Keys = opts.Keys
	}
	file, err := openBackup(path, o.Keys)
	if err != nil {
		return Restored{}, err
	}
	defer file.close()
	if opts.Keys, opts.NewKeys, err = old.keysAfter(opts, o.Keys, file); err != nil {
		return Restored{}, err
	}
	if old.holds() && old.store != file.Head.Store && !o.Other {
		return Restored{}, domain.Problem(domain.ErrBackupOther, "").With("file", path)
	}
	b := building{dir: dir + suffixRestoring, opts: opts, file: file, progress: o.Progress}
	next, err := b.run(ctx)
	if err == nil && old != nil {
		err = b.takeSettings(dir)
	}
	if err != nil {
		b.remove()
		return Restored{}, err
	}
	c := change{dir: dir, opts: opts, old: old, next: next}
	kept, err := c.run()
	if err != nil {
		b.remove()
	}
	return Restored{b.check.contents, kept}, err
}

// oldPlace takes the directory a restore is for; nil when it is not there.
func oldPlace(dir string, opts Options) (*place, error) {
	if err := FinishRestore(dir); err != nil {
		return nil, err
	}
	if _, err := os.Stat(dir); os.IsNotExist(err) {
		if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
			return nil, notWritable(dir, err)
		}
		return nil, nil
	}
	return settledPlace(dir, opts)
}

// keysAfter returns the keys that a store has once a backup was restored in its
// place.
func (p *place) keysAfter(opts Options, given *vault.Keys, file *backupFile) (*vault.Keys, *vault.File, error) {
	switch {
	case p != nil && p.keys != domain.NoID && file.keys != nil && file.keys.ID() == p.keys:
		return given, p.newest(file.keys), nil
	case p != nil && p.keys != domain.NoID:
		if err := p.unlock(opts.Keys); err != nil {
			return nil, nil, err
		}
		return opts.Keys, p.file, nil
	case file.keys != nil:
		return given, file.keys, nil
	}
	return nil, nil, nil
}

// newest returns the key file of the store, or, where it is lost, another with
// the same keys.
func (p *place) newest(other *vault.File) *vault.File {
	if f, err := p.keyFile(); err == nil {
		return f
	}
	return other
}

// holds reports whether anything was ever kept in the store.
func (p *place) holds() bool {
	if p == nil || p.store == domain.NoID {
		return false
	}
	segments, err := listSegments(p.path(dirJournal), nil)
	return err != nil || !isEmptyJournal(segments)
}
