package domain

import "slices"

// MoveRecord moves a Media or an Alternative By places towards the end of the list
// of its message, or a Claim towards that of the ledger; towards the start when By is
// negative. It stops at the ends.
type MoveRecord struct {
	Kind Kind
	ID   ID
	By   int
}

// Label implements Edit: "edit.media.move", "edit.alternative.move",
// "edit.claim.move".
func (e MoveRecord) Label() string { return "edit." + e.Kind.Word() + ".move" }

// MergeKey implements Edit.
func (MoveRecord) MergeKey() string { return "" }

// Apply implements Edit. Others change their order only where merging has given
// neighbours the same place.
func (e MoveRecord) Apply(c Campaign) (Campaign, error) {
	r, ok := c.record(e.Kind, e.ID)
	if !ok {
		return c, Problem(ErrNotFound, e.Kind.Word())
	}
	switch r := r.(type) {
	case Media:
		return movedIn(c, c.MediaOf(r.Message), e, func(m *Media) *string { return &m.Order })
	case Alternative:
		return movedIn(c, c.AlternativesOf(r.Message), e, func(a *Alternative) *string { return &a.Order })
	case Claim:
		return movedIn(c, c.SortedClaims(), e, func(k *Claim) *string { return &k.Order })
	}
	return c, Problem(ErrUnknownValue, "kind")
}

// movedIn puts the records into the campaign whose order is another after the move.
func movedIn[R Record](c Campaign, list []R, e MoveRecord, order func(*R) *string) (Campaign, error) {
	from := slices.IndexFunc(list, func(r R) bool { return r.RecordID() == e.ID })
	to := max(0, min(from+e.By, len(list)-1))
	if to == from {
		return c, nil
	}
	moved := list[from]
	list = slices.Insert(slices.Delete(list, from, from+1), to, moved)
	low, high := "", ""
	if to > 0 {
		low = *order(&list[to-1])
	}
	if last := to == len(list)-1; !last {
		high = *order(&list[to+1])
		if low >= high {
			return renumberedIn(c, list, order)
		}
	}
	*order(&moved) = OrderBetween(low, high)
	return c.put(moved)
}

func renumberedIn[R Record](c Campaign, list []R, order func(*R) *string) (Campaign, error) {
	at := ""
	var changes []Change
	for _, r := range list {
		at = OrderBetween(at, "")
		*order(&r) = at
		changes = append(changes, Change{Kind: r.Kind(), ID: r.RecordID(), After: r})
	}
	return c.With(changes)
}
