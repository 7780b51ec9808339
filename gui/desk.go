package gui

import (
	"context"
	"slices"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/run"
)

// desk is where campaigns lie: the list of all of them and the one that is
// open. Edits to the open one go through its session, edits to others straight
// to the store; the screens need not know which is which.
//
// Everything that waits for the store runs in the background; done functions
// run on the window's goroutine.
type desk struct {
	run     *run.Runner
	library *session.Library
	deps    session.Deps

	list    []domain.Summary // newest first
	loaded  bool
	open    *session.Session
	unwatch func()

	onList func()                 // the list changed
	onOpen func(*session.Session) // another campaign is open; nil for none
}

func newDesk(r *run.Runner, deps session.Deps) *desk {
	return &desk{run: r, deps: deps, library: session.NewLibrary(deps), onList: func() {}, onOpen: func(*session.Session) {}}
}

// List returns the summaries, newest change first, the trash included.
func (d *desk) List() []domain.Summary { return d.list }

// Loaded reports whether the list was read yet.
func (d *desk) Loaded() bool { return d.loaded }

// Current returns the campaign that is open.
func (d *desk) Current() (domain.Campaign, bool) {
	if d.open == nil {
		return domain.Campaign{}, false
	}
	return d.open.Campaign(), true
}

// Load reads the list.
func (d *desk) Load(done func(error)) {
	d.work(func(ctx context.Context) error { return nil }, done)
}

// work runs f in the background, then reads the list again and tells done.
func (d *desk) work(f func(context.Context) error, done func(error)) {
	var list []domain.Summary
	var err error
	d.run.Background(func() {
		ctx := context.Background()
		if err = f(ctx); err == nil {
			list, err = d.library.List(ctx)
		}
	}, func() {
		if err == nil {
			d.list, d.loaded = list, true
			d.refreshOpen()
			d.onList()
		}
		if done != nil {
			done(err)
		}
	})
}

// Open opens a campaign in place of the one that is open, which is saved
// first: while it cannot be saved it stays open.
func (d *desk) Open(id domain.ID, done func(error)) {
	if d.open != nil && d.open.Campaign().ID() == id {
		if done != nil {
			done(nil)
		}
		return
	}
	d.leave(func(err error) {
		if err != nil {
			tell(done, err)
			return
		}
		var s *session.Session
		d.run.Background(func() { s, err = d.library.Open(context.Background(), id) }, func() {
			if err == nil {
				d.become(s)
			}
			tell(done, err)
		})
	})
}

// CloseCampaign saves the open campaign and leaves none open.
func (d *desk) CloseCampaign(done func(error)) {
	d.leave(func(err error) {
		if err == nil && d.open != nil {
			d.become(nil)
		}
		tell(done, err)
	})
}

// leave saves the open campaign.
func (d *desk) leave(done func(error)) {
	if d.open == nil {
		done(nil)
		return
	}
	d.open.Flush(done)
}

// saved reports whether nothing of the open campaign waits to be saved.
func (d *desk) saved() bool { return d.open == nil || d.open.SaveState().Phase == session.Saved }

// shut closes the open campaign, which is saved, forgets the list and tells
// nobody: the data is about to be closed.
func (d *desk) shut() {
	if d.open != nil {
		d.unwatch()
		d.open.Close()
	}
	d.open, d.list, d.loaded = nil, nil, false
}

func (d *desk) become(s *session.Session) {
	if d.open != nil {
		d.unwatch()
		d.open.Close()
	}
	d.open = s
	if s != nil {
		d.unwatch = s.OnChange(func(session.Event) { d.refreshOpen(); d.onList() })
	}
	d.onOpen(s)
}

// refreshOpen puts the open campaign into the list as it is now, saved or not.
func (d *desk) refreshOpen() {
	c, ok := d.Current()
	if !ok {
		return
	}
	at := d.open.SaveState().At
	if d.open.SaveState().Phase != session.Saved {
		at = d.deps.Now()
	}
	now := d.deps.Summarise(c, at)
	i := slices.IndexFunc(d.list, func(s domain.Summary) bool { return s.ID == now.ID })
	if i < 0 {
		d.list = append([]domain.Summary{now}, d.list...)
		return
	}
	d.list = slices.Clone(d.list)
	d.list[i] = now
}

// Create keeps a new campaign and opens it.
func (d *desk) Create(c domain.Campaign, done func(error)) {
	d.work(func(ctx context.Context) error { return d.library.Add(ctx, c) }, func(err error) {
		if err != nil {
			tell(done, err)
			return
		}
		d.Open(c.ID(), done)
	})
}

// Duplicate keeps a copy under another title and opens it.
func (d *desk) Duplicate(id domain.ID, title string, done func(error)) {
	d.leave(func(err error) {
		if err != nil {
			tell(done, err)
			return
		}
		var copied domain.Campaign
		d.work(func(ctx context.Context) (err error) {
			copied, err = d.library.Duplicate(ctx, id, title)
			return err
		}, func(err error) {
			if err != nil {
				tell(done, err)
				return
			}
			d.Open(copied.ID(), done)
		})
	})
}

// Apply makes one edit to any campaign.
func (d *desk) Apply(id domain.ID, e domain.Edit, done func(error)) {
	if d.open != nil && d.open.Campaign().ID() == id {
		tell(done, d.open.Apply(e))
		return
	}
	d.work(func(ctx context.Context) error { return d.library.Apply(ctx, id, e) }, done)
}

func tell(done func(error), err error) {
	if done != nil {
		done(err)
	}
}
