package persistence

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// writer edits campaigns as a session does: every edit is a commit of the
// journal, with what it amounts to.
type writer struct {
	device *journal.Device
	states map[domain.ID]*journal.State
	at     time.Time
}

func newWriter(t testing.TB, name string) *writer {
	t.Helper()
	w := &writer{states: map[domain.ID]*journal.State{}, at: time.UnixMilli(1_700_000_000_000)}
	w.device = &journal.Device{
		ID: domain.DerivedID(domain.NoID, name), Author: name,
		Now:   func() time.Time { w.at = w.at.Add(time.Second); return w.at },
		NewID: domain.NewID, Salt: freshSalt,
	}
	return w
}

// open takes the state of a campaign from a store.
func (w *writer) open(t testing.TB, s *Store, campaign domain.ID) *journal.State {
	t.Helper()
	state, err := s.Journal(ctx, campaign)
	if err != nil {
		t.Fatal(err)
	}
	w.states[campaign] = state
	return state
}

func (w *writer) state(campaign domain.ID) *journal.State {
	if w.states[campaign] == nil {
		w.states[campaign] = journal.NewState(campaign, nil)
	}
	return w.states[campaign]
}

// commit makes the commit that turns before into after.
func (w *writer) commit(t testing.TB, before, after domain.Campaign) domain.Commit {
	t.Helper()
	c := commitOf(before, after)
	if after.ID() == domain.NoID {
		c.Campaign = before.ID()
	}
	state := w.state(c.Campaign)
	want := journal.Records{}
	if after.ID() != domain.NoID {
		want = domain.JournalOf(after)
	}
	changes := journal.Diff(state.Records(), want)
	j, err := w.device.Write(state, journal.Edit{Label: c.Label, Changes: changes})
	if err != nil || j == nil {
		t.Fatalf("nothing was written: %v", err)
	}
	c.ID, c.Journal = j.ID, []*journal.Commit{j}
	c.State = stateAfter(state, j)
	return c
}

// keep commits to a store what turns before into after.
func (w *writer) keep(t testing.TB, s *Store, before, after domain.Campaign) {
	t.Helper()
	if err := s.Commit(ctx, w.commit(t, before, after)); err != nil {
		t.Fatal(err)
	}
}

// stateAfter returns what commits changed in the state.
func stateAfter(state *journal.State, commits ...*journal.Commit) domain.JournalState {
	out := domain.JournalState{Tips: state.EncodeTips()}
	seen := map[journal.Ref]bool{}
	for _, c := range commits {
		for i := range c.Changes {
			if ref := c.Changes[i].Record; !seen[ref] {
				seen[ref] = true
				out.Records = append(out.Records, domain.JournalRecord{Ref: ref, Part: state.EncodeRecord(ref)})
			}
		}
	}
	return out
}
