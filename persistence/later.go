package persistence

import (
	"errors"
	"os"

	"athar/domain"
	"athar/domain/journal"
)

// Badger dies of a disk that is full, and of a drive that is pulled out: both
// end the process. The log is written with calls that return an error. So while
// there is little room, or after the drive was away, commits go into the log
// alone, and are as safe there as ever; Badger gets them when there is room, or
// at the next start.

// later is what the log has and Badger has not. The write lock guards it.
type later struct {
	entries   []entry
	ids       map[domain.ID]bool            // of the commits of the store
	commits   map[domain.ID]*journal.Commit // of the journal
	summaries map[domain.ID]wireSummary     // of the campaigns
}

func (l *later) add(e entry, c commitEdit) {
	if l.ids == nil {
		*l = later{
			ids: map[domain.ID]bool{}, commits: map[domain.ID]*journal.Commit{},
			summaries: map[domain.ID]wireSummary{},
		}
	}
	l.entries = append(l.entries, e)
	l.ids[c.id] = true
	for _, j := range c.journal {
		l.commits[j.ID] = j
	}
	if c.wire.Summary != nil {
		l.summaries[c.campaign] = *c.wire.Summary
	}
}

// commitToLog keeps commits in the log alone. why is what keeps Badger from being
// used. The write lock must be held.
func (s *Store) commitToLog(edits []commitEdit, why error) error {
	if s.pending != nil {
		return why // in part in Badger: that comes first
	}
	for _, e := range edits {
		if len(e.wire.Forgotten) > 0 {
			return why // there is more to be removed than the log can tell
		}
		if err := s.addToLog(e); err != nil {
			return err
		}
	}
	err := s.flush()
	if domain.CodeOf(err) == domain.ErrDiskFull && s.dropReserve() {
		err = s.flush()
	}
	return err
}

// addToLog appends a commit to the log unless it is known. What cannot be written
// waits in memory for the next flush, so it counts as appended.
func (s *Store) addToLog(e commitEdit) error {
	if s.later.ids[e.id] {
		return nil
	}
	if !s.lost { // else nothing can be asked
		if kept, err := s.hasCommit(e.id); err != nil || kept {
			return err
		}
		if err := s.dropKnown(&e); err != nil {
			return err
		}
	}
	payload, err := e.encode()
	if err != nil {
		return err
	}
	rec := entry{s.journal.next, entryEdit, payload}
	err = s.journal.append(rec.seq, rec.encode())
	if s.journal.next == rec.seq {
		return err // it was not taken
	}
	s.view.Lock()
	s.later.add(rec, e)
	s.view.Unlock()
	if domain.CodeOf(err) == domain.ErrDiskFull {
		return nil // the flush that follows tries again, with the reserve
	}
	return err
}

// catchLater does in Badger what only the log has. There must be room, and the
// log be durable.
func (s *Store) catchLater() error {
	if len(s.later.entries) == 0 {
		return nil
	}
	r, replayed := replay{store: s}, s.report.Replayed
	for _, e := range s.later.entries {
		if e.seq <= s.state.Seq {
			continue // an earlier try got that far
		}
		if err := r.add(e); err != nil {
			return err
		}
	}
	if err := r.flush(); err != nil {
		return err
	}
	s.report.Replayed = replayed
	s.view.Lock()
	s.later = later{}
	s.view.Unlock()
	s.opts.step("caught up")
	return nil
}

// waitsFor returns why what is kept of a campaign cannot be read now: its newest
// commits are in the log alone. A view must be held.
func (s *Store) waitsFor(campaign domain.ID) error {
	if _, waits := s.later.summaries[campaign]; !waits {
		return nil
	}
	if s.lost {
		return s.goneError()
	}
	return s.fullError(nil)
}

// fullError says how much is free, and needed for everything to work.
func (s *Store) fullError(cause error) error {
	free, err := s.opts.FreeSpace(s.place.dir)
	if err != nil {
		free = 0
	}
	full := diskFull(s.place.dir, free, max(minFreeCommit, free+1))
	full.Err = cause
	return full
}

// inFull gives the error of a full disk the figures that its sentence needs.
func (s *Store) inFull(err error) error {
	var known *domain.Error
	if errors.As(err, &known) && known.Code == domain.ErrDiskFull && known.Args["need"] == nil {
		return s.fullError(err)
	}
	return err
}

func (s *Store) goneError() error {
	return domain.Problem(domain.ErrFolderGone, "").With("path", s.place.dir)
}

// checkThere returns ErrFolderGone when the folder is not there. One that is
// there again on another drive, as after a stick was pulled out and put back, has
// our files, but not those that Badger has open: from then on only the log is
// used, which is opened anew. The write lock must be held.
func (s *Store) checkThere() error {
	now, err := os.Stat(s.place.dir)
	switch {
	case err != nil:
		return s.goneError()
	case s.home == nil || os.SameFile(s.home, now):
		return nil
	}
	back := &place{dir: s.place.dir}
	if back.identify() != nil || back.store != s.place.store {
		return s.goneError()
	}
	if err := s.place.relock(); err != nil {
		return err
	}
	s.view.Lock()
	s.home, s.lost = now, true
	s.view.Unlock()
	s.journal.broken = true // so that it is opened by its name
	return nil
}

// Condition is how the store stands between writes.
type Condition struct {
	Gone bool  // the folder is not there
	Lost bool  // it was away: only the log is written until the next start
	Need int64 // bytes to be freed so that everything works; 0 when it does
}

// Tend looks after the store between writes: what waits for room is done when
// there is room. It tells how the store stands.
func (s *Store) Tend() Condition {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed || s.reading != "" {
		return Condition{}
	}
	if s.checkThere() != nil {
		return Condition{Gone: true}
	}
	c := Condition{Lost: s.lost}
	if s.lost {
		return c
	}
	free, err := s.opts.FreeSpace(s.place.dir)
	if err == nil && free < minFreeCommit {
		c.Need = int64(minFreeCommit - free)
		return c
	}
	if len(s.later.entries) > 0 || s.journal.broken || s.pending != nil {
		_ = s.ready(0) // the next write says what is wrong
	}
	return c
}
