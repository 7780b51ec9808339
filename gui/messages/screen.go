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
	"athar/gui/messages/listing"
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
	View *View // what was chosen before, and is kept
}

// Screen is the messages tab of one open campaign.
type Screen struct {
	deps   Deps
	gauge  *gauge.Gauge
	lister *listing.Lister
	look   *View
	view   *view
	found  *checks.Checks
	stop   func()

	list     []domain.Message  // those that are listed, as last shown
	selected domain.ID         // NoID when there are none
	tell     told              // at the head of the selected message
	touched  map[domain.ID]int // when a message was changed here, by a counter
	touches  int
	copying  bool // what is added now was asked for here
}

// New makes the screen; the first message is selected.
func New(d Deps) *Screen {
	s := &Screen{
		deps: d, gauge: gauge.New(d.Channels), touched: map[domain.ID]int{},
		look: d.View.of(d.Session.Campaign().ID()),
	}
	s.found = checks.New(checks.Deps{
		Env: d.Env, Session: d.Session, NewID: d.NewID, Now: d.Now, Report: d.Report, GoTo: d.GoTo, Channels: d.Channels, Room: d.Room,
		Resized: func() { s.view.editor.relay() }, Reveal: func(o fyne.CanvasObject) { s.view.editor.reveal(o) },
		ShowList: func() { s.view.editor.showFound() },
	})
	s.lister = listing.New(s.judge, d.Env.Printer.Lang(), s.newer)
	editor := newEditor(part.Deps{
		Env: d.Env, Session: attentive{d.Session, s.fromHead}, NewID: d.NewID, Now: d.Now, Report: d.Report, GoTo: d.GoTo,
		Channels: d.Channels, Gauge: s.gauge, Checks: s.found, Who: d.Who, Save: d.Save, Past: d.Past,
	}, s.found, s.headIntents(), &s.look.side)
	s.view = newView(d.Env, editor, newPanel(d.Env, func() int { return len(s.list) }, s.row, s.listIntents()))
	s.stop = d.Session.OnChange(s.changed)
	s.found.OnCounted(s.counted)
	s.read(false)
	s.showList()
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

// Show selects a message and puts the caret into the field that the place names. A
// message that is gone leaves the selection as it is; one that the filter keeps back
// is listed all the same.
func (s *Screen) Show(p domain.Place) {
	if _, ok := s.deps.Session.Campaign().Message(p.ID); !ok {
		return
	}
	if s.index(p.ID) < 0 {
		s.pickID(p.ID)
		s.read(true)
		s.showList()
		s.show()
		s.view.editor.aside.ScrollToTop()
	}
	s.choose(s.index(p.ID))
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

// changed shows what an edit, an undo or a merge has changed, or what another person
// may do.
func (s *Screen) changed(e session.Event) {
	if e.Author {
		s.show()
		return
	}
	if !slices.ContainsFunc(e.Changes, concerns) {
		return
	}
	at, before, chosen := s.index(s.selected), s.list, s.targets()
	s.touch(e)
	added := addedBy(e.Changes)
	if len(added) == 1 || s.copying && len(added) > 0 {
		s.pickID(added[0])
		chosen = added
	}
	s.read(true)
	if len(s.list) > 0 && s.index(s.selected) < 0 {
		s.pick(min(max(at, 0), len(s.list)-1))
	} else if len(s.list) == 0 {
		s.pick(-1)
	}
	s.refreshList(before, chosen, e.Changes)
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
			s.view.panel.list.RefreshRow(i)
		}
	}
}

// addedBy returns the messages that are new, by Add or by undoing a Delete: a single
// one is what the person wants to see.
func addedBy(changes []domain.Change) (ids []domain.ID) {
	for _, c := range changes {
		if c.Kind == domain.KindMessage && c.Before == nil && c.After != nil {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// refreshList shows the rows anew that a change concerns: while somebody types that is
// one.
func (s *Screen) refreshList(before []domain.Message, chosen []domain.ID, changes []domain.Change) {
	same := func(a, b domain.Message) bool { return a.ID == b.ID }
	others := func(c domain.Change) bool { return c.Kind == domain.KindSegment || c.Kind == domain.KindHeader }
	if !slices.EqualFunc(before, s.list, same) || slices.ContainsFunc(changes, others) {
		s.showList()
		s.selectAll(chosen)
		return
	}
	for _, id := range concerned(changes) {
		s.view.panel.list.RefreshRow(s.index(id))
	}
}

// concerned returns the messages of which a change is seen in the list.
func concerned(changes []domain.Change) (ids []domain.ID) {
	for _, c := range changes {
		for _, r := range []domain.Record{c.Before, c.After} {
			switch r := r.(type) {
			case domain.Message:
				ids = append(ids, r.ID)
			case domain.Media:
				ids = append(ids, r.Message)
			case domain.Comment:
				ids = append(ids, r.Message)
			case domain.Alternative:
				ids = append(ids, r.Message)
			}
		}
	}
	slices.SortFunc(ids, func(a, b domain.ID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}

func (s *Screen) showList() { s.view.showList(s.panelDetail()) }

// pick makes the i-th message the selected one without showing it.
func (s *Screen) pick(i int) {
	id := domain.NoID
	if i >= 0 && i < len(s.list) {
		id = s.list[i].ID
	}
	s.pickID(id)
}

func (s *Screen) pickID(id domain.ID) {
	if id != s.selected {
		s.selected, s.tell = id, told{title: true}
	}
}

// choose selects the i-th message and shows it from its beginning.
func (s *Screen) choose(i int) {
	if i == s.index(s.selected) {
		s.mark() // more or fewer may be selected beside it
		return
	}
	s.pick(i)
	s.show()
	s.view.editor.aside.ScrollToTop()
}

// show shows the selected message as it is now.
func (s *Screen) show() {
	s.mark()
	if m, ok := s.message(); ok {
		s.view.editor.show(s.deps.Session.Campaign(), m, presentHead(s.deps.Env.Printer, m, s.tell, s.refusals(m, s.tell.refused)))
	}
}

func (s *Screen) row(i int) row {
	c, m := s.deps.Session.Campaign(), s.list[i]
	return s.presenter().row(c, m, s.judge(c, m))
}

func (s *Screen) index(id domain.ID) int {
	return slices.IndexFunc(s.list, func(m domain.Message) bool { return m.ID == id })
}

// message returns the message that is selected.
func (s *Screen) message() (domain.Message, bool) {
	return s.deps.Session.Campaign().Message(s.selected)
}
