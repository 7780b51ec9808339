package persistence

import (
	"encoding/binary"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// wireCommit is domain.Commit in the log of format 1, which is still read. Never
// reuse a number.
type wireCommit struct {
	ID       wireID       `cbor:"1,keyasint"`
	Campaign wireID       `cbor:"2,keyasint"`
	At       *wireTime    `cbor:"3,keyasint,omitempty"`
	Label    string       `cbor:"4,keyasint,omitempty"`
	Changes  []wireChange `cbor:"5,keyasint,omitempty"`
	Summary  wireSummary  `cbor:"6,keyasint"`
}

// wireChange is domain.Change in the journal: records as CBOR, each with the
// schema it was written in; schema 0 for no record. Never reuse a number.
type wireChange struct {
	Kind         byte   `cbor:"1,keyasint"`
	ID           wireID `cbor:"2,keyasint"`
	BeforeSchema uint16 `cbor:"3,keyasint,omitempty"`
	Before       []byte `cbor:"4,keyasint,omitempty"`
	AfterSchema  uint16 `cbor:"5,keyasint,omitempty"`
	After        []byte `cbor:"6,keyasint,omitempty"`
}

// stepOf returns what a journal record does to the store. The same code serves
// a write and its replay, so that a rebuilt store is the store that was lost.
// txn is read only for what the record does not say itself.
func stepOf(e entry, txn *badger.Txn) (step, error) {
	switch e.kind {
	case entryCommit:
		return commitStep(e)
	case entryEdit:
		return editStep(e, txn)
	case entryDevice:
		return deviceStep(e)
	case entryChosen:
		return preferenceStep(e)
	case entryEpoch:
		return epochStep(e)
	case entryKeys:
		return keysStep(e)
	case entryFormat:
		return formatStep(e)
	case entryBlocks:
		return blocksStep(e)
	case entryTable:
		return tableStep(e)
	case entryDrop:
		return dropStep(e, txn)
	case entryLost, entryBase:
		return step{seq: e.seq}, nil
	}
	return step{}, internal("journal record of an unknown kind")
}

func commitStep(e entry) (step, error) {
	var w wireCommit
	if cborDec.Unmarshal(e.payload, &w) != nil {
		return step{}, errWire
	}
	id, err1 := w.ID.id()
	campaign, err2 := w.Campaign.id()
	summary, err3 := w.Summary.summary()
	if err1 != nil || err2 != nil || err3 != nil || id == domain.NoID || campaign == domain.NoID {
		return step{}, errWire
	}
	st := step{seq: e.seq, campaign: campaign, summary: &summary}
	for _, ch := range w.Changes {
		o, err := recordOp(campaign, wireAfter{ch.Kind, ch.ID, ch.AfterSchema, ch.After})
		if err != nil {
			return step{}, err
		}
		st.ops = append(st.ops, o)
		st.gone = st.gone || (domain.Kind(ch.Kind) == domain.KindHeader && o.value == nil)
	}
	key := commitKey(id)
	value, err := envelope{codecPlain, letterCommit, 1, binary.BigEndian.AppendUint64(nil, e.seq)}.seal(key)
	st.ops = append(st.ops, op{key: key, value: value})
	return st, err
}

// recordOp returns what keeps or removes a record.
func recordOp(campaign domain.ID, w wireAfter) (op, error) {
	id, err := w.ID.id()
	if err != nil || id == domain.NoID || !isRecordLetter(w.Kind) {
		return op{}, errWire
	}
	o := op{key: recordKey(domain.Kind(w.Kind), campaign, id)}
	if w.Schema == 0 {
		return o, nil
	}
	o.value, err = encoded{w.Schema, w.Payload}.value(o.key)
	return o, err
}
