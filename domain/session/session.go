// Package session is one open campaign: the edits made to it, undo and redo,
// and when and how it is saved. Every change a person makes goes through
// Apply; what is kept underneath can change without a screen noticing.
//
// A Session belongs to one goroutine (the window's). It starts no goroutine
// and keeps no clock of its own: both come through Deps. It must not know
// screens, files or databases.
package session

import (
	"context"
	"time"

	"athar/domain"
)

// Deps is what a session needs from outside; all fields are required.
type Deps struct {
	Store domain.Store
	Now   func() time.Time
	NewID func() domain.ID

	// Summarise makes the summary that lists show.
	Summarise func(c domain.Campaign, updated time.Time) domain.Summary

	// Background runs work away from the session's goroutine and afterwards
	// done on it. It may run both at once, in this order, where nobody waits.
	Background func(work func(), done func())

	// After runs f on the session's goroutine when d has passed, unless stop
	// was called before.
	After func(d time.Duration, f func()) (stop func())
}

// Times of saving and grouping. A person loses at most what was typed within
// SaveAfter of the crash, or SaveLatest while typing without a pause.
const (
	SaveAfter  = 700 * time.Millisecond // after the last edit
	SaveLatest = 8 * time.Second        // after the first edit that is not saved
	RetryAfter = 3 * time.Second        // after a save that failed
	StepPause  = 2 * time.Second        // a pause in typing that ends an undo step
	MaxSteps   = 500                    // undo steps kept in memory
)

// Event tells of a change of the campaign, after the fact.
type Event struct {
	Before  domain.Campaign
	After   domain.Campaign
	Changes []domain.Change
}

// Session is one open campaign.
type Session struct {
	deps    Deps
	current domain.Campaign

	undo, redo []step
	typing     time.Time // last edit of the newest undo step
	broken     bool      // the next edit begins an undo step

	pending    []domain.Commit // made, not yet given to the store
	inFlight   []domain.Commit // given to the store, not yet answered for
	firstDirty time.Time
	stopTimer  func()
	waiting    []func(error) // to be told when the save under way has ended

	state   SaveState
	changed listeners[Event]
	saved   listeners[SaveState]
}

// step is one undo step: everything a person sees as one action.
type step struct {
	label   string
	merge   string
	place   domain.Place // where it is seen
	changes []domain.Change
}

// New returns a session on a campaign as the store holds it; updated is when
// it was last saved.
func New(deps Deps, c domain.Campaign, updated time.Time) *Session {
	return &Session{deps: deps, current: c, state: SaveState{Phase: Saved, At: updated}}
}

// Campaign returns the campaign as it is now, saved or not.
func (s *Session) Campaign() domain.Campaign { return s.current }

// Apply makes an edit. When the edit is refused, nothing happens and the
// reason comes back; an edit that changes nothing leaves no trace.
func (s *Session) Apply(e domain.Edit) error {
	next, err := e.Apply(s.current)
	if err != nil {
		return err
	}
	changes := domain.Diff(s.current, next)
	if len(changes) == 0 {
		return nil
	}
	now := s.deps.Now()
	typesOn := s.typesOn(e.MergeKey(), now)
	if merges := typesOn && !s.broken; merges {
		s.broken = s.mergeUndo(changes)
	} else {
		s.pushUndo(step{e.Label(), e.MergeKey(), placeOf(e, changes), changes})
		s.broken = false
	}
	s.typing = now
	s.redo = nil
	s.keep(e.Label(), changes, typesOn)
	s.become(next, changes)
	return nil
}

// Break ends the newest undo step: an edit that would have been a part of it begins
// one of its own. A text says so where a new word begins. What is given to the store
// is none the more for it.
func (s *Session) Break() { s.broken = true }

// mergeUndo makes changes a part of the newest undo step, and reports whether that
// is no more, for what was typed was deleted again.
func (s *Session) mergeUndo(changes []domain.Change) (gone bool) {
	top := &s.undo[len(s.undo)-1]
	if top.changes = compose(top.changes, changes); len(top.changes) > 0 {
		return false
	}
	s.undo = s.undo[:len(s.undo)-1]
	return true
}

// placeOf returns where an edit is seen: where it says, or else at the first record
// that it changes.
func placeOf(e domain.Edit, changes []domain.Change) domain.Place {
	place := domain.Place{Kind: changes[0].Kind, ID: changes[0].ID}
	if e, ok := e.(domain.PlacedEdit); ok {
		said := e.Place()
		place.Item, place.Field = said.Item, said.Field
	}
	return place
}

// typesOn reports whether an edit goes on where the last one ended, shortly after it.
func (s *Session) typesOn(key string, now time.Time) bool {
	n := len(s.undo)
	return key != "" && n > 0 && s.undo[n-1].merge == key && len(s.redo) == 0 &&
		now.Sub(s.typing) < StepPause
}

func (s *Session) pushUndo(st step) {
	s.undo = append(s.undo, st)
	if len(s.undo) > MaxSteps {
		s.undo = append([]step(nil), s.undo[len(s.undo)-MaxSteps:]...)
	}
}

// Undo takes the newest step back, as a new change.
func (s *Session) Undo() error { return s.turn(&s.undo, &s.redo, "edit.undo") }

// Redo does again what was last undone.
func (s *Session) Redo() error { return s.turn(&s.redo, &s.undo, "edit.redo") }

// UndoLabel returns the catalog key of what Undo would take back.
func (s *Session) UndoLabel() (label string, ok bool) { return topLabel(s.undo) }

// RedoLabel returns the catalog key of what Redo would do again.
func (s *Session) RedoLabel() (label string, ok bool) { return topLabel(s.redo) }

// UndoPlace returns where a person sees what Undo would take back.
func (s *Session) UndoPlace() (place domain.Place, ok bool) { return topPlace(s.undo) }

// RedoPlace returns where a person sees what Redo would do again.
func (s *Session) RedoPlace() (place domain.Place, ok bool) { return topPlace(s.redo) }

func topPlace(steps []step) (domain.Place, bool) {
	if len(steps) == 0 {
		return domain.Place{}, false
	}
	return steps[len(steps)-1].place, true
}

func topLabel(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].label, true
}

// turn moves the newest step of from, inverted, to the stack to.
func (s *Session) turn(from, to *[]step, label string) error {
	n := len(*from)
	if n == 0 {
		return domain.Problem(domain.ErrNothingToUndo, "")
	}
	st := (*from)[n-1]
	changes := inverse(st.changes)
	next, err := s.current.With(changes)
	if err != nil {
		return err
	}
	*from = (*from)[:n-1]
	*to = append(*to, step{label: st.label, place: st.place, changes: changes})
	s.typing = time.Time{}
	s.keep(label, changes, false)
	s.become(next, changes)
	return nil
}

func (s *Session) become(next domain.Campaign, changes []domain.Change) {
	before := s.current
	s.current = next
	s.changed.tell(Event{before, next, changes})
}

// OnChange has f told of every change until stop is called.
func (s *Session) OnChange(f func(Event)) (stop func()) { return s.changed.add(f) }

// OnSave has f told of every change of the save state until stop is called.
func (s *Session) OnSave(f func(SaveState)) (stop func()) { return s.saved.add(f) }

// commitCtx is the context of saves: they are short and are never given up.
func commitCtx() context.Context { return context.Background() }
