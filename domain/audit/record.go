package audit

import (
	"maps"
	"slices"

	"athar/domain"
	"athar/domain/journal"
)

// Record is what an action did to one record.
type Record struct {
	Ref   journal.Ref
	Fate  Fate
	Title string // as it is called now, or was when it was last there; "" for none

	// Item is the checklist item that an answer is about; Parent is the
	// indicator that a reading belongs to, by name.
	Item   string
	Parent string

	Differences []Difference
}

// Kind returns which kind of record it is.
func (r Record) Kind() domain.Kind { return domain.Kind(r.Ref.Kind) }

// Fate is what became of a record.
type Fate int

// The fates.
const (
	Changed Fate = iota
	Added
	Removed
	Forgot  // its content was removed for ever by this action
	Emptied // something was done to it whose content was removed for ever since
)

// names is what records are called, from the values that they were given.
type names struct {
	inOrder []*journal.Commit // by position
	titles  map[journal.Ref]string
	items   map[journal.Ref]string
	parents map[journal.Ref]journal.Ref // of readings
}

// titleOf returns the path at which a kind of records has its name.
func titleOf(kind domain.Kind) string {
	switch kind {
	case domain.KindHeader, domain.KindMessage:
		return "title"
	case domain.KindSegment, domain.KindIndicator:
		return "name"
	case domain.KindDataSet:
		return "file"
	}
	return ""
}

func namesIn(commits []*journal.Commit) *names {
	n := &names{
		inOrder: slices.Clone(commits),
		titles:  map[journal.Ref]string{}, items: map[journal.Ref]string{}, parents: map[journal.Ref]journal.Ref{},
	}
	slices.SortFunc(n.inOrder, func(a, b *journal.Commit) int { return a.Position().Compare(b.Position()) })
	for _, c := range n.inOrder {
		for i := range c.Changes {
			n.learn(&c.Changes[i])
		}
	}
	return n
}

// learn takes a name from a change. A name that was cleared is still what people
// remember of the record.
func (n *names) learn(ch *journal.Change) {
	value := ch.After.Text()
	if value == "" || ch.Field.Element != "" {
		return
	}
	switch kind := domain.Kind(ch.Record.Kind); ch.Field.Path {
	case titleOf(kind):
		n.titles[ch.Record] = value
	case "item":
		n.items[ch.Record] = value
	case "indicator":
		r, err := domain.RecordOf(kind, ch.Record.ID, journal.Fields{"indicator": ch.After})
		if reading, ok := r.(domain.Reading); ok && err == nil {
			n.parents[ch.Record] = domain.RefOf(domain.KindIndicator, reading.Indicator)
		}
	}
}

// records says what the commits of one action together did.
func (n *names) records(group []*journal.Commit) []Record {
	var changes []journal.Change
	emptied := map[journal.Ref]bool{}
	for _, c := range group {
		known := make([]journal.Change, 0, len(c.Changes))
		for _, ch := range c.Changes {
			if ch.Forgotten() {
				emptied[ch.Record] = true
			} else {
				known = append(known, ch)
			}
		}
		changes = journal.Compose(changes, known)
	}
	byRecord := map[journal.Ref][]journal.Change{}
	for _, ch := range changes {
		byRecord[ch.Record] = append(byRecord[ch.Record], ch)
	}
	for ref := range emptied {
		byRecord[ref] = nil
	}
	var out []Record
	for _, ref := range slices.SortedFunc(maps.Keys(byRecord), journal.Ref.Compare) {
		r := Record{Ref: ref, Title: n.titles[ref], Item: n.items[ref], Parent: n.titles[n.parents[ref]], Fate: Emptied}
		if !emptied[ref] {
			r.Fate = fateOf(byRecord[ref])
			r.Differences = differences(r.Kind(), r.Fate, byRecord[ref])
		}
		out = append(out, r)
	}
	return out
}

// fateOf returns what became of a record; its being there, if it changed, comes
// first among the changes.
func fateOf(changes []journal.Change) Fate {
	being := changes[0]
	switch {
	case being.Field != (journal.Field{}):
		return Changed
	case being.After.Type() == journal.TypeForget:
		return Forgot
	case being.After.Empty():
		return Removed
	case being.Before.Empty():
		return Added
	}
	return Changed
}
