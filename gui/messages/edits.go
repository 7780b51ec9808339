package messages

import (
	"slices"

	"athar/domain"
)

// intents connects what a person wants with the edits that do it.
func (s *Screen) intents() intents {
	return intents{
		OnAdd: s.Add, OnSelect: s.choose, OnMove: s.move, OnDuplicate: s.duplicate, OnDelete: s.remove,
		OnTitle: s.setTitle, OnStatus: s.setStatus, OnCore: s.setCore, OnAction: s.setAction,
		OnSegments: s.setSegments, OnGoToAudience: s.goToAudience,
		OnAddChannel: s.addChannel, OnRemoveChannel: s.removeChannel,
		OnVariant: s.setVariant, OnCopyCore: s.copyCore,
	}
}

// change edits the selected message. Edits of one field that follow shortly on
// one another are one step to undo; those of no field, "", never are.
func (s *Screen) change(field string, edit func(domain.Message) domain.Message) {
	m, ok := s.message()
	if !ok {
		return
	}
	s.deps.Report(s.deps.Session.Apply(domain.ChangeMessage{Message: edit(m), Field: field}))
}

func (s *Screen) setTitle(title string) {
	// Whoever is typing here has not left the field; what comes after it has
	// not been reached.
	s.tell.title, s.tell.status = false, false
	s.change("title", func(m domain.Message) domain.Message {
		m.Title = title
		return m
	})
}

func (s *Screen) setCore(lang, text string) {
	s.tell = asked{title: true}
	s.change("core."+lang, func(m domain.Message) domain.Message {
		m.Core = with(m.Core, lang, text)
		return m
	})
}

func (s *Screen) setAction(lang, text string) {
	s.tell = askedAll()
	s.change("action."+lang, func(m domain.Message) domain.Message {
		m.Action = with(m.Action, lang, text)
		return m
	})
}

func (s *Screen) setVariant(channel, lang, text string) {
	s.tell = askedAll()
	s.change("variant."+channel+"."+lang, func(m domain.Message) domain.Message {
		v, _ := m.Variant(channel)
		v.Text = with(v.Text, lang, text)
		return m.WithVariant(v)
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
	s.tell = askedAll()
	if missing := m.Validate(); isOut(status) && len(missing) > 0 {
		s.tell.status = true
		s.show()
		s.view.form.focus(missing[0].Field, s.deps.Env.Printer.Lang())
		return
	}
	s.change("", func(m domain.Message) domain.Message {
		m.Status = status
		return m
	})
}

// setSegments switches the segments that are shown; a segment that a merge has
// named and that is not here yet stays.
func (s *Screen) setSegments(values []string) {
	s.tell = askedAll()
	s.change("", func(m domain.Message) domain.Message {
		for _, seg := range s.deps.Session.Campaign().Segments {
			m = m.WithSegment(seg.ID, slices.Contains(values, seg.ID.String()))
		}
		return m
	})
}

func (s *Screen) goToAudience() { s.deps.GoTo(domain.Place{Kind: domain.KindSegment}) }

func (s *Screen) addChannel(channel string) {
	s.tell = askedAll()
	s.change("", func(m domain.Message) domain.Message {
		return m.WithVariant(domain.Variant{Channel: channel})
	})
	s.view.form.focus("variant."+channel, s.deps.Env.Printer.Lang())
}

func (s *Screen) removeChannel(channel string) {
	s.tell = askedAll()
	s.change("", func(m domain.Message) domain.Message { return m.WithoutVariant(channel) })
}

func (s *Screen) copyCore(channel, lang string) {
	s.change("", func(m domain.Message) domain.Message {
		v, _ := m.Variant(channel)
		v.Text = with(v.Text, lang, in(m.Core, lang))
		return m.WithVariant(v)
	})
	s.view.form.focus("variant."+channel, lang)
}

func (s *Screen) move(by int) {
	if s.selected != domain.NoID {
		s.deps.Report(s.deps.Session.Apply(domain.MoveMessage{ID: s.selected, By: by}))
	}
}

// duplicate adds a copy at the end, as a draft: what was ready of the original
// says nothing of what will become of the copy.
func (s *Screen) duplicate() {
	m, ok := s.message()
	if !ok {
		return
	}
	m.ID, m.Status = s.deps.NewID(), domain.MessageDraft
	if m.Title != "" {
		m.Title = s.deps.Env.T("messages.copy_title", "title", m.Title)
	}
	s.deps.Report(s.deps.Session.Apply(domain.AddMessage{Message: m}))
}

// remove needs no question: undo brings the message back.
func (s *Screen) remove() {
	if s.selected != domain.NoID {
		s.deps.Report(s.deps.Session.Apply(domain.RemoveMessage{ID: s.selected}))
	}
}
