package claims

import (
	"slices"
	"time"

	"athar/domain"
	"athar/domain/claim"
	"athar/domain/paper"
)

func (s *Screen) intents() intents {
	return intents{
		OnAdd: s.Add, OnDelete: s.remove, OnPrint: s.print, OnTable: s.saveTable, OnSelect: s.choose,
		OnMove: s.move, OnMoved: s.moved, Movable: s.movable,
		OnFilter: func(f string) { c := s.choice; c.filter = f; s.narrow(c) },
		OnSort:   func(by string) { c := s.choice; c.sort = by; s.narrow(c) },
		OnQuery:  func(q string) { c := s.choice; c.query = q; s.narrow(c) },
		OnAll:    func() { s.narrow(choice{sort: s.choice.sort}) },
		OnEdit:   s.edit, OnField: s.toField, OnGoTo: s.deps.GoTo, OnLink: s.link, OnUnlink: s.unlink,
		OnSource: s.editEvidence, OnAddProof: s.addEvidence, OnOpen: s.toggle, OnRemove: s.removeEvidence, Today: s.today,
	}
}

// Add adds a claim and puts the caret into its text.
func (s *Screen) Add() {
	c := domain.Claim{ID: s.deps.NewID(), AddedBy: s.deps.Session.Author()}
	if s.apply(domain.AddRecord{Record: c}) == nil {
		s.view.form.focus(fieldText)
	}
}

// remove needs no question: undo brings the claim back, with its evidence.
func (s *Screen) remove() {
	if s.selected != domain.NoID {
		_ = s.apply(domain.RemoveRecord{Kind: domain.KindClaim, ID: s.selected})
	}
}

// move takes the selected claim to another place in the list.
func (s *Screen) move(by int) { s.moved(s.index(s.selected), s.index(s.selected)+by) }

// moved takes a claim to the place of another one that is on show; what the filter
// hides stays where it is.
func (s *Screen) moved(from, to int) {
	to = max(0, min(to, len(s.list)-1))
	if from < 0 || from >= len(s.list) || to == from || !s.movable() {
		return
	}
	at := func(i int) int {
		return slices.IndexFunc(s.ledger, func(l claim.Linked) bool { return l.Claim.ID == s.list[i].Claim.ID })
	}
	_ = s.apply(domain.MoveRecord{Kind: domain.KindClaim, ID: s.list[from].Claim.ID, By: at(to) - at(from)})
}

// movable reports whether the list is in the order that people give it.
func (s *Screen) movable() bool { return s.choice.sort == sortOrder }

// edit changes one field of the selected claim. Whoever gives the first verdict is
// taken for the one who checked it, today; both can be changed.
func (s *Screen) edit(field string, change func(*domain.Claim)) {
	c, ok := s.deps.Session.Campaign().Claim(s.selected)
	if !ok {
		return
	}
	before := c.Verdict
	change(&c)
	if before == domain.VerdictNotChecked && c.Verdict != before && c.CheckedBy == "" && c.CheckedOn.IsZero() {
		c.CheckedBy, c.CheckedOn = s.deps.Session.Author(), s.today().Time()
	}
	_ = s.apply(domain.ChangeRecord{Record: c, Field: field})
}

// toField goes to where a gap is filled.
func (s *Screen) toField(field string) {
	if field == fieldEvidence {
		s.toEvidence()
		return
	}
	s.view.form.focus(field)
}

// toEvidence goes to the evidence: to the first piece, or to a new one.
func (s *Screen) toEvidence() {
	all := s.deps.Session.Campaign().EvidenceOf(s.selected)
	if len(all) == 0 {
		s.addEvidence()
		return
	}
	s.showEvidence(all[0].ID.String())
}

// link notes that a message, named as in the list of options, uses the claim.
func (s *Screen) link(message string) {
	for _, m := range s.deps.Session.Campaign().Messages {
		if m.ID.String() == message {
			_ = s.apply(domain.LinkClaim{Claim: s.selected, Message: m.ID, Linked: true})
			return
		}
	}
}

func (s *Screen) unlink(message domain.ID) {
	_ = s.apply(domain.LinkClaim{Claim: s.selected, Message: message})
}

// addEvidence adds a piece of evidence, read today, and puts the caret into its
// title. What somebody adds most often speaks for the claim.
func (s *Screen) addEvidence() {
	e := domain.Evidence{ID: s.deps.NewID(), Claim: s.selected, Stance: "supports", Accessed: s.today().Time()}
	if s.apply(domain.AddRecord{Record: e}) == nil {
		s.view.form.proofs.focus(s.view.form.content, evidenceTitle)
	}
}

// editEvidence changes one field of the evidence that is open.
func (s *Screen) editEvidence(field string, change func(*domain.Evidence)) {
	for _, e := range s.deps.Session.Campaign().EvidenceOf(s.selected) {
		if e.ID == s.open {
			change(&e)
			_ = s.apply(domain.ChangeRecord{Record: e, Field: field})
			return
		}
	}
}

// toggle opens a piece of evidence, or closes it.
func (s *Screen) toggle(evidence domain.ID) {
	if s.open == evidence {
		s.open = domain.NoID
		s.show()
		return
	}
	s.showEvidence(evidence.String())
}

// removeEvidence needs no question: undo brings it back. The claim has to be checked
// again.
func (s *Screen) removeEvidence(evidence domain.ID) {
	s.open = domain.NoID
	_ = s.apply(domain.RemoveRecord{Kind: domain.KindEvidence, ID: evidence})
}

// print saves a page with what the list shows.
func (s *Screen) print() {
	c, list, now := s.deps.Session.Campaign(), s.list, s.deps.Now()
	s.deps.Save(paper.File{
		Title: s.deps.Env.T("claims.print_title"), Name: s.fileName("html"), Extension: "html",
		Make: func() ([]byte, error) { return s.present.page(c, list, now) },
	})
}

// saveTable saves the same as a table.
func (s *Screen) saveTable() {
	c, list := s.deps.Session.Campaign(), s.list
	s.deps.Save(paper.File{
		Title: s.deps.Env.T("claims.table_title"), Name: s.fileName("csv"), Extension: "csv",
		Make: func() ([]byte, error) { return csvFile(s.present.table(c, list)) },
	})
}

func (s *Screen) fileName(ending string) string {
	return "athar-claims-" + s.deps.Now().Local().Format(time.DateOnly) + "." + ending
}

// apply makes an edit and tells the person if it was refused.
func (s *Screen) apply(e domain.Edit) error {
	err := s.deps.Session.Apply(e)
	s.deps.Report(err)
	return err
}
