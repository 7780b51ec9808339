package domain

import (
	"slices"
	"time"

	"athar/domain/text"
)

// ApproveMessage says that somebody has read what goes out and agrees. By is the
// name of whoever approves, On the device before which they sit, At the time.
type ApproveMessage struct {
	ID ID
	By string
	On ID
	At time.Time
}

// Label implements Edit.
func (ApproveMessage) Label() string { return "edit.message.approve" }

// MergeKey implements Edit.
func (ApproveMessage) MergeKey() string { return "" }

// Place implements PlacedEdit.
func (e ApproveMessage) Place() Place { return Place{KindMessage, e.ID, "", "status"} }

// Apply implements Edit. It is refused for the first of the Refusals. What was approved
// and is still what goes out stays approved by whoever did: only the status comes back.
func (e ApproveMessage) Apply(c Campaign) (Campaign, error) {
	if why := e.Refusals(c); len(why) > 0 {
		return c, why[0]
	}
	m, _ := c.Message(e.ID)
	if !c.Approved(m) {
		m.Writers, m.Unsigned = nil, nil
		m.Approval = Approval{text.Canonical(e.By), e.At, c.Wording(m.ID)}
	}
	m.Status = MessageApproved
	return c.put(m)
}

// Refusals returns all that keeps this person from approving the message now: what
// Hindrances has, ErrNeedsName of nobody, ErrOwnApproval of somebody who wrote in it
// since it was last approved, ErrUnsigned where that may be so.
func (e ApproveMessage) Refusals(c Campaign) (all []*Error) {
	m, ok := c.Message(e.ID)
	if !ok {
		return []*Error{Problem(ErrNotFound, "message")}
	}
	all = append(m.Validate(), c.unsettled(m.ID)...)
	switch {
	case c.Approved(m):
	case personKey(e.By) == "":
		all = append(all, Problem(ErrNeedsName, "status"))
	case m.WroteIn(e.By):
		all = append(all, Problem(ErrOwnApproval, "status"))
	case m.WroteOn(e.On):
		all = append(all, Problem(ErrUnsigned, "status"))
	}
	return all
}

// SignMessage says who it was that wrote in a message without a name on a device. It
// changes nothing that goes out.
type SignMessage struct {
	ID ID
	By string
	On ID
}

// Label implements Edit.
func (SignMessage) Label() string { return "edit.message.sign" }

// MergeKey implements Edit.
func (SignMessage) MergeKey() string { return "" }

// Place implements PlacedEdit.
func (e SignMessage) Place() Place { return Place{KindMessage, e.ID, "", "status"} }

// Apply implements Edit. Errors: ErrNeedsName of nobody, ErrNotFound where nobody wrote
// without a name.
func (e SignMessage) Apply(c Campaign) (Campaign, error) {
	m, ok := c.Message(e.ID)
	switch {
	case !ok || !slices.Contains(m.Unsigned, e.On):
		return c, Problem(ErrNotFound, "message")
	case personKey(e.By) == "":
		return c, Problem(ErrNeedsName, "status")
	}
	m.Unsigned = withID(m.Unsigned, e.On, false)
	return c.put(m.writtenBy(Signer{Name: e.By}))
}

// ResolveComment closes a conversation that a comment began, or opens it again when
// At is zero.
type ResolveComment struct {
	ID ID
	By string
	At time.Time
}

// Label implements Edit.
func (e ResolveComment) Label() string {
	if e.At.IsZero() {
		return "edit.comment.reopen"
	}
	return "edit.comment.resolve"
}

// MergeKey implements Edit.
func (ResolveComment) MergeKey() string { return "" }

// Apply implements Edit.
func (e ResolveComment) Apply(c Campaign) (Campaign, error) {
	k, ok := c.Comment(e.ID)
	if !ok {
		return c, Problem(ErrNotFound, "comment")
	}
	k.Resolved, k.ResolvedBy = e.At, e.By
	if e.At.IsZero() {
		k.ResolvedBy = ""
	}
	return c.put(k)
}

// UseAlternative makes an alternative the core text of its message, in the languages
// in which it has text; what the core said becomes the alternative's text.
type UseAlternative struct{ ID ID }

// Label implements Edit.
func (UseAlternative) Label() string { return "edit.alternative.use" }

// MergeKey implements Edit.
func (UseAlternative) MergeKey() string { return "" }

// Apply implements Edit.
func (e UseAlternative) Apply(c Campaign) (Campaign, error) {
	a, ok := c.Alternative(e.ID)
	m, there := c.Message(a.Message)
	if !ok || !there || a.Text.Empty() {
		return c, Problem(ErrNotFound, "alternative")
	}
	before := m
	for _, lang := range a.Text.Languages() {
		was := m.Core.Of(lang)
		m.Core = m.Core.With(lang, a.Text.Of(lang))
		a.Text = a.Text.With(lang, was)
	}
	m = m.settled(before, c.Header.WrittenIn())
	return c.With([]Change{
		{Kind: KindMessage, ID: m.ID, After: m}, {Kind: KindAlternative, ID: a.ID, After: a},
	})
}

// LinkClaim says of a claim whether a message uses it.
type LinkClaim struct {
	Claim   ID
	Message ID
	Linked  bool
}

// Label implements Edit.
func (LinkClaim) Label() string { return "edit.claim.link" }

// MergeKey implements Edit.
func (LinkClaim) MergeKey() string { return "" }

// Apply implements Edit.
func (e LinkClaim) Apply(c Campaign) (Campaign, error) {
	k, ok := c.Claim(e.Claim)
	if _, there := c.Message(e.Message); !ok || e.Linked && !there {
		return c, Problem(ErrNotFound, "claim")
	}
	k.Messages = withID(k.Messages, e.Message, e.Linked)
	return c.put(k)
}

// Hush says of a finding at a message that it is not to be shown there any more, or
// is again. Finding is what domain/check calls it.
type Hush struct {
	ID      ID
	Finding string
	Quiet   bool
}

// Label implements Edit.
func (Hush) Label() string { return "edit.message.hush" }

// MergeKey implements Edit.
func (Hush) MergeKey() string { return "" }

// Apply implements Edit.
func (e Hush) Apply(c Campaign) (Campaign, error) {
	m, ok := c.Message(e.ID)
	if !ok {
		return c, Problem(ErrNotFound, "message")
	}
	finding := text.Canonical(e.Finding)
	if finding == "" || tooLong(finding) {
		return c, Problem(ErrTooLong, "quiet").With("limit", maxFieldName)
	}
	m.Quiet = withWord(m.Quiet, finding, e.Quiet)
	return c.put(m)
}
