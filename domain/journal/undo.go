package journal

import (
	"maps"
	"slices"
)

// Reason says why a part of an edit was not taken back.
type Reason int

// The reasons.
const (
	Overwritten Reason = iota // something newer stands there, and stays
	Gone                      // the record is not there any more
	Already                   // the field shows what it did before anyway
)

// Skipped is a part of an edit that was not taken back.
type Skipped struct {
	Record Ref
	Field  Field
	Reason Reason
}

// Undo returns the changes that take one step back: commits, in the order in
// which they were made, that a person sees as one. Write them with the commits'
// IDs as Undoes. Undoing an undo is redo.
//
// Only the fields that the step changed are touched, and only as far as the
// step's own change is still what they show. Where something came on top:
//
//   - a text loses the step's words and keeps the others, unless they overlap;
//   - a field in conflict shows the other side, as if the step had not been;
//   - anything else keeps what is newer, and is listed in skipped.
func (s *State) Undo(step ...*Commit) (changes []Change, skipped []Skipped) {
	u := undoing{state: s, commits: step, own: map[ID]bool{}}
	for _, c := range step {
		u.own[c.ID] = true
		for _, ch := range c.Changes {
			if ch.gone {
				u.skip(ch, Gone)
			}
		}
		u.step = Compose(u.step, c.Changes)
	}
	back, made := map[Ref]bool{}, map[Ref]bool{}
	for _, c := range u.step {
		if c.Field != (Field{}) {
			continue
		}
		if c.After == exists {
			made[c.Record] = true
		} else {
			back[c.Record] = true
		}
	}
	for _, c := range u.step {
		switch r := s.records[c.Record]; {
		case r == nil || r.forgotten:
			u.skip(c, Gone)
		case c.Field == (Field{}):
			u.being(r, c)
		case made[c.Record]: // goes with the record
		case !back[c.Record] && !r.lives():
			u.skip(c, Gone)
		default:
			u.field(r, c)
		}
	}
	return u.changes, u.skipped
}

// undoing is one call of Undo under way.
type undoing struct {
	state   *State
	commits []*Commit
	own     map[ID]bool // their IDs
	step    []Change    // their sum
	changes []Change
	skipped []Skipped
}

func (u *undoing) skip(c Change, why Reason) {
	u.skipped = append(u.skipped, Skipped{c.Record, c.Field, why})
}

func (u *undoing) put(c Change, after Value, parents []ID) {
	u.changes = append(u.changes, Change{Record: c.Record, Field: c.Field, After: after, Parents: parents})
}

// being takes back that a record was made or removed.
func (u *undoing) being(r *record, c Change) {
	made := c.After == exists
	mine := slices.DeleteFunc(r.being.commits(), func(id ID) bool { return !u.own[id] })
	switch {
	case !made && r.lives() && len(mine) > 0: // somebody changed it meanwhile
		u.put(c, exists, sortedIDs(mine))
	case made != r.lives():
		u.skip(c, Already)
	case !made:
		u.put(c, exists, sortedIDs(r.being.commits()))
	case !maps.Equal(u.state.fields(r), u.left(c.Record)) && !u.untouched(r):
		u.skip(c, Overwritten)
	default:
		u.put(c, None, nil)
	}
}

// untouched reports whether nothing was done to a record since the step brought
// it back: all that it holds is the step's, or went with the removal that the
// step took back.
func (u *undoing) untouched(r *record) bool {
	known := maps.Clone(u.own)
	for _, c := range u.commits {
		being := c.change(r.ref, Field{})
		if being == nil {
			continue
		}
		for _, id := range being.Parents {
			for _, went := range u.state.removed(r.ref, id) {
				known[went] = true
			}
		}
	}
	for _, reg := range r.fields {
		for _, h := range reg.heads {
			if !known[h.commit] {
				return false
			}
		}
	}
	return true
}

// removed returns the commits whose values went with the removal of a record;
// none when the commit did not remove it.
func (s *State) removed(ref Ref, id ID) []ID {
	c := s.Commit(id)
	if c == nil {
		return nil
	}
	if ch := c.change(ref, Field{}); ch != nil && ch.After.Empty() {
		return ch.Parents
	}
	return nil
}

// left returns the fields in which the step left a record that it made. The
// commits are asked and not their sum, which leaves out what a field held before
// the record was made anew.
func (u *undoing) left(ref Ref) Fields {
	last := map[Field]Value{}
	for _, c := range u.commits {
		for _, ch := range c.Changes {
			if ch.Record == ref && ch.Field != (Field{}) {
				last[ch.Field] = ch.After
			}
		}
	}
	return assemble(last)
}

// field takes back the change to one field.
func (u *undoing) field(r *record, c Change) {
	shown := u.state.view(r, c.Field)
	text := prosaic(c.Before) && prosaic(c.After) && prosaic(shown.value)
	var heads []head
	if reg := r.fields[c.Field]; reg != nil {
		heads = reg.heads
	}
	mine := slices.ContainsFunc(heads, func(h head) bool { return u.own[h.commit] })
	switch {
	case mine && len(heads) > 1 && (shown.conflict || !text):
		u.yield(c, heads)
	case shown.value == c.Before:
		u.skip(c, Already)
	case shown.value == c.After:
		u.put(c, c.Before, nil)
	case text:
		after, ok := MergeText(c.After.Text(), shown.value.Text(), c.Before.Text())
		if ok {
			u.put(c, Text(after), nil)
		} else {
			u.skip(c, Overwritten)
		}
	default:
		u.skip(c, Overwritten)
	}
}

// prosaic reports whether the value is prose or its absence.
func prosaic(v Value) bool { return v.typ == TypeText || v.Empty() }

// yield takes the step's side of several back. When the other sides agree, the
// field shows what they say and no conflict is left.
func (u *undoing) yield(c Change, heads []head) {
	var all, own []ID
	var others []head
	for _, h := range heads {
		all = append(all, h.commit)
		if u.own[h.commit] {
			own = append(own, h.commit)
		} else {
			others = append(others, h)
		}
	}
	if n := len(others); n > 0 && len(sidesOf(others)) == 1 {
		u.put(c, others[n-1].value, sortedIDs(all))
		return
	}
	u.put(c, c.Before, sortedIDs(own))
}
