package persistence

import (
	"encoding/binary"
	"hash/crc32"

	"athar/domain"
	"athar/persistence/vault"
)

// flagSealed marks a journal record whose payload is sealed. It is never set
// in what this package works with: records are sealed when they are written and
// opened when they are read.
const flagSealed = 2

// recordSeal seals the records of an encrypted store's journal. A nil one
// belongs to a store that is not encrypted.
type recordSeal struct {
	store  domain.ID
	keys   domain.ID
	sealer *vault.Sealer
}

// seal returns an encoded record with its payload sealed. The checksum is over
// what is on the disk, so damage is found without keys.
func (r *recordSeal) seal(raw []byte) []byte {
	if r == nil {
		return raw
	}
	payload := raw[recordHeader : len(raw)-recordSum]
	out := make([]byte, 0, len(raw)+vault.SealSize)
	out = append(out, raw[:recordHeader]...)
	binary.BigEndian.PutUint32(out[4:], uint32(len(payload)+vault.SealSize))
	out[17] |= flagSealed
	out = r.sealer.Seal(out, payload, r.about(raw))
	return binary.BigEndian.AppendUint32(out, crc32.Checksum(out, castagnoli))
}

// open undoes seal. A record that is not sealed where it should be, or the other
// way round, was not written here.
func (r *recordSeal) open(raw []byte) ([]byte, error) {
	switch is := raw[17]&flagSealed != 0; {
	case is != (r != nil):
		return nil, errRecordBad
	case !is:
		return raw, nil
	}
	payload, err := r.sealer.Open(raw[recordHeader:len(raw)-recordSum], r.about(raw))
	if err != nil {
		return nil, errRecordBad
	}
	out := make([]byte, 0, len(raw)-vault.SealSize)
	out = append(out, raw[:recordHeader]...)
	binary.BigEndian.PutUint32(out[4:], uint32(len(payload)))
	out[17] &^= flagSealed
	out = append(out, payload...)
	return binary.BigEndian.AppendUint32(out, crc32.Checksum(out, castagnoli)), nil
}

// check reads the record at the start of buf, without its payload. It returns
// the record, opened, and how long it is in buf.
func (r *recordSeal) check(buf []byte) (e entry, raw []byte, size int, err error) {
	e, size, _, err = checkEntry(buf)
	if err == nil {
		raw, err = r.open(buf[:size])
	}
	return e, raw, size, err
}

// about is where a record belongs, and what it says in the clear: its store,
// number, kind and flags. A record cannot be moved.
func (r *recordSeal) about(raw []byte) []byte {
	b := append([]byte("athar record 1\n"), r.store[:]...)
	b = append(b, raw[8:recordHeader]...)
	b[len(b)-3] &^= flagSealed
	return b
}

// keysID returns whose keys the records are sealed with; NoID for none.
func (r *recordSeal) keysID() domain.ID {
	if r == nil {
		return domain.NoID
	}
	return r.keys
}
