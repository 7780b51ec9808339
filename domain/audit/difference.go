package audit

import (
	"cmp"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/journal"
)

// Difference is what became of one field.
type Difference struct {
	Path  string
	Shape Shape

	Before, After journal.Value // None for what was, or is, not there
	Came, Went    []string      // elements of a set, in order
}

// Shape says how a difference is to be read.
type Shape int

// The shapes.
const (
	Replaced  Shape = iota // one value took the place of another
	Reworded               // prose, of which some words changed: see Spans
	Regrouped              // a set: see Came and Went
	Moved                  // the record stands elsewhere in its list
)

// Spans tells how one text became another, in words; see journal.Differences.
func (d Difference) Spans() []journal.Span {
	return journal.Differences(d.Before.Text(), d.After.Text())
}

// differences returns what is different of a record, in the order in which
// people know its fields.
func differences(kind domain.Kind, fate Fate, changes []journal.Change) []Difference {
	var out []Difference
	for _, ch := range changes {
		shape := shapeOf(ch)
		switch {
		case ch.Field == (journal.Field{}), !told(kind, ch.Field.Path):
			continue
		case shape == Moved && fate != Changed: // it has to be somewhere
			continue
		case shape != Regrouped:
			out = append(out, Difference{Path: ch.Field.Path, Shape: shape, Before: ch.Before, After: ch.After})
			continue
		}
		if n := len(out); n == 0 || out[n-1].Path != ch.Field.Path {
			out = append(out, Difference{Path: ch.Field.Path, Shape: shape}) // elements of a set stand together
		}
		set := &out[len(out)-1]
		if ch.After.Empty() {
			set.Went = append(set.Went, ch.Field.Element)
		} else {
			set.Came = append(set.Came, ch.Field.Element)
		}
	}
	slices.SortStableFunc(out, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(rank(kind, a.Path), rank(kind, b.Path)), strings.Compare(a.Path, b.Path))
	})
	return out
}

func shapeOf(ch journal.Change) Shape {
	is := func(t journal.Type) bool { return ch.Before.Type() == t || ch.After.Type() == t }
	switch {
	case ch.Field.Element != "":
		return Regrouped
	case is(journal.TypeOrder):
		return Moved
	case is(journal.TypeText):
		return Reworded
	}
	return Replaced
}
