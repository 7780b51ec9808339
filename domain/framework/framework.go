// Package framework knows the frameworks with which a core message is built: which
// fields each has, what they ask and what they are good for. The content is data,
// and comes in as bytes. It keeps nothing of what people write; see domain.Core.
package framework

import (
	"fmt"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/pack"
)

// Library is all frameworks in the order in which they are offered. It does not
// change.
type Library struct {
	frameworks []Framework
	fields     []Field
}

// Framework is one way to build a core message.
type Framework struct {
	ID     string // never changes; campaigns name it
	Name   domain.Text
	Use    domain.Text // what it is good for, in a few words
	Source domain.Text // whose idea it is
	Fields []Field
	// Messages are the fields that together can be a message: all of them, unless
	// the framework says otherwise. None where fields are notes side by side.
	Messages []Draft
	Purpose  string // one of domain.MessagePurposes, "" where it can be any
}

// Field is one part of a core message. Frameworks in which a part means the same
// share the field, so that what is written in it survives a change of framework.
type Field struct {
	ID     string      `json:"id"` // never changes; campaigns name it
	Name   domain.Text `json:"name"`
	Prompt domain.Text `json:"prompt"` // a question that it answers
	Hint   domain.Text `json:"hint"`
}

// Default is the id of the framework that every campaign can begin with.
const Default = "house"

// Frameworks returns every framework in order.
func (l Library) Frameworks() []Framework { return slices.Clone(l.frameworks) }

// Framework returns the framework with the id and whether there is one.
func (l Library) Framework(id string) (Framework, bool) {
	i := slices.IndexFunc(l.frameworks, func(f Framework) bool { return f.ID == id })
	if i < 0 {
		return Framework{}, false
	}
	return l.frameworks[i], true
}

// Field returns the field with the id and whether there is one.
func (l Library) Field(id string) (Field, bool) {
	i := slices.IndexFunc(l.fields, func(f Field) bool { return f.ID == id })
	if i < 0 {
		return Field{}, false
	}
	return l.fields[i], true
}

// Has reports whether the framework has the field.
func (f Framework) Has(field string) bool {
	return slices.ContainsFunc(f.Fields, func(x Field) bool { return x.ID == field })
}

// Elsewhere returns what is written in fields that the framework does not have, and
// is kept for when another one has them.
func (f Framework) Elsewhere(k domain.Core) []domain.FieldText {
	var out []domain.FieldText
	for _, field := range k.Fields {
		if !f.Has(field.Field) {
			out = append(out, field)
		}
	}
	return out
}

// wireFramework is a framework as frameworks.json has it.
type wireFramework struct {
	ID       string      `json:"id"`
	Name     domain.Text `json:"name"`
	Use      domain.Text `json:"use"`
	Source   domain.Text `json:"source"`
	Fields   []string    `json:"fields"`
	Messages *[]Draft    `json:"messages"` // nil is one message of all fields
	Purpose  string      `json:"purpose"`
}

// Parse reads the content pack frameworks.json and refuses what does not hold
// together.
func Parse(data []byte) (Library, error) {
	var doc struct {
		Version    int             `json:"version"`
		Fields     []Field         `json:"fields"`
		Frameworks []wireFramework `json:"frameworks"`
	}
	if err := pack.Decode(data, &doc); err != nil {
		return Library{}, fmt.Errorf("read frameworks: %w", err)
	}
	if doc.Version != 1 {
		return Library{}, fmt.Errorf("read frameworks: version %d is not known", doc.Version)
	}
	l := Library{fields: doc.Fields}
	if err := l.checkFields(); err != nil {
		return Library{}, err
	}
	for _, w := range doc.Frameworks {
		f, err := l.read(w)
		if err == nil {
			err = l.add(f)
		}
		if err != nil {
			return Library{}, err
		}
	}
	if _, ok := l.Framework(Default); !ok {
		return Library{}, fmt.Errorf("framework %q is missing", Default)
	}
	return l, nil
}

// read makes a framework of the library's fields.
func (l *Library) read(w wireFramework) (Framework, error) {
	f := Framework{ID: w.ID, Name: w.Name, Use: w.Use, Source: w.Source, Purpose: w.Purpose, Messages: []Draft{w.Fields}}
	if w.Messages != nil {
		f.Messages = *w.Messages
	}
	for _, id := range w.Fields {
		field, ok := l.Field(id)
		if !ok || f.Has(id) {
			return Framework{}, fmt.Errorf("framework %q: field %q is not known or named twice", w.ID, id)
		}
		f.Fields = append(f.Fields, field)
	}
	return f, nil
}

func (l *Library) add(f Framework) error {
	if _, twice := l.Framework(f.ID); twice || f.ID == "" || len(f.Fields) == 0 {
		return fmt.Errorf("framework %q has no id, an id twice, or no fields", f.ID)
	}
	if !inBoth(f.Name, f.Use, f.Source) {
		return fmt.Errorf("framework %q lacks a text in Arabic or English", f.ID)
	}
	if f.Purpose != "" && !slices.Contains(domain.MessagePurposes(), f.Purpose) {
		return fmt.Errorf("framework %q: purpose %q is not known", f.ID, f.Purpose)
	}
	for _, d := range f.Messages {
		if len(d) == 0 || slices.ContainsFunc(d, func(field string) bool { return !f.Has(field) }) {
			return fmt.Errorf("framework %q: a message of it has no field, or one of another framework", f.ID)
		}
	}
	l.frameworks = append(l.frameworks, f)
	return nil
}

func (l *Library) checkFields() error {
	seen := map[string]bool{}
	for _, f := range l.fields {
		if f.ID == "" || seen[f.ID] {
			return fmt.Errorf("field %q has no id, or an id twice", f.ID)
		}
		if !inBoth(f.Name, f.Prompt, f.Hint) {
			return fmt.Errorf("field %q lacks a text in Arabic or English", f.ID)
		}
		seen[f.ID] = true
	}
	return nil
}

func inBoth(texts ...domain.Text) bool {
	return !slices.ContainsFunc(texts, func(t domain.Text) bool {
		return strings.TrimSpace(t.Ar) == "" || strings.TrimSpace(t.En) == ""
	})
}
