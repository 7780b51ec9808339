package persistence

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/archive"
)

// Where the log does not begin with the first record any more, Badger's part is
// made anew from the newest checkpoint that is whole and the records of the log
// after it:
//
//  1. store.new is filled from the checkpoint.
//  2. Where records after it are gone, SETBACK says so.
//  3. The store that cannot be used goes to quarantine; so do a segment with
//     records that cannot be applied any more, and checkpoints that are damaged.
//  4. store.new becomes store.
//
// A start that dies on the way leaves all that the next one needs.
const dirRebuilt = "store.new"

// checkpoint is a backup of our own that belongs to the log.
type checkpoint struct {
	path string
	head archive.Head
}

// ownCheckpoints returns the checkpoints that the log continues or continued,
// as far as their heads tell, the newest first. unread are the names of those
// that have no head.
func (s *Store) ownCheckpoints(known epochs) (list []checkpoint, unread []string, err error) {
	dir := s.place.path(DirBackups)
	files, err := backupFiles(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		head, err := readBackupHead(path, s.opts.Keys)
		switch domain.CodeOf(err) {
		case "":
		case domain.ErrLocked, domain.ErrKeyOther:
			continue // of a time when other keys were in use
		default:
			unread = append(unread, f.Name)
			continue
		}
		ours := len(known) == 0 || known.at(head.Seq) == head.Epoch
		if ours && head.Store == s.place.store && head.StoreFormat == storeFormat {
			list = append(list, checkpoint{path, head})
		}
	}
	slices.SortStableFunc(list, func(a, b checkpoint) int {
		return cmp.Or(cmp.Compare(b.head.Seq, a.head.Seq), b.head.Created.Compare(a.head.Created))
	})
	return list, unread, nil
}

// recovery makes Badger's part anew from a checkpoint and the log.
type recovery struct {
	store    *Store
	segments []segment
	newest   uint64       // number of the newest record there ever was, as far as known
	least    uint64       // number of a record that must not be lost
	lossless bool         // only where nothing is lost
	aside    func() error // puts aside the store there is; nil for into quarantine

	from checkpoint
	tail tail
	bad  []string // names of checkpoints that are damaged
}

// rebuild makes Badger's part anew, from the log alone where that is whole, and
// opens it. exists says that there is one that cannot be used. It returns
// errUnusable when it can be made of nothing; nothing was changed then.
func (r *recovery) rebuild(exists bool) error {
	s := r.store
	start, whole := s.wholeLog(r.segments)
	if !whole {
		if err := r.run(); err != nil {
			return err
		}
		if err := s.openBadger(closing{}, nil); err != nil {
			return err
		}
		return s.trust()
	}
	if err := r.noteCut(start.before); err != nil {
		return err
	}
	dir := s.place.path(dirStore)
	if exists {
		if err := r.putAside(); err != nil {
			return err
		}
	}
	s.report.Rebuilt = !isEmptyJournal(r.segments)
	if err := newDir(dir); err != nil {
		return err
	}
	if err := s.openBadger(closing{}, &start); err != nil {
		return err
	}
	return s.trust()
}

// noteCut tells of a log that is whole but ends before it did.
func (r *recovery) noteCut(before uint64) error {
	if r.newest == 0 {
		return nil
	}
	t, err := r.store.tailAfter(r.segments, before, r.newest)
	if err != nil || !t.lost {
		return err
	}
	if r.lossless {
		return errUnusable
	}
	return r.store.noteLoss(time.Time{}, t)
}

// trust takes back what distrust noted: the store was made anew.
func (s *Store) trust() error {
	path := s.place.path(fileRebuild)
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fileError(path, err)
	}
	return nil
}

// outdated reports whether the store is older than a checkpoint and the log does
// not lead from the one to the other.
func (s *Store) outdated(segments []segment) (bool, error) {
	files, err := backupFiles(s.place.path(DirBackups))
	newer := func(f backup.File) bool { return f.Seq > s.state.Seq }
	if err != nil || !slices.ContainsFunc(files, newer) {
		return false, err
	}
	list, _, err := s.ownCheckpoints(s.knownEpochs(segments))
	if err != nil || len(list) == 0 || list[0].head.Seq <= s.state.Seq {
		return false, err
	}
	t, err := s.tailAfter(segments, s.state.Seq, 0)
	return err == nil && t.end < list[0].head.Seq, err
}

// run returns errUnusable when there is no checkpoint to begin with; nothing was
// changed then.
func (r *recovery) run() error {
	s := r.store
	if err := os.RemoveAll(s.place.path(dirRebuilt)); err != nil {
		return fileError(s.place.path(dirRebuilt), err)
	}
	if err := r.fill(); err != nil {
		return err
	}
	s.opts.step("rebuilt aside")
	if r.tail.lost {
		if err := s.noteLoss(r.from.head.Created, r.tail); err != nil {
			return err
		}
		s.opts.step("loss noted")
	}
	if err := r.clear(); err != nil {
		return err
	}
	if err := renameDir(s.place.path(dirRebuilt), s.place.path(dirStore)); err != nil {
		return err
	}
	s.opts.step("rebuilt in place")
	s.report.Rebuilt, s.report.FromCheckpoint = true, r.from.head.Created
	return nil
}

// fill makes store.new from the newest checkpoint that is whole.
func (r *recovery) fill() error {
	s := r.store
	list, unread, err := s.ownCheckpoints(s.knownEpochs(r.segments))
	if err != nil {
		return err
	}
	r.bad = unread
	for _, c := range list {
		if r.tail, err = s.tailAfter(r.segments, c.head.Seq, r.newest); err != nil {
			return err
		}
		if r.tail.end <= r.least || r.lossless && r.tail.lost {
			continue
		}
		switch err := s.fillFrom(c.path); domain.CodeOf(err) {
		case "":
			r.from = c
			return nil
		case domain.ErrBackupDamaged, domain.ErrFileRead, domain.ErrNotBackup:
			r.bad = append(r.bad, filepath.Base(c.path))
		default:
			return err
		}
	}
	return errUnusable
}

func (r *recovery) putAside() error {
	if r.aside != nil {
		return r.aside()
	}
	if err := r.store.quarantine(r.store.place.path(dirStore), dirStore); err != nil {
		return err
	}
	r.store.opts.step("quarantined")
	return nil
}

// clear puts aside what cannot be used any more.
func (r *recovery) clear() error {
	s := r.store
	if _, err := os.Lstat(s.place.path(dirStore)); err == nil {
		if err := r.putAside(); err != nil {
			return err
		}
	}
	if r.tail.lost {
		if err := r.cutLog(); err != nil {
			return err
		}
	}
	for _, name := range r.bad {
		if err := s.quarantine(s.place.path(DirBackups, name), name); err != nil {
			return err
		}
	}
	return nil
}

// cutLog puts aside the records that cannot be applied any more, the newest
// first: what is left is without a gap at any moment.
func (r *recovery) cutLog() error {
	s := r.store
	for i, seg := range slices.Backward(r.segments) {
		switch {
		case i > r.tail.segment, i == r.tail.segment && r.tail.good == 0:
			if err := s.quarantine(seg.path, seg.name()); err != nil {
				return err
			}
		case i == r.tail.segment:
			if err := s.cutSegment(seg, r.tail.good); err != nil {
				return err
			}
		}
		s.opts.step("log cut")
	}
	return nil
}

// cutSegment keeps the first bytes of a segment, and a copy of the whole in
// quarantine.
func (s *Store) cutSegment(seg segment, good int64) error {
	buf, err := os.ReadFile(seg.path)
	if err != nil {
		return fileError(seg.path, err)
	}
	if int64(len(buf)) <= good {
		return nil
	}
	dir, err := s.quarantineDir()
	if err != nil {
		return err
	}
	if err := writeFileSynced(s.place.path(dir, seg.name()), buf); err != nil {
		return err
	}
	return writeFileSynced(seg.path, buf[:good])
}
