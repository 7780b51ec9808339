package home

import (
	"athar/domain"
	"athar/domain/retention"
)

func (s *Screen) intents() intents {
	return intents{
		OnNew: s.New, OnSample: s.deps.OpenSample, OnLanguage: s.deps.SetLanguage,
		OnQuery: s.find, OnShowAll: s.findAll, OnShelf: s.turnTo, OnSelect: s.choose, OnActivate: s.activate, OnDelete: s.remove,
		OnOpen: s.open, OnTrash: s.trash, OnStage: s.setStage, OnGoal: s.setGoal, OnGoTo: s.deps.GoTo,
		OnRestore:   func() { s.apply(domain.Restore{}) },
		OnRename:    func() { s.with(s.deps.Rename) },
		OnDuplicate: func() { s.with(s.deps.Duplicate) },
		OnKeep:      s.setKeep, OnEmpty: s.emptyTrash,
		OnForget: func() { s.with(func(c domain.Summary) { s.deps.Trash.Forget([]domain.Summary{c}) }) },
	}
}

func (s *Screen) find(query string) {
	s.query = query
	s.showAll()
}

func (s *Screen) findAll() {
	s.view.list.filter.SetText("")
	s.find("")
	s.view.list.filter.Focus()
}

func (s *Screen) turnTo(to shelf) {
	s.shelf = to
	s.showAll()
}

// choose selects the i-th campaign and shows it from its beginning.
func (s *Screen) choose(i int) {
	if i < 0 || i >= len(s.list) || s.list[i].ID == s.selected {
		return
	}
	s.selected = s.list[i].ID
	s.showPage()
	s.view.page.content.ScrollToTop()
}

// activate opens the i-th campaign; in the one that is open already it goes on
// to what is written first. From the trash nothing is opened.
func (s *Screen) activate(i int) {
	s.choose(i)
	switch {
	case s.shelf == shelfTrash:
		s.view.page.buttons.restore.Focus()
	case s.selected == s.openID:
		s.view.page.focus("goal")
	default:
		s.open()
	}
}

func (s *Screen) open() { s.deps.Desk.Open(s.selected, s.deps.Report) }

// remove puts the i-th campaign into the trash; what is there already stays.
func (s *Screen) remove(i int) {
	s.choose(i)
	if s.shelf != shelfTrash {
		s.trash()
	}
}

// trash asks nothing: whatever is in the trash can be restored. A campaign that
// is open is closed behind it.
func (s *Screen) trash() {
	wasOpen := s.selected == s.openID
	s.deps.Desk.Apply(s.selected, domain.Trash{At: s.deps.Now()}, func(err error) {
		s.deps.Report(err)
		if err == nil && wasOpen {
			s.deps.Desk.CloseCampaign(s.deps.Report)
		}
	})
}

// ShowTrash lists what is in the trash.
func (s *Screen) ShowTrash() {
	s.view.list.filter.SetText("")
	s.query = ""
	s.view.list.shelf.SetValue(string(shelfTrash))
	s.turnTo(shelfTrash)
}

// setKeep chooses how long campaigns stay in the trash.
func (s *Screen) setKeep(keep retention.Keep) {
	s.deps.Trash.SetKeep(keep)
	s.showAll()
}

// emptyTrash removes for ever whatever is in the trash, listed or not.
func (s *Screen) emptyTrash() { s.deps.Trash.Forget(onShelf(s.deps.Desk.List(), shelfTrash, "")) }

func (s *Screen) setStage(to domain.Stage) { s.apply(domain.SetStage{Stage: to}) }

// setGoal hears of the open campaign only: the field is seen for no other.
func (s *Screen) setGoal(goal string) {
	if s.selected == s.openID {
		s.apply(domain.SetGoal{Goal: goal})
	}
}

// apply makes an edit to the campaign that is selected.
func (s *Screen) apply(e domain.Edit) {
	if c, ok := s.current(); ok {
		s.deps.Desk.Apply(c.ID, e, s.deps.Report)
	}
}

// with does something with the campaign that is selected.
func (s *Screen) with(do func(domain.Summary)) {
	if c, ok := s.current(); ok {
		do(c)
	}
}
