package guitest

import (
	"context"
	"maps"
	"slices"
	"sync"

	"athar/domain"
)

// Memory is a domain.Store in memory.
type Memory struct {
	mu        sync.Mutex
	campaigns map[domain.ID]domain.Campaign
	summaries map[domain.ID]domain.Summary
	fail      error
	held      chan struct{} // closed when commits may go on; nil when they may
}

// NewMemory makes an empty store.
func NewMemory() *Memory {
	return &Memory{campaigns: map[domain.ID]domain.Campaign{}, summaries: map[domain.ID]domain.Summary{}}
}

// Summaries implements domain.Store.
func (m *Memory) Summaries(context.Context) ([]domain.Summary, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []domain.Summary
	for _, s := range m.summaries {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b domain.Summary) int { return slices.Compare(a.ID[:], b.ID[:]) })
	return all, nil
}

// Campaign implements domain.Store.
func (m *Memory) Campaign(_ context.Context, id domain.ID) (domain.Campaign, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, ok := m.campaigns[id]
	if !ok {
		return c, domain.Problem(domain.ErrNotFound, "campaign")
	}
	return c, nil
}

// Commit implements domain.Store.
func (m *Memory) Commit(_ context.Context, commits ...domain.Commit) error {
	m.mu.Lock()
	held := m.held
	m.mu.Unlock()
	if held != nil {
		<-held
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fail != nil {
		return m.fail
	}
	for _, c := range commits {
		next, err := m.campaigns[c.Campaign].With(c.Changes)
		if err != nil {
			return err
		}
		m.campaigns[c.Campaign], m.summaries[c.Campaign] = next, c.Summary
	}
	return nil
}

// Fail makes every commit end with an error from now on; nil ends that.
func (m *Memory) Fail(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fail = err
}

// Hold makes commits wait, as for a disk that does not answer, until release is
// called.
func (m *Memory) Hold() (release func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.held = make(chan struct{})
	held := m.held
	return sync.OnceFunc(func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		close(held)
		m.held = nil
	})
}

// Stored returns the campaigns as they are stored now.
func (m *Memory) Stored() map[domain.ID]domain.Campaign {
	m.mu.Lock()
	defer m.mu.Unlock()
	return maps.Clone(m.campaigns)
}
