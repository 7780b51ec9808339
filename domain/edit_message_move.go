package domain

import "slices"

// MoveMessage moves a message By places towards the end of the list, or
// towards its start when By is negative. It stops at the ends.
type MoveMessage struct {
	ID ID
	By int
}

// Label implements Edit.
func (MoveMessage) Label() string { return "edit.message.move" }

// MergeKey implements Edit.
func (MoveMessage) MergeKey() string { return "" }

// Apply implements Edit. One message changes, unless merging has given two
// neighbours the same place: then there is no place between them, and the
// whole list gets new ones.
func (e MoveMessage) Apply(c Campaign) (Campaign, error) {
	list := c.SortedMessages()
	from := slices.IndexFunc(list, func(m Message) bool { return m.ID == e.ID })
	if from < 0 {
		return c, Problem(ErrNotFound, "message")
	}
	to := max(0, min(from+e.By, len(list)-1))
	if to == from {
		return c, nil
	}
	moved := list[from]
	list = slices.Insert(slices.Delete(list, from, from+1), to, moved)

	low, high := "", ""
	if to > 0 {
		low = list[to-1].Order
	}
	last := to == len(list)-1
	if !last {
		high = list[to+1].Order
	}
	if !last && low >= high {
		return c.renumbered(list)
	}
	moved.Order = OrderBetween(low, high)
	return c.put(moved)
}

// renumbered returns the campaign with the messages in the order of list.
func (c Campaign) renumbered(list []Message) (Campaign, error) {
	order := ""
	for _, m := range list {
		order = OrderBetween(order, "")
		m.Order = order
		var err error
		if c, err = c.put(m); err != nil {
			return c, err
		}
	}
	return c, nil
}
