package persistence

import (
	"bytes"

	"athar/domain"
	"athar/domain/journal"
	"athar/persistence/archive"
)

// forgotten are the records whose values are to go, by campaign, each with the
// part of the state that says so.
type forgotten map[domain.ID]map[journal.Ref][]byte

func (f forgotten) refs(campaign domain.ID) []journal.Ref {
	var out []journal.Ref
	for ref := range f[campaign] {
		out = append(out, ref)
	}
	return out
}

func (f forgotten) has(campaign domain.ID, kind domain.Kind, id domain.ID) bool {
	_, is := f[campaign][journal.Ref{Kind: journal.Kind(kind), ID: id}]
	return is
}

// forgetFilter takes the values of forgotten records out of the entries of a
// backup. What is left is what the store would have held if they had been
// forgotten then.
type forgetFilter struct {
	forgotten
	put func(archive.Entry) error

	state   wireState // counts and sum of what is left
	changed bool
	removed map[domain.ID]map[domain.Kind]int // records, by campaign
	shared  map[domain.ID]bool                // data sets that another campaign has
	parts   parted
	held    []op // parts of a whole that is not complete yet
}

func newForgetFilter(f forgotten, put func(archive.Entry) error) *forgetFilter {
	return &forgetFilter{
		forgotten: f, put: put, state: wireState{Counts: map[byte]int64{}},
		removed: map[domain.ID]map[domain.Kind]int{}, shared: map[domain.ID]bool{},
	}
}

func (f *forgetFilter) entry(e archive.Entry) error {
	switch e.Kind {
	case 0:
		return f.parts.end()
	case entryKey:
		return f.key(e.Key, e.Value)
	case entryHistory:
		return f.history(e)
	}
	return f.put(e)
}

func (f *forgetFilter) keep(key, value []byte) error {
	f.state.add(key, value)
	return f.put(archive.Entry{Kind: entryKey, Key: key, Value: value})
}

func (f *forgetFilter) key(key, value []byte) error {
	campaign := idAt(key, 1)
	switch letter := letterOf(key); {
	case isRecordLetter(letter):
		return f.record(key, value)
	case letter == letterTable || letter == letterUnfinished:
		if f.drops(idAt(key, 1)) {
			f.changed = true
			return nil
		}
	case f.forgotten[campaign] == nil:
	case letter == letterSummary:
		return f.summary(key, value)
	case letter == letterJournal || letter == letterWaiting:
		return f.whole(key, value, f.commit)
	case letter == letterPart:
		return f.whole(key, value, f.part)
	}
	return f.keep(key, value)
}

func (f *forgetFilter) record(key, value []byte) error {
	kind, campaign, id := domain.Kind(key[0]), idAt(key, 1), idAt(key, 1+idSize)
	if !f.has(campaign, kind, id) {
		f.shared[id] = f.shared[id] || kind == domain.KindDataSet
		return f.keep(key, value)
	}
	f.changed = true
	if f.removed[campaign] == nil {
		f.removed[campaign] = map[domain.Kind]int{}
	}
	f.removed[campaign][kind]++
	return nil
}

// drops reports whether the rows of a data set go. Records come before rows.
func (f *forgetFilter) drops(set domain.ID) bool {
	if f.shared[set] {
		return false
	}
	for campaign := range f.forgotten {
		if f.has(campaign, domain.KindDataSet, set) {
			return true
		}
	}
	return false
}

// summary makes the summary of a campaign fit what is left. It comes after the
// records.
func (f *forgetFilter) summary(key, value []byte) error {
	campaign := idAt(key, 1)
	if f.has(campaign, domain.KindHeader, campaign) {
		f.changed = true
		return nil
	}
	w, err := openSummary(key, value)
	if err != nil {
		return err
	}
	gone := f.removed[campaign]
	if len(gone) == 0 {
		return f.keep(key, value)
	}
	for _, n := range gone {
		w.Records -= int64(n)
	}
	w.Segments -= gone[domain.KindSegment]
	w.Messages -= gone[domain.KindMessage]
	w.DataSets -= gone[domain.KindDataSet]
	if value, err = sealed(key, summarySchema, w); err != nil {
		return err
	}
	return f.keep(key, value)
}

// whole gathers the parts of something and has it changed when all are there.
func (f *forgetFilter) whole(key, value []byte, change func(key, data []byte) ([]byte, error)) error {
	f.held = append(f.held, op{key: bytes.Clone(key), value: bytes.Clone(value)})
	data, err := f.parts.add(key, value)
	if err != nil || f.parts.left > 0 {
		return err
	}
	held := f.held
	f.held = nil
	now, err := change(held[0].key, data)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, data) {
		f.changed = true
		if held, err = partOps(held[0].key, now); err != nil {
			return err
		}
	}
	for _, o := range held {
		if err := f.keep(o.key, o.value); err != nil {
			return err
		}
	}
	return nil
}

func (f *forgetFilter) commit(key, data []byte) ([]byte, error) {
	refs := f.refs(idAt(key, 1))
	if !mentions(data, refs) {
		return data, nil
	}
	c, err := openCommit(key, data)
	if err != nil {
		return nil, err
	}
	if without := forgetAll(c, refs); without != c {
		return without.Encode(), nil
	}
	return data, nil
}

func (f *forgetFilter) part(key, data []byte) ([]byte, error) {
	ref := journal.Ref{Kind: journal.Kind(key[1+idSize]), ID: idAt(key, 2+idSize)}
	if part, is := f.forgotten[idAt(key, 1)][ref]; is {
		return part, nil
	}
	return data, nil
}

// history filters a record of a log of format 1. One with nothing left keeps its
// number.
func (f *forgetFilter) history(e archive.Entry) error {
	r, _, err := decodeEntry(e.Value)
	if err != nil {
		return archive.ErrDamaged
	}
	nothing := entry{r.seq, entryDrop, make([]byte, idSize)}
	switch r.kind {
	case entryBlocks, entryTable:
		if len(r.payload) >= idSize && f.drops(domain.ID(r.payload[:idSize])) {
			f.changed = true
			e.Value = nothing.encode()
		}
	case entryCommit:
		var w wireCommit
		if cborDec.Unmarshal(r.payload, &w) != nil {
			return archive.ErrDamaged
		}
		campaign, _ := w.Campaign.id()
		left := w.Changes[:0]
		for _, ch := range w.Changes {
			if id, _ := ch.ID.id(); !f.has(campaign, domain.Kind(ch.Kind), id) {
				left = append(left, ch)
			}
		}
		switch {
		case f.has(campaign, domain.KindHeader, campaign):
			f.changed = true
			e.Value = nothing.encode()
		case len(left) < len(w.Changes):
			f.changed = true
			w.Changes = left
			if r.payload, err = cborEnc.Marshal(w); err != nil {
				return errWire
			}
			e.Value = r.encode()
		}
	}
	return f.put(e)
}
