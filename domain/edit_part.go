package domain

import (
	"time"

	"athar/domain/journal"
)

// AddRecord adds a Media, Alternative, Pretest, Comment, Claim or Evidence, at the
// end of its list. What it belongs to must be there.
type AddRecord struct{ Record Record }

// Label implements Edit: "edit.media.add", and so on.
func (e AddRecord) Label() string { return "edit." + e.Record.Kind().Word() + ".add" }

// MergeKey implements Edit.
func (AddRecord) MergeKey() string { return "" }

// Place implements PlacedEdit.
func (e AddRecord) Place() Place { return placeOfRecord(e.Record, "") }

// Apply implements Edit.
func (e AddRecord) Apply(c Campaign) (Campaign, error) {
	if e.Record.RecordID() == NoID {
		return c, Problem(ErrUnknownValue, "id")
	}
	r, err := c.atEnd(e.Record)
	if err != nil {
		return c, err
	}
	return c.put(r)
}

// ChangeRecord replaces such a record by what it is after a change to Field. The
// fields are named as in docs/format-store.md, with "." for "/".
type ChangeRecord struct {
	Record Record
	Field  string
}

// Label implements Edit: "edit.media.change", and so on.
func (e ChangeRecord) Label() string { return "edit." + e.Record.Kind().Word() + ".change" }

// MergeKey implements Edit.
func (e ChangeRecord) MergeKey() string {
	return mergeKey(e.Record.Kind(), e.Record.RecordID(), e.Field)
}

// Place implements PlacedEdit.
func (e ChangeRecord) Place() Place { return placeOfRecord(e.Record, e.Field) }

// Apply implements Edit.
func (e ChangeRecord) Apply(c Campaign) (Campaign, error) {
	kind, id := e.Record.Kind(), e.Record.RecordID()
	if _, ok := c.record(kind, id); !ok {
		return c, Problem(ErrNotFound, kind.Word())
	}
	return c.put(e.Record)
}

// RemoveRecord removes such a record, and what belongs to it: the answers to a
// comment, the pretests of an alternative, the evidence of a claim. A claim from
// which evidence is taken has to be checked again.
type RemoveRecord struct {
	Kind Kind
	ID   ID
}

// Label implements Edit: "edit.media.remove", and so on.
func (e RemoveRecord) Label() string { return "edit." + e.Kind.Word() + ".remove" }

// MergeKey implements Edit.
func (RemoveRecord) MergeKey() string { return "" }

// Apply implements Edit.
func (e RemoveRecord) Apply(c Campaign) (Campaign, error) {
	r, ok := c.record(e.Kind, e.ID)
	if !ok {
		return c, Problem(ErrNotFound, e.Kind.Word())
	}
	changes := []Change{{Kind: e.Kind, ID: e.ID}}
	switch r := r.(type) {
	case Alternative:
		for _, p := range c.Pretests {
			if p.Alternative == r.ID {
				changes = append(changes, Change{Kind: KindPretest, ID: p.ID})
			}
		}
	case Comment:
		for _, answer := range c.Comments {
			if answer.Reply == r.ID && answer.ID != r.ID {
				changes = append(changes, Change{Kind: KindComment, ID: answer.ID})
			}
		}
	case Claim:
		for _, v := range c.EvidenceOf(r.ID) {
			changes = append(changes, Change{Kind: KindEvidence, ID: v.ID})
		}
	case Evidence:
		if claim, ok := c.Claim(r.Claim); ok {
			changes = append(changes, Change{Kind: KindClaim, ID: claim.ID, After: claim.Reopened()})
		}
	}
	return c.With(changes)
}

// Reopened returns the claim without a verdict: what it rested on has changed.
func (c Claim) Reopened() Claim {
	c.Verdict, c.Confidence, c.ConfidenceReason = VerdictNotChecked, "", ""
	c.CheckedBy, c.CheckedOn = "", time.Time{}
	return c
}

func placeOfRecord(r Record, field string) Place {
	place := PlaceOf(NoID, RefOf(r.Kind(), r.RecordID()), journal.Field{}, FieldsOf(r))
	if place.Kind == r.Kind() {
		place.Field = field
	}
	return place
}

// record returns one of the records that AddRecord and its like are for.
func (c Campaign) record(kind Kind, id ID) (Record, bool) {
	switch kind {
	case KindMedia:
		return found(find(c.Media, id))
	case KindAlternative:
		return found(find(c.Alternatives, id))
	case KindPretest:
		return found(find(c.Pretests, id))
	case KindComment:
		return found(find(c.Comments, id))
	case KindClaim:
		return found(find(c.Claims, id))
	case KindEvidence:
		return found(find(c.Evidence, id))
	}
	return nil, false
}

func found[R Record](r R, ok bool) (Record, bool) { return r, ok }

// atEnd returns the record with the order of the last in its list. What it belongs
// to must be there.
func (c Campaign) atEnd(r Record) (Record, error) {
	switch r := r.(type) {
	case Media:
		r.Order = OrderBetween(lastOf(c.MediaOf(r.Message)).Order, "")
		return r, c.needMessage(r.Message)
	case Alternative:
		r.Order = OrderBetween(lastOf(c.AlternativesOf(r.Message)).Order, "")
		return r, c.needMessage(r.Message)
	case Pretest:
		r.Order = OrderBetween(lastOf(c.PretestsOf(r.Message)).Order, "")
		return r, c.needMessage(r.Message)
	case Comment:
		return r, c.needMessage(r.Message)
	case Claim:
		r.Order = OrderBetween(lastOf(c.SortedClaims()).Order, "")
		return r, nil
	case Evidence:
		if _, ok := c.Claim(r.Claim); !ok {
			return r, Problem(ErrNotFound, "claim")
		}
		r.Order = OrderBetween(lastOf(c.EvidenceOf(r.Claim)).Order, "")
		return r, nil
	}
	return r, Problem(ErrUnknownValue, "kind")
}

func (c Campaign) needMessage(id ID) error {
	if _, ok := c.Message(id); !ok {
		return Problem(ErrNotFound, "message")
	}
	return nil
}

func lastOf[R any](list []R) (last R) {
	if len(list) > 0 {
		last = list[len(list)-1]
	}
	return last
}
