package proofing

import (
	"athar/domain"
)

// Text is one text of a message in one language.
type Text struct {
	Field string // as in a domain.Place of the message: "core", "call_who", "variant.x", "variant.youtube.title", "media", "alternative"
	Item  string // the media item or the alternative by its ID, "" of a field of the message itself
	Part  string // of an item: "alt", "caption" or "text"
	Lang  string
	Words string
}

// Place returns where a person finds the text.
func (t Text) Place(message domain.ID) domain.Place {
	field := t.Field
	if t.Item == "" && t.Lang != "" {
		field += "." + t.Lang
	}
	return domain.Place{Kind: domain.KindMessage, ID: message, Item: t.Item, Field: field}
}

// Texts returns every text that was written for a message, in the order in which
// people come to them. What follows another text is not there twice.
func Texts(c domain.Campaign, m domain.Message) []Text {
	var out []Text
	add := func(t Text, all domain.Text) {
		for _, lang := range all.Languages() {
			t.Lang, t.Words = lang, all.Of(lang)
			out = append(out, t)
		}
	}
	add(Text{Field: "core"}, m.Core)
	add(Text{Field: "action"}, m.Action)
	add(Text{Field: "call_who"}, m.Call.Who)
	add(Text{Field: "call_what"}, m.Call.What)
	add(Text{Field: "call_where"}, m.Call.Where)
	for _, v := range m.Variants {
		add(Text{Field: "variant." + v.Channel}, v.Text)
		for _, p := range v.Parts {
			add(Text{Field: "variant." + v.Channel + "." + p.Field}, p.Text)
		}
	}
	for _, item := range c.MediaOf(m.ID) {
		add(Text{Field: "media", Item: item.ID.String(), Part: "alt"}, item.Alt)
		add(Text{Field: "media", Item: item.ID.String(), Part: "caption"}, item.Caption)
	}
	for _, a := range c.AlternativesOf(m.ID) {
		add(Text{Field: "alternative", Item: a.ID.String(), Part: "text"}, a.Text)
	}
	return out
}
