package persistence

import "athar/domain"

const messageSchema = 1

// wireMessage is domain.Message on disk. Never reuse a number.
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

// wireVariant is domain.Variant on disk. Never reuse a number.
type wireVariant struct {
	Channel string    `cbor:"1,keyasint,omitempty"`
	Text    *wireText `cbor:"2,keyasint,omitempty"`
}

func toMessage(m domain.Message) wireMessage {
	w := wireMessage{
		ID: toID(m.ID), Order: clean(m.Order), Title: clean(m.Title),
		Core: toText(m.Core), Action: toText(m.Action), Status: clean(string(m.Status)),
	}
	for _, v := range m.Variants {
		w.Variants = append(w.Variants, wireVariant{clean(v.Channel), toText(v.Text)})
	}
	for _, id := range m.Segments {
		w.Segments = append(w.Segments, toID(id))
	}
	return w
}

func (w wireMessage) record() (domain.Record, error) {
	id, err := w.ID.id()
	m := domain.Message{
		ID: id, Order: w.Order, Title: w.Title,
		Core: w.Core.text(), Action: w.Action.text(), Status: domain.MessageStatus(w.Status),
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
