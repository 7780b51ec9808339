package domain

import (
	"reflect"
	"time"

	"athar/domain/journal"
)

// Kind says which record a change is about. The letters are stored: never
// reuse one.
type Kind byte

// The kinds of records a campaign is made of. The store has other tables with
// letters of their own (persistence/keys.go): D F G J K O S T U W Y are taken.
const (
	KindHeader    Kind = 'C'
	KindSegment   Kind = 'A'
	KindMessage   Kind = 'M'
	KindAnswer    Kind = 'E'
	KindIndicator Kind = 'N'
	KindReading   Kind = 'R'
	KindDataSet   Kind = 'I'

	KindCore        Kind = 'H'
	KindMedia       Kind = 'P'
	KindAlternative Kind = 'B'
	KindPretest     Kind = 'Q'
	KindComment     Kind = 'X'
	KindClaim       Kind = 'L'
	KindEvidence    Kind = 'V'
)

// Kinds returns every kind, header first.
func Kinds() []Kind {
	return []Kind{
		KindHeader, KindCore, KindSegment, KindMessage, KindMedia, KindAlternative, KindPretest, KindComment,
		KindClaim, KindEvidence, KindAnswer, KindIndicator, KindReading, KindDataSet,
	}
}

// Word names the kind in keys and files; "other" for a kind that this Athar does
// not know.
func (k Kind) Word() string {
	switch k {
	case KindHeader:
		return "campaign"
	case KindSegment:
		return "segment"
	case KindMessage:
		return "message"
	case KindAnswer:
		return "answer"
	case KindIndicator:
		return "indicator"
	case KindReading:
		return "reading"
	case KindDataSet:
		return "data_set"
	case KindCore:
		return "core"
	case KindMedia:
		return "media"
	case KindAlternative:
		return "alternative"
	case KindPretest:
		return "pretest"
	case KindComment:
		return "comment"
	case KindClaim:
		return "claim"
	case KindEvidence:
		return "evidence"
	}
	return "other"
}

// Record is one separately kept, separately mergeable part of a campaign.
type Record interface {
	Kind() Kind
	RecordID() ID
}

// Change is what happened to one record. Before is nil when the record was
// created, After is nil when it was removed; never both.
type Change struct {
	Kind   Kind
	ID     ID
	Before Record
	After  Record
}

// Inverse returns the change that takes c back.
func (c Change) Inverse() Change { return Change{c.Kind, c.ID, c.After, c.Before} }

// Commit is what a store keeps as a whole or not at all: commits of the journal
// together with what they amount to, so that nobody who opens the campaign
// needs its history.
type Commit struct {
	ID       ID // giving it again is no change
	Campaign ID
	At       time.Time
	Label    string // catalog key of what was done, such as "edit.message.text"

	// Journal are the commits that are new, in an order in which they can be
	// applied. Waiting are those that came and cannot be applied yet.
	Journal []*journal.Commit
	Waiting []*journal.Commit

	Changes []Change // records afterwards; what was there before is not kept, and need not be said
	State   JournalState
	Summary Summary // of the campaign afterwards, for lists

	// Forgotten are records whose values are to be removed for ever from every
	// commit and record that the store holds, and from its backups.
	Forgotten []journal.Ref
}

// JournalState is what a commit changed in the state of a campaign's journal:
// the encoded parts, as journal.LoadState reads them.
type JournalState struct {
	Tips    []byte
	Records []JournalRecord
}

// JournalRecord is the part of a state about one record.
type JournalRecord struct {
	Ref  journal.Ref
	Part []byte
}

// Records returns every record of the campaign, header first.
func (c Campaign) Records() []Record {
	out := []Record{c.Header}
	out = appendRecords(out, c.Cores)
	out = appendRecords(out, c.Segments)
	out = appendRecords(out, c.Messages)
	out = appendRecords(out, c.Media)
	out = appendRecords(out, c.Alternatives)
	out = appendRecords(out, c.Pretests)
	out = appendRecords(out, c.Comments)
	out = appendRecords(out, c.Claims)
	out = appendRecords(out, c.Evidence)
	out = appendRecords(out, c.Answers)
	out = appendRecords(out, c.Indicators)
	out = appendRecords(out, c.Readings)
	return appendRecords(out, c.DataSets)
}

func appendRecords[R Record](to []Record, from []R) []Record {
	for _, r := range from {
		to = append(to, r)
	}
	return to
}

// Diff returns the changes that turn before into after, in the order of
// after's records, removals last. Equal campaigns give none. A list that both
// have in common is not looked into: an edit changes one list or two.
func Diff(before, after Campaign) []Change {
	d := differ{}
	if !reflect.DeepEqual(before.Header, after.Header) {
		diffList(&d, []Header{before.Header}, []Header{after.Header})
	}
	diffList(&d, before.Cores, after.Cores)
	diffList(&d, before.Segments, after.Segments)
	diffList(&d, before.Messages, after.Messages)
	diffList(&d, before.Media, after.Media)
	diffList(&d, before.Alternatives, after.Alternatives)
	diffList(&d, before.Pretests, after.Pretests)
	diffList(&d, before.Comments, after.Comments)
	diffList(&d, before.Claims, after.Claims)
	diffList(&d, before.Evidence, after.Evidence)
	diffList(&d, before.Answers, after.Answers)
	diffList(&d, before.Indicators, after.Indicators)
	diffList(&d, before.Readings, after.Readings)
	diffList(&d, before.DataSets, after.DataSets)
	return append(d.changes, d.removals...)
}

// differ is one call of Diff under way.
type differ struct{ changes, removals []Change }

func diffList[R Record](d *differ, before, after []R) {
	if len(before) == len(after) && (len(before) == 0 || &before[0] == &after[0]) {
		return
	}
	old := make(map[ID]*R, len(before))
	for i := range before {
		if id := before[i].RecordID(); id != NoID {
			old[id] = &before[i]
		}
	}
	for i := range after {
		r := &after[i]
		id := (*r).RecordID()
		was, had := old[id]
		delete(old, id)
		switch {
		case id == NoID:
		case !had:
			d.changes = append(d.changes, Change{Kind: (*r).Kind(), ID: id, After: *r})
		case !reflect.DeepEqual(was, r):
			d.changes = append(d.changes, Change{(*r).Kind(), id, *was, *r})
		}
	}
	for i := range before { // in order, so that the result is deterministic
		r := before[i]
		if _, gone := old[r.RecordID()]; gone {
			d.removals = append(d.removals, Change{Kind: r.Kind(), ID: r.RecordID(), Before: r})
		}
	}
}

// With returns the campaign after the changes. A change to a record that is
// not there, or of an unknown kind, is an error: the caller holds changes of
// another campaign.
func (c Campaign) With(changes []Change) (Campaign, error) {
	byKind := map[Kind][]Change{}
	for _, ch := range changes {
		byKind[ch.Kind] = append(byKind[ch.Kind], ch)
	}
	next := c
	for kind, changes := range byKind {
		if err := next.replace(kind, changes); err != nil {
			return c, err
		}
	}
	return next, nil
}

// replace makes changes to records of one kind.
func (c *Campaign) replace(kind Kind, changes []Change) (err error) {
	switch kind {
	case KindHeader:
		h, ok := changes[len(changes)-1].After.(Header)
		if !ok {
			return Problem(ErrNotFound, "header")
		}
		c.Header = h
	case KindSegment:
		c.Segments, err = replaced(c.Segments, changes)
	case KindMessage:
		c.Messages, err = replaced(c.Messages, changes)
	case KindCore:
		c.Cores, err = replaced(c.Cores, changes)
	case KindMedia:
		c.Media, err = replaced(c.Media, changes)
	case KindAlternative:
		c.Alternatives, err = replaced(c.Alternatives, changes)
	case KindPretest:
		c.Pretests, err = replaced(c.Pretests, changes)
	case KindComment:
		c.Comments, err = replaced(c.Comments, changes)
	case KindClaim:
		c.Claims, err = replaced(c.Claims, changes)
	case KindEvidence:
		c.Evidence, err = replaced(c.Evidence, changes)
	case KindAnswer:
		c.Answers, err = replaced(c.Answers, changes)
	case KindIndicator:
		c.Indicators, err = replaced(c.Indicators, changes)
	case KindReading:
		c.Readings, err = replaced(c.Readings, changes)
	case KindDataSet:
		c.DataSets, err = replaced(c.DataSets, changes)
	default:
		err = Problem(ErrUnknownValue, "kind")
	}
	return err
}

// replaced returns list with records put, replaced or removed. The list
// passed in is not touched. New records go to the end: lists sort by Order.
func replaced[R Record](list []R, changes []Change) ([]R, error) {
	at := make(map[ID]int, len(changes)) // place in list of what changes
	for _, ch := range changes {
		at[ch.ID] = -1
	}
	out := make([]R, 0, len(list)+len(changes))
	for _, r := range list {
		if i, changes := at[r.RecordID()]; changes && i < 0 {
			at[r.RecordID()] = len(out)
		}
		out = append(out, r)
	}
	gone := map[int]bool{}
	for _, ch := range changes {
		i := at[ch.ID]
		switch after, ok := ch.After.(R); {
		case ch.After != nil && !ok:
			return list, Problem(ErrUnknownValue, "kind")
		case ch.After == nil && i >= 0:
			gone[i] = true
		case ch.After != nil && i >= 0:
			out[i] = after
			delete(gone, i)
		case ch.After != nil:
			at[ch.ID], out = len(out), append(out, after)
		}
	}
	if len(gone) == 0 {
		return out, nil
	}
	kept := out[:0]
	for i, r := range out {
		if !gone[i] {
			kept = append(kept, r)
		}
	}
	return kept, nil
}
