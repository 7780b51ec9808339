package domain

import (
	"slices"
	"time"
)

// AnswerItem chooses the answer to a checklist item. The reason given before
// stays, so that trying another answer loses nothing.
type AnswerItem struct {
	Item  string
	Value AnswerValue
	At    time.Time
}

// Label implements Edit.
func (AnswerItem) Label() string { return "edit.answer.choose" }

// MergeKey implements Edit. Walking over the answers with the arrow keys chooses
// each of them, and is one change of mind.
func (e AnswerItem) MergeKey() string { return "answer:" + e.Item }

// Place implements PlacedEdit.
func (e AnswerItem) Place() Place { return Place{Kind: KindAnswer, Item: e.Item} }

// Apply implements Edit.
func (e AnswerItem) Apply(c Campaign) (Campaign, error) {
	if e.Value != AnswerNone && !slices.Contains(AnswerValues(), e.Value) {
		return c, Problem(ErrUnknownValue, "answer")
	}
	a := c.Answer(e.Item)
	if a.Value == e.Value {
		return c, nil
	}
	a.ID, a.Item, a.Value, a.At = AnswerID(c.ID(), e.Item), e.Item, e.Value, e.At
	return c.put(a)
}

// ExplainAnswer changes the reason of the answer to a checklist item.
type ExplainAnswer struct {
	Item   string
	Reason string
}

// Label implements Edit.
func (ExplainAnswer) Label() string { return "edit.answer.reason" }

// MergeKey implements Edit.
func (e ExplainAnswer) MergeKey() string { return "reason:" + e.Item }

// Place implements PlacedEdit.
func (e ExplainAnswer) Place() Place { return Place{Kind: KindAnswer, Item: e.Item, Field: "reason"} }

// Apply implements Edit.
func (e ExplainAnswer) Apply(c Campaign) (Campaign, error) {
	a := c.Answer(e.Item)
	a.ID, a.Item, a.Reason = AnswerID(c.ID(), e.Item), e.Item, e.Reason
	return c.put(a)
}
