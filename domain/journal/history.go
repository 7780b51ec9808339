package journal

import (
	"iter"
	"slices"
	"strings"
	"time"
)

// Entry is one line of a history.
type Entry struct {
	Commit  *Commit
	Changes []Change // those the filter asks for
}

// Filter says which part of a history is wanted. Its zero value means all.
type Filter struct {
	Record Ref       // one record
	Kinds  []Kind    // records of these kinds
	Path   string    // fields whose path begins with this
	Author string    // made by this person
	Device ID        // made on this device
	From   time.Time // wall time at which it was made, inclusive
	To     time.Time // exclusive
}

// History returns what was done, the newest first.
func History(commits iter.Seq[*Commit], f Filter) []Entry {
	var out []Entry
	for c := range commits {
		if !f.takes(c) {
			continue
		}
		e := Entry{Commit: c}
		for _, ch := range c.Changes {
			if f.takesChange(ch) {
				e.Changes = append(e.Changes, ch)
			}
		}
		if len(e.Changes) > 0 {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Entry) int {
		return b.Commit.Position().Compare(a.Commit.Position())
	})
	return out
}

func (f Filter) takes(c *Commit) bool {
	return (f.Author == "" || f.Author == c.Author) &&
		(f.Device == ID{} || f.Device == c.Device) &&
		(f.From.IsZero() || !c.At.Before(f.From)) &&
		(f.To.IsZero() || c.At.Before(f.To))
}

func (f Filter) takesChange(c Change) bool {
	return (f.Record == Ref{} || f.Record == c.Record) &&
		(len(f.Kinds) == 0 || slices.Contains(f.Kinds, c.Record.Kind)) &&
		strings.HasPrefix(c.Field.Path, f.Path)
}

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
