package domain

import (
	"time"

	"athar/domain/text"
)

// Comment is what a reader says to a passage of a message, or to the whole of it.
type Comment struct {
	ID      ID
	Message ID
	Reply   ID // the comment it answers, NoID for one that begins a conversation

	Field  string // path of the field that the passage is in, such as "core/ar"; "" for the message as a whole
	Anchor text.Anchor

	Author     string
	At         time.Time
	Body       string
	Request    bool // asks for a change, and the message waits for it
	Resolved   time.Time
	ResolvedBy string
}

// Kind implements Record.
func (Comment) Kind() Kind { return KindComment }

// RecordID implements Record.
func (c Comment) RecordID() ID { return c.ID }

// Open reports whether the comment still waits for somebody.
func (c Comment) Open() bool { return c.Resolved.IsZero() }
