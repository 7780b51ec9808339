package ethics

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/domain/session"
	"athar/gui/kit"
)

// Session is what the tab needs of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	Apply(domain.Edit) error
	OnChange(func(session.Event)) (stop func())
}

// Deps is what the tab works with; all fields are required.
type Deps struct {
	Env       *kit.Env
	Session   Session
	Now       func() time.Time
	Report    func(error) // shows an error to the person; nil is ignored
	Checklist checklist.Checklist
}

// Screen is the ethics tab of one open campaign.
type Screen struct {
	deps    Deps
	present presenter
	view    *view
	stop    func()

	status  checklist.Status
	section string
	filter  filter
	shown   []string // items on show, see arrange
}

// New makes the tab and begins to listen to the session.
func New(d Deps) *Screen {
	s := &Screen{deps: d, present: presenter{d.Checklist, d.Env.Printer}, filter: filterAll}
	s.view = newView(d.Env, s.present, intents{
		onSection: s.choose, onFilter: s.setFilter, onNext: s.Next,
		onToggle: s.toggle, onKey: s.key,
		onAnswer: s.answer, onReason: s.explain,
		onToFact: s.toFact, onFact: s.setFact, reasonKey: s.reasonKey,
	})
	s.status = d.Checklist.State(d.Session.Campaign())
	s.choose(s.first())
	s.stop = d.Session.OnChange(s.changed)
	return s
}

// reasonKey names the reason of an item in this campaign: items are the same in
// all of them.
func (s *Screen) reasonKey(item string) string {
	return s.deps.Session.Campaign().ID().String() + "." + item + ".reason"
}

// Content returns the widgets.
func (s *Screen) Content() fyne.CanvasObject { return s.view.content }

// Close stops listening.
func (s *Screen) Close() { s.stop() }

// first returns the section to begin with: the questions about the plan while
// one has no answer, otherwise the first group with something open.
func (s *Screen) first() string {
	facts := s.deps.Session.Campaign().Header.Facts
	for _, q := range s.deps.Checklist.Facts {
		if _, said := facts[q.Fact]; !said {
			return planSection
		}
	}
	if next, ok := nextOpen(s.status, filterAll, ""); ok {
		return next.Item.Group
	}
	return planSection
}

// changed shows what an edit, or taking it back, has changed.
func (s *Screen) changed(e session.Event) {
	concerns := func(c domain.Change) bool { return c.Kind == domain.KindHeader || c.Kind == domain.KindAnswer }
	if slices.ContainsFunc(e.Changes, concerns) {
		s.refresh()
	}
}

func (s *Screen) refresh() {
	c := s.deps.Session.Campaign()
	s.status = s.deps.Checklist.State(c)
	s.view.showState(c, s.status, s.section)
	if s.section == planSection {
		return
	}
	states := s.arranged()
	if len(s.shown) == 0 && len(states) > 0 {
		s.choose(s.section) // the empty state gives way to items
		return
	}
	s.shown = ids(states)
	s.view.items.update(states)
}

// choose shows a section from its beginning.
func (s *Screen) choose(section string) {
	s.section, s.shown = section, nil
	c := s.deps.Session.Campaign()
	s.view.showState(c, s.status, section)
	if section == planSection {
		s.view.showPlan(c)
		return
	}
	states := s.arranged()
	s.shown = ids(states)
	s.view.showGroup(section, s.filter, states)
}

func (s *Screen) arranged() []checklist.ItemState {
	states, _, _ := s.status.In(s.section)
	return arrange(states, s.filter, s.shown)
}

func ids(states []checklist.ItemState) []string {
	var all []string
	for _, state := range states {
		all = append(all, state.Item.ID)
	}
	return all
}

func (s *Screen) setFilter(f filter) {
	s.filter = f
	s.choose(s.section)
}

// toggle opens an item, or closes the one that is open.
func (s *Screen) toggle(item string) {
	if s.view.items.current == item {
		s.view.items.close()
		return
	}
	s.open(item)
}

func (s *Screen) open(item string) {
	if state, ok := s.status.Item(item); ok {
		s.view.items.open(state)
	}
}

// Next goes to the next open item, its answers ready to be chosen.
func (s *Screen) Next() {
	next, ok := nextOpen(s.status, s.filter, s.here())
	if !ok { // no must is left, but shoulds are
		s.filter = filterAll
		next, ok = nextOpen(s.status, s.filter, s.here())
	}
	if ok {
		s.showItem(next)
	}
}

// here returns the item that the next one comes after: the open one, or the
// last one before the group.
func (s *Screen) here() string {
	if current := s.view.items.current; current != "" && s.section != planSection {
		return current
	}
	before := ""
	for _, item := range s.deps.Checklist.Items {
		if s.section == planSection || item.Group == s.section {
			break
		}
		before = item.ID
	}
	return before
}

// showItem shows an item opened, with the keyboard at its answers.
func (s *Screen) showItem(state checklist.ItemState) {
	id := state.Item.ID
	if s.section != state.Item.Group || !slices.Contains(s.shown, id) {
		if !s.filter.keeps(state) {
			s.filter = filterAll
		}
		s.choose(state.Item.Group)
	}
	s.view.items.open(state)
	s.view.items.focusAnswers()
}

// factField begins the field of a question about the plan, groupField that of a
// group, in a Place.
const (
	factField  = "fact."
	groupField = "group."
)

// Show goes to an item, a group or a question about the plan.
func (s *Screen) Show(p domain.Place) {
	if p.Kind == domain.KindHeader {
		fact, _ := strings.CutPrefix(p.Field, factField)
		s.toFact(domain.Fact(fact))
		return
	}
	if state, ok := s.status.Item(p.Item); ok {
		s.showItem(state)
		if p.Field == "reason" {
			s.view.items.focusReason()
		}
		return
	}
	if group, ok := strings.CutPrefix(p.Field, groupField); ok && len(s.deps.Checklist.In(group)) > 0 {
		s.choose(group)
	}
}

// Place returns where the person is.
func (s *Screen) Place() domain.Place {
	id := s.deps.Session.Campaign().ID()
	if s.section == planSection {
		return domain.Place{Kind: domain.KindHeader, ID: id, Field: factField}
	}
	if item := s.view.items.current; item != "" {
		return domain.Place{Kind: domain.KindAnswer, ID: domain.AnswerID(id, item), Item: item}
	}
	return domain.Place{Kind: domain.KindAnswer, Field: groupField + s.section}
}
