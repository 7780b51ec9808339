package session

import (
	"context"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/journal"
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
	o := Opened{}
	var err error
	if o.Campaign, err = l.deps.Store.Campaign(ctx, id); err != nil {
		return nil, err
	}
	if o.State, err = l.deps.Store.Journal(ctx, id); err != nil {
		return nil, err
	}
	// More than the steps: most steps are one commit, undone ones two.
	if o.Own, err = l.deps.Store.Own(ctx, id, l.deps.Device().ID, 2*MaxSteps); err != nil {
		return nil, err
	}
	o.Updated = l.updated(ctx, id)
	return New(l.deps, o), nil
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

// Forget removes a campaign for ever, with everything that was ever in it, here
// and on every device that hears of it. What stays is that something was there,
// and who changed it when.
func (l *Library) Forget(ctx context.Context, id domain.ID) error {
	state, err := l.deps.Store.Journal(ctx, id)
	if err != nil {
		return err
	}
	device, b := l.deps.Device(), batch{}
	if c, err := l.deps.Store.Campaign(ctx, id); err == nil {
		if err := b.adopt(device, state, c); err != nil {
			return err
		}
	}
	var changes []journal.Change
	for _, ref := range state.Refs() {
		changes = append(changes, journal.Forgetting(ref))
		b.forgotten = append(b.forgotten, ref)
	}
	c, err := device.Write(state, journal.Edit{Label: labelForget, Changes: changes})
	if err != nil || c == nil {
		return journalError(err)
	}
	b.commits = append(b.commits, c)
	return l.keep(ctx, b, state, domain.Campaign{Header: domain.Header{ID: id}})
}

func (l *Library) commit(ctx context.Context, label string, before, after domain.Campaign) error {
	changes, fields, err := fieldwise(domain.Diff(before, after))
	if err != nil || len(changes) == 0 {
		return err
	}
	if after, err = before.With(changes); err != nil {
		return err
	}
	state, err := l.deps.Store.Journal(ctx, after.ID())
	if err != nil {
		return err
	}
	device, b := l.deps.Device(), batch{}
	if err := b.adopt(device, state, before); err != nil {
		return err
	}
	c, err := device.Write(state, journal.Edit{Label: label, Changes: fields})
	if err != nil || c == nil {
		return journalError(err)
	}
	b.commits = append(b.commits, c)
	return l.keep(ctx, b, state, after)
}

func (b *batch) adopt(device *journal.Device, state *journal.State, c domain.Campaign) error {
	first, err := adopt(device, state, c)
	if first != nil {
		b.commits = append(b.commits, first)
	}
	return journalError(err)
}

// keep gives the store what was made and waits until it is safe.
func (l *Library) keep(ctx context.Context, b batch, state *journal.State, after domain.Campaign) error {
	unit := b.unit(l.deps, state)
	unit.Summary = l.deps.Summarise(after, unit.At)
	return l.deps.Store.Commit(ctx, unit)
}
