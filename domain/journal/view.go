package journal

// view is what the heads of a field amount to.
type view struct {
	value    Value
	from     []ID // commits the value comes from, sorted: parents of an edit to it
	conflict bool
}

// view returns what a field of a record shows; the zero Field is whether the
// record is there.
func (s *State) view(r *record, f Field) view {
	if f == (Field{}) {
		return r.existence()
	}
	reg := r.fields[f]
	if reg == nil {
		return view{}
	}
	if !reg.cached {
		reg.shown, reg.cached = s.look(r.ref, f, reg.heads), true
	}
	return reg.shown
}

// existence is the view of whether the record is there.
func (r *record) existence() view {
	v := view{from: sortedIDs(r.being.commits()), conflict: r.disputed()}
	if r.lives() {
		v.value = exists
	}
	return v
}

// look decides what heads amount to:
//
//   - heads that say the same are no conflict, the latest is shown;
//   - an element that somebody put into a set is in it, whoever took it out
//     without knowing;
//   - of places in a list the later one counts, without a conflict: nothing is
//     lost by it;
//   - texts are merged, and conflict where they overlap;
//   - anything else is a conflict, and the later change is shown.
func (s *State) look(ref Ref, f Field, heads []head) view {
	last := heads[len(heads)-1]
	all := make([]ID, len(heads))
	same, order, wordy, put := true, true, true, None
	for i, h := range heads {
		all[i] = h.commit
		same = same && Same(h.value, last.value)
		order = order && (h.value.typ == TypeOrder || h.value.Empty())
		wordy = wordy && (h.value.typ == TypeText || h.value.Empty())
		if h.value == member {
			put = member
		}
	}
	all = sortedIDs(all)
	switch {
	case same || order:
		return view{value: last.value, from: all}
	case f.Element != "":
		return view{value: put, from: all}
	case wordy:
		if merged, ok := s.mergeHeads(ref, f, heads); ok {
			return view{value: merged, from: all}
		}
	}
	return view{value: last.value, from: []ID{last.commit}, conflict: true}
}
