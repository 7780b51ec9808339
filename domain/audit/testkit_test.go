package audit

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"athar/domain"
	"athar/domain/journal"
)

// start is when the first edit of every test is made.
func start() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }

// desk is one device with its state of a campaign, and all commits that were made.
type desk struct {
	*testing.T
	*journal.Device
	state *journal.State
	made  []*journal.Commit
	clock time.Time
}

func newDesk(t *testing.T, author string) *desk {
	d := &desk{T: t, state: journal.NewState(campaignID(), nil), clock: start()}
	n := 0
	d.Device = &journal.Device{
		ID: domain.DerivedID(domain.NoID, "device of "+author), Author: author,
		Now: func() time.Time { return d.clock },
		NewID: func() journal.ID {
			n++
			return domain.DerivedID(d.Device.ID, fmt.Sprint(n))
		},
		Salt: func() journal.Salt { return journal.Salt(uuid.New()) },
	}
	return d
}

func campaignID() domain.ID { return domain.DerivedID(domain.NoID, "campaign") }

func messageID() domain.ID { return domain.DerivedID(domain.NoID, "message") }

// does makes an edit that puts records in place of what they were, or takes away
// those of which nothing but the ID is given.
func (d *desk) does(label, merge string, records ...domain.Record) *journal.Commit {
	d.Helper()
	after := d.state.Records()
	for _, r := range records {
		after[domain.RefOf(r.Kind(), r.RecordID())] = domain.FieldsOf(r)
	}
	return d.writes(journal.Edit{Label: label, Merge: merge, Changes: journal.Diff(d.state.Records(), after)})
}

func (d *desk) removes(label string, r domain.Record) *journal.Commit {
	d.Helper()
	after := d.state.Records()
	delete(after, domain.RefOf(r.Kind(), r.RecordID()))
	return d.writes(journal.Edit{Label: label, Changes: journal.Diff(d.state.Records(), after)})
}

// undoes takes commits back.
func (d *desk) undoes(label string, step ...*journal.Commit) *journal.Commit {
	d.Helper()
	changes, _ := d.state.Undo(step...)
	return d.writes(journal.Edit{Label: label, Undoes: journal.Step{Commits: step}.IDs(), Changes: changes})
}

func (d *desk) writes(e journal.Edit) *journal.Commit {
	d.Helper()
	c, err := d.Write(d.state, e)
	if err != nil || c == nil {
		d.Fatalf("%s: %v %v", e.Label, c, err)
	}
	d.made = append(d.made, c)
	return c
}

// forgets removes the content of a record for ever, from what was made as well.
func (d *desk) forgets(ref journal.Ref) {
	d.Helper()
	d.writes(journal.Edit{Label: "edit.forget", Changes: []journal.Change{journal.Forgetting(ref)}})
	for i, c := range d.made {
		d.made[i] = c.Forget(ref)
	}
}

// gets takes in what another device has made.
func (d *desk) gets(from *desk) {
	d.Helper()
	if r := d.Receive(d.state, from.made...); len(r.Refused) > 0 {
		d.Fatal(r.Refused[0])
	}
	for _, c := range from.made {
		if !slices.ContainsFunc(d.made, func(m *journal.Commit) bool { return m.ID == c.ID }) {
			d.made = append(d.made, c)
		}
	}
}

func (d *desk) passes(by time.Duration) { d.clock = d.clock.Add(by) }

func (d *desk) lines() []Line { return Lines(d.made, d.clock.Add(time.Hour)) }

func message(title, core string) domain.Message {
	return domain.Message{ID: messageID(), Title: title, Core: domain.Text{Ar: core}}
}
