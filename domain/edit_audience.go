package domain

// AddSegment adds a segment at the end of the list.
type AddSegment struct{ Segment Segment }

// Label implements Edit.
func (AddSegment) Label() string { return "edit.segment.add" }

// MergeKey implements Edit.
func (AddSegment) MergeKey() string { return "" }

// Apply implements Edit.
func (e AddSegment) Apply(c Campaign) (Campaign, error) {
	list := c.SortedSegments()
	last := ""
	if n := len(list); n > 0 {
		last = list[n-1].Order
	}
	e.Segment.Order = OrderBetween(last, "")
	return c.put(e.Segment)
}

// ChangeSegment replaces a segment by what it is after a change to Field.
type ChangeSegment struct {
	Segment Segment
	Field   string
}

// Label implements Edit.
func (ChangeSegment) Label() string { return "edit.segment.change" }

// MergeKey implements Edit.
func (e ChangeSegment) MergeKey() string { return mergeKey(KindSegment, e.Segment.ID, e.Field) }

// Place implements PlacedEdit.
func (e ChangeSegment) Place() Place { return Place{KindSegment, e.Segment.ID, "", e.Field} }

// Apply implements Edit.
func (e ChangeSegment) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Segment(e.Segment.ID); !ok {
		return c, Problem(ErrNotFound, "segment")
	}
	return c.put(e.Segment)
}

// RemoveSegment removes a segment, and it from the messages that were for it.
type RemoveSegment struct{ ID ID }

// Label implements Edit.
func (RemoveSegment) Label() string { return "edit.segment.remove" }

// MergeKey implements Edit.
func (RemoveSegment) MergeKey() string { return "" }

// Apply implements Edit.
func (e RemoveSegment) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Segment(e.ID); !ok {
		return c, Problem(ErrNotFound, "segment")
	}
	for _, m := range c.Messages {
		if !m.ForSegment(e.ID) {
			continue
		}
		var err error
		if c, err = c.put(m.WithSegment(e.ID, false)); err != nil {
			return c, err
		}
	}
	return c.drop(KindSegment, e.ID)
}
