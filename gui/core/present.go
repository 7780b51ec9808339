package core

import (
	"slices"
	"strings"
	"unicode/utf8"

	"athar/domain"
	"athar/domain/claim"
	"athar/domain/framework"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// house is the framework that is drawn as one.
const house = framework.Default

// rumour is the framework of answers to a rumour.
const rumour = "fact-myth-fact"

// state is all that the screen shows.
type state struct {
	Framework string // "" before one was chosen
	Use       string // what it is good for, and whose idea it is
	Written   string // how many of its fields are filled
	Languages []language
	Fields    []field
	Warnings  []string // what is wrong with the order of an answer to a rumour
	Kept      []kept
	Drafts    []kit.Option // what a message can be made of, by number
	NoDraft   string       // why there is nothing to make one of
}

// language is one that the campaign is written in.
type language struct{ Code, Name string }

// field is a field of the framework.
type field struct {
	ID, Name, Prompt, Hint string
	Text                   domain.Text
}

// kept is what is written and has no field on show.
type kept struct {
	Name  string
	Lines []line
	Where string // which frameworks have a field for it, or why it is not on show
}

// line is a text in one language.
type line struct{ Lang, Name, Text string }

// presenter makes what is shown. It changes nothing.
type presenter struct {
	*i18n.Printer
	library framework.Library
}

// options are the frameworks with what each is for.
func (p presenter) options() []kit.Option {
	var all []kit.Option
	for _, f := range p.library.Frameworks() {
		all = append(all, kit.Option{
			Value: f.ID, Label: p.T("core.framework_for", "name", f.Name.In(p.Lang()), "use", f.Use.In(p.Lang())),
		})
	}
	return all
}

// state says what is shown of a campaign's core message.
func (p presenter) state(c domain.Campaign) state {
	k := c.Core()
	s := state{Framework: k.Framework, Languages: p.languages(c)}
	f, known := p.library.Framework(k.Framework)
	s.Kept = p.kept(f, k, s.Languages)
	if !known {
		if k.Framework != "" { // a newer Athar's
			s.Use = p.T("core.unknown_framework")
		}
		return s
	}
	s.Use = p.T("core.use", "use", f.Use.In(p.Lang()), "source", f.Source.In(p.Lang()))
	written := 0
	for _, x := range f.Fields {
		text := k.Field(x.ID)
		if !text.Empty() {
			written++
		}
		s.Fields = append(s.Fields, field{
			ID: x.ID, Name: x.Name.In(p.Lang()), Prompt: x.Prompt.In(p.Lang()), Hint: x.Hint.In(p.Lang()), Text: text,
		})
	}
	s.Written = p.T("core.written", "n", written, "all", len(f.Fields))
	s.Warnings = p.warnings(f, k)
	s.Drafts, s.NoDraft = p.drafts(f, k)
	return s
}

// languages are those of the campaign, the reader's first.
func (p presenter) languages(c domain.Campaign) []language {
	var all []language
	for _, code := range c.Header.WrittenIn() {
		l := language{code, p.language(code)}
		if code == p.Lang() {
			all = slices.Insert(all, 0, l)
		} else {
			all = append(all, l)
		}
	}
	return all
}

func (p presenter) language(code string) string {
	if key := "language." + code; domain.IsLanguage(code) && p.Has(key) {
		return p.T(key)
	}
	return code
}

// warnings checks an answer to a rumour, language by language.
func (p presenter) warnings(f framework.Framework, k domain.Core) []string {
	if f.ID != rumour {
		return nil
	}
	var all []string
	text := f.Messages[0].Text(k)
	for _, lang := range text.Languages() {
		answer := claim.Rumour{
			Fact: k.Field("fact").Of(lang), Warning: k.Field("warning").Of(lang), Myth: k.Field("myth").Of(lang),
			FactAgain: k.Field("fact_again").Of(lang), Text: text.Of(lang),
		}
		var said []string // each sentence once
		for _, finding := range answer.Check() {
			if sentence := p.T("check." + finding.Rule); !slices.Contains(said, sentence) {
				said = append(said, sentence)
				all = append(all, p.T("core.in_language", "language", i18n.Isolate(p.language(lang)), "sentence", sentence))
			}
		}
	}
	return all
}

// kept is what is written in other fields, and in languages that the campaign is not
// written in.
func (p presenter) kept(f framework.Framework, k domain.Core, languages []language) []kept {
	var all []kept
	for _, x := range k.Fields {
		rest := x.Text
		where := p.T("core.kept_language")
		if f.Has(x.Field) {
			for _, l := range languages {
				rest = rest.With(l.Code, "")
			}
		} else {
			where = p.where(x.Field)
		}
		if rest.Empty() {
			continue
		}
		all = append(all, kept{Name: p.fieldName(x.Field), Lines: p.lines(rest), Where: where})
	}
	return all
}

func (p presenter) lines(t domain.Text) []line {
	var all []line
	for _, lang := range t.Languages() {
		all = append(all, line{lang, p.language(lang), t.Of(lang)})
	}
	return all
}

// where says which frameworks have the field.
func (p presenter) where(id string) string {
	var names []string
	for _, f := range p.library.Frameworks() {
		if f.Has(id) {
			names = append(names, i18n.Isolate(f.Name.In(p.Lang())))
		}
	}
	if len(names) == 0 {
		return p.T("core.kept_nowhere")
	}
	return p.T("core.kept_in", "frameworks", strings.Join(names, p.T("core.and")))
}

func (p presenter) fieldName(id string) string {
	if f, ok := p.library.Field(id); ok {
		return f.Name.In(p.Lang())
	}
	return p.T("wording.core.field")
}

// drafts are the messages that can be made, named by their fields.
func (p presenter) drafts(f framework.Framework, k domain.Core) (all []kit.Option, reason string) {
	drafts := f.Drafts(k)
	for _, d := range drafts {
		var names []string
		for _, id := range d {
			if !k.Field(id).Empty() {
				names = append(names, p.fieldName(id))
			}
		}
		all = append(all, kit.Option{Value: strings.Join(d, " "), Label: strings.Join(names, p.T("core.and"))})
	}
	switch {
	case len(all) > 0:
		return all, ""
	case len(f.Messages) == 0:
		return nil, p.T("core.reason.notes")
	}
	return nil, p.T("core.reason.nothing_written")
}

// titleRunes is how long a title is that Athar proposes.
const titleRunes = 60

// title proposes what a message is called: how its text begins, in the reader's
// language.
func (p presenter) title(t domain.Text) string {
	first, _, _ := strings.Cut(t.In(p.Lang()), "\n")
	first = strings.TrimRight(strings.TrimSpace(first), ".!،؟?")
	if utf8.RuneCountInString(first) <= titleRunes {
		return first
	}
	cut := string([]rune(first)[:titleRunes])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimSpace(cut) + "…"
}
