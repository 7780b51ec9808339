package audit

import (
	"cmp"
	"maps"
	"slices"

	"athar/domain"
	"athar/domain/journal"
)

// Record is what an action did to one record.
type Record struct {
	Ref  journal.Ref
	Fate Fate

	// Called are the fields by which people know the record: its title, as it is
	// now or was when it was last there, the checklist item that an answer is
	// about, the day of a reading. It is empty for what never had a name, and for
	// what was forgotten.
	Called journal.Fields
	// Parent are those of the indicator that a reading belongs to.
	Parent journal.Fields

	Differences []Difference
}

// Kind returns which kind of record it is, which may be one that this Athar does
// not know.
func (r Record) Kind() domain.Kind { return domain.Kind(r.Ref.Kind) }

// Fate is what became of a record.
type Fate int

// The fates.
const (
	Changed Fate = iota
	Added
	Returned // as it was when it was removed
	Removed
	Forgot  // its content was removed for ever by this action
	Emptied // something was done to it whose content was removed for ever since
)

// names is what records are called, from the values that they were given.
type names struct {
	inOrder []*journal.Commit // by position
	called  map[journal.Ref]journal.Fields
}

// calling returns the paths of the fields by which people know a kind of records.
func calling(kind domain.Kind) []string {
	switch kind {
	case domain.KindHeader, domain.KindMessage:
		return []string{"title"}
	case domain.KindSegment, domain.KindIndicator:
		return []string{"name"}
	case domain.KindAnswer:
		return []string{"item"}
	case domain.KindReading:
		return []string{"at", "indicator"}
	case domain.KindDataSet, domain.KindMedia:
		return []string{"file"}
	case domain.KindAlternative:
		return []string{"name"}
	case domain.KindPretest:
		return []string{"on"}
	case domain.KindComment:
		return []string{"body"}
	case domain.KindEvidence:
		return []string{"title"}
	case domain.KindClaim:
		var all []string
		for _, lang := range domain.Languages() {
			all = append(all, "text/"+lang)
		}
		return all
	}
	return nil
}

func namesIn(commits []*journal.Commit) *names {
	n := &names{inOrder: slices.Clone(commits), called: map[journal.Ref]journal.Fields{}}
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
	if ch.After.Empty() || !slices.Contains(calling(domain.Kind(ch.Record.Kind)), ch.Field.Path) {
		return
	}
	if n.called[ch.Record] == nil {
		n.called[ch.Record] = journal.Fields{}
	}
	n.called[ch.Record][ch.Field.Path] = ch.After
}

// parent returns what the indicator of a reading is called.
func (n *names) parent(reading journal.Fields) journal.Fields {
	r, err := domain.RecordOf(domain.KindReading, domain.NoID, reading)
	if err != nil || reading == nil {
		return nil
	}
	return n.called[domain.RefOf(domain.KindIndicator, r.(domain.Reading).Indicator)]
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
	for _, ref := range slices.SortedFunc(maps.Keys(byRecord), compareRefs) {
		r := Record{Ref: ref, Called: n.called[ref], Fate: Emptied}
		if r.Kind() == domain.KindReading {
			r.Parent = n.parent(r.Called)
		}
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
	case being.Before.Empty() && len(changes) == 1:
		return Returned
	case being.Before.Empty():
		return Added
	}
	return Changed
}

// compareRefs orders records as the tabs do, the campaign first.
func compareRefs(a, b journal.Ref) int {
	return cmp.Or(cmp.Compare(kindRank(a), kindRank(b)), a.Compare(b))
}

func kindRank(r journal.Ref) int {
	order := domain.Kinds()
	if i := slices.Index(order, domain.Kind(r.Kind)); i >= 0 {
		return i
	}
	return len(order)
}
