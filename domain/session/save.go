package session

import (
	"time"

	"athar/domain"
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
func (s *Session) SaveState() SaveState { return s.state }

// keep queues changes for the store. Typing merges into the newest commit as
// long as the store has not been given it.
func (s *Session) keep(label string, changes []domain.Change, merges bool) {
	now := s.deps.Now()
	n := len(s.pending)
	if merges && n > 0 {
		last := &s.pending[n-1]
		last.Changes, last.At = compose(last.Changes, changes), now
		if len(last.Changes) == 0 {
			s.pending = s.pending[:n-1]
		}
	} else {
		s.pending = append(s.pending, domain.Commit{
			ID: s.deps.NewID(), Campaign: s.current.ID(), At: now, Label: label, Changes: changes,
		})
	}
	if s.firstDirty.IsZero() {
		s.firstDirty = now
	}
	s.schedule(min(SaveAfter, max(0, SaveLatest-now.Sub(s.firstDirty))))
	if s.state.Phase == Saved {
		s.setState(SaveState{Phase: Dirty, At: s.state.At})
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

// save gives the pending commits to the store unless a save is under way; then
// they follow when it ends.
func (s *Session) save() {
	if s.inFlight != nil {
		return
	}
	if s.stopTimer != nil {
		s.stopTimer()
		s.stopTimer = nil
	}
	if len(s.pending) == 0 {
		s.settle(nil)
		return
	}
	s.inFlight, s.pending, s.firstDirty = s.pending, nil, time.Time{}
	batch := s.inFlight
	batch[len(batch)-1].Summary = s.deps.Summarise(s.current, batch[len(batch)-1].At)
	for i := range batch[:len(batch)-1] {
		batch[i].Summary = batch[len(batch)-1].Summary
	}
	s.setState(SaveState{Phase: Saving, At: s.state.At})
	var err error
	s.deps.Background(
		func() { err = s.deps.Store.Commit(commitCtx(), batch...) },
		func() { s.ended(err) },
	)
}

// ended takes the store's answer.
func (s *Session) ended(err error) {
	batch := s.inFlight
	s.inFlight = nil
	if err != nil {
		// The store takes the same commits again, so nothing is lost or doubled.
		s.pending = append(batch, s.pending...)
		s.firstDirty = s.deps.Now()
		s.schedule(RetryAfter)
		s.setState(SaveState{Phase: Failed, At: s.state.At, Err: err})
		s.settle(err)
		return
	}
	if len(s.pending) > 0 {
		s.save()
		return
	}
	s.setState(SaveState{Phase: Saved, At: s.deps.Now()})
	s.settle(nil)
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
	if state == s.state {
		return
	}
	s.state = state
	s.saved.tell(state)
}

// Close stops the timers. Call Flush first: what is not saved by then is lost.
func (s *Session) Close() {
	if s.stopTimer != nil {
		s.stopTimer()
		s.stopTimer = nil
	}
}
