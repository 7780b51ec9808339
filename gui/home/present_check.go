package home

import (
	"strings"

	"athar/gui/i18n"

	"athar/domain"
	"athar/domain/ethics"
	"athar/domain/selfcheck"
)

// mostLines is how many lines of each level are shown. More would be a wall
// nobody starts to climb; the rest moves up as the first are settled.
const mostLines = 40

// line is one thing to look at and where it is put right.
type line struct {
	Text string
	At   domain.Place
}

// missing is the self-check list: musts first. It counts, and gives no score.
type missing struct {
	Nothing string // said instead of everything else
	Musts   part
	Shoulds part
}

// part is the lines of one level under a heading.
type part struct {
	Title string // "" when there are no lines
	Lines []line
	More  string // how many are not shown, "" for none
}

// missing makes sentences of what the self-check found.
func (p presenter) missing(c domain.Campaign, found []selfcheck.Finding) missing {
	if len(found) == 0 {
		return missing{Nothing: p.printer.T("home.missing.nothing")}
	}
	var musts, shoulds []selfcheck.Finding
	for _, f := range found {
		if f.Level == ethics.Must {
			musts = append(musts, f)
		} else {
			shoulds = append(shoulds, f)
		}
	}
	return missing{
		Musts:   p.part(c, "home.missing.musts", musts),
		Shoulds: p.part(c, "home.missing.shoulds", shoulds),
	}
}

func (p presenter) part(c domain.Campaign, title string, found []selfcheck.Finding) part {
	if len(found) == 0 {
		return part{}
	}
	out := part{Title: p.printer.N(title, len(found))}
	if rest := len(found) - mostLines; rest > 0 {
		out.More = p.printer.N("home.missing.more", rest)
		found = found[:mostLines]
	}
	for _, f := range found {
		out.Lines = append(out.Lines, line{Text: p.sentence(c, f), At: f.At})
	}
	return out
}

// sentence says what was found. Every sentence gets all that is known of the
// place and takes what it needs.
func (p presenter) sentence(c domain.Campaign, f selfcheck.Finding) string {
	args := []any{"name", p.nameOf(c, f.At)}
	switch {
	case f.Problem != nil:
		args = append(args, "field", p.printer.T("home.field."+f.Problem.Field), "problem", p.printer.Error(f.Problem))
	case f.Code == selfcheck.FactUnknown:
		args = append(args, "question", p.question(f.At.Field))
	}
	if channel, ok := strings.CutPrefix(f.At.Field, "variant."); ok {
		args = append(args, "channel", p.channel(channel))
	}
	if f.Lang != "" {
		args = append(args, "language", p.language(f.Lang))
	}
	return p.printer.T("check."+string(f.Code), args...)
}

// nameOf returns the name of the record at a place, in quotes, or words for one
// that has no name yet.
func (p presenter) nameOf(c domain.Campaign, at domain.Place) string {
	name, unnamed := "", ""
	switch at.Kind {
	case domain.KindSegment:
		s, _ := c.Segment(at.ID)
		name, unnamed = s.Name, p.printer.T("home.unnamed.segment")
	case domain.KindMessage:
		m, _ := c.Message(at.ID)
		name, unnamed = m.Title, p.printer.T("home.unnamed.message")
	case domain.KindIndicator:
		i, _ := c.Indicator(at.ID)
		name, unnamed = i.Name, p.printer.T("home.unnamed.indicator")
	case domain.KindAnswer:
		item, _ := p.words.rules.Ethics.Item(at.Item)
		name = item.Name.In(p.printer.Lang())
	}
	if name == "" {
		return unnamed
	}
	return p.printer.T("home.quoted", "name", i18n.Isolate(name))
}

// question returns what the plan asks about a fact, from the header's field.
func (p presenter) question(field string) string {
	q, _ := p.words.rules.Ethics.Question(domain.Fact(strings.TrimPrefix(field, "fact.")))
	return q.Question.In(p.printer.Lang())
}

// channel names a channel, or a field of one after its channel: "youtube.title".
func (p presenter) channel(name string) string {
	id, field, _ := strings.Cut(name, ".")
	ch, ok := p.words.rules.Channels.Channel(id)
	if !ok {
		return name
	}
	lang := p.printer.Lang()
	if f, known := ch.Field(field); known {
		return p.printer.T("home.channel_field", "channel", ch.Name.In(lang), "field", f.Name.In(lang))
	}
	return ch.Name.In(lang)
}

// language names a language; one whose name is not known is shown by its code.
func (p presenter) language(code string) string {
	if key := "language." + code; p.printer.Has(key) {
		return p.printer.T(key)
	}
	return code
}
