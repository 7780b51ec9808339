package journal

import (
	"encoding/binary"
	"maps"
	"slices"
)

// A state is kept in parts, so that a commit rewrites no more than the records
// it touches: the tips of the devices, and one part for each record.
//
//	tips:     version 1 | scope 16 | n, n × (device 16 | seq | hash 32 | clock)
//	record:   version 1 | kind 1 | record 16 | forgotten 1 |
//	          register | n, n × (path | element | register)
//	register: n, n × (commit 16 | clock | device 16 | seq | value | n, n × 16)
//
// in the terms of the encoding of commits. Equal states have equal parts.
const stateVersion = 1

// Encode returns the whole state: two states hold the same exactly when these
// bytes are equal. Commits that wait are no part of it.
func (s *State) Encode() []byte {
	b := s.EncodeTips()
	for _, ref := range s.Refs() {
		part := s.EncodeRecord(ref)
		b = append(binary.AppendUvarint(b, uint64(len(part))), part...)
	}
	return b
}

// EncodeTips returns the part of the state that every commit changes.
func (s *State) EncodeTips() []byte {
	b := append([]byte{stateVersion}, s.scope[:]...)
	b = binary.AppendUvarint(b, uint64(len(s.tips)))
	for _, device := range slices.SortedFunc(maps.Keys(s.tips), compareIDs) {
		t := s.tips[device]
		b = binary.AppendUvarint(append(b, device[:]...), t.seq)
		b = appendClock(append(b, t.hash[:]...), t.reading)
	}
	return b
}

// EncodeRecord returns the part of the state about one record, removed or not;
// nil when no commit was ever about it.
func (s *State) EncodeRecord(ref Ref) []byte {
	r := s.records[ref]
	if r == nil {
		return nil
	}
	b := appendBool(appendRef([]byte{stateVersion}, ref), r.forgotten)
	b = appendRegister(b, &r.being)
	b = binary.AppendUvarint(b, uint64(len(r.fields)))
	for _, f := range r.sortedFields() {
		b = appendString(appendString(b, f.Path), f.Element)
		b = appendRegister(b, r.fields[f])
	}
	return b
}

func appendRegister(b []byte, r *register) []byte {
	b = binary.AppendUvarint(b, uint64(len(r.heads)))
	for _, h := range r.heads {
		b = appendClock(append(b, h.commit[:]...), h.at.Clock)
		b = binary.AppendUvarint(append(b, h.at.Device[:]...), h.at.Seq)
		b = appendIDs(appendValue(b, h.value), h.known)
	}
	return b
}

// LoadState returns the state of parts that were encoded before. Commits it
// builds on are read from past when they are needed.
func LoadState(past Past, tips []byte, records ...[]byte) (*State, error) {
	d := &decoder{buf: tips}
	d.version()
	s := NewState(d.id(), past)
	for n := d.count(16+1+32+2, MaxChanges); n > 0; n-- {
		device := d.id()
		s.tips[device] = tip{seq: d.uvarint(), hash: d.digest(), reading: d.clock()}
	}
	if len(d.buf) > 0 {
		d.fail("bytes after the tips")
	}
	if d.err != nil {
		return nil, d.err
	}
	for _, part := range records {
		d = &decoder{buf: part}
		r := d.record()
		if d.err == nil && len(d.buf) > 0 {
			d.fail("bytes after the record")
		}
		if d.err != nil {
			return nil, d.err
		}
		s.records[r.ref] = r
		if r.split > 0 || r.disputed() {
			s.torn[r.ref] = struct{}{}
		}
	}
	return s, nil
}

func (d *decoder) version() {
	if v := d.byte(); v != stateVersion && d.err == nil {
		d.fail("version")
		d.err = fail(ErrVersion, "state")
	}
}

func (d *decoder) record() *record {
	d.version()
	r := &record{ref: d.ref(), forgotten: d.bool()}
	r.being = d.register()
	n := d.count(3, 1<<24)
	if n > 0 {
		r.fields = make(map[Field]*register, n)
	}
	for ; n > 0; n-- {
		f := Field{Path: d.string(maxName), Element: d.string(maxName)}
		reg := d.register()
		if len(reg.heads) == 0 && d.err == nil {
			d.fail("field that nobody changed")
		}
		if len(reg.heads) > 1 {
			r.split++
		}
		r.fields[f] = &reg
	}
	return r
}

func (d *decoder) register() register {
	const smallest = 16 + 2 + 16 + 1 + 1 + 1 // bytes of a head
	n := d.count(smallest, 1<<24)
	if n == 0 {
		return register{}
	}
	r := register{heads: make([]head, n)}
	for i := range r.heads {
		h := &r.heads[i]
		h.commit = d.id()
		h.at = Position{Clock: d.clock(), Device: d.id(), Seq: d.uvarint()}
		h.value, h.known = d.value(), d.ids()
	}
	return r
}
