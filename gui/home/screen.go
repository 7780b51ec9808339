package home

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/retention"
	"athar/domain/selfcheck"
	"athar/domain/starter"
	"athar/gui/kit"
)

// Desk is what the screen needs of the place where campaigns lie. The done
// functions run on the window's goroutine.
type Desk interface {
	List() []domain.Summary // newest change first, the trash included
	Loaded() bool
	Current() (domain.Campaign, bool) // the campaign that is open
	Open(id domain.ID, done func(error))
	CloseCampaign(done func(error))
	Create(c domain.Campaign, done func(error)) // keeps it and opens it
	Apply(id domain.ID, e domain.Edit, done func(error))
}

// Trash says how long campaigns stay in the trash, and ends their stay.
type Trash interface {
	Keep() retention.Keep
	SetKeep(retention.Keep)
	// Stays returns how many days a campaign stays at least; ends is false when
	// it stays for ever.
	Stays(campaign domain.ID) (days int, ends bool)
	// Forget asks, and then removes campaigns for ever.
	Forget([]domain.Summary)
}

// Deps is what the screen works with; all fields are required.
type Deps struct {
	Env       *kit.Env
	Desk      Desk
	Trash     Trash
	NewID     func() domain.ID
	Now       func() time.Time
	Report    func(error)        // shows an error to the person; nil is ignored
	GoTo      func(domain.Place) // takes the person to a record of the open campaign
	Rules     selfcheck.Rules
	Templates []starter.Template // those to offer first come first

	DataDir     string // where the data lives
	Lang        string // "ar" or "en"
	Welcomed    bool   // the person has chosen a language before
	SetLanguage func(lang string)
	OpenSample  func()

	Rename    func(domain.Summary) // asks for another title
	Duplicate func(domain.Summary) // asks for the title of a copy
}

// Screen is the home tab.
type Screen struct {
	deps    Deps
	present presenter
	checker *checker
	view    *view

	shelf    shelf
	query    string
	list     []domain.Summary // on the shelf, as last shown
	openID   domain.ID        // as last shown
	selected domain.ID        // NoID for none
}

// New makes the screen. The open campaign is selected, else the first one.
func New(d Deps) *Screen {
	s := &Screen{
		deps: d, shelf: shelfActive, checker: newChecker(d.Rules),
		present: presenter{d.Env.Printer, d.Now, d.Trash.Stays, words{d.Rules, d.Templates}},
	}
	on := s.intents()
	s.view = newView(d.Env, newWelcome(d.Env, d.DataDir, d.Welcomed, on), s.count, s.row, on)
	if c, ok := d.Desk.Current(); ok {
		s.take(c.ID())
	}
	s.view.list.shelf.SetValue(string(s.shelf))
	s.view.list.keep.SetValue(string(d.Trash.Keep()))
	s.showAll()
	return s
}

// Content returns what is shown in the tab.
func (s *Screen) Content() fyne.CanvasObject { return s.view.content }

// Close is part of every screen; this one listens to nobody.
func (s *Screen) Close() {}

// Place returns the campaign that is selected.
func (s *Screen) Place() domain.Place {
	return domain.Place{Kind: domain.KindHeader, ID: s.selected}
}

// Show selects a campaign, wherever it lies, and puts the caret into the field
// that the place names. A campaign that is gone leaves the selection as it is.
func (s *Screen) Show(p domain.Place) {
	if !s.take(p.ID) {
		return
	}
	s.view.list.filter.SetText(s.query)
	s.view.list.shelf.SetValue(string(s.shelf))
	s.showAll()
	s.view.page.focus(p.Field)
}

// take makes a campaign the selected one and the list such that it is in it.
func (s *Screen) take(id domain.ID) bool {
	all := s.deps.Desk.List()
	i := slices.IndexFunc(all, func(c domain.Summary) bool { return c.ID == id })
	if i < 0 {
		return false
	}
	if s.shelf = shelfOf(all[i]); len(onShelf(all[i:i+1], s.shelf, s.query)) == 0 {
		s.query = ""
	}
	s.selected = id
	return true
}

// ListChanged shows what is different after an edit or after the list was read.
func (s *Screen) ListChanged() {
	before, wasOpen := s.list, s.openID
	s.read()
	same := func(a, b domain.Summary) bool { return a.ID == b.ID }
	if s.view.faces[faceList].Visible() && len(s.list) > 0 && slices.EqualFunc(before, s.list, same) {
		for i := range s.list {
			if id := s.list[i].ID; s.list[i] != before[i] || (id == wasOpen) != (id == s.openID) {
				s.view.list.list.RefreshRow(i)
			}
		}
	} else {
		s.showList(before)
	}
	s.showPage()
}

// showAll shows everything as it is now.
func (s *Screen) showAll() {
	before := s.list
	s.read()
	s.showList(before)
	s.showPage()
}

// read takes the list from the desk.
func (s *Screen) read() {
	all := s.deps.Desk.List()
	s.list = onShelf(all, s.shelf, s.query)
	s.openID = domain.NoID
	if c, ok := s.deps.Desk.Current(); ok {
		s.openID = c.ID()
	}
	switch {
	case !s.deps.Desk.Loaded():
		s.view.showFace(faceLoading)
	case len(all) == 0:
		s.view.showFace(faceWelcome)
	default:
		s.view.showFace(faceList)
	}
	s.view.list.offerSample(!hasSample(all))
	s.view.list.showTrash(s.shelf == shelfTrash, len(onShelf(all, shelfTrash, "")) > 0, s.present.keepHelp(s.deps.Trash.Keep()))
}

// showList shows the list anew. When the selected campaign has left it, the one
// that moved up into its place is selected.
func (s *Screen) showList(before []domain.Summary) {
	if s.index(s.selected) < 0 {
		at := slices.IndexFunc(before, func(c domain.Summary) bool { return c.ID == s.selected })
		s.selected = domain.NoID
		if len(s.list) > 0 {
			s.selected = s.list[min(max(at, 0), len(s.list)-1)].ID
		}
	}
	s.view.list.show(len(s.list), s.present.noneSentence(s.shelf, s.query), s.query != "")
	s.view.list.list.Select(s.index(s.selected))
}

// showPage shows the selected campaign as it is now.
func (s *Screen) showPage() {
	i := s.index(s.selected)
	if i < 0 {
		s.view.showPage(nil)
		return
	}
	p := s.present.closed(s.list[i])
	if c, ok := s.deps.Desk.Current(); ok && c.ID() == s.selected && !c.Header.InTrash() {
		p = s.present.open(s.list[i], c, s.checker.findings(c))
	}
	s.view.showPage(&p)
}

func (s *Screen) count() int { return len(s.list) }

func (s *Screen) row(i int) row { return s.present.row(s.list[i], s.list[i].ID == s.openID) }

func (s *Screen) index(id domain.ID) int {
	return slices.IndexFunc(s.list, func(c domain.Summary) bool { return c.ID == id })
}

// current returns the campaign that is selected.
func (s *Screen) current() (domain.Summary, bool) {
	i := s.index(s.selected)
	if i < 0 {
		return domain.Summary{}, false
	}
	return s.list[i], true
}
