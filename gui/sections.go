package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/claims"
	"athar/gui/core"
	"athar/gui/kit"
	"athar/gui/messages"
	"athar/gui/theme"
)

// section is one of several screens that share a tab. Its word in the switch is
// "section.<key>" of the catalog.
type section struct {
	key   string
	kinds []domain.Kind // of the records that are shown there
	make  func() screen
}

// sections are the screens of a tab, of which a switch at the top shows one. Each
// is made when it is first shown.
type sections struct {
	all     []section
	made    map[string]screen
	key     string // of the one on show
	pages   *kit.Switch
	holder  *fyne.Container
	content fyne.CanvasObject
}

// newSections makes a tab that begins with the section of the key. subject says to
// those who cannot see the pages what the switch chooses.
func newSections(env *kit.Env, subject, first string, all ...section) *sections {
	s := &sections{all: all, made: map[string]screen{}, holder: kit.Stack()}
	var options []kit.Option
	for _, one := range all {
		options = append(options, kit.Option{Value: one.key, Label: env.T("section." + one.key)})
	}
	s.pages = kit.NewSwitch(env, subject, options, s.turn)
	top := kit.PadSides(fynetheme.Size(theme.Space16), fynetheme.Size(theme.Space8), s.pages)
	s.content = kit.Border(env, top, nil, nil, nil, s.holder)
	s.turn(first)
	return s
}

// turn goes to a section.
func (s *sections) turn(key string) {
	if key == s.key {
		return
	}
	s.Leave()
	s.key = key
	if s.made[key] == nil {
		s.made[key] = s.all[slices.IndexFunc(s.all, func(one section) bool { return one.key == key })].make()
	}
	s.pages.SetValue(key)
	s.holder.Objects = []fyne.CanvasObject{s.made[key].Content()}
	s.holder.Refresh()
}

// current returns the screen on show.
func (s *sections) current() screen { return s.made[s.key] }

// Content implements screen.
func (s *sections) Content() fyne.CanvasObject { return s.content }

// Show implements screen: it goes to the section of the place's kind.
func (s *sections) Show(p domain.Place) {
	i := slices.IndexFunc(s.all, func(one section) bool { return slices.Contains(one.kinds, p.Kind) })
	if i < 0 {
		return
	}
	s.turn(s.all[i].key)
	s.current().Show(p)
}

// Place implements screen.
func (s *sections) Place() domain.Place { return s.current().Place() }

// Leave tells the section on show that the person goes elsewhere.
func (s *sections) Leave() {
	if one, ok := s.current().(leaver); ok {
		one.Leave()
	}
}

// Close implements screen.
func (s *sections) Close() {
	for _, one := range s.made {
		one.Close()
	}
}

// screen returns the screen on show, a section where the tab has several.
func (w *Window) screen() screen {
	s := w.screens[w.settings.Tab]
	if several, ok := s.(*sections); ok {
		return several.current()
	}
	return s
}

// messageSections are the screens of the tab in which texts are written.
func (w *Window) messageSections(open *session.Session) screen {
	d := w.deps
	all := []section{
		{"core", []domain.Kind{domain.KindCore}, func() screen {
			return core.New(core.Deps{
				Env: w.env, Session: open, NewID: d.Session.NewID, Now: d.Session.Now, Report: w.report, GoTo: w.goTo,
				Save: w.saveFile, Frameworks: d.Content.Frameworks,
			})
		}},
		{"messages", messageKinds(), func() screen {
			return messages.New(messages.Deps{
				Env: w.env, Session: open, NewID: d.Session.NewID, Now: d.Session.Now, Report: w.report, GoTo: w.goTo,
				Channels: d.Content.Channels, Room: w.proofs, Who: w.showPeople, Save: w.saveFile, Past: w.pastOf(open), View: &w.messages,
			})
		}},
		{"claims", []domain.Kind{domain.KindClaim, domain.KindEvidence}, func() screen {
			return claims.New(claims.Deps{
				Env: w.env, Session: open, NewID: d.Session.NewID, Now: d.Session.Now, Report: w.report, GoTo: w.goTo, Save: w.saveFile,
			})
		}},
	}
	return newSections(w.env, w.env.T("tab."+tabMessages), "messages", all...)
}

// messageKinds are the records that are shown with a message.
func messageKinds() []domain.Kind {
	return []domain.Kind{
		domain.KindMessage, domain.KindMedia, domain.KindAlternative, domain.KindPretest, domain.KindComment,
	}
}
