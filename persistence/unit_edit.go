package persistence

import (
	"encoding/binary"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// Forms of the values under the IDs of commits.
const (
	commitPlain   = 1 // number of the log's record 8
	commitJournal = 2 // that | campaign 16 | device 16 | number of the commit 8
)

// editStep returns what a commit does to the store.
func editStep(e entry, txn *badger.Txn) (step, error) {
	var w wireEdit
	if cborDec.Unmarshal(e.payload, &w) != nil {
		return step{}, errWire
	}
	id, err1 := w.ID.id()
	campaign, err2 := w.Campaign.id()
	if err1 != nil || err2 != nil || id == domain.NoID || campaign == domain.NoID {
		return step{}, errWire
	}
	b := editBuilder{step: step{seq: e.seq, campaign: campaign}}
	b.forgetting(w.Forgotten)
	if w.Summary != nil {
		summary, err := w.Summary.summary()
		if err != nil {
			return step{}, errWire
		}
		b.summary = &summary
	}
	b.id(id, commitPlain, nil)
	b.forget(txn)
	for _, r := range w.Records {
		b.record(r)
	}
	for _, raw := range w.Journal {
		b.commit(raw)
	}
	for _, raw := range w.Waiting {
		b.wait(raw)
	}
	b.state(w)
	return b.step, b.err
}

// editBuilder gathers what a commit does; after the first error nothing counts.
type editBuilder struct {
	step
	forgotten []journal.Ref // records whose values go
	err       error
}

func (b *editBuilder) add(o op, err error) {
	b.ops = append(b.ops, o)
	b.fail(err)
}

func (b *editBuilder) addParts(ops []op, err error) {
	b.ops = append(b.ops, ops...)
	b.fail(err)
}

func (b *editBuilder) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// id keeps where a commit is. Of two ops on one key the later one counts.
func (b *editBuilder) id(id domain.ID, form uint16, place []byte) {
	key := commitKey(id)
	payload := append(binary.BigEndian.AppendUint64(nil, b.seq), place...)
	value, err := envelope{codecPlain, letterCommit, form, payload}.seal(key)
	b.add(op{key: key, value: value}, err)
}

func (b *editBuilder) record(w wireAfter) {
	o, err := recordOp(b.campaign, w)
	b.gone = b.gone || (domain.Kind(w.Kind) == domain.KindHeader && o.value == nil)
	b.add(o, err)
}

// commit keeps a commit of the journal, which waits no longer if it did.
func (b *editBuilder) commit(raw []byte) {
	c := b.decode(raw)
	if c == nil {
		return
	}
	key := journalKey(b.campaign, c.Device, c.Seq)
	b.addParts(partOps(key, b.without(c, raw)))
	b.add(noParts(waitingKey(b.campaign, c.ID)), nil)
	b.id(c.ID, commitJournal, key[1:len(key)-partNumber])
}

func (b *editBuilder) wait(raw []byte) {
	if c := b.decode(raw); c != nil {
		b.addParts(partOps(waitingKey(b.campaign, c.ID), b.without(c, raw)))
	}
}

// decode also proves that what is about to be written can be read.
func (b *editBuilder) decode(raw []byte) *journal.Commit {
	c, err := journal.Decode(raw)
	if err != nil || c.Scope != b.campaign {
		b.fail(errWire)
		return nil
	}
	return c
}

func (b *editBuilder) state(w wireEdit) {
	if len(w.Tips) > 0 {
		key := tipsKey(b.campaign)
		value, err := envelope{codecPart, letterTips, partSchema, w.Tips}.seal(key)
		b.add(op{key: key, value: value}, err)
	}
	for _, p := range w.Parts {
		ref, err := refOf(p.Kind, p.ID)
		b.fail(err)
		b.addParts(partOps(partKey(b.campaign, ref), p.Part))
	}
}

func refOf(kind byte, w wireID) (journal.Ref, error) {
	id, err := w.id()
	if id == domain.NoID {
		err = errWire
	}
	return journal.Ref{Kind: journal.Kind(kind), ID: id}, err
}

// commitPlace is where a commit of the journal lies.
type commitPlace struct {
	campaign, device domain.ID
	seq              uint64
}

// placeOfCommit reads a value under the ID of a commit; ok is false for one
// that is not of the journal.
func placeOfCommit(env envelope) (p commitPlace, ok bool) {
	if env.schema != commitJournal || len(env.payload) != 8+2*idSize+8 {
		return p, false
	}
	rest := env.payload[8:]
	return commitPlace{
		domain.ID(rest[:idSize]), domain.ID(rest[idSize : 2*idSize]), binary.BigEndian.Uint64(rest[2*idSize:]),
	}, true
}

// goodCommitValue reports whether a value under the ID of a commit is one.
func goodCommitValue(env envelope) bool {
	_, ok := placeOfCommit(env)
	return env.codec == codecPlain && (ok || env.schema == commitPlain && len(env.payload) == 8)
}
