package audience

import (
	"athar/domain"
	"athar/gui/i18n"
)

// childrenItem is the item of the ethics checklist about children.
const childrenItem = "e46"

// recognisable is the size below which statistics offices do not publish a
// group: a person in it could be recognised.
const recognisable = 5

// fact is something that follows from what was entered, said quietly beside it.
// The zero fact is none.
type fact struct {
	Text string
	Link string       // what the button says, "" for no button
	To   domain.Place // where the button leads
}

// facts are the facts by the part of the form they stand in.
type facts struct {
	Minors, Small, Reading, Connection, Quadrant, Opponent fact
}

// presentFacts says what follows from what was entered about a segment that so
// many messages are for.
func presentFacts(p *i18n.Printer, c domain.Campaign, s domain.Segment, messages int) facts {
	var f facts
	if s.Minors() {
		f.Minors = minors(p, c)
	}
	if n := largest(s); n > 0 && n < recognisable {
		f.Small.Text = p.T("audience.fact.small", "n", recognisable)
	}
	if s.Literacy == "low" {
		f.Reading.Text = p.T("audience.fact.reading")
	}
	switch s.Connectivity {
	case "sms":
		f.Connection.Text = p.T("audience.fact.sms")
	case "offline":
		f.Connection.Text = p.T("audience.fact.offline")
	}
	f.Quadrant.Text = advice(p, s)
	if s.Stance == "active_opponent" && messages > 0 {
		f.Opponent.Text = p.T("audience.fact.opponent")
	}
	return f
}

// minors leads to the item about children, or, while the plan says that no
// children are addressed and the item does not apply, to that answer.
func minors(p *i18n.Printer, c domain.Campaign) fact {
	if children, answered := c.Header.Facts[domain.FactChildren]; answered && !children {
		return fact{
			Text: p.T("audience.fact.minors_denied"), Link: p.T("audience.fact.minors_denied_link"),
			To: domain.Place{Kind: domain.KindHeader, ID: c.ID(), Field: "fact." + string(domain.FactChildren)},
		}
	}
	return fact{
		Text: p.T("audience.fact.minors"), Link: p.T("audience.fact.minors_link"),
		To: domain.Place{
			Kind: domain.KindAnswer, ID: domain.AnswerID(c.ID(), childrenItem), Item: childrenItem,
		},
	}
}

// largest returns the larger figure of a segment's size, 0 when none is known.
func largest(s domain.Segment) int { return max(s.SizeLow, s.SizeHigh, 0) }

// quadrant is how to deal with a group by its power and its interest (Mendelow
// 1991). Both are 1 to 5; from 3 on they are high, so that nobody in the middle
// is overlooked. "" when one of them is not rated.
func quadrant(power, interest int) string {
	const high = 3
	switch {
	case power <= 0 || interest <= 0:
		return ""
	case power >= high && interest >= high:
		return "manage_closely"
	case power >= high:
		return "keep_satisfied"
	case interest >= high:
		return "keep_informed"
	}
	return "monitor"
}

// advice says what power and interest together mean.
func advice(p *i18n.Printer, s domain.Segment) string {
	q := quadrant(s.Power, s.Interest)
	if q == "" {
		return p.T("audience.quadrant_unknown")
	}
	return p.T("segment.quadrant." + q)
}
