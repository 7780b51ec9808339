package core

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/framework"
	"athar/domain/paper"
	"athar/domain/session"
	"athar/gui/kit"
)

// Session is what the screen needs of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	Apply(domain.Edit) error
	OnChange(func(session.Event)) (stop func())
}

// Deps is what the screen works with; all fields are required.
type Deps struct {
	Env        *kit.Env
	Session    Session
	NewID      func() domain.ID
	Now        func() time.Time
	Report     func(error)        // shows an error to the person; nil is ignored
	GoTo       func(domain.Place) // takes the person to another place
	Save       func(paper.File)   // asks where to, and saves
	Frameworks framework.Library
}

// Screen is the core message of one open campaign.
type Screen struct {
	deps    Deps
	present presenter
	view    *view
	stop    func()
}

// New makes the screen and begins to listen to the session.
func New(d Deps) *Screen {
	s := &Screen{deps: d, present: presenter{d.Env.Printer, d.Frameworks}}
	s.view = newView(d.Env, d.Session.Campaign().Core().ID, s.present.options(), intents{
		OnFramework: s.choose, OnText: s.write, OnMake: s.makeMessage, OnPrint: s.print,
	})
	s.stop = d.Session.OnChange(s.changed)
	s.show()
	return s
}

// Content returns what is shown.
func (s *Screen) Content() fyne.CanvasObject { return s.view.content }

// Close stops listening to the session.
func (s *Screen) Close() { s.stop() }

// Place returns the core message.
func (s *Screen) Place() domain.Place {
	return domain.Place{Kind: domain.KindCore, ID: s.deps.Session.Campaign().Core().ID}
}

// The names of fields in a Place: that of the framework, and how those of its fields
// begin, with the language behind: "field.roof.ar".
const (
	frameworkField = "framework"
	fieldPrefix    = "field."
)

// Show puts the caret into the field that the place names. What is kept for other
// frameworks is scrolled to.
func (s *Screen) Show(p domain.Place) {
	name, ok := strings.CutPrefix(p.Field, fieldPrefix)
	switch {
	case ok:
		field, lang := name, ""
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			field, lang = name[:i], name[i+1:]
		}
		if !s.view.focus(field, lang) {
			kit.Reveal(s.view.filled, s.view.keptCard)
		}
	case p.Field == frameworkField && s.view.filled.Visible():
		kit.Reveal(s.view.filled, s.view.frameworkRow)
		s.view.framework.Focus()
	case p.Field == frameworkField:
		s.view.first.Focus()
	}
}

// changed shows what an edit, an undo or a merge has changed.
func (s *Screen) changed(e session.Event) {
	concerns := func(c domain.Change) bool { return c.Kind == domain.KindCore || c.Kind == domain.KindHeader }
	if slices.ContainsFunc(e.Changes, concerns) {
		s.show()
	}
}

func (s *Screen) show() { s.view.show(s.present.state(s.deps.Session.Campaign())) }

// choose chooses a framework and puts the caret into its first empty field.
func (s *Screen) choose(id string) {
	before := s.deps.Session.Campaign().Core().Framework
	if id == before {
		return
	}
	s.deps.Report(s.deps.Session.Apply(domain.SetFramework{Framework: id}))
	if before != "" {
		return // whoever looks through frameworks wants to go on choosing
	}
	if fields := s.view.shown.Fields; len(fields) > 0 {
		s.view.focus(fields[0].ID, "")
	}
}

func (s *Screen) write(field, lang, text string) {
	s.deps.Report(s.deps.Session.Apply(domain.SetCoreField{Field: field, Lang: lang, Text: text}))
}

// makeMessage makes a message of a draft and goes to it. A draft is named by its
// fields.
func (s *Screen) makeMessage(draft string) {
	k := s.deps.Session.Campaign().Core()
	f, ok := s.deps.Frameworks.Framework(k.Framework)
	if !ok {
		return
	}
	m := f.Message(strings.Fields(draft), k)
	m.ID, m.Title = s.deps.NewID(), s.present.title(m.Core)
	if err := s.deps.Session.Apply(domain.AddMessage{Message: m}); err != nil {
		s.deps.Report(err)
		return
	}
	s.deps.GoTo(domain.Place{Kind: domain.KindMessage, ID: m.ID})
}

// print saves a page that a browser prints.
func (s *Screen) print() {
	c, now := s.deps.Session.Campaign(), s.deps.Now()
	s.deps.Save(paper.File{
		Title: s.deps.Env.T("core.print_title"), Extension: "html",
		Name: "athar-core-" + now.Local().Format(time.DateOnly) + ".html",
		Make: func() ([]byte, error) { return s.present.page(c, now) },
	})
}
