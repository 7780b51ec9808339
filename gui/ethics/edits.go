package ethics

import "athar/domain"

// apply makes an edit. When it is refused, the widgets go back to what is so.
func (s *Screen) apply(e domain.Edit) {
	if err := s.deps.Session.Apply(e); err != nil {
		s.deps.Report(err)
		s.refresh()
	}
}

func (s *Screen) answer(item string, v domain.AnswerValue) {
	s.apply(domain.AnswerItem{Item: item, Value: v, At: s.deps.Now()})
}

func (s *Screen) explain(item, reason string) {
	s.apply(domain.ExplainAnswer{Item: item, Reason: reason})
}

func (s *Screen) setFact(f domain.Fact, yes bool) { s.apply(domain.SetFact{Fact: f, Yes: yes}) }

// key answers an item by a key pressed at its head. An answer that needs a
// reason opens the item at the reason, so that typing can go on.
func (s *Screen) key(item string, key rune) {
	v, ok := s.present.answerFor(key)
	if state, known := s.status.Item(item); !ok || !known || !s.present.head(state).Applies {
		return
	}
	s.answer(item, v)
	if v.NeedsReason() {
		s.open(item)
		s.view.items.focusReason()
	}
}

// toFact goes to a question about the plan, "" to all of them.
func (s *Screen) toFact(f domain.Fact) {
	s.choose(planSection)
	s.view.plan.focus(f)
}
