package persistence

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"

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
				base == fileEpochs || base == fileSetBack || base == fileForgetting || base == fileChecked ||
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

// openBadger opens Badger and reads how far it has come. Whatever keeps it from
// being used is errUnusable. Unless it is known to be as it was closed, its
// keys are counted and their values summed up: a table that vanished, or an old
// value in the place of a newer one, shows nowhere else. An empty one begins
// where start says, which is nil where it must not be empty.
func (s *Store) openBadger(last closing, start *logStart) error {
	dir := s.place.path(dirStore)
	var err error
	for range 2 { // an open that fails may repair a log that a kill left behind
		if s.db, err = badgerOpen(dir, s.log, s.place.badgerKey); err == nil {
			break
		}
	}
	if err != nil {
		s.db = nil
		if notDamage(err) {
			return storeError("open", err)
		}
		return errUnusable
	}
	meta, state, found, err := readState(s.db)
	if err == nil && !found && start != nil {
		if err := initState(s.db, s.place.store, start.format, start.before); err != nil {
			return err
		}
		meta, state, found, err = readState(s.db)
	}
	trusted := last.intact && last.seq == state.Seq && state.hasSum()
	switch {
	case err == nil && found && meta.Format > storeFormat:
		return domain.Problem(domain.ErrStoreNewer, "").
			With("found", meta.Format).With("known", storeFormat).With("path", s.place.dir)
	case err != nil || !found || !meta.isOf(s.place.store),
		!trusted && !s.keysMatch(&state):
		return errors.Join(errUnusable, s.letGo())
	}
	s.state, s.format = state, meta.Format
	return nil
}

// badgerOpen opens Badger. Some damage makes it panic.
func badgerOpen(dir string, lg *badgerLog, key []byte) (db *badger.DB, err error) {
	defer func() {
		if recover() != nil { // the value quotes the store
			db, err = nil, errUnusable
		}
	}()
	return badger.Open(badgerOptions(dir, lg, key))
}

// letGo closes a Badger store that cannot be used.
func (s *Store) letGo() error {
	_ = s.closeBadger()
	s.db = nil
	return nil
}

// keysMatch reports whether the store holds the keys and values it should. It
// completes the state of a store of an earlier version, which did not keep all of
// the sums.
func (s *Store) keysMatch(state *wireState) bool {
	if state.hasSum() && state.Parted {
		found, err := countPresent(context.Background(), s.db)
		return err == nil && state.samePresent(found)
	}
	found, err := countKeys(context.Background(), s.db)
	if err != nil || !state.sameKeys(found) {
		return false
	}
	state.Sum, state.Past, state.Parted = found.Sum, found.Past, true
	return s.db.Update(func(txn *badger.Txn) error { return setState(txn, *state) }) == nil
}

// putAside moves files that are not Badger's out of its directory.
func (s *Store) putAside(names []string) error {
	for _, name := range names {
		if err := s.quarantine(s.place.path(dirStore, name), name); err != nil {
			return err
		}
	}
	return nil
}

// quarantine moves a file or directory under a directory that is named for the
// time; nothing that may hold somebody's work is ever deleted.
func (s *Store) quarantine(path, name string) error {
	dir, err := s.quarantineDir()
	if err != nil {
		return err
	}
	if err := os.Rename(path, s.place.path(dir, name)); err != nil {
		return fileError(path, err)
	}
	return fileError(s.place.dir, syncDir(filepath.Dir(path)))
}

// quarantineDir makes the directory for what this start puts aside.
func (s *Store) quarantineDir() (string, error) {
	if s.report.Quarantine != "" {
		return s.report.Quarantine, nil
	}
	base := quarantinePrefix + s.opts.Now().UTC().Format("20060102T150405Z")
	dir := base
	for i := 2; ; i++ {
		err := os.Mkdir(s.place.path(dir), 0o700)
		if err == nil {
			break
		}
		if !errors.Is(err, os.ErrExist) || i > 1000 {
			return "", fileError(s.place.path(dir), err)
		}
		dir = fmt.Sprintf("%s-%d", base, i)
	}
	s.report.Quarantine = dir
	return dir, nil
}
