package messages

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/journal"
	"athar/domain/paper"
	"athar/domain/session"
	"athar/gui/kit"
	"athar/gui/messages/checks"
	"athar/gui/messages/gauge"
	"athar/gui/messages/part"
	"athar/gui/proofs"
)

// Deps is what the screen works with; all fields are required.
type Deps struct {
	Env      *kit.Env
	Session  part.Session
	NewID    func() domain.ID
	Now      func() time.Time
	Report   func(error)        // shows an error to the person; nil is ignored
	GoTo     func(domain.Place) // takes the person to another place
	Channels channel.Catalog
	Who      func()           // asks the person who they are
	Save     func(paper.File) // asks where to save a file, and saves it
	// Past reads the commits of the campaign in the background, once everything is
	// saved; done is not called when they cannot be read.
	Past func(done func([]*journal.Commit))
	Room *proofs.Room
}

// Screen is the messages tab of one open campaign.
type Screen struct {
	deps  Deps
	gauge *gauge.Gauge
	view  *view
	found *checks.Checks
	stop  func()

	list     []domain.Message // in list order, as last shown
	selected domain.ID        // NoID when there are none
	tell     told             // at the head of the selected message
}

// New makes the screen; the first message is selected.
func New(d Deps) *Screen {
	s := &Screen{deps: d, gauge: gauge.New(d.Channels)}
	s.found = checks.New(checks.Deps{
		Env: d.Env, Session: d.Session, NewID: d.NewID, Now: d.Now, Report: d.Report, GoTo: d.GoTo, Channels: d.Channels, Room: d.Room,
		Resized: func() { s.view.editor.relay() }, Reveal: func(o fyne.CanvasObject) { s.view.editor.reveal(o) },
	})
	editor := newEditor(part.Deps{
		Env: d.Env, Session: attentive{d.Session, s.fromHead}, NewID: d.NewID, Now: d.Now, Report: d.Report, GoTo: d.GoTo,
		Channels: d.Channels, Gauge: s.gauge, Checks: s.found, Who: d.Who, Save: d.Save, Past: d.Past,
	}, s.found, s.headIntents())
	s.view = newView(d.Env, editor, s.count, s.row, s.listIntents())
	s.stop = d.Session.OnChange(s.changed)
	s.found.OnCounted(s.counted)
	s.read()
	s.view.showList(len(s.list))
	s.pick(0)
	s.show()
	return s
}

// Content returns what is shown in the tab.
func (s *Screen) Content() fyne.CanvasObject { return s.view.content }

// Close stops listening to the session.
func (s *Screen) Close() {
	s.stop()
	s.found.Close()
}

// Place returns the message that is selected.
func (s *Screen) Place() domain.Place {
	return domain.Place{Kind: domain.KindMessage, ID: s.selected}
}

// Show selects a message and puts the caret into the field that the place
// names. A message that is gone leaves the selection as it is.
func (s *Screen) Show(p domain.Place) {
	i := s.index(p.ID)
	if i < 0 {
		return
	}
	s.choose(i)
	s.view.editor.focus(p)
}

// Leave is called when the person goes to another tab.
func (s *Screen) Leave() {
	if s.selected != domain.NoID {
		s.fromHead()
		s.show()
		s.view.editor.leave()
	}
}

// Add adds a message and puts the caret into its title.
func (s *Screen) Add() {
	m := domain.Message{ID: s.deps.NewID(), Status: domain.MessageDraft}
	if err := s.deps.Session.Apply(domain.AddMessage{Message: m}); err != nil {
		s.deps.Report(err)
		return
	}
	s.tell = told{} // nothing was left empty yet
	s.show()
	s.view.editor.begin()
	s.view.editor.focus(domain.Place{Field: "title"})
}

// changed shows what an edit, an undo or a merge has changed.
func (s *Screen) changed(e session.Event) {
	if !slices.ContainsFunc(e.Changes, concerns) {
		return
	}
	at, before := s.index(s.selected), s.list
	s.read()
	s.refreshList(before, e.Changes)
	if id, ok := cameBack(e.Changes); ok {
		s.pick(s.index(id))
	} else if s.index(s.selected) < 0 {
		s.pick(min(max(at, 0), len(s.list)-1))
	}
	s.show()
}

// concerns reports whether something of the change is seen here: of the messages
// themselves, or of what they refer to and what belongs to them.
func concerns(c domain.Change) bool {
	return !slices.Contains([]domain.Kind{
		domain.KindAnswer, domain.KindIndicator, domain.KindReading, domain.KindDataSet,
	}, c.Kind)
}

// counted shows in the list how much there is to say of messages.
func (s *Screen) counted(ids []domain.ID) {
	for _, id := range ids {
		if i := s.index(id); i >= 0 {
			s.view.list.RefreshRow(i)
		}
	}
}

// cameBack returns the one message that is new, by Add or by undoing a Delete:
// that is what the person wants to see.
func cameBack(changes []domain.Change) (domain.ID, bool) {
	var found []domain.ID
	for _, c := range changes {
		if c.Kind == domain.KindMessage && c.Before == nil {
			found = append(found, c.ID)
		}
	}
	if len(found) != 1 {
		return domain.NoID, false
	}
	return found[0], true
}

// refreshList shows the rows anew that a change concerns: while somebody types
// that is one.
func (s *Screen) refreshList(before []domain.Message, changes []domain.Change) {
	same := func(a, b domain.Message) bool { return a.ID == b.ID }
	segments := func(c domain.Change) bool { return c.Kind == domain.KindSegment }
	if !slices.EqualFunc(before, s.list, same) || slices.ContainsFunc(changes, segments) {
		s.view.showList(len(s.list))
		return
	}
	for _, c := range changes {
		if c.Kind == domain.KindMessage {
			s.view.list.RefreshRow(s.index(c.ID))
		}
	}
}

// read takes the list from the campaign.
func (s *Screen) read() { s.list = s.deps.Session.Campaign().SortedMessages() }

// pick makes the i-th message the selected one without showing it.
func (s *Screen) pick(i int) {
	s.selected, s.tell = domain.NoID, told{title: true}
	if i >= 0 && i < len(s.list) {
		s.selected = s.list[i].ID
	}
}

// choose selects the i-th message and shows it from its beginning.
func (s *Screen) choose(i int) {
	if i == s.index(s.selected) {
		return
	}
	s.pick(i)
	s.show()
	s.view.editor.content.ScrollToTop()
}

// show shows the selected message as it is now.
func (s *Screen) show() {
	s.view.mark(s.index(s.selected), len(s.list))
	if m, ok := s.message(); ok {
		s.view.editor.show(s.deps.Session.Campaign(), m, presentHead(s.deps.Env.Printer, m, s.tell))
	}
}

func (s *Screen) count() int { return len(s.list) }

func (s *Screen) row(i int) row {
	m := s.list[i]
	r := presentRow(s.deps.Env.Printer, s.deps.Session.Campaign(), m, s.gauge.Over(m))
	if n, ok := s.found.Count(m.ID); ok {
		r = withCount(r, s.deps.Env.Printer, n)
	}
	return r
}

func (s *Screen) index(id domain.ID) int {
	return slices.IndexFunc(s.list, func(m domain.Message) bool { return m.ID == id })
}

// message returns the message that is selected.
func (s *Screen) message() (domain.Message, bool) {
	return s.deps.Session.Campaign().Message(s.selected)
}
