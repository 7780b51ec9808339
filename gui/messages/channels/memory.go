package channels

import (
	"athar/domain/channel"
	"athar/gui/messages/gauge"
)

// memory keeps what is dear to find out about a text until it changes: at a key
// typed only one text is looked at, however many are on show. It belongs to one
// message, since only that is on show.
type memory struct{ known map[gauge.Spot]seen }

// seen is what was found out about a text.
type seen struct {
	text    string
	savings []channel.Saving // the most worthwhile first
	preview channel.Preview
}

func newMemory() *memory { return &memory{known: map[gauge.Spot]seen{}} }

// of returns what is known about a text with a count.
func (m *memory) of(at gauge.Spot, f channel.Field, text string, count channel.Count) seen {
	if s, ok := m.known[at]; ok && s.text == text {
		return s
	}
	for old := range m.known {
		if old.Message != at.Message {
			clear(m.known)
		}
		break // all are of one message
	}
	s := seen{text: text, preview: f.Preview(text)}
	if worthSaving(count) {
		s.savings = f.Savings(text)
	}
	m.known[at] = s
	return s
}

// worthSaving reports whether a text is so long that it is worth telling what of
// it costs most. Nobody is asked to give up vowel marks for room that is not short.
func worthSaving(c channel.Count) bool {
	if c.SMS != nil {
		return len(c.SMS.Parts) > 1
	}
	return c.Over > 0 || c.Second != nil && c.Second.Over > 0
}
