package journal

import (
	"maps"
	"slices"
)

// record is one record of a state, removed ones included: what they held is
// needed when they come back.
type record struct {
	ref       Ref
	being     register // whether the record is there
	fields    map[Field]*register
	split     int  // fields with several heads
	forgotten bool // for ever; then there is nothing else
}

// register is one field: the changes to it that no other change replaces. There
// is more than one when devices changed it without knowing of each other.
type register struct {
	heads  []head // in the order of their positions
	cached bool
	shown  view // of heads, when cached
}

// head is such a change.
type head struct {
	commit ID
	at     Position
	value  Value
	known  []ID // parents of a removal: the commits whose values went with it
}

// add puts a change in the place of those it replaces.
func (r *register) add(c *Commit, ch *Change) {
	r.cached = false
	kept := make([]head, 0, len(r.heads)+1)
	for _, h := range r.heads {
		if !contains(ch.Parents, h.commit) {
			kept = append(kept, h)
		}
	}
	h := head{commit: c.ID, at: c.Position(), value: ch.After}
	if ch.Field == (Field{}) && ch.After.Empty() {
		h.known = ch.Parents
	}
	i, _ := slices.BinarySearchFunc(kept, h, func(a, b head) int { return a.at.Compare(b.at) })
	r.heads = slices.Insert(kept, i, h)
}

// commits returns the commits of the heads.
func (r *register) commits() []ID {
	out := make([]ID, len(r.heads))
	for i, h := range r.heads {
		out[i] = h.commit
	}
	return out
}

// head returns the head of a field that a commit left, of any field when the
// record's being there is meant; nil when there is none.
func (r *record) head(f Field, commit ID) *head {
	if f != (Field{}) {
		return r.fields[f].head(commit)
	}
	if h := r.being.head(commit); h != nil {
		return h
	}
	for _, reg := range r.fields {
		if h := reg.head(commit); h != nil {
			return h
		}
	}
	return nil
}

func (r *register) head(commit ID) *head {
	if r == nil {
		return nil
	}
	for i := range r.heads {
		if r.heads[i].commit == commit {
			return &r.heads[i]
		}
	}
	return nil
}

func contains(sorted []ID, id ID) bool {
	_, ok := slices.BinarySearchFunc(sorted, id, compareIDs)
	return ok
}

// add takes a change of the record in.
func (r *record) add(c *Commit, ch *Change) {
	switch {
	case r.forgotten:
		return
	case ch.gone || ch.After == forget:
		*r = record{ref: r.ref, forgotten: true}
		return
	case ch.Field == (Field{}):
		r.being.add(c, ch)
		return
	}
	if r.fields == nil {
		r.fields = map[Field]*register{}
	}
	reg := r.fields[ch.Field]
	if reg == nil {
		reg = &register{}
		r.fields[ch.Field] = reg
	}
	if len(reg.heads) > 1 {
		r.split--
	}
	reg.add(c, ch)
	if len(reg.heads) > 1 {
		r.split++
	}
}

// lives reports whether the record is there. One that was removed is kept while
// it holds an edit that nobody who removed it knew of.
func (r *record) lives() bool {
	if r.forgotten || len(r.being.heads) == 0 {
		return false
	}
	return !r.removed() || len(r.unseen()) > 0
}

// removed reports whether every head says that the record is not there.
func (r *record) removed() bool {
	for _, h := range r.being.heads {
		if h.value == exists {
			return false
		}
	}
	return len(r.being.heads) > 0
}

// disputed reports whether the record's being there is contradictory.
func (r *record) disputed() bool {
	if r.forgotten || len(r.being.heads) == 0 {
		return false
	}
	first := r.being.heads[0].value
	for _, h := range r.being.heads[1:] {
		if h.value != first {
			return true
		}
	}
	return first != exists && len(r.unseen()) > 0
}

// unseen returns the commits whose values are in the record and were not known
// to any of those who removed it, sorted.
func (r *record) unseen() []ID {
	var out []ID
	for _, reg := range r.fields {
		for _, h := range reg.heads {
			if !r.seen(h.commit) {
				out = append(out, h.commit)
			}
		}
	}
	return sortedIDs(out)
}

func (r *record) seen(id ID) bool {
	for _, h := range r.being.heads {
		if h.commit == id || contains(h.known, id) {
			return true
		}
	}
	return false
}

// everything returns the commits of all heads of the record, sorted.
func (r *record) everything() []ID {
	out := r.being.commits()
	for _, reg := range r.fields {
		out = append(out, reg.commits()...)
	}
	return sortedIDs(out)
}

// sortedFields returns the record's fields in order.
func (r *record) sortedFields() []Field {
	return slices.SortedFunc(maps.Keys(r.fields), Field.Compare)
}

// sortedIDs sorts ids in place and drops repeated ones.
func sortedIDs(ids []ID) []ID {
	slices.SortFunc(ids, compareIDs)
	return slices.Compact(ids)
}
