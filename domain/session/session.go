// Package session is one open campaign: the edits made to it, undo and redo,
// and when and how it is saved. Every change a person makes goes through
// Apply and becomes a commit of the campaign's journal.
//
// A Session belongs to one goroutine (the window's). It starts no goroutine
// and keeps no clock of its own: both come through Deps. It must not know
// screens, files or databases.
package session

import (
	"context"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// Deps is what a session needs from outside; all fields but Locked are required.
type Deps struct {
	Store domain.JournalStore
	Now   func() time.Time
	NewID func() domain.ID

	// Locked is why nothing can be changed, and what every attempt returns; nil
	// where it can be.
	Locked error

	// Device returns who makes the commits. Every caller gets one of its own.
	Device func() *journal.Device

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
	Author  bool // nothing changed, but the edits are by somebody else from now on
}

// Opened is a campaign as a store holds it.
type Opened struct {
	Campaign domain.Campaign
	State    *journal.State    // of its commits
	Own      []*journal.Commit // the device's newest, the oldest first: what can be undone
	Updated  time.Time         // when it was last saved
}

// Session is one open campaign.
type Session struct {
	deps    Deps
	device  *journal.Device
	state   *journal.State
	current domain.Campaign

	undo, redo []step
	draft      *draft    // of the newest undo step
	typing     time.Time // last edit of the newest undo step
	broken     bool      // the next edit begins an undo step

	made       batch           // not yet given to the store
	inFlight   []domain.Commit // given to the store, not yet answered for
	refused    []domain.Commit // given in vain: the store is given the same again
	firstDirty time.Time
	stopTimer  func()
	waiting    []func(error) // to be told when the save under way has ended

	saving  SaveState
	changed listeners[Event]
	saved   listeners[SaveState]
}

// New returns a session on a campaign. One that has no journal yet gets one with
// the first save.
func New(deps Deps, o Opened) *Session {
	s := &Session{
		deps: deps, device: deps.Device(), state: o.State, current: o.Campaign,
		saving: SaveState{Phase: Saved, At: o.Updated},
	}
	if deps.Locked != nil {
		return s
	}
	s.remember(o.Own)
	if first, err := adopt(s.device, s.state, s.current); err == nil && first != nil {
		s.made.commits = append(s.made.commits, first)
	}
	return s
}

// Campaign returns the campaign as it is now, saved or not.
func (s *Session) Campaign() domain.Campaign { return s.current }

// Author returns who the edits are by, as they call themselves; may be empty.
func (s *Session) Author() string { return s.device.Author }

// Device returns the device on which the edits are made.
func (s *Session) Device() domain.ID { return s.device.ID }

// signer returns who makes the edits.
func (s *Session) signer() domain.Signer {
	return domain.Signer{Name: s.device.Author, Device: s.device.ID}
}

// SetAuthor says who the edits are by from now on.
func (s *Session) SetAuthor(name string) {
	if name == s.device.Author {
		return
	}
	s.report(s.write())
	s.device.Author = name
	s.broken = true
	s.changed.tell(Event{Before: s.current, After: s.current, Author: true})
}

// Apply makes an edit. When the edit is refused, nothing happens and the
// reason comes back; an edit that changes nothing leaves no trace.
func (s *Session) Apply(e domain.Edit) error {
	if s.deps.Locked != nil {
		return s.deps.Locked
	}
	next, err := e.Apply(s.current)
	if err != nil {
		return err
	}
	if next, err = domain.Signed(s.current, next, s.signer()); err != nil {
		return err
	}
	changes, fields, err := fieldwise(domain.Diff(s.current, next))
	if err != nil || len(changes) == 0 {
		return err
	}
	if next, err = s.current.With(changes); err != nil {
		return err
	}
	now := s.deps.Now()
	if !s.typesOn(e.MergeKey(), now) {
		if err := s.write(); err != nil {
			return err
		}
		s.push(step{label: e.Label(), key: e.MergeKey(), merge: domain.MergeOfStep(e.MergeKey(), s.deps.NewID()), place: placeOf(e, changes)})
	}
	s.typing, s.redo = now, nil
	s.add(fields)
	s.dirty()
	s.become(next, changes)
	return nil
}

// Break ends the newest undo step: an edit that would have been a part of it begins
// one of its own. A text says so where a new word begins.
func (s *Session) Break() { s.broken = true }

// placeOf returns where an edit is seen: where it says, or else at the first record
// that it changes.
func placeOf(e domain.Edit, changes []domain.Change) domain.Place {
	place := domain.Place{Kind: changes[0].Kind, ID: changes[0].ID}
	if e, ok := e.(domain.PlacedEdit); ok {
		said := e.Place()
		if said.ID != domain.NoID {
			place.Kind, place.ID = said.Kind, said.ID
		}
		place.Item, place.Field = said.Item, said.Field
	}
	return place
}

func (s *Session) become(next domain.Campaign, changes []domain.Change) {
	before := s.current
	s.current = next
	s.changed.tell(Event{Before: before, After: next, Changes: changes})
}

// OnChange has f told of every change until stop is called.
func (s *Session) OnChange(f func(Event)) (stop func()) { return s.changed.add(f) }

// OnSave has f told of every change of the save state until stop is called.
func (s *Session) OnSave(f func(SaveState)) (stop func()) { return s.saved.add(f) }

// commitCtx is the context of saves: they are short and are never given up.
func commitCtx() context.Context { return context.Background() }
