package channels

import (
	"strings"

	"athar/domain/channel"
	"athar/gui/kit"
)

// meter is the live count of one text.
type meter struct {
	Line  string // "134 of 280 · weighted characters"
	Style kit.Style
	Bad   string // why the channel refuses the text, a sentence a line; "" when it does not
	Notes []note // what is worth knowing, but refuses nothing
	Ring  ring
}

// ring is the same as a picture: what of the limit is used, and what remains.
type ring struct {
	Share  float64
	Tone   kit.Tone
	Figure string // what remains, below 0 what is too much; "" where it has no room
	Words  string
}

// lines returns how many sentences there are about what is refused and how many
// notes.
func (m meter) lines() [2]int {
	bad := 0
	if m.Bad != "" {
		bad = 1 + strings.Count(m.Bad, "\n")
	}
	return [2]int{bad, len(m.Notes)}
}

type note struct {
	Text  string
	Style kit.Style // StyleCaption or StyleWarning
}

// meter says what the count of a text means.
func (p presenter) meter(name, lang, text string, f channel.Field, c channel.Count) meter {
	m := meter{Style: kit.StyleCaption, Ring: p.ring(c)}
	if c.SMS != nil {
		p.sms(&m, lang, text, f, c)
	} else {
		m.Line = p.measure(c.Measure)
		p.excess(&m, c.Measure)
	}
	if c.Second != nil && c.Second.Over > 0 {
		m.tell(p.printer.T("messages.second_over", "measure", p.measure(*c.Second)), c.Second.Soft)
	}
	p.tally(&m, "messages.tally.hashtags", "messages.tally.hashtags_over", c.Hashtags)
	p.tally(&m, "messages.tally.mentions", "messages.tally.mentions_over", c.Mentions)
	p.tally(&m, "messages.tally.links", "messages.tally.links_over", c.Links)
	if c.Forbidden != nil {
		m.tell(p.printer.T("messages.forbidden", "channel", name, "sign", sign(c.Forbidden.Rune)), false)
	}
	return m
}

// nearly is from which share of a limit on its ring warns.
const nearly = 0.9

// widestFigure is the largest number that a ring has room for.
const widestFigure = 9999

// ring draws a count. Of a short message it is the last part that fills up.
func (p presenter) ring(c channel.Count) ring {
	used, limit := c.Length, c.Limit
	if c.SMS != nil && len(c.SMS.Parts) > 0 {
		used, limit = c.SMS.PerPart-c.SMS.Remaining, c.SMS.PerPart
	}
	if limit <= 0 {
		return ring{}
	}
	rest := limit - used
	r := ring{Share: float64(used) / float64(limit), Words: p.printer.T("channels.left", "n", rest)}
	if rest < 0 {
		r.Words = p.printer.T("channels.beyond", "n", -rest)
	}
	if rest <= widestFigure && rest >= -widestFigure {
		r.Figure = p.printer.Int(rest)
	}
	switch {
	case !c.Fits():
		r.Tone = kit.ToneDanger
	case rest < 0 || c.SMS != nil && len(c.SMS.Parts) > 1 || c.SMS == nil && r.Share > nearly:
		r.Tone = kit.ToneWarning
	}
	return r
}

// measure writes a length against its limit.
func (p presenter) measure(m channel.Measure) string {
	return p.printer.T("messages.count", "length", m.Length, "limit", m.Limit,
		"unit", p.printer.T("messages.unit."+string(m.Unit)))
}

func (p presenter) excess(m *meter, c channel.Measure) {
	switch {
	case c.Over == 0:
	case c.Soft:
		m.Style = kit.StyleWarning
		m.tell(p.printer.T("messages.over_advice", "n", c.Over), true)
	default:
		m.Style = kit.StyleDanger
		m.tell(p.printer.T("messages.over", "n", c.Over), false)
	}
}

// tally says how many of something there are where their number is limited.
func (p presenter) tally(m *meter, key, overKey string, t channel.Tally) {
	switch {
	case !t.Limited || t.Count == 0:
	case t.Over > 0:
		m.tell(p.printer.T(overKey, "count", t.Count, "limit", t.Limit), t.Soft)
	default:
		m.Notes = append(m.Notes, note{p.printer.T(key, "count", t.Count, "limit", t.Limit), kit.StyleCaption})
	}
}

// tell adds a sentence about what does not fit.
func (m *meter) tell(sentence string, soft bool) {
	switch {
	case soft:
		m.Notes = append(m.Notes, note{sentence, kit.StyleWarning})
	case m.Bad == "":
		m.Bad = sentence
	default:
		m.Bad += "\n" + sentence
	}
}
