package session

import (
	"reflect"
	"slices"

	"athar/domain"
	"athar/domain/journal"
)

// batch is what was made, or came from elsewhere, since the store was last given
// something.
type batch struct {
	commits   []*journal.Commit
	waiting   []*journal.Commit
	forgotten []journal.Ref
}

func (b *batch) empty() bool {
	return len(b.commits) == 0 && len(b.waiting) == 0 && len(b.forgotten) == 0
}

// unit returns the batch as the store keeps it, with what the state makes of it.
func (b *batch) unit(deps Deps, state *journal.State) domain.Commit {
	u := domain.Commit{
		ID: deps.NewID(), Campaign: state.Scope(), At: deps.Now(),
		Journal: b.commits, Waiting: b.waiting, Forgotten: b.forgotten,
		State: domain.JournalState{Tips: state.EncodeTips()},
	}
	if n := len(b.commits); n > 0 {
		u.Label = b.commits[n-1].Label
	}
	for _, ref := range b.touched() {
		u.State.Records = append(u.State.Records, domain.JournalRecord{Ref: ref, Part: state.EncodeRecord(ref)})
		if after, known := recordIn(state, ref); known {
			u.Changes = append(u.Changes, domain.Change{Kind: domain.Kind(ref.Kind), ID: ref.ID, After: after})
		}
	}
	return u
}

// touched returns the records that the batch is about.
func (b *batch) touched() []journal.Ref {
	refs := slices.Clone(b.forgotten)
	for _, c := range b.commits {
		refs = append(refs, refsOf(c)...)
	}
	slices.SortFunc(refs, journal.Ref.Compare)
	return slices.Compact(refs)
}

// refsOf returns the records a commit is about, each once.
func refsOf(c *journal.Commit) []journal.Ref {
	var refs []journal.Ref
	for i := range c.Changes {
		if ref := c.Changes[i].Record; len(refs) == 0 || refs[len(refs)-1] != ref {
			refs = append(refs, ref)
		}
	}
	return refs
}

// recordIn returns what a record is now, nil when it is not there. known is
// false for kinds that only a newer Athar has: they stay in the journal.
func recordIn(state *journal.State, ref journal.Ref) (r domain.Record, known bool) {
	fields, there := state.Record(ref)
	r, err := domain.RecordOf(domain.Kind(ref.Kind), ref.ID, fields)
	if err != nil {
		return nil, false
	}
	if !there {
		return nil, true
	}
	return r, true
}

// adopt makes the first commit of a campaign that has none: it was kept before
// there was a journal.
func adopt(device *journal.Device, state *journal.State, c domain.Campaign) (*journal.Commit, error) {
	if len(state.Seen()) > 0 || c.ID() == domain.NoID {
		return nil, nil
	}
	return device.Write(state, journal.Edit{
		Label: "edit.campaign.adopt", Changes: journal.Diff(nil, domain.JournalOf(c)),
	})
}

// fieldwise returns changes of records with the records as they are stored, and
// the same as changes of fields. What changes nothing a store would tell apart
// drops out.
func fieldwise(changes []domain.Change) ([]domain.Change, []journal.Change, error) {
	before, after := journal.Records{}, journal.Records{}
	kept := changes[:0:0]
	for _, ch := range changes {
		ref := domain.RefOf(ch.Kind, ch.ID)
		if ch.After != nil {
			fields := domain.FieldsOf(ch.After)
			stored, err := domain.RecordOf(ch.Kind, ch.ID, fields)
			if err != nil {
				return nil, nil, err
			}
			if reflect.DeepEqual(ch.Before, stored) {
				continue
			}
			ch.After, after[ref] = stored, fields
		}
		if ch.Before != nil {
			before[ref] = domain.FieldsOf(ch.Before)
		}
		kept = append(kept, ch)
	}
	return kept, journal.Diff(before, after), nil
}
