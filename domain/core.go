package domain

// Core is the one message that all others derive from, built with a framework. A
// campaign has one at most.
type Core struct {
	ID        ID
	Framework string // id of a framework, "" before one was chosen
	// Fields are kept when the framework changes, those that the new one does not
	// have as well. Frameworks give fields of the same meaning the same id, so what
	// is written survives the change.
	Fields []FieldText
}

// CoreID returns the ID of the core message of a campaign, on every device.
func CoreID(campaign ID) ID { return DerivedID(campaign, "core") }

// Kind implements Record.
func (Core) Kind() Kind { return KindCore }

// RecordID implements Record.
func (k Core) RecordID() ID { return k.ID }

// Field returns what is written in a field.
func (k Core) Field(field string) Text { return fieldText(k.Fields, field) }

// WithField returns the core with a field replaced; one without text is left out.
func (k Core) WithField(field string, t Text) Core {
	k.Fields = withFieldText(k.Fields, field, t)
	return k
}

// Core returns the campaign's core message, one without text when there is none yet.
func (c Campaign) Core() Core {
	k, ok := find(c.Cores, CoreID(c.ID()))
	if !ok {
		return Core{ID: CoreID(c.ID())}
	}
	return k
}
