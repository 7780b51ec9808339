package domain

import "time"

// AnswerValue is what was answered to a checklist item. The strings are stored.
type AnswerValue string

// The answers. The empty value means not answered yet.
const (
	AnswerNone   AnswerValue = ""
	AnswerYes    AnswerValue = "yes"
	AnswerPartly AnswerValue = "partly"
	AnswerNo     AnswerValue = "no"
	AnswerNA     AnswerValue = "na"
)

// AnswerValues returns the answers a person can choose, in order.
func AnswerValues() []AnswerValue {
	return []AnswerValue{AnswerYes, AnswerPartly, AnswerNo, AnswerNA}
}

// NeedsReason reports whether the answer counts only with a reason.
func (v AnswerValue) NeedsReason() bool {
	return v == AnswerPartly || v == AnswerNo || v == AnswerNA
}

// Answer is what the campaign answers to one item of the ethics checklist.
type Answer struct {
	ID     ID // AnswerID of the campaign and the item
	Item   string
	Value  AnswerValue
	Reason string
	At     time.Time // when the value was last chosen
}

// AnswerID returns the ID of the campaign's one answer to the item.
func AnswerID(campaign ID, item string) ID { return DerivedID(campaign, "answer:"+item) }

// Kind implements Record.
func (Answer) Kind() Kind { return KindAnswer }

// RecordID implements Record.
func (a Answer) RecordID() ID { return a.ID }

// Validate returns what is wrong with the answer.
func (a Answer) Validate() Problems {
	if a.Value.NeedsReason() && a.Reason == "" {
		return Problems{Problem(ErrNeedsReason, "reason")}
	}
	return nil
}
