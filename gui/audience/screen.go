package audience

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/channel"
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
	Env      *kit.Env
	Session  Session
	NewID    func() domain.ID
	Report   func(error)        // shows an error to the person; nil is ignored
	GoTo     func(domain.Place) // takes the person to another tab
	Channels channel.Catalog
}

// Screen is the audience tab of one open campaign.
type Screen struct {
	deps Deps
	view *view
	stop func()

	list      []domain.Segment  // in list order, as last shown
	addressed map[domain.ID]int // messages for each
	selected  domain.ID         // NoID when there are none

	typing string            // the field that is being typed in, "" for none
	held   []string          // problems not told yet, because of typing
	told   map[string]string // problems of the selected segment that are on show
}

// New makes the screen; the first segment is selected.
func New(d Deps) *Screen {
	s := &Screen{deps: d}
	s.view = newView(d.Env, d.Channels, s.count, s.row, intents{
		edits: edits{OnEdit: s.edit, OnTyped: s.typed, OnLeft: s.leaveField},
		OnAdd: s.Add, OnSelect: s.choose, OnDuplicate: s.duplicate, OnDelete: s.remove, OnGoTo: d.GoTo,
	})
	s.stop = d.Session.OnChange(s.changed)
	s.read()
	s.pick(0)
	s.show()
	return s
}

// Content returns what is shown in the tab.
func (s *Screen) Content() fyne.CanvasObject { return s.view.content }

// Close stops listening to the session.
func (s *Screen) Close() { s.stop() }

// Place returns the segment that is selected.
func (s *Screen) Place() domain.Place {
	return domain.Place{Kind: domain.KindSegment, ID: s.selected}
}

// Show selects a segment and puts the caret into the field that the place
// names. A segment that is gone leaves the selection as it is.
func (s *Screen) Show(p domain.Place) {
	if i := s.index(p.ID); i >= 0 {
		s.choose(i)
		s.view.form.focus(p.Field)
	}
}

// Leave is called when the person goes to another tab: now everything that is
// wrong is told.
func (s *Screen) Leave() {
	s.stopTyping()
	s.show()
}

// Add adds a segment and puts the caret into its name.
func (s *Screen) Add() {
	if err := s.deps.Session.Apply(domain.AddSegment{Segment: domain.Segment{ID: s.deps.NewID()}}); err != nil {
		s.deps.Report(err)
		return
	}
	s.told = nil
	s.hold(fieldName) // nobody has left it empty yet
	s.show()
	s.view.form.focus(fieldName)
}

// duplicate adds a copy at the end. The messages stay with the original: whom
// they are for is a decision of its own.
func (s *Screen) duplicate() {
	copied, ok := s.segment()
	if !ok {
		return
	}
	copied.ID = s.deps.NewID()
	if copied.Name != "" {
		copied.Name = s.deps.Env.T("audience.copy_name", "name", copied.Name)
	}
	s.deps.Report(s.deps.Session.Apply(domain.AddSegment{Segment: copied}))
}

// remove needs no question: undo brings the segment back.
func (s *Screen) remove() {
	if s.selected != domain.NoID {
		s.deps.Report(s.deps.Session.Apply(domain.RemoveSegment{ID: s.selected}))
	}
}

// edit changes one field of the selected segment. Edits of one field that follow
// shortly on one another are one step to undo.
func (s *Screen) edit(field string, change func(*domain.Segment)) {
	segment, ok := s.segment()
	if !ok {
		return
	}
	s.hold(field)
	change(&segment)
	s.deps.Report(s.deps.Session.Apply(domain.ChangeSegment{Segment: segment, Field: field}))
}

// typed hears of something typed that changes nothing; what is wrong with it may
// be another thing now, or gone.
func (s *Screen) typed(field string) {
	s.hold(field)
	s.show()
}

// hold notes that a field is being typed in. What it causes is not told before
// the person has left the field concerned, or goes on elsewhere: while 12 is on
// its way to 1,250 it is no mistake, and its source is only the next field. A
// problem that is on show already stays until it is corrected.
func (s *Screen) hold(field string) {
	if field == s.typing {
		return
	}
	s.typing, s.held = field, nil
	for _, about := range concerned(field) {
		if s.told[about] == "" {
			s.held = append(s.held, about)
		}
	}
}

// leaveField tells what is wrong with a field that was left.
func (s *Screen) leaveField(field string) {
	s.typing = ""
	if i := slices.Index(s.held, problemOf(field)); i >= 0 {
		s.held = slices.Delete(s.held, i, i+1)
		s.show()
	}
}

// stopTyping notes that no field is being typed in any more.
func (s *Screen) stopTyping() { s.typing, s.held = "", nil }

// concerned returns the problems that typing in a field can cause.
func concerned(field string) []string {
	switch field {
	case fieldSizeLow, fieldSizeHigh:
		return []string{problemSize, problemSizeSource}
	case fieldName, fieldAgeMin, fieldAgeMax, fieldSizeSource:
		return []string{problemOf(field)}
	}
	return nil
}

// changed shows what an edit, an undo or a merge has changed.
func (s *Screen) changed(e session.Event) {
	concerns := func(c domain.Change) bool {
		return c.Kind == domain.KindSegment || c.Kind == domain.KindMessage || c.Kind == domain.KindHeader
	}
	if !slices.ContainsFunc(e.Changes, concerns) {
		return
	}
	at := s.index(s.selected)
	s.read()
	if id, ok := cameBack(e.Changes); ok {
		s.pick(s.index(id))
	} else if s.index(s.selected) < 0 {
		s.pick(min(max(at, 0), len(s.list)-1))
	}
	s.show()
}

// cameBack returns the one segment that is new, by Add or by undoing a Delete:
// that is what the person wants to see.
func cameBack(changes []domain.Change) (domain.ID, bool) {
	var found []domain.ID
	for _, c := range changes {
		if c.Kind == domain.KindSegment && c.Before == nil {
			found = append(found, c.ID)
		}
	}
	if len(found) != 1 {
		return domain.NoID, false
	}
	return found[0], true
}

// read takes the list from the campaign.
func (s *Screen) read() {
	c := s.deps.Session.Campaign()
	s.list, s.addressed = c.SortedSegments(), addressed(c)
}

// pick makes the i-th segment the selected one without showing it.
func (s *Screen) pick(i int) {
	s.stopTyping()
	s.selected, s.told = domain.NoID, nil
	if i >= 0 && i < len(s.list) {
		s.selected = s.list[i].ID
	}
}

// choose selects the i-th segment and shows it from its beginning.
func (s *Screen) choose(i int) {
	if i == s.index(s.selected) {
		return
	}
	s.pick(i)
	s.show()
	s.view.form.content.ScrollToTop()
}

// show shows the selected segment and the list as they are now.
func (s *Screen) show() {
	if segment, ok := s.segment(); ok {
		s.showDetail(segment)
	}
	s.view.show(len(s.list), s.index(s.selected))
}

func (s *Screen) showDetail(segment domain.Segment) {
	form := s.view.form
	form.put(segment)
	d := presentDetail(s.deps.Env.Printer, s.deps.Session.Campaign(), segment, form.wrong(), s.held)
	s.told = d.Problems
	form.show(d)
}

func (s *Screen) count() int { return len(s.list) }

// row says what the list shows of the i-th segment. Of the selected one it
// counts the problems that are told, so that list and form say the same.
func (s *Screen) row(i int) row {
	segment := s.list[i]
	problems := len(segment.Validate())
	if segment.ID == s.selected {
		problems = len(s.told)
	}
	return presentRow(s.deps.Env.Printer, segment, s.addressed[segment.ID], problems)
}

func (s *Screen) index(id domain.ID) int {
	return slices.IndexFunc(s.list, func(g domain.Segment) bool { return g.ID == id })
}

// segment returns the segment that is selected.
func (s *Screen) segment() (domain.Segment, bool) {
	return s.deps.Session.Campaign().Segment(s.selected)
}
