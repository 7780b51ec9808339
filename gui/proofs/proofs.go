// Package proofs keeps the checks of the workspace that is open ready for the
// window: it reads what the workspace chose and the dictionaries that are used,
// puts the checks together beside the window, and keeps what somebody chooses.
//
// It draws nothing and knows no screen. Before everything is read there is no team,
// and nothing is checked.
package proofs

import (
	"context"
	"slices"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/proofing"
	"athar/domain/spelling"
	"athar/domain/wording"
)

// Dictionary is a spelling dictionary that can be used.
type Dictionary struct {
	Name string // "en_US"
	Lang string // "en"
	Own  bool   // somebody added it here
}

// Dictionaries finds and reads dictionaries. All of it waits for the disk.
type Dictionaries interface {
	// Find lists the dictionaries there are.
	Find() []Dictionary
	// Usual returns the one for a language that is used when nobody chose, by its
	// name; "" where there is none.
	Usual(lang string) string
	// Read reads one by its name.
	Read(name string) (*spelling.Dictionary, error)
	// Add keeps a copy of a dictionary: of an .aff or .dic file and the other one
	// beside it. It returns what it is called from now on.
	Add(path string) (Dictionary, error)
}

// Deps is what a Room works with; all fields are required.
type Deps struct {
	Background   func(work, done func())
	Preferences  domain.Preferences
	Dictionaries Dictionaries
	Packs        func() ([]wording.Pack, error) // called in the background, once
	Channels     channel.Catalog
	Regions      func() []string // where the people live of whom texts speak, the likeliest first
	Report       func(error)
}

// Room is where the checks are kept. It belongs to the window's goroutine.
type Room struct {
	deps    Deps
	heard   []*func()
	choices proofing.Choices
	team    *proofing.Team
	begun   bool

	packs  []wording.Pack
	found  []Dictionary
	usual  map[string]string
	read   map[string]*spelling.Dictionary // by name
	making bool
	again  bool     // something changed meanwhile
	seek   bool     // dictionaries are to be looked for again
	langs  []string // in which something is written
	saving bool
	unsaid bool // the choices are to be kept once more
}

// New makes a room in which nothing was read yet.
func New(d Deps) *Room { return &Room{deps: d, read: map[string]*spelling.Dictionary{}} }

// Team returns the checks as they are chosen now, nil while they are being read.
func (r *Room) Team() *proofing.Team { return r.team }

// Choices returns what the workspace chose.
func (r *Room) Choices() proofing.Choices { return r.choices }

// Packs returns the rules in data; none while they are being read.
func (r *Room) Packs() []wording.Pack { return r.packs }

// Dictionaries returns what was found; nothing while it is being looked for.
func (r *Room) Dictionaries() []Dictionary { return r.found }

// Used returns the name of the dictionary with which a language is checked, "" for
// none.
func (r *Room) Used(lang string) string { return used(r.choices, r.usual, lang) }

func used(c proofing.Choices, usual map[string]string, lang string) string {
	switch name := c.Spelling[lang]; name {
	case "":
		return usual[lang]
	case proofing.NoDictionary:
		return ""
	default:
		return name
	}
}

// OnChange has f called whenever the team or the dictionaries are others.
func (r *Room) OnChange(f func()) (stop func()) {
	entry := &f
	r.heard = append(r.heard, entry)
	return func() {
		r.heard = slices.DeleteFunc(slices.Clone(r.heard), func(e *func()) bool { return e == entry })
	}
}

// Begin reads everything, unless that was begun before.
func (r *Room) Begin() {
	if r.begun {
		return
	}
	r.begun = true
	var choices proofing.Choices
	var packs []wording.Pack
	var err, broken error
	r.deps.Background(func() {
		choices, err = r.readChoices()
		packs, broken = r.deps.Packs()
	}, func() {
		r.deps.Report(err)
		r.deps.Report(broken)
		r.choices, r.packs = choices, append([]wording.Pack{}, packs...) // not nil: they were read
		r.make(true)
	})
}

// Reread takes the choices as they are kept, after somebody else changed them there.
func (r *Room) Reread() {
	if !r.begun {
		return // they are read when they are needed
	}
	var choices proofing.Choices
	var err error
	r.deps.Background(func() { choices, err = r.readChoices() }, func() {
		r.deps.Report(err)
		if err == nil {
			r.choices = choices
			r.make(false)
		}
	})
}

func (r *Room) readChoices() (proofing.Choices, error) {
	data, err := r.deps.Preferences.Preference(context.Background(), proofing.Preference)
	if err != nil {
		return proofing.Choices{}, err
	}
	return proofing.ParseChoices(data)
}

// Change makes a choice and keeps it. It is heard of at once, and again when the
// checks follow it.
func (r *Room) Change(change func(proofing.Choices) proofing.Choices) {
	r.choices = change(r.choices)
	r.make(false)
	r.keep()
}

// Write says in which languages something is written. A dictionary takes some
// megabytes, so those of other languages are not read.
func (r *Room) Write(langs []string) {
	if missing := slices.DeleteFunc(slices.Clone(langs), func(l string) bool { return slices.Contains(r.langs, l) }); len(missing) > 0 {
		r.langs = append(slices.Clone(r.langs), missing...)
		r.make(false)
	}
}

// SetChannels says that other limits count from now on.
func (r *Room) SetChannels(c channel.Catalog) {
	r.deps.Channels = c
	r.make(false)
}

// Move says that the texts speak of people somewhere else from now on.
func (r *Room) Move() { r.make(false) }

// Look looks for dictionaries again.
func (r *Room) Look() { r.make(true) }

// Add adds a dictionary of somebody's own and uses it for its language.
func (r *Room) Add(path string) {
	var added Dictionary
	var err error
	r.deps.Background(func() { added, err = r.deps.Dictionaries.Add(path) }, func() {
		if err != nil {
			r.deps.Report(err)
			return
		}
		delete(r.read, added.Name)
		r.choices = r.choices.SpelledWith(added.Lang, added.Name)
		r.make(true)
		r.keep()
	})
}

// keep keeps the choices of the moment, one after the other: the newest is the last
// that is kept.
func (r *Room) keep() {
	if r.saving {
		r.unsaid = true
		return
	}
	r.saving, r.unsaid = true, false
	data := r.choices.Bytes()
	var err error
	r.deps.Background(func() {
		err = r.deps.Preferences.SetPreference(context.Background(), proofing.Preference, data)
	}, func() {
		r.saving = false
		r.deps.Report(err)
		if r.unsaid {
			r.keep()
		}
	})
}

// make puts the team together anew. What was chosen while that went on is done in
// another turn, so that the newest choice is what counts.
func (r *Room) make(look bool) {
	if !r.begun || r.packs == nil && !look {
		return
	}
	r.seek = r.seek || look
	if r.making {
		r.again = true
		return
	}
	r.making, r.again, look = true, false, r.seek
	r.seek = false
	w := &work{
		choices: r.choices, packs: r.packs, dictionaries: r.deps.Dictionaries, look: look, usual: r.usual,
		langs: r.langs, read: r.read, regions: r.deps.Regions(), channels: r.deps.Channels,
	}
	r.deps.Background(w.do, func() {
		r.making = false
		r.deps.Report(w.err)
		if w.look {
			r.found, r.usual = w.found, w.usual
		}
		r.read = w.kept
		if w.team != nil {
			r.team = w.team
		}
		if r.again {
			r.make(false)
			return
		}
		for _, f := range slices.Clone(r.heard) {
			(*f)()
		}
	})
}
