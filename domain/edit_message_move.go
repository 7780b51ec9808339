package domain

import "slices"

// moveMessage moves a message by places towards the end of the list, or towards
// its start when by is negative. It stops at the ends. One message changes, unless
// merging has given two neighbours the same place: then there is no place between
// them, and the whole list gets new ones.
func (c Campaign) moveMessage(id ID, by int) (Campaign, error) {
	list := c.SortedMessages()
	from := slices.IndexFunc(list, func(m Message) bool { return m.ID == id })
	if from < 0 {
		return c, Problem(ErrNotFound, "message")
	}
	to := max(0, min(from+by, len(list)-1))
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
