package persistence

import (
	"athar/domain"
	"athar/domain/journal"
)

// wireEdit is domain.Commit in the log from format 2 on. When it was made and
// what it is called stand in its commits of the journal. Never reuse a number.
type wireEdit struct {
	ID        wireID       `cbor:"1,keyasint"`
	Campaign  wireID       `cbor:"2,keyasint"`
	Journal   [][]byte     `cbor:"3,keyasint,omitempty"` // as domain/journal encodes them
	Waiting   [][]byte     `cbor:"4,keyasint,omitempty"`
	Records   []wireAfter  `cbor:"5,keyasint,omitempty"`
	Summary   *wireSummary `cbor:"6,keyasint,omitempty"` // none: as it was
	Tips      []byte       `cbor:"7,keyasint,omitempty"`
	Parts     []wirePart   `cbor:"8,keyasint,omitempty"`
	Forgotten []wireRef    `cbor:"9,keyasint,omitempty"`
}

// wireAfter is a record after a commit, with the schema it was written in;
// schema 0 when it was removed. Never reuse a number.
type wireAfter struct {
	Kind    byte   `cbor:"1,keyasint"`
	ID      wireID `cbor:"2,keyasint"`
	Schema  uint16 `cbor:"3,keyasint,omitempty"`
	Payload []byte `cbor:"4,keyasint,omitempty"`
}

// wirePart is the state of the journal about a record. Never reuse a number.
type wirePart struct {
	Kind byte   `cbor:"1,keyasint"`
	ID   wireID `cbor:"2,keyasint"`
	Part []byte `cbor:"3,keyasint"`
}

// wireRef names a record. Never reuse a number.
type wireRef struct {
	Kind byte   `cbor:"1,keyasint"`
	ID   wireID `cbor:"2,keyasint"`
}

// commitEdit is a domain.Commit on its way into the log.
type commitEdit struct {
	id       domain.ID
	campaign domain.ID
	journal  []*journal.Commit
	waiting  []*journal.Commit
	wire     wireEdit // but for the commits
	size     int      // about how much it is, in bytes
}

// editOf checks a commit and encodes what is in it, with a proof that it can be
// decoded again. One that contradicts itself is refused.
func editOf(c domain.Commit) (commitEdit, error) {
	e := commitEdit{id: c.ID, campaign: c.Campaign, journal: c.Journal, waiting: c.Waiting}
	if c.ID == domain.NoID || c.Campaign == domain.NoID {
		return e, domain.Problem(domain.ErrUnknownValue, "commit")
	}
	e.wire = wireEdit{ID: toID(c.ID), Campaign: toID(c.Campaign), Tips: c.State.Tips}
	if c.Summary.ID != domain.NoID || len(c.Journal)+len(c.Waiting) == 0 {
		w := toSummary(c.Summary, 0)
		w.ID = toID(c.Campaign)
		e.wire.Summary = &w
	}
	for _, ch := range c.Changes {
		w, err := afterOf(ch)
		if err != nil {
			return e, err
		}
		e.wire.Records = append(e.wire.Records, w)
		e.size += len(w.Payload)
	}
	for _, r := range c.Forgotten {
		e.wire.Forgotten = append(e.wire.Forgotten, wireRef{byte(r.Kind), toID(r.ID)})
	}
	return e, e.takeState(c)
}

// takeState takes what the commit says of the journal.
func (e *commitEdit) takeState(c domain.Commit) error {
	parts := make([][]byte, 0, len(c.State.Records))
	for _, r := range c.State.Records {
		e.wire.Parts = append(e.wire.Parts, wirePart{byte(r.Ref.Kind), toID(r.Ref.ID), r.Part})
		parts = append(parts, r.Part)
		e.size += len(r.Part)
	}
	if len(c.State.Tips)+len(parts) > 0 {
		s, err := journal.LoadState(nil, c.State.Tips, parts...)
		if err != nil || s.Scope() != c.Campaign {
			return domain.Problem(domain.ErrUnknownValue, "journal")
		}
	}
	for _, list := range [][]*journal.Commit{c.Journal, c.Waiting} {
		for _, j := range list {
			if j == nil || j.Scope != c.Campaign {
				return domain.Problem(domain.ErrUnknownValue, "journal")
			}
		}
	}
	return nil
}

// afterOf returns what a change leaves of its record, nothing when that is gone.
// What was there before need not be told: it is not kept.
func afterOf(ch domain.Change) (wireAfter, error) {
	w := wireAfter{Kind: byte(ch.Kind), ID: toID(ch.ID)}
	bad := ch.ID == domain.NoID || !isRecordLetter(w.Kind)
	for _, r := range []domain.Record{ch.Before, ch.After} {
		bad = bad || r != nil && (r.Kind() != ch.Kind || r.RecordID() != ch.ID)
	}
	if bad {
		return w, domain.Problem(domain.ErrUnknownValue, "change")
	}
	if ch.After == nil {
		return w, nil
	}
	e, err := encodeRecord(ch.After)
	w.Schema, w.Payload = e.Schema, e.Payload
	return w, err
}

// encode returns the payload of the log's record.
func (e commitEdit) encode() ([]byte, error) {
	w := e.wire
	for _, c := range e.journal {
		w.Journal = append(w.Journal, c.Encode())
	}
	for _, c := range e.waiting {
		w.Waiting = append(w.Waiting, c.Encode())
	}
	payload, err := cborEnc.Marshal(w)
	if err != nil {
		return nil, errWire
	}
	if len(payload) > maxLogPayload {
		return nil, domain.Problem(domain.ErrTooLong, "commit").With("limit", maxLogPayload)
	}
	return payload, nil
}
