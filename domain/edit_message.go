package domain

import "slices"

// AddMessage adds a message at the end of the list.
type AddMessage struct{ Message Message }

// Label implements Edit.
func (AddMessage) Label() string { return "edit.message.add" }

// MergeKey implements Edit.
func (AddMessage) MergeKey() string { return "" }

// Apply implements Edit.
func (e AddMessage) Apply(c Campaign) (Campaign, error) {
	list := c.SortedMessages()
	last := ""
	if n := len(list); n > 0 {
		last = list[n-1].Order
	}
	e.Message.Order = OrderBetween(last, "")
	if e.Message.Status == "" {
		e.Message.Status = MessageDraft
	}
	e.Message.Approval = Approval{} // a copy was not approved
	if e.Message.Status.Cleared() {
		e.Message.Status = MessageReview
	}
	return c.put(e.Message.settled(Message{}, c.Header.WrittenIn()))
}

// ChangeMessage replaces a message by what it is after a change to Field.
type ChangeMessage struct {
	Message Message
	Field   string
}

// Label implements Edit.
func (ChangeMessage) Label() string { return "edit.message.change" }

// MergeKey implements Edit.
func (e ChangeMessage) MergeKey() string { return mergeKey(KindMessage, e.Message.ID, e.Field) }

// Place implements PlacedEdit.
func (e ChangeMessage) Place() Place { return Place{KindMessage, e.Message.ID, "", e.Field} }

// Apply implements Edit. Whoever begins a language translates it from what is there; a
// status is given only where nothing keeps the message from it.
func (e ChangeMessage) Apply(c Campaign) (Campaign, error) {
	before, ok := c.Message(e.Message.ID)
	if !ok {
		return c, Problem(ErrNotFound, "message")
	}
	return c.restated(e.Message.settled(before, c.Header.WrittenIn()))
}

// withoutMessages returns the campaign without some messages and what belongs to
// them. Claims stay: others may use them.
func (c Campaign) withoutMessages(ids ...ID) (Campaign, error) {
	var changes []Change
	gone := func(r Record, message ID) {
		if slices.Contains(ids, message) {
			changes = append(changes, Change{Kind: r.Kind(), ID: r.RecordID()})
		}
	}
	for _, m := range c.Messages {
		gone(m, m.ID)
	}
	for _, m := range c.Media {
		gone(m, m.Message)
	}
	for _, a := range c.Alternatives {
		gone(a, a.Message)
	}
	for _, p := range c.Pretests {
		gone(p, p.Message)
	}
	for _, k := range c.Comments {
		gone(k, k.Message)
	}
	for _, k := range c.Claims {
		after := k
		for _, id := range ids {
			after.Messages = withID(after.Messages, id, false)
		}
		if len(after.Messages) < len(k.Messages) {
			changes = append(changes, Change{Kind: KindClaim, ID: k.ID, After: after})
		}
	}
	return c.With(changes)
}
