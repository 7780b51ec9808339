package domain

import "slices"

// What has to be settled before a message may go out. The window asks the same
// functions that refuse the edits, so what it says is what holds.

// Cleared reports whether the status says that the message may go out.
func (s MessageStatus) Cleared() bool { return s == MessageApproved || s == MessageReady }

// Hindrances returns all that keeps a message from a status, what is to be mended
// first at the head; none for a status that asks for nothing, and for the one it has.
//
// Approved and ready are for a message with a title and a text, without open requests
// for a change, whose media have what they need, and of which somebody approved what
// it says now; ApproveMessage has rules of its own about who that is. Done says what
// has happened, which no rule can change: it asks for a title and a text alone.
func (c Campaign) Hindrances(m Message, to MessageStatus) []*Error {
	if now, ok := c.Message(m.ID); ok && now.Status == to || !to.Cleared() && to != MessageDone {
		return nil
	}
	return c.lacking(m, to)
}

// Waits returns what a message lacks for the status that it has: by a merge or an undo
// it can come to lack something afterwards.
func (c Campaign) Waits(m Message) []*Error {
	if !m.Status.Cleared() {
		return nil
	}
	return c.lacking(m, m.Status)
}

func (c Campaign) lacking(m Message, status MessageStatus) []*Error {
	all := []*Error(m.Validate())
	if !status.Cleared() {
		return all
	}
	all = append(all, c.unsettled(m.ID)...)
	if !c.Approved(m) {
		all = append(all, Problem(ErrNeedsApproval, "status"))
	}
	return all
}

// unsettled returns what colleagues asked for, and what media lack.
func (c Campaign) unsettled(message ID) (all []*Error) {
	add := func(code Code, field string, n int) {
		if n > 0 {
			all = append(all, Problem(code, field).With("count", n))
		}
	}
	add(ErrOpenRequests, "comment", c.OpenRequests(message))
	m, _ := c.Message(message)
	short := map[string]int{}
	for _, item := range c.MediaOf(message) {
		var told []string
		for _, s := range item.Lacks(m.Core.Languages()...) {
			if !slices.Contains(told, s.Field) { // an item without words in two languages is one
				told = append(told, s.Field)
				short[s.Field]++
			}
		}
	}
	add(ErrMediaAlt, "media", short["alt"])
	add(ErrMediaCredit, "media", short["credit"])
	add(ErrMediaPeople, "media", short["people"])
	add(ErrMediaConsent, "media", short["consent"])
	return all
}

// OpenRequests counts the changes that were asked for in a message and that nobody
// has settled yet.
func (c Campaign) OpenRequests(message ID) (n int) {
	for _, k := range c.Comments {
		if k.Message == message && k.Request && k.Open() {
			n++
		}
	}
	return n
}

// restated returns the campaign with a message changed, or the first of what keeps it
// from the status that it was given.
func (c Campaign) restated(m Message) (Campaign, error) {
	before, ok := c.Message(m.ID)
	next, err := c.put(m)
	if err != nil || ok && before.Status == m.Status {
		return next, err
	}
	if m.Status.Cleared() || m.Status == MessageDone {
		if why := next.lacking(m, m.Status); len(why) > 0 {
			return c, why[0]
		}
	}
	return next, nil
}

// fallsBack reports whether an edit took away what a cleared status asks for: the
// wording that was approved, or that nothing is asked for and nothing is lacking. An
// edit that gives such a status by itself, as restoring an old version does, must
// bring all of it. What was lacking before the edit is not held against it.
func fallsBack(before, after Campaign, m Message) bool {
	if !m.Status.Cleared() {
		return false
	}
	old, was := before.Message(m.ID)
	lapsed := !after.Approved(m)
	switch {
	case !was || old.Status != m.Status && !old.Status.Cleared():
		return lapsed || len(after.unsettled(m.ID)) > 0
	case lapsed && m.Approval.By != "" && before.Wording(m.ID) != after.Wording(m.ID):
		return true
	}
	return len(before.unsettled(m.ID)) == 0 && len(after.unsettled(m.ID)) > 0
}
