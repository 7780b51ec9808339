package review

import (
	"strings"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// passages returns the texts of a message, in the order in which they are written,
// after the message as a whole.
func (p presenter) passages(c domain.Campaign, m domain.Message) []passage {
	all := []passage{{Label: p.printer.T("review.whole")}}
	add := func(path, label string, t domain.Text) {
		for _, lang := range t.Languages() {
			all = append(all, passage{
				Path: path + "/" + lang, Lang: lang, Text: t.Of(lang),
				Label: p.printer.T("review.text_in", "text", label, "language", p.language(lang)),
			})
		}
	}
	add("core", p.printer.T("review.core"), m.Core)
	add("action", p.printer.T("review.action"), m.Action)
	for _, v := range m.Variants {
		name := p.channel(v.Channel)
		add("variant/"+v.Channel, name, v.Text)
		for _, part := range v.Parts {
			add("variant/"+v.Channel+"/"+part.Field, p.printer.T("review.part", "channel", name, "part", p.field(v.Channel, part.Field)), part.Text)
		}
	}
	return all
}

func (p presenter) language(code string) string { return p.printer.T("language." + code) }

func (p presenter) channel(id string) string {
	if ch, ok := p.channels.Channel(id); ok {
		return ch.Name.In(p.printer.Lang())
	}
	return id
}

// field is what a field of a channel is called.
func (p presenter) field(channel, id string) string {
	if ch, ok := p.channels.Channel(channel); ok {
		if f, ok := ch.Field(id); ok {
			return f.Name.In(p.printer.Lang())
		}
	}
	return id
}

// threads returns the conversations about a message: first those that wait for
// somebody.
func (p presenter) threads(c domain.Campaign, m domain.Message, passages []passage) []thread {
	var open, closed []thread
	var last *thread
	begun := map[domain.ID]bool{}
	put := func() {
		switch {
		case last == nil:
		case last.Open:
			open = append(open, *last)
		default:
			closed = append(closed, *last)
		}
	}
	for _, k := range c.CommentsOf(m.ID) {
		// An answer to what is gone begins a conversation of its own.
		if last != nil && k.Reply != domain.NoID && begun[k.Reply] {
			last.Answers = append(last.Answers, answer{k.ID, p.who(k), k.Body})
			begun[k.ID] = true
			continue
		}
		put()
		t := p.thread(k, passages)
		last, begun = &t, map[domain.ID]bool{k.ID: true}
	}
	put()
	return append(open, closed...)
}

func (p presenter) thread(k domain.Comment, passages []passage) thread {
	t := thread{ID: k.ID, Path: k.Field, Who: p.who(k), Body: k.Body, Open: k.Open(), Quote: k.Anchor.Quote}
	there, ok := passageAt(passages, k.Field)
	t.Where = there.Label
	if !ok {
		t.Where, t.Lost = p.printer.T("review.text_gone"), true
	}
	if _, _, found := k.Anchor.Find(there.Text); !found && !k.Anchor.Empty() {
		t.Lost = true
	}
	switch {
	case !t.Open:
		t.Badge, t.Tone = p.printer.T("review.resolved"), kit.ToneSuccess
		if k.ResolvedBy != "" {
			t.Badge = p.printer.T("review.resolved_by", "who", i18n.Isolate(k.ResolvedBy))
		}
	case k.Request:
		t.Badge, t.Tone = p.printer.T("review.request"), kit.ToneWarning
	}
	return t
}

func (p presenter) who(k domain.Comment) string {
	name := i18n.Isolate(k.Author)
	if strings.TrimSpace(k.Author) == "" {
		name = p.printer.T("review.somebody")
	}
	return p.printer.T("review.who", "who", name, "when", p.printer.Moment(k.At.Local(), p.now()))
}

// markAll marks in each text what open comments are about.
func (p presenter) markAll(passages []passage, c domain.Campaign, m domain.Message) {
	for _, k := range c.CommentsOf(m.ID) {
		if k.Anchor.Empty() || !k.Open() {
			continue
		}
		for i := range passages {
			if passages[i].Path != k.Field {
				continue
			}
			if start, end, ok := k.Anchor.Find(passages[i].Text); ok {
				tone := kit.ToneInfo
				if k.Request {
					tone = kit.ToneWarning
				}
				passages[i].Marks = append(passages[i].Marks, mark{
					start, end, tone, p.printer.T("review.note", "who", i18n.Isolate(k.Author), "body", i18n.Isolate(k.Body)),
				})
			}
		}
	}
}

func passageAt(all []passage, path string) (passage, bool) {
	for _, one := range all {
		if one.Path == path {
			return one, true
		}
	}
	return passage{}, false
}
