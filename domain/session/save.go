package session

import (
	"time"
)

// Phase is how far the newest edit is from being safe.
type Phase int

// The phases. A screen may say "saved" in the phase Saved only.
const (
	Saved  Phase = iota // everything survives a power cut
	Dirty               // edits wait for the next save
	Saving              // a save is under way
	Failed              // the last save failed; it will be tried again
)

// SaveState is what the header shows of saving.
type SaveState struct {
	Phase Phase
	At    time.Time // when everything was last safe
	Err   error     // why the last save failed, in the phase Failed
}

// SaveState returns the current state.
func (s *Session) SaveState() SaveState { return s.saving }

// dirty says that there is something to save, soon.
func (s *Session) dirty() {
	now := s.deps.Now()
	if s.firstDirty.IsZero() {
		s.firstDirty = now
	}
	s.schedule(min(SaveAfter, max(0, SaveLatest-now.Sub(s.firstDirty))))
	if s.saving.Phase == Saved {
		s.setState(SaveState{Phase: Dirty, At: s.saving.At})
	}
}

func (s *Session) schedule(d time.Duration) {
	if s.stopTimer != nil {
		s.stopTimer()
	}
	s.stopTimer = s.deps.After(d, func() {
		s.stopTimer = nil
		s.save()
	})
}

// Flush saves now. done, which may be nil, is told when everything applied so
// far is safe, or why it is not; the edits stay in memory and are tried again.
func (s *Session) Flush(done func(error)) {
	if done != nil {
		s.waiting = append(s.waiting, done)
	}
	s.save()
}

// save gives what was made to the store unless a save is under way; then it
// follows when that ends.
func (s *Session) save() {
	if s.inFlight != nil {
		return
	}
	if s.stopTimer != nil {
		s.stopTimer()
		s.stopTimer = nil
	}
	if err := s.write(); err != nil {
		s.failed(err)
		return
	}
	s.inFlight, s.refused = s.refused, nil
	if !s.made.empty() {
		unit := s.made.unit(s.deps, s.state)
		unit.Summary = s.deps.Summarise(s.current, unit.At)
		s.inFlight, s.made = append(s.inFlight, unit), batch{}
	}
	s.firstDirty = time.Time{}
	if len(s.inFlight) == 0 { // all that was typed was deleted again
		s.setState(SaveState{Phase: Saved, At: s.saving.At})
		s.settle(nil)
		return
	}
	units := s.inFlight
	s.setState(SaveState{Phase: Saving, At: s.saving.At})
	var err error
	s.deps.Background(
		func() { err = s.deps.Store.Commit(commitCtx(), units...) },
		func() { s.ended(err) },
	)
}

// ended takes the store's answer.
func (s *Session) ended(err error) {
	units := s.inFlight
	s.inFlight = nil
	if err != nil {
		s.refused = units // the store takes the same again, so nothing is lost or doubled
		s.failed(err)
		return
	}
	if s.unsaved() {
		s.save()
		return
	}
	s.setState(SaveState{Phase: Saved, At: s.deps.Now()})
	s.settle(nil)
}

// failed tells that a save failed, and tries again after a while.
func (s *Session) failed(err error) {
	s.firstDirty = s.deps.Now()
	s.schedule(RetryAfter)
	s.setState(SaveState{Phase: Failed, At: s.saving.At, Err: err})
	s.settle(err)
}

func (s *Session) unsaved() bool {
	return !s.made.empty() || s.draft != nil && len(s.draft.changes) > 0
}

// report tells of an error that keeps a draft from becoming a commit.
func (s *Session) report(err error) {
	if err != nil {
		s.failed(err)
	}
}

// settle tells those who wait for the save.
func (s *Session) settle(err error) {
	waiting := s.waiting
	s.waiting = nil
	for _, done := range waiting {
		done(err)
	}
}

func (s *Session) setState(state SaveState) {
	if state == s.saving {
		return
	}
	s.saving = state
	s.saved.tell(state)
}

// Close stops the timers. Call Flush first: what is not saved by then is lost.
func (s *Session) Close() {
	if s.stopTimer != nil {
		s.stopTimer()
		s.stopTimer = nil
	}
}
