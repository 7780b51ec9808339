package journal

import (
	"maps"
	"slices"
)

// Conflict is a field that devices changed without knowing of each other, to
// values that say different things. It stays until Resolve.
//
// The zero Field means that somebody removed the record while somebody else
// changed it. The record stays meanwhile; the first side is None then, the other
// one is not.
type Conflict struct {
	Record Ref
	Field  Field
	Sides  []Side // two or more, the earliest first; the record shows the last
}

// Side is one of the values of a conflict.
type Side struct {
	Value   Value
	Commits []ID // that left it at this value, the latest last
}

// Conflicts returns every conflict, in the order of records and fields.
func (s *State) Conflicts() []Conflict {
	var out []Conflict
	for _, ref := range slices.SortedFunc(maps.Keys(s.torn), Ref.Compare) {
		r := s.records[ref]
		if !r.lives() {
			continue
		}
		if r.disputed() {
			out = append(out, Conflict{Record: ref, Sides: r.sidesOfBeing()})
		}
		for _, f := range r.sortedFields() {
			if s.view(r, f).conflict {
				out = append(out, Conflict{ref, f, sidesOf(r.fields[f].heads)})
			}
		}
	}
	return out
}

// sidesOf groups heads by what they say.
func sidesOf(heads []head) []Side {
	var out []Side
	for _, h := range slices.Backward(heads) {
		i := slices.IndexFunc(out, func(s Side) bool { return Same(s.Value, h.value) })
		if i < 0 {
			out = append(out, Side{h.value, []ID{h.commit}})
		} else {
			out[i].Commits = slices.Insert(out[i].Commits, 0, h.commit)
		}
	}
	slices.Reverse(out)
	return out
}

// sidesOfBeing puts those who removed the record before those who kept it.
func (r *record) sidesOfBeing() []Side {
	gone, kept := Side{Value: None}, Side{Value: exists}
	for _, h := range r.being.heads {
		if h.value == exists {
			kept.Commits = append(kept.Commits, h.commit)
		} else {
			gone.Commits = append(gone.Commits, h.commit)
		}
	}
	if len(kept.Commits) == 0 {
		kept.Commits = r.unseen()
	}
	return []Side{gone, kept}
}

// Resolve returns the change that settles a conflict, in favour of one side or
// of something else. For the zero Field, None removes the record and any other
// value keeps it.
func (s *State) Resolve(record Ref, field Field, value Value) ([]Change, error) {
	r := s.records[record]
	if r == nil || !r.lives() {
		return nil, fail(ErrNotFound, "record")
	}
	c := Change{Record: record, Field: field, After: value, Parents: []ID{}}
	switch reg := r.fields[field]; {
	case field == (Field{}):
		if !value.Empty() {
			c.After = exists
		}
		c.Parents = r.everything()
	case reg == nil:
		return nil, fail(ErrNotFound, "field")
	default:
		c.Parents = sortedIDs(reg.commits())
	}
	return []Change{c}, nil
}
