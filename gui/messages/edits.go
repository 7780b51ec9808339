package messages

import (
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

// setStatus gives the message a status, or says all that keeps it from it and goes to
// the first of that.
func (s *Screen) setStatus(value string) {
	m, ok := s.message()
	if !ok {
		return
	}
	status := domain.MessageStatus(value)
	s.fromHead()
	s.view.editor.leave()
	if why := s.refusals(m, status); len(why) > 0 {
		s.tell.refused = status
		s.show() // the status as it still is
		s.view.editor.focus(domain.Place{ID: m.ID, Field: why[0].Field})
		return
	}
	if status == domain.MessageApproved {
		s.apply(s.approval(m))
		return
	}
	s.change("", func(m domain.Message) domain.Message {
		m.Status = status
		return m
	})
}

// refusals returns all that keeps a message from a status; of none, "", nothing.
func (s *Screen) refusals(m domain.Message, status domain.MessageStatus) []*domain.Error {
	c := s.deps.Session.Campaign()
	if status == domain.MessageApproved && m.Status != status {
		return s.approval(m).Refusals(c)
	}
	return c.Hindrances(m, status)
}

// approval is what the person before the window does by choosing "approved".
func (s *Screen) approval(m domain.Message) domain.ApproveMessage {
	return domain.ApproveMessage{
		ID: m.ID, By: s.deps.Session.Author(), On: s.deps.Session.Device(), At: s.deps.Now(),
	}
}
