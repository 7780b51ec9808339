package audit

import (
	"slices"

	"athar/domain/journal"
)

// Version returns what a record held after an action, or before it where the
// action removed the record: that is what people want back. ok is false when
// there is nothing to be had, as of what was forgotten.
func Version(commits []*journal.Commit, l Line, ref journal.Ref) (fields journal.Fields, ok bool) {
	own := touching(commits, ref)
	if fields, ok = journal.Version(slices.Values(own), ref, l.last().ID); ok {
		return fields, len(fields) > 0
	}
	var before *journal.Commit
	for _, c := range own {
		first := c.Position().Compare(l.Commits[0].Position()) < 0
		if first && (before == nil || c.Position().Compare(before.Position()) > 0) {
			before = c
		}
	}
	if before == nil {
		return nil, false
	}
	fields, ok = journal.Version(slices.Values(own), ref, before.ID)
	return fields, ok && len(fields) > 0
}

// touching returns the commits that are about a record.
func touching(commits []*journal.Commit, ref journal.Ref) []*journal.Commit {
	var out []*journal.Commit
	for _, c := range commits {
		if slices.ContainsFunc(c.Changes, func(ch journal.Change) bool { return ch.Record == ref }) {
			out = append(out, c)
		}
	}
	return out
}
