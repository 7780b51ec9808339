package persistence

import "athar/domain"

// Schemas of messages: up to format 2 they lay like this, then by their fields.
const (
	oldMessageSchema = 1
	messageSchema    = 2
)

// wireMessage is domain.Message on disk up to format 2. Never reuse a number.
type wireMessage struct {
	ID       wireID        `cbor:"1,keyasint"`
	Order    string        `cbor:"2,keyasint,omitempty"`
	Title    string        `cbor:"3,keyasint,omitempty"`
	Core     *wireText     `cbor:"4,keyasint,omitempty"`
	Action   *wireText     `cbor:"5,keyasint,omitempty"`
	Status   string        `cbor:"6,keyasint,omitempty"`
	Variants []wireVariant `cbor:"7,keyasint,omitempty"`
	Segments []wireID      `cbor:"8,keyasint,omitempty"`
}

// wireVariant is domain.Variant on disk up to format 2. Never reuse a number.
type wireVariant struct {
	Channel string    `cbor:"1,keyasint,omitempty"`
	Text    *wireText `cbor:"2,keyasint,omitempty"`
}

func (w wireMessage) record() (domain.Record, error) {
	id, err := w.ID.id()
	m := domain.Message{
		ID: id, Order: w.Order, Title: w.Title,
		Core: w.Core.text(), Action: w.Action.text(), Status: domain.MessageStatusOf(w.Status),
	}
	for _, v := range w.Variants {
		m.Variants = append(m.Variants, domain.Variant{Channel: v.Channel, Text: v.Text.text()})
	}
	for _, s := range w.Segments {
		segment, bad := s.id()
		if bad != nil {
			err = bad
		}
		m.Segments = append(m.Segments, segment)
	}
	return m, err
}

const answerSchema = 1

// wireAnswer is domain.Answer on disk. Never reuse a number.
type wireAnswer struct {
	ID     wireID    `cbor:"1,keyasint"`
	Item   string    `cbor:"2,keyasint,omitempty"`
	Value  string    `cbor:"3,keyasint,omitempty"`
	Reason string    `cbor:"4,keyasint,omitempty"`
	At     *wireTime `cbor:"5,keyasint,omitempty"`
}

func toAnswer(a domain.Answer) wireAnswer {
	return wireAnswer{
		ID: toID(a.ID), Item: clean(a.Item), Value: clean(string(a.Value)),
		Reason: clean(a.Reason), At: toTime(a.At),
	}
}

func (w wireAnswer) record() (domain.Record, error) {
	id, err := w.ID.id()
	return domain.Answer{
		ID: id, Item: w.Item, Value: domain.AnswerValue(w.Value), Reason: w.Reason, At: w.At.time(),
	}, err
}
