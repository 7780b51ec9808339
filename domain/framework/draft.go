package framework

import (
	"slices"
	"strings"

	"athar/domain"
)

// Draft is what of a framework can be read as a message of its own: fields in the
// order in which they are read.
type Draft []string

// Drafts returns what messages can be made of what is written: those of which two
// fields are written at least, or else the first with any. It is empty for a
// framework whose fields are notes side by side.
func (f Framework) Drafts(k domain.Core) []Draft {
	var some, begun []Draft
	for _, d := range f.Messages {
		switch n := d.written(k); {
		case n > 1:
			some = append(some, d)
		case n == 1:
			begun = append(begun, d)
		}
	}
	if len(some) == 0 && len(begun) > 0 {
		return begun[:1]
	}
	return some
}

// written counts the fields in which something is written.
func (d Draft) written(k domain.Core) (n int) {
	for _, field := range d {
		if !k.Field(field).Empty() {
			n++
		}
	}
	return n
}

// Text returns what a draft says, language by language: its fields under one another,
// a blank line between them.
func (d Draft) Text(k domain.Core) domain.Text {
	parts := map[string][]string{}
	for _, field := range d {
		t := k.Field(field)
		for _, lang := range t.Languages() {
			if written := strings.TrimSpace(t.Of(lang)); written != "" {
				parts[lang] = append(parts[lang], written)
			}
		}
	}
	var out domain.Text
	for lang, all := range parts {
		out = out.With(lang, strings.Join(all, "\n\n"))
	}
	return out
}

// Message returns the message that a draft makes, without an ID: its text, what it
// asks for, and what the framework is for. Its title is left to whoever names it.
func (f Framework) Message(d Draft, k domain.Core) domain.Message {
	m := domain.Message{Status: domain.MessageDraft, Purpose: f.Purpose, Core: d.Text(k)}
	if slices.Contains(d, actionField) {
		m.Action = k.Field(actionField)
	}
	return m
}

// actionField is the field of every framework that says who does what by when.
const actionField = "action"
