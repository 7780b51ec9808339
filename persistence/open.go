package persistence

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"athar/domain"
)

// open brings the parts of the store together: room, journal, Badger, and each
// up to date with the other.
func (s *Store) open() error {
	if err := s.room(minFreeOpen); err != nil {
		return err
	}
	if s.place.store == domain.NoID {
		if err := s.create(); err != nil {
			return err
		}
	}
	s.opts.step("format known")
	if err := newDir(s.place.path(dirJournal)); err != nil {
		return err
	}
	s.removeLeftovers()
	segments, err := s.place.segments()
	if err != nil {
		return err
	}
	s.journal = &diskLog{
		dir: s.place.path(dirJournal), store: s.place.store,
		limit: s.opts.segmentLimit, sync: !s.opts.noSync, step: s.opts.step, seal: s.place.seal,
	}
	if err := s.openOrRebuild(segments); err != nil {
		return err
	}
	if segments, err = s.place.segments(); err != nil { // again: some may be put aside
		return err
	}
	s.countUnbacked(segments)
	known := len(s.report.Problems)
	if err := s.catchUp(segments); err != nil || s.opts.asIs {
		return err
	}
	if err := s.settleBadger(); err != nil {
		return err
	}
	s.missClosing(known)
	if err := s.dropAllUnfinished(); err != nil {
		return err
	}
	if err := s.finishTables(); err != nil {
		return err
	}
	s.home, _ = os.Stat(s.place.dir)
	s.makeReserve()
	return s.settle(len(s.report.Problems) > known)
}

// settleBadger flushes Badger once. What it makes when it is opened, and what it was
// brought up to date with, then outlives a power cut, after which the start has only to
// do again what came later.
func (s *Store) settleBadger() error {
	if s.opts.noSync {
		return nil
	}
	return storeError("sync", s.db.Sync())
}

// missClosing tells of records that there were when the store was last closed and
// that neither Badger nor the log has: a log cut short looks like a write that
// was, and an old Badger like one that is behind.
func (s *Store) missClosing(known int) {
	if s.state.Seq < s.closedAt && len(s.report.Problems) == known && s.report.LostFrom.IsZero() {
		s.report.problem(dirJournal)
	}
}

// settle brings the store to this format and its epoch up to date. lost says
// that records of the log are gone.
func (s *Store) settle(lost bool) error {
	meta, _, _, err := readState(s.db) // again: the log may have said more
	if err != nil {
		return err
	}
	s.format = meta.Format
	if err := s.migrate(); err != nil {
		return err
	}
	if err := s.settleFormat(); err != nil {
		return err
	}
	if meta.Format == 1 {
		return nil // it had no epoch before; see migrateTo2
	}
	return s.settleEpoch(lost)
}

// removeLeftovers removes files that were being written when a process died.
// They never had their names, so nothing is missing without them.
func (s *Store) removeLeftovers() {
	for _, dir := range []string{s.place.dir, s.place.path(dirJournal)} {
		names, _ := os.ReadDir(dir)
		for _, n := range names {
			base, isTmp := strings.CutSuffix(n.Name(), ".tmp")
			ours := base == fileFormat || base == fileClean || base == fileRebuild ||
				base == fileEpochs || base == fileSetBack || base == fileForgetting || base == fileChecked || base == fileChecking ||
				strings.HasPrefix(base, "journal-")
			if isTmp && ours {
				_ = os.Remove(filepath.Join(dir, n.Name()))
			}
		}
	}
}

// create starts the journal of a new store.
func (s *Store) create() error {
	if err := s.place.begin(domain.NewID(), s.opts); err != nil {
		return err
	}
	s.report.Created = true
	dir := s.place.path(dirJournal)
	if err := newDir(dir); err != nil {
		return err
	}
	j := diskLog{dir: dir, store: s.place.store, seal: s.place.seal}
	if err := j.startSegment(1); err != nil {
		return err
	}
	s.opts.step("journal made")
	if err := j.close(); err != nil {
		return err
	}
	// Written only now that the journal is there: without FORMAT a directory
	// may be taken for new.
	return s.settleFormat()
}

// openOrRebuild opens Badger, or makes its part anew where it cannot be used.
// Where that cannot be done either, the store is not opened: nothing is ever
// given up silently.
func (s *Store) openOrRebuild(segments []segment) error {
	if err := s.settleTables(); err != nil {
		return err
	}
	last, err := s.lastClosing()
	if err != nil {
		return err
	}
	s.closedAt = last.seq
	dir := s.place.path(dirStore)
	in, err := inspect(dir, last.intact, s.place.badgerKey)
	if err == nil {
		err = s.putAside(in.strays)
	}
	r := recovery{store: s, segments: segments, newest: last.seq, lossless: true}
	if err == nil && s.distrusted() {
		if err = r.rebuild(in.exists); !errors.Is(err, errUnusable) {
			return err
		}
		s.report.problem(dirStore) // it is used as it is: what is damaged in it says so when it is read
		err = nil
	}
	if err == nil && in.exists {
		err = s.openKept(last, segments)
	}
	if err == nil && in.exists || err != nil && !errors.Is(err, errUnusable) {
		return err
	}
	r.lossless = false
	if err = r.rebuild(in.exists); errors.Is(err, errUnusable) {
		return damaged(dir)
	}
	return err
}

// openKept opens the store there is.
func (s *Store) openKept(last closing, segments []segment) error {
	if !last.intact {
		if err := s.probe(); err != nil {
			return err
		}
	}
	if err := s.openBadger(last, emptyLog(segments)); err != nil {
		return err
	}
	old, err := s.outdated(segments)
	if err != nil || !old {
		return err
	}
	r := recovery{store: s, segments: segments, newest: last.seq, least: s.state.Seq}
	if err := s.letGo(); err != nil {
		return err
	}
	if err = r.rebuild(true); !errors.Is(err, errUnusable) {
		return err
	}
	return s.openBadger(last, nil)
}

// distrusted reports whether damage was found earlier that a rebuild mends.
func (s *Store) distrusted() bool {
	_, err := os.Lstat(s.place.path(fileRebuild))
	return err == nil
}

// emptyLog returns where a store begins whose log never had a record, nil for
// any other.
func emptyLog(segments []segment) *logStart {
	if !isEmptyJournal(segments) {
		return nil
	}
	return &logStart{format: storeFormat}
}

// isEmptyJournal reports whether the journal never had a record: the store is
// new, or its making was cut short.
func isEmptyJournal(segments []segment) bool {
	if len(segments) != 1 || segments[0].first != 1 {
		return false
	}
	info, err := os.Stat(segments[0].path)
	head, ok := readSegmentHead(segments[0].path)
	return err == nil && ok && info.Size() == int64(len(head.encode()))
}
