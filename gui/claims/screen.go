package claims

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/claim"
	"athar/domain/paper"
	"athar/domain/session"
	"athar/gui/kit"
)

// Session is what the screen needs of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	Apply(domain.Edit) error
	OnChange(func(session.Event)) (stop func())
	Author() string
}

// Deps is what the screen works with; all fields are required.
type Deps struct {
	Env     *kit.Env
	Session Session
	NewID   func() domain.ID
	Now     func() time.Time
	Report  func(error)        // shows an error to the person; nil is ignored
	GoTo    func(domain.Place) // takes the person to another place
	Save    func(paper.File)   // asks where to, and saves
}

// Screen is the claim ledger of one open campaign.
type Screen struct {
	deps    Deps
	present presenter
	view    *view
	stop    func()

	ledger   []claim.Linked // all claims, as they stood on the day
	day      calendar.Date
	list     []claim.Linked // those on show, in order
	choice   choice
	selected domain.ID // NoID when there is none
	open     domain.ID // evidence whose fields are on show
}

// New makes the screen; the first claim is selected.
func New(d Deps) *Screen {
	s := &Screen{deps: d, present: presenter{d.Env.Printer}}
	s.view = newView(d.Env, s.present, func() int { return len(s.list) }, s.row, s.intents())
	s.stop = d.Session.OnChange(s.changed)
	s.read()
	s.pick(0)
	s.show()
	return s
}

// Content returns what is shown.
func (s *Screen) Content() fyne.CanvasObject { return s.view.content }

// Close stops listening to the session.
func (s *Screen) Close() { s.stop() }

// Place returns the claim that is selected.
func (s *Screen) Place() domain.Place {
	return domain.Place{Kind: domain.KindClaim, ID: s.selected}
}

// Show selects a claim, and puts the caret into the field or the evidence that the
// place names. A claim that is gone leaves the selection as it is.
func (s *Screen) Show(p domain.Place) {
	if p.Kind == domain.KindEvidence {
		for _, e := range s.deps.Session.Campaign().Evidence {
			if e.ID == p.ID {
				p = domain.Place{Kind: domain.KindClaim, ID: e.Claim, Item: e.ID.String(), Field: fieldEvidence}
			}
		}
	}
	if !slices.ContainsFunc(s.ledger, func(l claim.Linked) bool { return l.Claim.ID == p.ID }) {
		return
	}
	if s.index(p.ID) < 0 { // the filter hides it
		s.narrow(choice{sort: s.choice.sort})
	}
	s.choose(s.index(p.ID))
	switch {
	case p.Field == fieldEvidence && p.Item != "":
		s.showEvidence(p.Item)
	case p.Field == fieldEvidence:
		s.toEvidence()
	case p.Field != "":
		s.view.form.focus(p.Field)
	}
}

// showEvidence opens a piece of evidence and puts the caret into its title.
func (s *Screen) showEvidence(item string) {
	for _, e := range s.deps.Session.Campaign().EvidenceOf(s.selected) {
		if e.ID.String() == item {
			s.open = e.ID
			s.show()
			s.view.form.proofs.focus(s.view.form.content, evidenceTitle)
		}
	}
}

// changed shows what an edit, an undo or a merge has changed.
func (s *Screen) changed(e session.Event) {
	kinds := []domain.Kind{domain.KindClaim, domain.KindEvidence, domain.KindMessage, domain.KindHeader}
	if !slices.ContainsFunc(e.Changes, func(c domain.Change) bool { return slices.Contains(kinds, c.Kind) }) {
		return
	}
	at := s.index(s.selected)
	if id, ok := cameBack(domain.KindClaim, e.Changes); ok {
		s.selected, s.open = id, domain.NoID
	} else if id, ok := cameBack(domain.KindEvidence, e.Changes); ok {
		s.open = id
	}
	if changed, ok := touched(e.Changes); ok && s.today() == s.day {
		s.ledger = claim.After(s.ledger, e.After, s.deps.Now(), changed)
		s.arrange()
	} else {
		s.read()
	}
	if s.index(s.selected) < 0 {
		s.pick(min(max(at, 0), len(s.list)-1))
	}
	s.show()
}

// touched returns the claims that changes concern, and whether they concern nothing
// else that a claim is judged by.
func touched(changes []domain.Change) (claims map[domain.ID]bool, ok bool) {
	claims = map[domain.ID]bool{}
	for _, c := range changes {
		for _, r := range []domain.Record{c.Before, c.After} {
			switch r := r.(type) {
			case nil:
			case domain.Claim:
				claims[r.ID] = true
			case domain.Evidence:
				claims[r.Claim] = true
			default:
				return nil, false
			}
		}
	}
	return claims, true
}

// cameBack returns the one record of a kind that is new, by adding it or by undoing
// its removal: that is what the person wants to see.
func cameBack(kind domain.Kind, changes []domain.Change) (domain.ID, bool) {
	var found []domain.ID
	for _, c := range changes {
		if c.Kind == kind && c.Before == nil {
			found = append(found, c.ID)
		}
	}
	if len(found) != 1 {
		return domain.NoID, false
	}
	return found[0], true
}

// read takes the ledger from the campaign. The claim that is being worked on stays on
// show, whatever the filter.
func (s *Screen) read() {
	s.ledger, s.day = claim.Ledger(s.deps.Session.Campaign(), s.deps.Now()), s.today()
	s.arrange()
}

// arrange takes what is on show from the ledger.
func (s *Screen) arrange() {
	s.choice.keep = s.selected
	s.list = s.present.list(s.ledger, s.deps.Session.Campaign().Evidence, s.choice)
}

// narrow shows another part of the ledger, or in another order.
func (s *Screen) narrow(c choice) {
	s.choice = c
	selected := s.selected
	s.selected = domain.NoID // what is selected need not be a part of it
	s.read()
	s.selected = selected
	if s.index(selected) < 0 {
		s.pick(0)
	}
	s.show()
}

// pick makes the i-th claim on show the selected one without showing it.
func (s *Screen) pick(i int) {
	s.selected, s.open = domain.NoID, domain.NoID
	if i >= 0 && i < len(s.list) {
		s.selected = s.list[i].Claim.ID
	}
}

// choose selects the i-th claim and shows it from its beginning.
func (s *Screen) choose(i int) {
	if i == s.index(s.selected) {
		return
	}
	id := s.list[i].Claim.ID
	s.pick(i)
	s.read() // the one before may not be as the filter asks
	s.selected = id
	s.show()
	s.view.form.content.ScrollToTop()
}

// show shows the selected claim and the list as they are now.
func (s *Screen) show() {
	v := s.view
	v.query.SetText(s.choice.query)
	v.filter.SetValue(s.choice.filter)
	v.sort.SetValue(s.choice.sort)
	i := s.index(s.selected)
	if i >= 0 {
		c := s.deps.Session.Campaign()
		v.form.show(s.list[i].Claim, c.EvidenceOf(s.selected), s.open, s.present.detail(c, s.list[i]))
	}
	v.show(len(s.ledger), len(s.list), i)
	fixed := ""
	if !s.movable() {
		fixed = s.deps.Env.T("claims.tool.sorted", "order", s.deps.Env.T("claims.sort.order"))
	}
	v.offer(len(s.list), i, fixed)
}

func (s *Screen) row(i int) row {
	c, n := s.deps.Session.Campaign(), 0
	for _, id := range s.list[i].Claim.Messages {
		if _, ok := c.Message(id); ok {
			n++
		}
	}
	return s.present.row(s.list[i], n)
}

func (s *Screen) index(id domain.ID) int {
	return slices.IndexFunc(s.list, func(l claim.Linked) bool { return l.Claim.ID == id })
}

func (s *Screen) today() calendar.Date { return calendar.Of(s.deps.Now()) }
