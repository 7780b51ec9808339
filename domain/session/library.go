package session

import (
	"context"
	"slices"
	"time"

	"athar/domain"
)

// Library is all campaigns of a store. Its methods wait for the store; a
// window calls them in the background. It must not be used for the campaign
// that is open in a Session: its edits go through the Session.
type Library struct{ deps Deps }

// NewLibrary returns the library of a store.
func NewLibrary(deps Deps) *Library { return &Library{deps} }

// List returns the summaries of all campaigns, the trash included, newest
// change first.
func (l *Library) List(ctx context.Context) ([]domain.Summary, error) {
	all, err := l.deps.Store.Summaries(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b domain.Summary) int { return b.Updated.Compare(a.Updated) })
	return all, nil
}

// Campaign returns a whole campaign.
func (l *Library) Campaign(ctx context.Context, id domain.ID) (domain.Campaign, error) {
	return l.deps.Store.Campaign(ctx, id)
}

// Open returns a session on a campaign.
func (l *Library) Open(ctx context.Context, id domain.ID) (*Session, error) {
	c, err := l.deps.Store.Campaign(ctx, id)
	if err != nil {
		return nil, err
	}
	return New(l.deps, c, l.updated(ctx, id)), nil
}

// updated returns when the campaign was last saved, zero when that is not known.
func (l *Library) updated(ctx context.Context, id domain.ID) time.Time {
	all, err := l.deps.Store.Summaries(ctx)
	if err != nil {
		return time.Time{}
	}
	for _, s := range all {
		if s.ID == id {
			return s.Updated
		}
	}
	return time.Time{}
}

// Add keeps a new campaign.
func (l *Library) Add(ctx context.Context, c domain.Campaign) error {
	if c.Header.Title == "" {
		return domain.Problem(domain.ErrRequired, "title")
	}
	return l.commit(ctx, "edit.campaign.create", domain.Campaign{}, c)
}

// Duplicate keeps a copy of a campaign under a new title. Every record gets an
// ID of its own; data sets are shared, since their rows never change.
func (l *Library) Duplicate(ctx context.Context, id domain.ID, title string) (domain.Campaign, error) {
	c, err := l.deps.Store.Campaign(ctx, id)
	if err != nil {
		return domain.Campaign{}, err
	}
	copied := c.Copy(l.deps.NewID, l.deps.Now(), title)
	return copied, l.commit(ctx, "edit.campaign.duplicate", domain.Campaign{}, copied)
}

// Apply makes one edit to a campaign that is not open and waits until it is
// kept.
func (l *Library) Apply(ctx context.Context, id domain.ID, e domain.Edit) error {
	c, err := l.deps.Store.Campaign(ctx, id)
	if err != nil {
		return err
	}
	next, err := e.Apply(c)
	if err != nil {
		return err
	}
	return l.commit(ctx, e.Label(), c, next)
}

func (l *Library) commit(ctx context.Context, label string, before, after domain.Campaign) error {
	changes := domain.Diff(before, after)
	if len(changes) == 0 {
		return nil
	}
	now := l.deps.Now()
	return l.deps.Store.Commit(ctx, domain.Commit{
		ID: l.deps.NewID(), Campaign: after.ID(), At: now, Label: label,
		Changes: changes, Summary: l.deps.Summarise(after, now),
	})
}
