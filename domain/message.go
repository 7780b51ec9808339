package domain

import "slices"

// MessageStatus is how far a message has come. The strings are stored.
type MessageStatus string

// The statuses in their usual order.
const (
	MessageDraft     MessageStatus = "draft"
	MessageReview    MessageStatus = "review"
	MessageReady     MessageStatus = "ready"
	MessagePublished MessageStatus = "published"
)

// MessageStatuses returns every status in its usual order.
func MessageStatuses() []MessageStatus {
	return []MessageStatus{MessageDraft, MessageReview, MessageReady, MessagePublished}
}

// Variant is a message as it is written for one channel.
type Variant struct {
	Channel string // id of a channel
	Text    Text
}

// Message is one thing the campaign says: a core text, what it asks people to
// do, and how it is put on each channel.
type Message struct {
	ID    ID
	Order string // fractional index; lists sort by Order, then ID

	Title    string
	Core     Text
	Action   Text // call to action
	Status   MessageStatus
	Variants []Variant // one per channel, sorted by channel
	Segments []ID      // set of segments it is for, sorted
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

// Variant returns the text for the channel and whether there is one.
func (m Message) Variant(channel string) (Variant, bool) {
	i, ok := m.variantIndex(channel)
	if !ok {
		return Variant{Channel: channel}, false
	}
	return m.Variants[i], true
}

// WithVariant returns the message with the variant put or replaced.
func (m Message) WithVariant(v Variant) Message {
	i, ok := m.variantIndex(v.Channel)
	m.Variants = slices.Clone(m.Variants)
	if ok {
		m.Variants[i] = v
	} else {
		m.Variants = slices.Insert(m.Variants, i, v)
	}
	return m
}

// WithoutVariant returns the message without a text for the channel.
func (m Message) WithoutVariant(channel string) Message {
	if i, ok := m.variantIndex(channel); ok {
		m.Variants = slices.Delete(slices.Clone(m.Variants), i, i+1)
	}
	return m
}

func (m Message) variantIndex(channel string) (int, bool) {
	return slices.BinarySearchFunc(m.Variants, channel, func(v Variant, c string) int {
		return compareStrings(v.Channel, c)
	})
}

// ForSegment reports whether the message is for the segment.
func (m Message) ForSegment(id ID) bool { return slices.Contains(m.Segments, id) }

// WithSegment returns the message with the segment added to or taken from
// those it is for.
func (m Message) WithSegment(id ID, member bool) Message {
	i, ok := slices.BinarySearchFunc(m.Segments, id, compareIDs)
	switch {
	case member && !ok:
		m.Segments = slices.Insert(slices.Clone(m.Segments), i, id)
	case !member && ok:
		m.Segments = slices.Delete(slices.Clone(m.Segments), i, i+1)
	}
	return m
}
