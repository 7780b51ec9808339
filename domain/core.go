package domain

import "slices"

// Core is the one message that all others derive from, built with a framework. A
// campaign has one at most.
type Core struct {
	ID        ID
	Framework string      // id of a framework, "" before one was chosen
	Fields    []CoreField // sorted by field; those of other frameworks are kept as well
}

// CoreField is what is written in a field of a framework. Frameworks give fields
// of the same meaning the same id, so what is written survives a change of the
// framework.
type CoreField struct {
	Field string
	Text  Text
}

// CoreID returns the ID of the core message of a campaign, on every device.
func CoreID(campaign ID) ID { return DerivedID(campaign, "core") }

// Kind implements Record.
func (Core) Kind() Kind { return KindCore }

// RecordID implements Record.
func (k Core) RecordID() ID { return k.ID }

// Field returns what is written in a field.
func (k Core) Field(field string) Text {
	if i, ok := k.index(field); ok {
		return k.Fields[i].Text
	}
	return Text{}
}

// WithField returns the core with a field replaced; one without text is left out.
func (k Core) WithField(field string, t Text) Core {
	i, ok := k.index(field)
	k.Fields = slices.Clone(k.Fields)
	switch {
	case t.Empty() && ok:
		k.Fields = slices.Delete(k.Fields, i, i+1)
	case ok:
		k.Fields[i].Text = t
	case !t.Empty():
		k.Fields = slices.Insert(k.Fields, i, CoreField{field, t})
	}
	if len(k.Fields) == 0 {
		k.Fields = nil
	}
	return k
}

func (k Core) index(field string) (int, bool) {
	return slices.BinarySearchFunc(k.Fields, field, func(f CoreField, id string) int {
		return compareStrings(f.Field, id)
	})
}

// Core returns the campaign's core message, one without text when there is none yet.
func (c Campaign) Core() Core {
	k, ok := find(c.Cores, CoreID(c.ID()))
	if !ok {
		return Core{ID: CoreID(c.ID())}
	}
	return k
}
