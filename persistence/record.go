package persistence

import (
	"errors"

	"athar/domain"
)

// errWire says that bytes are not what a wire struct can hold.
var errWire = errors.New("malformed record")

// encoded is a record as CBOR, with the schema it was written in.
type encoded struct {
	Schema  uint16
	Payload []byte
}

// encodeRecord encodes a record and proves that it can be decoded again: a
// record that is written and can never be read is lost without a sound.
func encodeRecord(r domain.Record) (encoded, error) {
	wire, schema := toWire(r)
	if wire == nil {
		return encoded{}, domain.Problem(domain.ErrUnknownValue, "kind")
	}
	payload, err := cborEnc.Marshal(wire)
	if err != nil {
		return encoded{}, errWire
	}
	e := encoded{schema, payload}
	if _, err := e.decode(r.Kind()); err != nil {
		return encoded{}, err
	}
	return e, nil
}

func toWire(r domain.Record) (wire any, schema uint16) {
	switch r := r.(type) {
	case domain.Header:
		return toHeader(r), headerSchema
	case domain.Segment:
		return toSegment(r), segmentSchema
	case domain.Answer:
		return toAnswer(r), answerSchema
	case domain.Indicator:
		return toIndicator(r), indicatorSchema
	case domain.Reading:
		return toReading(r), readingSchema
	case domain.DataSet:
		return toDataSet(r), dataSetSchema
	case domain.Message:
		return toFields(r), messageSchema
	case domain.Core, domain.Media, domain.Alternative, domain.Pretest, domain.Comment, domain.Claim, domain.Evidence:
		return toFields(r), fieldsSchema
	}
	return nil, 0
}

// decode returns the record. A schema above the known one is read as the known
// one: within a store format fields are only ever added.
func (e encoded) decode(kind domain.Kind) (domain.Record, error) {
	if e.Schema == 0 {
		return nil, errWire
	}
	switch kind {
	case domain.KindHeader:
		return decodeAs[wireHeader](e.Payload)
	case domain.KindSegment:
		return decodeAs[wireSegment](e.Payload)
	case domain.KindMessage:
		if e.Schema == oldMessageSchema {
			return decodeAs[wireMessage](e.Payload)
		}
		return decodeFields(kind, e.Payload)
	case domain.KindAnswer:
		return decodeAs[wireAnswer](e.Payload)
	case domain.KindIndicator:
		return decodeAs[wireIndicator](e.Payload)
	case domain.KindReading:
		return decodeAs[wireReading](e.Payload)
	case domain.KindDataSet:
		return decodeAs[wireDataSet](e.Payload)
	case domain.KindCore, domain.KindMedia, domain.KindAlternative, domain.KindPretest, domain.KindComment,
		domain.KindClaim, domain.KindEvidence:
		return decodeFields(kind, e.Payload)
	}
	return nil, errWire
}

func decodeAs[W interface{ record() (domain.Record, error) }](payload []byte) (domain.Record, error) {
	var w W
	if err := cborDec.Unmarshal(payload, &w); err != nil {
		return nil, errWire // the decoder's text may quote the record
	}
	return w.record()
}

// value returns the record as it is kept under the key.
func (e encoded) value(key []byte) ([]byte, error) {
	return envelope{codecCBOR, uint16(letterOf(key)), e.Schema, e.Payload}.seal(key)
}

// openRecord checks and decodes a value kept under a record's key.
func openRecord(key, value []byte) (domain.Record, error) {
	env, err := openEnvelope(key, value)
	if err != nil {
		return nil, err
	}
	r, err := encoded{env.schema, env.payload}.decode(domain.Kind(letterOf(key)))
	if err != nil || env.codec != codecCBOR || r.RecordID() != idAt(key, 1+idSize) {
		return nil, damaged(placeOf(key))
	}
	return r, nil
}
