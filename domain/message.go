package domain

import (
	"slices"
	"time"
)

// MessageStatus is how far a message has come. The strings are stored.
type MessageStatus string

// The statuses in their usual order. Hold can come at any time.
const (
	MessageIdea     MessageStatus = "idea"
	MessageDraft    MessageStatus = "draft"
	MessageReview   MessageStatus = "review"
	MessageApproved MessageStatus = "approved"
	MessageReady    MessageStatus = "ready"
	MessageHold     MessageStatus = "hold"
	MessageDone     MessageStatus = "done"
)

// MessageStatuses returns every status in its usual order.
func MessageStatuses() []MessageStatus {
	return []MessageStatus{
		MessageIdea, MessageDraft, MessageReview, MessageApproved, MessageReady, MessageHold, MessageDone,
	}
}

// MessageStatusOf returns the status that a stored word stands for: stores up to
// format 2, and the commits of that time, say "published" for done.
func MessageStatusOf(stored string) MessageStatus {
	if stored == "published" {
		return MessageDone
	}
	return MessageStatus(stored)
}

// MessagePurposes lists what a message can be for. The strings are stored; the
// catalogs name them under "message.purpose.<value>".
func MessagePurposes() []string {
	return []string{"inform", "explain", "invite", "ask", "remind", "thank", "answer", "warn", "listen"}
}

// Message is one thing the campaign says: a core text, what it asks people to
// do, and how it is put on each channel.
type Message struct {
	ID    ID
	Order string // fractional index; lists sort by Order, then ID

	Title    string
	Purpose  string // one of MessagePurposes, "" when not said
	Core     Text
	Bases    []Basis // what the languages of the core text were translated from, sorted by language
	Action   Text    // call to action in the words in which it goes out
	Call     Call    // the same, part by part
	Status   MessageStatus
	Variants []Variant // one per channel on which it goes out, sorted by channel
	Segments []ID      // set of segments it is for, sorted

	Approval Approval
	Writers  []string // set of who changed what goes out since the last approval, sorted
	Unsigned []ID     // set of the devices on which somebody without a name did, sorted
	Quiet    []string // set of findings that are not to be shown at this message, sorted; see domain/check
}

// Call is a call to action in its parts: who does what, where, and by when.
type Call struct {
	Who   Text
	What  Text
	Where Text
	By    time.Time // day, zero when not said
}

// Missing returns the parts that were not filled in, of "who", "what", "where" and
// "by", in this order.
func (c Call) Missing() []string {
	var out []string
	for _, part := range []struct {
		name  string
		empty bool
	}{{"who", c.Who.Empty()}, {"what", c.What.Empty()}, {"where", c.Where.Empty()}, {"by", c.By.IsZero()}} {
		if part.empty {
			out = append(out, part.name)
		}
	}
	return out
}

// Kind implements Record.
func (Message) Kind() Kind { return KindMessage }

// RecordID implements Record.
func (m Message) RecordID() ID { return m.ID }

// Validate returns what is wrong with the message. It never keeps anything
// from being saved.
func (m Message) Validate() Problems {
	var p Problems
	if m.Title == "" {
		p = append(p, Problem(ErrRequired, "title"))
	}
	if m.Core.Empty() {
		p = append(p, Problem(ErrRequired, "core"))
	}
	return p
}

// ForSegment reports whether the message is for the segment.
func (m Message) ForSegment(id ID) bool { return slices.Contains(m.Segments, id) }

// WithSegment returns the message with the segment added to or taken from
// those it is for.
func (m Message) WithSegment(id ID, member bool) Message {
	m.Segments = withID(m.Segments, id, member)
	return m
}

// withID returns a sorted set with an ID in it or not; nil when it is empty.
func withID(set []ID, id ID, member bool) []ID {
	i, ok := slices.BinarySearchFunc(set, id, compareIDs)
	switch {
	case member && !ok:
		set = slices.Insert(slices.Clone(set), i, id)
	case !member && ok && len(set) == 1:
		set = nil
	case !member && ok:
		set = slices.Delete(slices.Clone(set), i, i+1)
	}
	return set
}

// withWord returns a sorted set with a word in it or not; nil when it is empty.
func withWord(set []string, word string, member bool) []string {
	i, ok := slices.BinarySearch(set, word)
	switch {
	case member && !ok:
		set = slices.Insert(slices.Clone(set), i, word)
	case !member && ok && len(set) == 1:
		set = nil
	case !member && ok:
		set = slices.Delete(slices.Clone(set), i, i+1)
	}
	return set
}
