package domain

import (
	"time"

	"athar/domain/journal"
)

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
