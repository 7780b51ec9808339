package journal

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// ID names a commit, a device, a record or a scope; it is the domain's ID.
type ID = uuid.UUID

// Kind says what sort of record is meant. It is the domain's letter.
type Kind byte

// Ref names a record.
type Ref struct {
	Kind Kind
	ID   ID
}

// Compare orders references by kind and ID.
func (r Ref) Compare(o Ref) int {
	return cmp.Or(cmp.Compare(r.Kind, o.Kind), bytes.Compare(r.ID[:], o.ID[:]))
}

// Field names a part of a record that changes by itself. The zero Field is the
// record's being there. An element of a set has the path of the set.
type Field struct {
	Path    string // such as "core/ar"
	Element string // element of a set, "" for any other field
}

// Compare orders fields by path and element.
func (f Field) Compare(o Field) int {
	return cmp.Or(strings.Compare(f.Path, o.Path), strings.Compare(f.Element, o.Element))
}

// Fields is what a record holds, by path. A field that is missing equals None.
type Fields map[string]Value

// Records are records as they are at one time.
type Records map[Ref]Fields

// Change is what happened to one field of one record.
type Change struct {
	Record Ref
	Field  Field
	Before Value // for readers; what was shown when the change was made
	After  Value

	// Parents are the commits whose changes this one replaces, sorted. A change
	// that removes a record names every commit whose values go with it.
	Parents []ID

	salt   Salt
	digest Digest // of salt, before and after
	gone   bool   // the values were forgotten, the digest is all there is
}

// Forgotten reports whether the values of the change were forgotten for ever;
// Before and After are None then.
func (c Change) Forgotten() bool { return c.gone }

// compare orders changes by what they change.
func (c Change) compare(o Change) int {
	return cmp.Or(c.Record.Compare(o.Record), c.Field.Compare(o.Field))
}

// Diff returns the changes that turn before into after, in the order of records
// and fields. Equal records give none. A record that goes away is one change:
// what it held stays in the journal for its return.
func Diff(before, after Records) []Change {
	var out []Change
	for ref, old := range before {
		if now, ok := after[ref]; ok {
			out = appendFields(out, ref, old, now)
		} else {
			out = append(out, Change{Record: ref, Before: exists})
		}
	}
	for ref, now := range after {
		if _, ok := before[ref]; !ok {
			out = append(out, Change{Record: ref, After: exists})
			out = appendFields(out, ref, nil, now)
		}
	}
	slices.SortFunc(out, Change.compare)
	return out
}

// appendFields adds the changes from one state of a record to another.
func appendFields(out []Change, ref Ref, before, after Fields) []Change {
	for path, now := range after {
		if was := before[path]; was != now {
			out = appendField(out, ref, path, was, now)
		}
	}
	for path, was := range before {
		if _, ok := after[path]; !ok && !was.Empty() {
			out = appendField(out, ref, path, was, None)
		}
	}
	return out
}

// appendField adds the changes from one value of a field to another, for sets
// one for each element that came or went.
func appendField(out []Change, ref Ref, path string, was, now Value) []Change {
	old, fresh := was.Elements(), now.Elements()
	for _, e := range old {
		if _, kept := slices.BinarySearch(fresh, e); !kept {
			out = append(out, Change{Record: ref, Field: Field{path, e}, Before: member})
		}
	}
	for _, e := range fresh {
		if _, had := slices.BinarySearch(old, e); !had {
			out = append(out, Change{Record: ref, Field: Field{path, e}, After: member})
		}
	}
	if was, now = was.unlessSet(), now.unlessSet(); was != now {
		out = append(out, Change{Record: ref, Field: Field{Path: path}, Before: was, After: now})
	}
	return out
}

func (v Value) unlessSet() Value {
	if v.typ == TypeSet {
		return None
	}
	return v
}

// Compose returns the changes that do first and then second in one go, as when
// typing makes one step. What ends as it began drops out, and so does all of a
// record that comes and goes.
func Compose(first, second []Change) []Change {
	type place struct {
		record Ref
		field  Field
	}
	all := map[place]Change{}
	for _, c := range slices.Concat(first, second) {
		p := place{c.Record, c.Field}
		if earlier, ok := all[p]; ok {
			c.Before, c.Parents = earlier.Before, earlier.Parents
		}
		all[p] = c
	}
	out := slices.SortedFunc(maps.Values(all), Change.compare)
	return slices.DeleteFunc(out, func(c Change) bool {
		being, ok := all[place{record: c.Record}]
		passing := ok && being.Before.Empty() && being.After.Empty()
		return passing || c.Before == c.After
	})
}
