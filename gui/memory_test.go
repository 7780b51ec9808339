package gui

import (
	"context"
	"slices"
	"sync"

	"athar/domain"
)

// memory is a store in memory.
type memory struct {
	mu        sync.Mutex
	campaigns map[domain.ID]domain.Campaign
	summaries map[domain.ID]domain.Summary
	fail      error
}

func newMemory() *memory {
	return &memory{campaigns: map[domain.ID]domain.Campaign{}, summaries: map[domain.ID]domain.Summary{}}
}

func (m *memory) Summaries(context.Context) ([]domain.Summary, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []domain.Summary
	for _, s := range m.summaries {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b domain.Summary) int { return slices.Compare(a.ID[:], b.ID[:]) })
	return all, nil
}

func (m *memory) Campaign(_ context.Context, id domain.ID) (domain.Campaign, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, ok := m.campaigns[id]
	if !ok {
		return c, domain.Problem(domain.ErrNotFound, "campaign")
	}
	return c, nil
}

func (m *memory) Commit(_ context.Context, commits ...domain.Commit) error {
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

func (m *memory) setFail(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fail = err
}
