package messages

import (
	"athar/domain"
	"athar/domain/proofing"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// row is one message in the list.
type row struct {
	Title      string
	Untitled   bool // Title says that there is none
	Status     string
	StatusTone kit.Tone
	Segments   string // how many it is for; "" with Unlinked
	Unlinked   string // said when it is for nobody
	Over       string // said when something in it must be mended
	Findings   string // how many suggestions there are, "" for none or not yet known
}

// presentRow says what the list shows of a message.
func presentRow(p *i18n.Printer, c domain.Campaign, m domain.Message, over int) row {
	r := row{
		Title:      m.Title,
		Untitled:   m.Title == "",
		Status:     p.T("messages.status." + string(m.Status)),
		StatusTone: statusTone(m.Status),
	}
	if r.Untitled {
		r.Title = p.T("messages.untitled")
	}
	if n := linked(c, m); n > 0 {
		r.Segments = p.N("messages.segments", n)
	} else {
		r.Unlinked = p.T("messages.no_segment")
	}
	if over > 0 {
		r.Over = p.N("messages.to_fix", over)
	}
	return r
}

func statusTone(s domain.MessageStatus) kit.Tone {
	switch s {
	case domain.MessageReview:
		return kit.ToneInfo
	case domain.MessageHold:
		return kit.ToneWarning
	case domain.MessageApproved, domain.MessageReady, domain.MessageDone:
		return kit.ToneSuccess
	}
	return kit.ToneNeutral
}

// linked counts the segments the message is for. A message merged from
// elsewhere can name one that was removed here.
func linked(c domain.Campaign, m domain.Message) int {
	n := 0
	for _, id := range m.Segments {
		if _, ok := c.Segment(id); ok {
			n++
		}
	}
	return n
}

// withCount says in the row how much there is to say of the message.
func withCount(r row, p *i18n.Printer, n proofing.Count) row {
	r.Over, r.Findings = "", ""
	if n.Errors > 0 {
		r.Over = p.N("messages.to_fix", n.Errors)
	}
	if n.Suggestions > 0 {
		r.Findings = p.N("checks.suggestions", n.Suggestions)
	}
	return r
}
