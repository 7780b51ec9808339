package channels

import (
	"slices"
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
	memory   *memory
}

// detail is all that is shown of a message's channels.
type detail struct {
	ID       domain.ID
	Variants []variant
	Unused   []kit.Option // the channels on which it does not go out yet
}

// variant is what is shown of a message on one channel.
type variant struct {
	Channel string
	Name    string
	Known   bool   // to the catalog
	Advice  string // said where all limits are advice; "" elsewhere
	Rules   string // how the channel counts, a sentence a line
	Fields  []field
}

// field is one field of a channel.
type field struct {
	ID    string // "" is the main one
	Name  string
	Blank bool // nothing goes out in it, in no language
	Texts []written
}

// written is one text: a field in a language.
type written struct {
	Lang    string
	Label   string
	Text    string // as it goes out
	Follows bool   // Text is that of the core
	State   string // a sentence on where Text comes from; "" for none
	// NoReset says why the text cannot be put back to the core's, "" where it can;
	// Resets says that putting back is offered at all.
	NoReset string
	Resets  bool
	Meter   meter    // zero for a channel nobody knows
	Savings []saving // the most worthwhile first
	Preview preview
}

// detail says what is shown of a message. Channels that the catalog does not
// know, as a merge or a later Athar can bring, come last and keep their texts.
func (p presenter) detail(c domain.Campaign, m domain.Message) detail {
	d := detail{ID: m.ID}
	langs := p.languages(c, m)
	media := c.MediaOf(m.ID)
	for _, ch := range p.channels.Channels() {
		if m.OnChannel(ch.ID) {
			d.Variants = append(d.Variants, p.known(m, ch, langs, media))
		} else {
			d.Unused = append(d.Unused, kit.Option{Value: ch.ID, Label: ch.Name.In(p.printer.Lang())})
		}
	}
	for _, v := range m.Variants {
		if _, ok := p.channels.Channel(v.Channel); !ok {
			d.Variants = append(d.Variants, p.unknown(m, v, langs))
		}
	}
	return d
}

// languages returns those the campaign is written in, the reader's first, and then
// those in which something of the message was written all the same.
func (p presenter) languages(c domain.Campaign, m domain.Message) []string {
	var out []string
	add := func(langs ...string) {
		for _, lang := range langs {
			if !slices.Contains(out, lang) {
				out = append(out, lang)
			}
		}
	}
	own := p.printer.Lang()
	campaign := c.Header.WrittenIn()
	if slices.Contains(campaign, own) {
		add(own)
	}
	add(campaign...)
	for _, v := range m.Variants {
		add(v.Text.Languages()...)
		for _, part := range v.Parts {
			add(part.Text.Languages()...)
		}
	}
	return out
}

// known says what is shown of a message on a channel of the catalog.
func (p presenter) known(m domain.Message, ch channel.Channel, langs []string, media []domain.Media) variant {
	out := variant{Channel: ch.ID, Known: true, Name: ch.Name.In(p.printer.Lang()), Rules: p.rules(ch)}
	if ch.Default().Unit == channel.Word {
		out.Advice = p.printer.T("channels.advice_only")
	}
	for i, f := range ch.Fields {
		id := f.ID
		if i == 0 {
			id = ""
		}
		one := field{ID: id, Name: f.Name.In(p.printer.Lang()), Blank: true}
		for _, lang := range langs {
			w := p.written(m, ch.ID, id, lang, one.Name, len(langs) > 1)
			at := gauge.Spot{Message: m.ID, Channel: ch.ID, Field: id, Lang: lang}
			count := p.gauge.Count(at, f, w.Text)
			w.Meter = p.meter(out.Name, lang, w.Text, f, count)
			seen := p.memory.of(at, f, w.Text, count)
			w.Savings = p.savings(count, seen.savings)
			if i == 0 {
				w.Preview = p.preview(m, ch, lang, media)
			}
			one.Blank = one.Blank && w.Text == ""
			one.Texts = append(one.Texts, w)
		}
		out.Fields = append(out.Fields, one)
	}
	return out
}

// unknown says what is shown of a message on a channel nobody knows: what was
// written there, to read and to correct, without a count.
func (p presenter) unknown(m domain.Message, v domain.Variant, langs []string) variant {
	out := variant{Channel: v.Channel, Name: v.Channel, Rules: p.printer.T("messages.rule.unknown")}
	ids := []string{""}
	for _, part := range v.Parts {
		ids = append(ids, part.Field)
	}
	for _, id := range ids {
		one := field{ID: id, Name: id, Blank: true}
		if id == "" {
			one.Name = p.printer.T("channels.main_text")
		}
		for _, lang := range langs {
			w := p.written(m, v.Channel, id, lang, one.Name, len(langs) > 1)
			one.Blank = one.Blank && w.Text == ""
			one.Texts = append(one.Texts, w)
		}
		out.Fields = append(out.Fields, one)
	}
	return out
}

// written says what goes out in a field in a language, and where it comes from.
func (p presenter) written(m domain.Message, channel, field, lang, name string, several bool) written {
	text, own := m.Outgoing(channel, field, lang)
	w := written{Lang: lang, Label: name, Text: text, Follows: !own && text != "", Resets: field == ""}
	if several {
		w.Label = p.printer.T("channels.text_label", "field", name, "lang", p.language(lang))
	}
	switch {
	case w.Follows:
		w.State, w.NoReset = p.printer.T("channels.follows"), p.printer.T("channels.follows")
	case !own && field == "":
		w.State, w.NoReset = p.printer.T("channels.no_core"), p.printer.T("channels.no_core")
	}
	return w
}

// language names a language; one that a merge has brought goes by its code.
func (p presenter) language(lang string) string {
	if key := "language." + lang; p.printer.Has(key) {
		return p.printer.T(key)
	}
	return lang
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
	day, err := time.Parse(time.DateOnly, f.AsOf)
	switch {
	case err != nil:
	case f.Sure == channel.Corrected:
		add(p.printer.T("channels.rule_own", "date", p.printer.Date(day)))
	case f.Unit != channel.Word && (f.Sure == channel.Repeated || f.Sure == channel.Recalled):
		add(p.printer.T("messages.rule.unsure", "date", p.printer.Date(day)))
	}
	return p.printer.Digits(lines)
}

// blankFields names the fields in which nothing goes out, for the button that
// shows them.
func blankFields(all []field) string {
	var names []string
	for _, f := range all {
		if f.ID != "" && f.Blank {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, " · ")
}
