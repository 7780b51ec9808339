package retention

import (
	"iter"
	"maps"
	"slices"

	"athar/domain"
	"athar/domain/journal"
)

// Gone is a record that was removed from a campaign and can come back.
type Gone struct {
	Ref    journal.Ref
	Fields journal.Fields  // what it held last
	By     *journal.Commit // that removed it
	// With are the records that went with it and come back with it, such as the
	// readings of an indicator.
	With journal.Records
	// Links are where it was named by others until it was removed, such as the
	// messages that were for a segment. It comes back to those that are there.
	Links []Link
}

// Link is an element of a set of another record.
type Link struct {
	Ref   journal.Ref
	Field journal.Field
}

// Back returns what the records are to hold once g is back: its own and, of those
// that named it, what record returns now with its name in it again.
func (g Gone) Back(record func(journal.Ref) (journal.Fields, bool)) journal.Records {
	all := journal.Records{g.Ref: g.Fields}
	maps.Copy(all, g.With)
	for _, l := range g.Links {
		fields, there := all[l.Ref]
		if !there {
			fields, there = record(l.Ref)
		}
		if there {
			fields = maps.Clone(fields)
			fields[l.Field.Path] = journal.Set(append(fields[l.Field.Path].Elements(), l.Field.Element)...)
			all[l.Ref] = fields
		}
	}
	return all
}

// Removed returns the records that were removed from a campaign, the one removed
// last first: its segments, messages, indicators and claims, and what belonged to one
// that is still there. there reports whether a
// record is in the campaign now. What was forgotten for ever is not among them.
//
// The history is read twice, so that no more of it is held than the commits of
// what was removed. The first error in it ends the search.
func Removed(history iter.Seq2[*journal.Commit, error], there func(journal.Ref) bool) ([]Gone, error) {
	last, err := removals(history, there)
	if err != nil || len(last) == 0 {
		return nil, err
	}
	lines := map[journal.Ref][]*journal.Commit{}
	for c, err := range history {
		if err != nil {
			return nil, err
		}
		for ref := range touched(c) {
			if last[ref] != nil {
				lines[ref] = append(lines[ref], c)
			}
		}
	}
	var all []Gone
	parts := map[journal.Ref]journal.Records{} // by what they belonged to
	for ref, by := range last {
		fields, ok := before(lines[ref], ref, by)
		if !ok {
			continue
		}
		owner, owned := ownerOf(ref, fields)
		switch {
		case owned && last[owner] == by:
			if parts[owner] == nil {
				parts[owner] = journal.Records{}
			}
			parts[owner][ref] = fields
		case listed(domain.Kind(ref.Kind)) && (!owned || there(owner)):
			all = append(all, Gone{Ref: ref, Fields: fields, By: by, Links: links(by, ref)})
		}
	}
	for i := range all {
		all[i].With = parts[all[i].Ref]
	}
	slices.SortFunc(all, newestFirst)
	return all, nil
}

// removals returns the commits that removed what is not there any more.
func removals(history iter.Seq2[*journal.Commit, error], there func(journal.Ref) bool) (map[journal.Ref]*journal.Commit, error) {
	last, forgotten := map[journal.Ref]*journal.Commit{}, map[journal.Ref]bool{}
	for c, err := range history {
		if err != nil {
			return nil, err
		}
		for _, ch := range c.Changes {
			switch kind := domain.Kind(ch.Record.Kind); {
			case !listed(kind) && kind != domain.KindReading, there(ch.Record):
			case ch.Forgotten() || ch.After.Type() == journal.TypeForget:
				forgotten[ch.Record] = true
			case ch.Field == journal.Field{} && ch.After.Empty():
				if was := last[ch.Record]; was == nil || was.Position().Compare(c.Position()) < 0 {
					last[ch.Record] = c
				}
			}
		}
	}
	for ref := range forgotten {
		delete(last, ref)
	}
	return last, nil
}

// before returns what a record held before a commit of those that touch it. When
// two devices removed it, the commit before is the other removal: then it is what
// was there before that one.
func before(line []*journal.Commit, ref journal.Ref, by *journal.Commit) (journal.Fields, bool) {
	slices.SortFunc(line, func(a, b *journal.Commit) int { return b.Position().Compare(a.Position()) })
	for _, c := range line {
		if c.Position().Compare(by.Position()) >= 0 {
			continue
		}
		if fields, ok := journal.Version(slices.Values(line), ref, c.ID); ok {
			return fields, true
		}
	}
	return nil, false
}

// links returns where a commit took the name of what it removed out of other
// records.
func links(by *journal.Commit, removed journal.Ref) (all []Link) {
	name := removed.ID.String()
	for _, ch := range by.Changes {
		if ch.Record != removed && ch.Field.Element == name && ch.After.Empty() {
			all = append(all, Link{ch.Record, ch.Field})
		}
	}
	return all
}

// touched gives the records that a commit changes, each once: its changes are
// sorted by record.
func touched(c *journal.Commit) iter.Seq[journal.Ref] {
	return func(yield func(journal.Ref) bool) {
		for i, ch := range c.Changes {
			if (i == 0 || c.Changes[i-1].Record != ch.Record) && !yield(ch.Record) {
				return
			}
		}
	}
}

// listed reports whether people look for records of the kind one by one.
func listed(k domain.Kind) bool {
	switch k {
	case domain.KindSegment, domain.KindMessage, domain.KindIndicator, domain.KindClaim, domain.KindMedia,
		domain.KindAlternative, domain.KindPretest, domain.KindComment, domain.KindEvidence:
		return true
	}
	return false
}

// ownerOf returns the record that another one belongs to, and without which nobody
// would see it.
func ownerOf(ref journal.Ref, fields journal.Fields) (owner journal.Ref, owned bool) {
	r, err := domain.RecordOf(domain.Kind(ref.Kind), ref.ID, fields)
	if err != nil {
		return owner, false
	}
	switch r := r.(type) {
	case domain.Reading:
		return domain.RefOf(domain.KindIndicator, r.Indicator), true
	case domain.Media:
		return domain.RefOf(domain.KindMessage, r.Message), true
	case domain.Alternative:
		return domain.RefOf(domain.KindMessage, r.Message), true
	case domain.Pretest:
		return domain.RefOf(domain.KindMessage, r.Message), true
	case domain.Comment:
		return domain.RefOf(domain.KindMessage, r.Message), true
	case domain.Evidence:
		return domain.RefOf(domain.KindClaim, r.Claim), true
	}
	return owner, false
}

func newestFirst(a, b Gone) int {
	if d := b.By.Position().Compare(a.By.Position()); d != 0 {
		return d
	}
	return a.Ref.Compare(b.Ref)
}
