package main

import (
	"time"

	"athar/gui"
	"athar/persistence"
)

// place is the folder of the open data, for the window.
func (p *program) place() gui.Place {
	store := p.store // of this window; another one has another
	return gui.Place{
		Standing: standing(store, persistence.Condition{}), Folders: persistence.CopyFolders(), Move: p.moveTo,
		Look: func() gui.Sign {
			return gui.Sign{Show: store.Knocked(), Standing: standing(store, store.Tend())}
		},
	}
}

// standing is what has to be said of a store all the time.
func standing(s *persistence.Store, c persistence.Condition) gui.Standing {
	why := s.Reading()
	switch {
	case why != "":
		return gui.Standing{Key: "place." + string(why), Service: s.Site().Service, Locked: true}
	case c.Gone:
		return gui.Standing{Key: "place.gone", Grave: true}
	case c.Lost:
		return gui.Standing{Key: "place.back", Grave: true}
	case c.Need > 0:
		return gui.Standing{Key: "place.full", Room: c.Need, Grave: true}
	case s.Site().Kind == persistence.SiteRemovable:
		return gui.Standing{Key: "place.removable"}
	}
	return gui.Standing{}
}

// moveTo opens the data in another folder in place of the data that can only be
// read, from now on at every start.
func (p *program) moveTo(dir string, failed func(error)) {
	var store *persistence.Store
	var err error
	next := *p.in
	next.data, next.dataChosen = dir, false
	p.run.Background(func() { store, err = next.openData() }, func() {
		if err != nil {
			failed(err)
			return
		}
		_ = p.store.Close() // it was only read
		p.closeLog()
		*p.in, p.store = next, store
		p.window.Retire()
		p.left, p.first = nil, gui.First{}
		p.showAnew(nil)
		p.remember(dir)
	})
}

// knockPatience is how long a window has to show itself. It looks every second.
const knockPatience = 3 * time.Second

// isShown asks a window that has the data open already to come to the front, and
// reports whether it did.
func (in *invocation) isShown() bool {
	if err := in.findData(); err != nil || !persistence.Knock(in.data, knockPatience) {
		return false
	}
	in.say("cli.window.shown")
	return true
}

// read opens what is there for reading, after it could not be opened otherwise.
func (p *program) read() {
	opts := openOptions(p.keys)
	opts.ReadOnly = true
	p.show(persistence.Open(p.in.data, opts))
}

// tellReading says at the terminal when the data can only be read.
func (in *invocation) tellReading(s *persistence.Store) {
	if why := s.Reading(); why != "" {
		in.complain("place."+string(why)+".short", "what", s.Site().Service)
	}
}
