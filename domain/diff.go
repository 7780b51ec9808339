package domain

import "reflect"

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

// With returns the campaign after the changes. To remove a record that is not there
// changes nothing. A kind that is not known, a record of another kind than its
// change says, and the removal of the header are errors, and leave all as it was.
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
