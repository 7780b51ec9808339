package messages

import (
	"slices"

	"athar/domain"
	"athar/gui/messages/part"
)

func (s *Screen) headIntents() headIntents {
	return headIntents{OnTitle: s.setTitle, OnPurpose: s.setPurpose, OnStatus: s.setStatus}
}

// attentive is the session for the parts: whoever edits there has left the head.
type attentive struct {
	part.Session
	away func()
}

// Apply makes an edit.
func (a attentive) Apply(e domain.Edit) error {
	a.away()
	return a.Session.Apply(e)
}

// fromHead says that the person is somewhere else now.
func (s *Screen) fromHead() { s.tell = told{title: true} }

// change edits the selected message; see part.Deps.Change.
func (s *Screen) change(field string, edit func(domain.Message) domain.Message) {
	if m, ok := s.message(); ok {
		s.apply(domain.ChangeMessage{Message: edit(m), Field: field})
	}
}

func (s *Screen) apply(e domain.Edit) { s.deps.Report(s.deps.Session.Apply(e)) }

func (s *Screen) setTitle(title string) {
	s.tell = told{} // whoever is typing here has not left the field
	s.change("title", func(m domain.Message) domain.Message {
		m.Title = title
		return m
	})
}

func (s *Screen) setPurpose(purpose string) {
	s.fromHead()
	s.change("", func(m domain.Message) domain.Message {
		m.Purpose = purpose
		return m
	})
}

// setStatus refuses approved, ready and done while a fact is missing: a message
// without a text is not ready, whatever a click says.
func (s *Screen) setStatus(value string) {
	m, ok := s.message()
	if !ok {
		return
	}
	status := domain.MessageStatus(value)
	s.fromHead()
	s.view.editor.leave()
	if missing := m.Validate(); isOut(status) && len(missing) > 0 {
		s.tell.refused = true
		s.show()
		s.view.editor.focus(domain.Place{ID: m.ID, Field: missing[0].Field})
		return
	}
	if status == domain.MessageApproved {
		s.apply(domain.ApproveMessage{ID: m.ID, By: s.deps.Session.Author(), At: s.deps.Now()})
		s.show() // as it still is, where that was refused
		return
	}
	s.change("", func(m domain.Message) domain.Message {
		m.Status = status
		return m
	})
}

// isOut reports whether a message of the status goes, or may go, to people.
func isOut(s domain.MessageStatus) bool {
	return slices.Contains([]domain.MessageStatus{domain.MessageApproved, domain.MessageReady, domain.MessageDone}, s)
}
