package journal

import (
	"iter"
	"slices"
)

// Version returns what a record held after a commit: the outcome of this commit
// and of all before it in the order of positions, from whichever device. ok is
// false when the commit is not among those given, or the record was not there.
//
// It needs only the commits that touch the record. To restore a version, write
// the Diff from what the record holds now.
func Version(commits iter.Seq[*Commit], ref Ref, at ID) (fields Fields, ok bool) {
	var line []*Commit
	var last *Commit
	for c := range commits {
		if c.ID == at {
			last = c
		}
		if c.touches(ref) {
			line = append(line, c)
		}
	}
	if last == nil {
		return nil, false
	}
	slices.SortFunc(line, func(a, b *Commit) int { return a.Position().Compare(b.Position()) })
	s := NewState(last.Scope, nil)
	r := &record{ref: ref}
	s.records[ref] = r
	for _, c := range line {
		if c.Position().Compare(last.Position()) > 0 {
			break
		}
		s.recent[c.ID] = c
		for i := range c.Changes {
			if c.Changes[i].Record == ref {
				r.add(c, &c.Changes[i])
			}
		}
	}
	return s.Record(ref)
}
