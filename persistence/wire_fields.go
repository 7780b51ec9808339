package persistence

import (
	"maps"
	"slices"

	"athar/domain"
	"athar/domain/journal"
)

// Records of younger kinds lie on disk by their fields, as the journal keeps them:
// one form for all, which cannot forget a field that the journal knows.

const fieldsSchema = 1

// wireFields is a record by its fields. Never reuse a number.
type wireFields struct {
	ID     wireID      `cbor:"1,keyasint"`
	Fields []wireField `cbor:"2,keyasint,omitempty"` // in the order of their paths
}

// wireField is one field. Which of the values counts, the type of the journal says:
// those that are 0 or empty are left out. Never reuse a number.
type wireField struct {
	Path  string    `cbor:"1,keyasint"`
	Type  byte      `cbor:"2,keyasint"`
	Words string    `cbor:"3,keyasint,omitempty"`
	Whole int64     `cbor:"4,keyasint,omitempty"`
	Real  float64   `cbor:"5,keyasint,omitempty"`
	Yes   bool      `cbor:"6,keyasint,omitempty"`
	Time  *wireTime `cbor:"7,keyasint,omitempty"`
	Set   []string  `cbor:"8,keyasint,omitempty"`
}

func toFields(r domain.Record) wireFields {
	w := wireFields{ID: toID(r.RecordID())}
	f := domain.FieldsOf(r)
	for _, path := range slices.Sorted(maps.Keys(f)) {
		v := f[path]
		w.Fields = append(w.Fields, wireField{
			Path: path, Type: byte(v.Type()), Words: v.Text(), Whole: v.Int(), Real: v.Float(),
			Yes: v.Bool(), Time: toTime(v.Time()), Set: v.Elements(),
		})
	}
	return w
}

// decodeFields reads a record by its fields. A type that this Athar does not know is
// passed over, as domain.RecordOf passes over paths.
func decodeFields(kind domain.Kind, payload []byte) (domain.Record, error) {
	var w wireFields
	if err := cborDec.Unmarshal(payload, &w); err != nil {
		return nil, errWire // the decoder's text may quote the record
	}
	id, err := w.ID.id()
	if err != nil {
		return nil, err
	}
	f := make(journal.Fields, len(w.Fields))
	for _, field := range w.Fields {
		if v := field.value(); !v.Empty() {
			f[field.Path] = v
		}
	}
	return domain.RecordOf(kind, id, f)
}

func (w wireField) value() journal.Value {
	switch journal.Type(w.Type) {
	case journal.TypeText:
		return journal.Text(w.Words)
	case journal.TypeString:
		return journal.String(w.Words)
	case journal.TypeOrder:
		return journal.Order(w.Words)
	case journal.TypeInt:
		return journal.Int(w.Whole)
	case journal.TypeFloat:
		return journal.Float(w.Real)
	case journal.TypeBool:
		return journal.Bool(w.Yes)
	case journal.TypeTime:
		return journal.Time(w.Time.time())
	case journal.TypeSet:
		return journal.Set(w.Set...)
	}
	return journal.None
}
