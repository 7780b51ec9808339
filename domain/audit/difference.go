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
	About

	Before, After journal.Value // None for a set, and for what is not there
	Came, Went    []string      // elements of a set, in order
}

// Spans tells how one text became another, in words; see journal.Differences.
func (d Difference) Spans() []journal.Span {
	return journal.Differences(d.Before.Text(), d.After.Text())
}

// differences returns what is different of a record, in the order in which
// people know its fields.
func differences(kind domain.Kind, fate Fate, changes []journal.Change) []Difference {
	var out []Difference
	for _, ch := range changes {
		about := Describe(kind, ch.Field.Path)
		switch {
		case ch.Field == (journal.Field{}), about.hidden:
			continue
		case about.Meaning == Place && fate != Changed: // it has to be somewhere
			continue
		case ch.Field.Element == "":
			out = append(out, Difference{About: about, Before: ch.Before, After: ch.After})
			continue
		}
		if n := len(out); n == 0 || out[n-1].Path != ch.Field.Path {
			out = append(out, Difference{About: about}) // elements of a set stand together
		}
		set := &out[len(out)-1]
		if ch.After.Empty() {
			set.Went = append(set.Went, ch.Field.Element)
		} else {
			set.Came = append(set.Came, ch.Field.Element)
		}
	}
	slices.SortStableFunc(out, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(a.Path, b.Path))
	})
	return out
}
