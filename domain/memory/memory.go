// Package memory is a store in memory, for tests. It keeps what it is given as a
// store on disk would, and nothing outlives it. The program must not use it.
package memory

import (
	"bytes"
	"context"
	"iter"
	"maps"
	"slices"
	"sync"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/metric"
)

var (
	_ domain.JournalStore = (*Store)(nil)
	_ domain.Preferences  = (*Store)(nil)
)

// Store is a domain.JournalStore in memory.
type Store struct {
	mu        sync.Mutex
	campaigns map[domain.ID]domain.Campaign
	summaries map[domain.ID]domain.Summary
	journals  map[domain.ID]*kept
	devices   map[domain.ID]domain.Device
	chosen    map[string][]byte  // preferences
	known     map[domain.ID]bool // commits, by ID
	calls     int
	fail      error
	held      chan struct{} // closed when commits may go on; nil when they may
}

// kept is the journal of a campaign: its commits in the order in which they came,
// and the state as it was given.
type kept struct {
	commits []*journal.Commit
	waiting []*journal.Commit
	tips    []byte
	parts   map[journal.Ref][]byte
}

// New makes an empty store.
func New() *Store {
	return &Store{
		campaigns: map[domain.ID]domain.Campaign{}, summaries: map[domain.ID]domain.Summary{},
		chosen: map[string][]byte{}, journals: map[domain.ID]*kept{}, devices: map[domain.ID]domain.Device{}, known: map[domain.ID]bool{},
	}
}

// Summaries implements domain.Store.
func (s *Store) Summaries(context.Context) ([]domain.Summary, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(maps.Values(s.summaries), func(a, b domain.Summary) int {
		return slices.Compare(a.ID[:], b.ID[:])
	}), nil
}

// Campaign implements domain.Store.
func (s *Store) Campaign(_ context.Context, id domain.ID) (domain.Campaign, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.campaigns[id]
	if !ok {
		return c, domain.Problem(domain.ErrNotFound, "campaign")
	}
	return c, nil
}

// Commit implements domain.Store.
func (s *Store) Commit(_ context.Context, commits ...domain.Commit) error {
	s.mu.Lock()
	held := s.held
	s.mu.Unlock()
	if held != nil {
		<-held
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	if s.fail != nil {
		return s.fail
	}
	for _, c := range commits {
		if c.ID != domain.NoID && s.known[c.ID] {
			continue
		}
		if err := s.keep(c); err != nil {
			return err
		}
		s.known[c.ID] = true
	}
	return nil
}

func (s *Store) keep(c domain.Commit) error {
	changes, gone := c.Changes, false
	for i, ch := range changes {
		if ch.Kind == domain.KindHeader && ch.After == nil {
			gone, changes = true, slices.Delete(slices.Clone(changes), i, i+1)
			break
		}
	}
	next, err := s.campaigns[c.Campaign].With(changes)
	if err != nil {
		return err
	}
	s.campaigns[c.Campaign], s.summaries[c.Campaign] = next, c.Summary
	if gone {
		delete(s.campaigns, c.Campaign)
		delete(s.summaries, c.Campaign)
	}
	k := s.journal(c.Campaign)
	k.commits = append(k.commits, c.Journal...)
	k.waiting = append(k.waiting, c.Waiting...)
	k.waiting = slices.DeleteFunc(k.waiting, func(w *journal.Commit) bool {
		return slices.ContainsFunc(k.commits, func(a *journal.Commit) bool { return a.ID == w.ID })
	})
	if c.State.Tips != nil {
		k.tips = c.State.Tips
	}
	for _, r := range c.State.Records {
		k.parts[r.Ref] = r.Part
	}
	for i := range k.commits {
		for _, ref := range c.Forgotten {
			k.commits[i] = k.commits[i].Forget(ref)
		}
	}
	return nil
}

func (s *Store) journal(campaign domain.ID) *kept {
	k := s.journals[campaign]
	if k == nil {
		k = &kept{parts: map[journal.Ref][]byte{}}
		s.journals[campaign] = k
	}
	return k
}

// Journal implements domain.JournalStore.
func (s *Store) Journal(_ context.Context, campaign domain.ID) (*journal.State, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := s.journal(campaign)
	if k.tips == nil {
		return journal.NewState(campaign, nil), nil
	}
	state, err := journal.LoadState(past{s, campaign}, k.tips, slices.Collect(maps.Values(k.parts))...)
	if err == nil {
		waiting := slices.Clone(k.waiting)
		s.mu.Unlock() // the state asks for older commits
		state.Add(waiting...)
		s.mu.Lock()
	}
	return state, err
}

// past gives a state the commits it was made of.
type past struct {
	store    *Store
	campaign domain.ID
}

func (p past) Commit(id journal.ID) *journal.Commit {
	p.store.mu.Lock()
	defer p.store.mu.Unlock()
	for _, c := range p.store.journal(p.campaign).commits {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// History implements domain.JournalStore.
func (s *Store) History(_ context.Context, campaign domain.ID) iter.Seq2[*journal.Commit, error] {
	s.mu.Lock()
	commits := slices.Clone(s.journal(campaign).commits)
	s.mu.Unlock()
	return func(yield func(*journal.Commit, error) bool) {
		for _, c := range commits {
			if !yield(c, nil) {
				return
			}
		}
	}
}

// Own implements domain.JournalStore.
func (s *Store) Own(_ context.Context, campaign, device domain.ID, n int) ([]*journal.Commit, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var own []*journal.Commit
	for _, c := range s.journal(campaign).commits {
		if c.Device == device {
			own = append(own, c)
		}
	}
	return own[max(0, len(own)-n):], nil
}

// Devices implements domain.JournalStore.
func (s *Store) Devices(context.Context) ([]domain.Device, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(maps.Values(s.devices), func(a, b domain.Device) int {
		return slices.Compare(a.ID[:], b.ID[:])
	}), nil
}

// PutDevice implements domain.JournalStore.
func (s *Store) PutDevice(_ context.Context, d domain.Device) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return s.fail
	}
	s.devices[d.ID] = d
	return nil
}

// Preference implements domain.Preferences.
func (s *Store) Preference(_ context.Context, name string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.chosen[name]), nil
}

// SetPreference implements domain.Preferences.
func (s *Store) SetPreference(_ context.Context, name string, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return s.fail
	}
	s.chosen[name] = bytes.Clone(data)
	return nil
}

// Fail makes everything that writes end with an error from now on; nil ends that.
func (s *Store) Fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = err
}

// Hold makes commits wait, as for a disk that does not answer, until release is
// called.
func (s *Store) Hold() (release func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	held := make(chan struct{})
	s.held = held
	return sync.OnceFunc(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		close(held)
		s.held = nil
	})
}

// Calls returns how often commits were given, in vain or not.
func (s *Store) Calls() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls
}

// Stored returns the campaigns as they are stored now.
func (s *Store) Stored() map[domain.ID]domain.Campaign {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.campaigns)
}

// Scopes returns every campaign that was ever heard of.
func (s *Store) Scopes(context.Context) ([]domain.ID, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(maps.Keys(s.journals), func(a, b domain.ID) int { return slices.Compare(a[:], b[:]) }), nil
}

// Tables is a metric.Store without rows.
type Tables struct{}

// PutTable implements metric.Store.
func (Tables) PutTable(context.Context, domain.ID, *metric.Table, func(float64)) error { return nil }

// Table implements metric.Store.
func (Tables) Table(context.Context, domain.ID) (*metric.Table, error) {
	return nil, domain.Problem(domain.ErrNotFound, "table")
}
