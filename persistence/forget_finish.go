package persistence

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/archive"
)

// A commit that forgets takes the values out of the store. FinishForgetting
// takes them out of everything else below the data directory:
//
//  1. The log goes on in a new segment, a checkpoint is made, and the segments
//     before go, whatever other checkpoints there are.
//  2. Each older checkpoint is written anew without the values, beside itself,
//     verified, and renamed. One that is damaged is removed: nobody can tell
//     what is in it.
//  3. What was put into quarantine is removed.
//  4. The next start makes Badger's part anew from 1. and removes the old one:
//     what was deleted stays in its tables for an unknown time.
//
// FORGETTING says what is left to do. After a crash it is done again from the
// start, which finds less to do.

// Forgetting reports whether something that was forgotten for ever may still be
// found in the data directory: then FinishForgetting has something to do.
func (s *Store) Forgetting() bool {
	s.write.Lock()
	defer s.write.Unlock()
	n, err := s.readForgetting()
	return s.reading == "" && (err != nil || len(n.refs) > 0)
}

// FinishForgetting removes what was forgotten for ever from the log, from the
// checkpoints and from quarantine. The store can be used meanwhile. When it is
// cancelled or fails, calling it again goes on; so does the next start.
//
// Backups in other places and stores that a restore put aside (see PutAside) are
// not touched: they belong to the person who has them.
//
// Errors are those of Backup.
func (s *Store) FinishForgetting(ctx context.Context, progress func(float64)) error {
	if err := s.RefuseChange(); err != nil {
		return err
	}
	s.backups.Lock()
	defer s.backups.Unlock()
	f := finishing{store: s, ctx: ctx, progress: progress}
	if f.progress == nil {
		f.progress = func(float64) {}
	}
	if err := f.run(); err != nil {
		return fmt.Errorf("forget: %w", err)
	}
	return nil
}

// finishing is one call of FinishForgetting.
type finishing struct {
	store    *Store
	ctx      context.Context
	progress func(float64)
	note     forgettingNote
	forgotten
}

func (f *finishing) run() error {
	if err := f.look(); err != nil || len(f.note.refs) == 0 {
		return err
	}
	if len(f.forgotten) > 0 {
		for _, do := range []func() error{f.replaceLog, f.filterCheckpoints, func() error { return f.whileOpen(f.clearQuarantine) }} {
			if err := do(); err != nil {
				return err
			}
		}
	}
	return f.done()
}

// look reads what there is to do.
func (f *finishing) look() error {
	s := f.store
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return internal("store is closed")
	}
	var err error
	if f.note, err = s.readForgetting(); err != nil {
		return err
	}
	return s.read("read what is forgotten", func(txn *badger.Txn) error {
		var err error
		f.forgotten, err = forgottenOf(txn, f.note.refs)
		return err
	})
}

// done notes that only Badger's tables are left. What was forgotten meanwhile
// stays in the note.
func (f *finishing) done() error {
	s := f.store
	s.write.Lock()
	defer s.write.Unlock()
	n, err := s.readForgetting()
	if err != nil {
		return err
	}
	left := forgettingNote{tables: n.tables || len(f.forgotten) > 0}
	for i, r := range n.refs {
		if i >= len(f.note.refs) { // new ones come at the end
			left.refs = append(left.refs, r)
		}
	}
	if err := s.writeForgetting(left); err != nil {
		return err
	}
	s.opts.step("forgotten but for tables")
	f.progress(1)
	return nil
}

// replaceLog removes every segment of before now.
func (f *finishing) replaceLog() error {
	s := f.store
	if err := s.rotateLog(); err != nil {
		return err
	}
	info, err := s.backup(f.ctx, s.place.path(DirBackups), BackupOptions{
		Reason: backup.AfterForgetting, Version: s.opts.Version, step: s.opts.step,
		Progress: func(share float64) { f.progress(share / 4) },
	})
	if err != nil {
		return err
	}
	s.opts.step("forgotten in a checkpoint")
	segments, err := s.closedSegments()
	if err != nil {
		return err
	}
	return s.removeSegments(segments, info.Seq)
}

// filterCheckpoints takes the values out of every checkpoint.
func (f *finishing) filterCheckpoints() error {
	dir := f.store.place.path(DirBackups)
	if err := removeUnfinished(dir); err != nil {
		return err
	}
	names, err := os.ReadDir(dir)
	if err != nil {
		return fileError(dir, err)
	}
	for i, n := range names {
		if err := f.ctx.Err(); err != nil {
			return cancelled(err)
		}
		if _, ours := backup.ParseName(n.Name()); ours {
			tell := func(share float64) { f.progress(0.25 + 0.7*(float64(i)+share)/float64(len(names))) }
			err := f.whileOpen(func() error { return f.filterCheckpoint(filepath.Join(dir, n.Name()), tell) })
			if err != nil {
				return err
			}
		}
		f.progress(0.25 + 0.7*float64(i+1)/float64(len(names)))
	}
	return nil
}

// whileOpen does something that closing the store waits for.
func (f *finishing) whileOpen(do func() error) error {
	s := f.store
	s.snapshots.RLock()
	defer s.snapshots.RUnlock()
	s.write.Lock()
	closed := s.closed
	s.write.Unlock()
	if closed {
		return internal("store is closed")
	}
	return do()
}

// filterCheckpoint writes a checkpoint anew unless it holds no values. It is read
// to look, read to write, and what was written is read.
func (f *finishing) filterCheckpoint(path string, progress func(float64)) error {
	third := func(n float64) func(float64) { return func(share float64) { progress((n + share) / 3) } }
	filter := newForgetFilter(f.forgotten, func(archive.Entry) error { return nil })
	a, err := f.each(path, third(0), filter.entry)
	switch domain.CodeOf(err) {
	case "":
	case domain.ErrLocked, domain.ErrKeyOther:
		return nil // nobody who can open this store can open it
	case domain.ErrBackupDamaged, domain.ErrNotBackup, domain.ErrBackupNewer:
		return fileError(path, os.Remove(path))
	default:
		return err
	}
	if !filter.changed {
		return nil
	}
	a.head.Counts, a.head.Sum = headCounts(filter.state), sumText(filter.state.Sum)
	err = a.write(func(put func(archive.Entry) error) error {
		_, err := f.each(path, third(1), newForgetFilter(f.forgotten, put).entry)
		return err
	})
	if err == nil {
		f.store.opts.step("checkpoint filtered aside")
		_, err = ReadBackup(f.ctx, a.path, a.as.keys, third(2))
	}
	if err != nil {
		_ = os.Remove(a.path)
		return err
	}
	if err := renameDir(a.path, path); err != nil {
		return err
	}
	f.store.noteVerified(path)
	f.store.opts.step("checkpoint filtered")
	return nil
}

// each gives every entry of a backup to visit. It returns a file beside it with
// the same head, sealed in the same way.
func (f *finishing) each(path string, progress func(float64), visit func(archive.Entry) error) (archiveFile, error) {
	b, err := openBackup(path, f.store.opts.Keys)
	if err != nil {
		return archiveFile{}, err
	}
	defer b.close()
	as := &keyring{}
	if b.keys != nil {
		as = &keyring{f.store.opts.Keys, b.keys}
	}
	return archiveFile{path + ".tmp", b.Head, as, !f.store.opts.noSync}, b.each(f.ctx, progress, func(e archive.Entry) error {
		err := visit(e)
		if domain.CodeOf(err) == domain.ErrStoreDamaged { // a value in it
			err = archive.ErrDamaged
		}
		return err
	})
}

// clearQuarantine removes what could not be used and may hold the values.
func (f *finishing) clearQuarantine() error {
	s := f.store
	names, err := os.ReadDir(s.place.dir)
	if err != nil {
		return fileError(s.place.dir, err)
	}
	for _, n := range names {
		if !strings.HasPrefix(n.Name(), quarantinePrefix) && n.Name() != dirProbe && n.Name() != dirRebuilt {
			continue
		}
		if err := os.RemoveAll(s.place.path(n.Name())); err != nil {
			return fileError(s.place.path(n.Name()), err)
		}
	}
	s.opts.step("quarantine cleared")
	return nil
}
