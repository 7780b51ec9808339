package domain

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
	return c.put(e.Message)
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

// Apply implements Edit.
func (e ChangeMessage) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Message(e.Message.ID); !ok {
		return c, Problem(ErrNotFound, "message")
	}
	return c.put(e.Message)
}

// RemoveMessage removes a message.
type RemoveMessage struct{ ID ID }

// Label implements Edit.
func (RemoveMessage) Label() string { return "edit.message.remove" }

// MergeKey implements Edit.
func (RemoveMessage) MergeKey() string { return "" }

// Apply implements Edit.
func (e RemoveMessage) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Message(e.ID); !ok {
		return c, Problem(ErrNotFound, "message")
	}
	return c.drop(KindMessage, e.ID)
}
