package domain

import "slices"

// Edits to several messages at once are one commit, so one step to undo.

// SetStatus gives messages a status, all of them or none. Only ApproveMessage approves.
type SetStatus struct {
	IDs    []ID
	Status MessageStatus
}

// Label implements Edit.
func (SetStatus) Label() string { return "edit.message.status" }

// MergeKey implements Edit.
func (SetStatus) MergeKey() string { return "" }

// Apply implements Edit. It is refused for the first of the Hindrances of one of them.
// Messages that were approved, and whose text is what was approved, may go back to
// approved, from ready for example.
func (e SetStatus) Apply(c Campaign) (Campaign, error) {
	if !slices.Contains(MessageStatuses(), e.Status) {
		return c, Problem(ErrUnknownValue, "status")
	}
	return c.changeMessages(e.IDs, func(m Message) (Message, error) {
		if why := c.Hindrances(m, e.Status); len(why) > 0 {
			return m, why[0]
		}
		m.Status = e.Status
		return m, nil
	})
}

// SetSegment says of messages whether they are for a segment.
type SetSegment struct {
	IDs     []ID
	Segment ID
	Member  bool
}

// Label implements Edit.
func (SetSegment) Label() string { return "edit.message.segment" }

// MergeKey implements Edit.
func (SetSegment) MergeKey() string { return "" }

// Apply implements Edit.
func (e SetSegment) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Segment(e.Segment); !ok && e.Member {
		return c, Problem(ErrNotFound, "segment")
	}
	return c.changeMessages(e.IDs, func(m Message) (Message, error) { return m.WithSegment(e.Segment, e.Member), nil })
}

// SetChannel says of messages whether they go out on a channel.
type SetChannel struct {
	IDs     []ID
	Channel string
	Member  bool
}

// Label implements Edit.
func (SetChannel) Label() string { return "edit.message.channel" }

// MergeKey implements Edit.
func (SetChannel) MergeKey() string { return "" }

// Apply implements Edit.
func (e SetChannel) Apply(c Campaign) (Campaign, error) {
	if e.Channel == "" {
		return c, Problem(ErrRequired, "channel")
	}
	return c.changeMessages(e.IDs, func(m Message) (Message, error) { return m.WithChannel(e.Channel, e.Member), nil })
}

// RemoveMessages removes messages and what belongs to them.
type RemoveMessages struct{ IDs []ID }

// Label implements Edit.
func (RemoveMessages) Label() string { return "edit.message.remove" }

// MergeKey implements Edit.
func (RemoveMessages) MergeKey() string { return "" }

// Apply implements Edit.
func (e RemoveMessages) Apply(c Campaign) (Campaign, error) {
	for _, id := range e.IDs {
		if _, ok := c.Message(id); !ok {
			return c, Problem(ErrNotFound, "message")
		}
	}
	return c.withoutMessages(e.IDs...)
}

// changeMessages returns the campaign with some messages changed, all or none.
func (c Campaign) changeMessages(ids []ID, change func(Message) (Message, error)) (Campaign, error) {
	changes := make([]Change, 0, len(ids))
	for _, id := range ids {
		m, ok := c.Message(id)
		if !ok {
			return c, Problem(ErrNotFound, "message")
		}
		m, err := change(m)
		if err != nil {
			return c, err
		}
		changes = append(changes, Change{Kind: KindMessage, ID: id, After: m})
	}
	return c.With(changes)
}

// DuplicateMessages adds a copy of each message right after it, with its media and
// alternatives. What people said of the original, its pretests and its approval
// stay with the original.
type DuplicateMessages struct {
	IDs   []ID
	NewID func() ID
	Title func(original string) string // of a copy; nil for that of the original
}

// Label implements Edit.
func (DuplicateMessages) Label() string { return "edit.message.duplicate" }

// MergeKey implements Edit.
func (DuplicateMessages) MergeKey() string { return "" }

// Apply implements Edit.
func (e DuplicateMessages) Apply(c Campaign) (Campaign, error) {
	var changes []Change
	add := func(r Record) { changes = append(changes, Change{Kind: r.Kind(), ID: r.RecordID(), After: r}) }
	list := c.SortedMessages()
	for i, m := range list {
		if !slices.Contains(e.IDs, m.ID) {
			continue
		}
		next := ""
		if i+1 < len(list) && list[i+1].Order > m.Order {
			next = list[i+1].Order
		}
		copied := m
		copied.ID, copied.Order = e.NewID(), OrderBetween(m.Order, next)
		copied.Status, copied.Approval, copied.Quiet = MessageDraft, Approval{}, nil
		if e.Title != nil && m.Title != "" {
			copied.Title = e.Title(m.Title)
		}
		add(copied)
		for _, item := range c.MediaOf(m.ID) {
			item.ID, item.Message = e.NewID(), copied.ID
			add(item)
		}
		for _, a := range c.AlternativesOf(m.ID) {
			a.ID, a.Message = e.NewID(), copied.ID
			add(a)
		}
		for _, k := range c.ClaimsOf(m.ID) {
			changes = linked(changes, k, copied.ID)
		}
	}
	if len(changes) == 0 {
		return c, Problem(ErrNotFound, "message")
	}
	return c.With(changes)
}

// linked adds a message to those that use a claim, which may be among the changes.
func linked(changes []Change, k Claim, message ID) []Change {
	for i := range changes {
		if changed, ok := changes[i].After.(Claim); ok && changed.ID == k.ID {
			changed.Messages = withID(changed.Messages, message, true)
			changes[i].After = changed
			return changes
		}
	}
	k.Messages = withID(k.Messages, message, true)
	return append(changes, Change{Kind: KindClaim, ID: k.ID, After: k})
}
