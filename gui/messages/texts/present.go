package texts

import (
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// detail is all that is shown of a message's texts.
type detail struct {
	ID      domain.ID
	Tongues []tongue
	By      time.Time
	Missing string // which parts of the call to action are not said; "" for none
	Problem string // why the core text is not enough; "" when nothing is to be said

	Written []kit.Option // the languages of the campaign
	Others  []kit.Option // those that can be added; the first one stands for doing so

	Segments []kit.Option // of the campaign
	For      []string     // the values of those the message is for
}

func (d detail) languages() []string {
	out := make([]string, len(d.Tongues))
	for i, t := range d.Tongues {
		out[i] = t.Lang
	}
	return out
}

// tongue is what is shown in one language.
type tongue struct {
	Lang  string
	Words map[string]string // by field
	// Standing says what the core text was translated from and which of the two is
	// newer; "" where it was translated from none.
	Standing string
	Stale    bool
	Since    []kit.Part // how that text has changed since, when Stale
}

// fields are the texts that a message has in each language, in the order in which they
// stand.
func fields() []string { return []string{"core", "action", "call_who", "call_what", "call_where"} }

// presenter makes what is shown. It changes nothing.
type presenter struct{ printer *i18n.Printer }

// detail says what is shown of a message. told says whether an empty core text is: it
// was left, not one that nobody has come to yet.
func (p presenter) detail(c domain.Campaign, m domain.Message, told bool) detail {
	d := detail{ID: m.ID, By: m.Call.By, Missing: p.missing(m)}
	for _, lang := range p.languages(c, m) {
		d.Tongues = append(d.Tongues, p.tongue(m, lang))
	}
	if told && m.Validate().Field("core") != nil {
		d.Problem = p.printer.T("messages.problem.core")
	}
	written := c.Header.WrittenIn()
	for _, lang := range written {
		d.Written = append(d.Written, kit.Option{Value: lang, Label: p.language(lang)})
	}
	d.Others = []kit.Option{{Label: p.printer.T("texts.add_language")}}
	for _, lang := range domain.Languages() {
		if !slices.Contains(written, lang) {
			d.Others = append(d.Others, kit.Option{Value: lang, Label: p.language(lang)})
		}
	}
	for _, s := range c.SortedSegments() {
		name := s.Name
		if name == "" {
			name = p.printer.T("messages.unnamed_segment")
		}
		d.Segments = append(d.Segments, kit.Option{Value: s.ID.String(), Label: name})
		if m.ForSegment(s.ID) {
			d.For = append(d.For, s.ID.String())
		}
	}
	return d
}

// languages returns the languages that are shown: those of the campaign, the reader's
// first, and any other in which something is written.
func (p presenter) languages(c domain.Campaign, m domain.Message) []string {
	all := c.Header.WrittenIn()
	if i := slices.Index(all, p.printer.Lang()); i > 0 {
		all = slices.Insert(slices.Delete(all, i, i+1), 0, p.printer.Lang())
	}
	for _, field := range fields() {
		for _, lang := range text(&m, field).Languages() {
			if !slices.Contains(all, lang) {
				all = append(all, lang)
			}
		}
	}
	return all
}

func (p presenter) tongue(m domain.Message, lang string) tongue {
	t := tongue{Lang: lang, Words: map[string]string{}}
	for _, field := range fields() {
		t.Words[field] = text(&m, field).Of(lang)
	}
	b, has := m.Basis(lang)
	if !has || t.Words["core"] == "" {
		return t
	}
	from := i18n.Isolate(p.language(b.From))
	then, now, stale := m.Stale(lang)
	switch {
	case stale:
		t.Stale, t.Since = true, part.Revision(then, now)
		t.Standing = p.printer.T("texts.stale", "source", from)
	case m.Core.Of(b.From) == "":
		t.Standing = p.printer.T("texts.source_gone", "source", from)
	default:
		t.Standing = p.printer.T("texts.current", "source", from)
	}
	return t
}

// missing says which parts of a call to action are not there, once somebody has begun
// one.
func (p presenter) missing(m domain.Message) string {
	missing := m.Call.Missing()
	if len(missing) == 0 || m.Action.Empty() && len(missing) == 4 {
		return ""
	}
	names := make([]string, len(missing))
	for i, one := range missing {
		names[i] = p.printer.T("texts.part." + one)
	}
	return p.printer.T("texts.missing", "parts", strings.Join(names, p.printer.T("messages.comma")))
}

// language says what a language is called; a code that is not known as it is.
func (p presenter) language(code string) string {
	if key := "language." + code; p.printer.Has(key) {
		return p.printer.T(key)
	}
	return code
}

// label says what a field is called in a language.
func (p presenter) label(field, lang string) string {
	if key := "messages.field." + field + "_" + lang; p.printer.Has(key) {
		return p.printer.T(key)
	}
	return p.printer.T("texts.in_language",
		"field", p.printer.T("texts.field."+field), "language", i18n.Isolate(p.language(lang)))
}
