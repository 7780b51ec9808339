package channels

import (
	"strings"
	"time"

	"athar/domain"
	"athar/domain/channel"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages/gauge"
)

// presenter makes what is shown. It changes nothing.
type presenter struct {
	printer  *i18n.Printer
	channels channel.Catalog
	gauge    *gauge.Gauge
}

// detail is all that is shown of a message's channels.
type detail struct {
	ID       domain.ID
	Variants []variant
	Unused   []kit.Option // the channels on which it does not go out yet
}

// detail says what is shown of a message.
func (p presenter) detail(m domain.Message) detail {
	d := detail{ID: m.ID}
	for _, ch := range p.channels.Channels() {
		if v, ok := m.Variant(ch.ID); ok {
			d.Variants = append(d.Variants, p.variant(m, v))
		} else {
			d.Unused = append(d.Unused, kit.Option{Value: ch.ID, Label: ch.Name.In(p.printer.Lang())})
		}
	}
	for _, v := range m.Variants {
		if _, ok := p.channels.Channel(v.Channel); !ok {
			d.Variants = append(d.Variants, p.variant(m, v))
		}
	}
	return d
}

// variant is what is shown of a message's text for one channel.
type variant struct {
	Channel string
	Name    string
	Text    domain.Text
	Meters  map[string]meter // by language; none for a channel nobody knows
	Rules   string           // how the channel counts, a sentence a line
	// NoCopy says by language why the core text cannot be copied here; "" where
	// it can.
	NoCopy map[string]string
}

// variant says what is shown of a text for a channel.
func (p presenter) variant(m domain.Message, v domain.Variant) variant {
	out := variant{
		Channel: v.Channel, Name: v.Channel, Text: v.Text,
		Meters: map[string]meter{}, NoCopy: map[string]string{},
	}
	ch, known := p.channels.Channel(v.Channel)
	if known {
		out.Name, out.Rules = ch.Name.In(p.printer.Lang()), p.rules(ch)
	} else {
		out.Rules = p.printer.T("messages.rule.unknown")
	}
	for _, lang := range langs() {
		text := v.Text.Of(lang)
		switch {
		case text != "":
			out.NoCopy[lang] = p.printer.T("messages.reason.has_text")
		case m.Core.Of(lang) == "":
			out.NoCopy[lang] = p.printer.T("messages.reason.no_core")
		}
		if known {
			f := ch.Default()
			c := p.gauge.Count(gauge.Spot{Message: m.ID, Channel: v.Channel, Lang: lang}, f, text)
			out.Meters[lang] = p.meter(out.Name, lang, text, f, c)
		}
	}
	return out
}

// rules explains in a line or a few how the channel counts.
func (p presenter) rules(ch channel.Channel) string {
	f := ch.Default()
	lines := p.printer.T("messages.help." + string(f.Unit))
	add := func(sentence string) { lines += "\n" + sentence }
	if n := f.LinkLength(); n > 0 {
		add(p.printer.T("messages.rule.link", "n", n))
	}
	if f.EmojiAsBytes {
		add(p.printer.T("messages.rule.emoji"))
	}
	if f.Shown > 0 {
		add(p.printer.N("messages.rule.shown", f.Shown))
	}
	if f.Sure == channel.Repeated || f.Sure == channel.Recalled {
		if day, err := time.Parse(time.DateOnly, f.AsOf); err == nil {
			add(p.printer.T("messages.rule.unsure", "date", p.printer.Date(day)))
		}
	}
	return p.printer.Digits(lines)
}

// meter is the live count of one text.
type meter struct {
	Line  string // "134 of 280 · weighted characters"
	Style kit.Style
	Bad   string // why the channel refuses the text, a sentence a line; "" when it does not
	Notes []note // what is worth knowing, but refuses nothing
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
	m := meter{Style: kit.StyleCaption}
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
