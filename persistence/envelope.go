package persistence

import (
	"encoding/binary"
	"hash/crc32"

	"athar/domain"
)

// A value in the store is an envelope: header, payload, checksum. The checksum
// covers the key as well, so a value under a wrong key is noticed. An empty
// value is always damage: Badger gives one, without an error, where it lost
// what was there.
//
//	magic 1 | codec 1 | type 2 | schema 2 | flags 1 | length 4 | payload | CRC-32C 4
const (
	envelopeMagic  = 0xA7
	envelopeHeader = 11
	envelopeSum    = 4
)

// Codecs say how a payload is to be read. Never reuse a number.
const (
	codecCBOR  = 1 // CBOR map with integer keys
	codecBlock = 2 // block of a data set's rows
	codecPlain = 3 // fixed-width big endian numbers
	codecPart  = 4 // part of the bytes that domain/journal encodes
)

// flagZstd marks a payload compressed with Zstandard.
const flagZstd = 1

// maxValue is the largest value kept, in bytes. Badger moves values of 1 MB
// into its value log, where damage is silent.
const maxValue = 512 << 10

// maxPayload bounds what a compressed payload may unpack to, in bytes.
const maxPayload = 16 << 20

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// envelope is an opened value.
type envelope struct {
	codec   byte
	kind    uint16 // letter of the table the value belongs to
	schema  uint16
	payload []byte
}

// seal returns the value to keep under the key. Payloads that compress well
// are compressed, except plain ones, which are small or compressed already. A
// value that is too large is refused with ErrTooLong.
func (e envelope) seal(key []byte) ([]byte, error) {
	payload, flags := e.payload, byte(0)
	if e.codec != codecPlain {
		payload, flags = squeeze(payload)
	}
	size := envelopeHeader + len(payload) + envelopeSum
	if size > maxValue || len(e.payload) > maxPayload {
		return nil, domain.Problem(domain.ErrTooLong, "record").With("limit", maxValue)
	}
	out := make([]byte, 0, size)
	out = append(out, envelopeMagic, e.codec)
	out = binary.BigEndian.AppendUint16(out, e.kind)
	out = binary.BigEndian.AppendUint16(out, e.schema)
	out = append(out, flags)
	out = binary.BigEndian.AppendUint32(out, uint32(len(payload)))
	out = append(out, payload...)
	return binary.BigEndian.AppendUint32(out, envelopeCRC(key, out)), nil
}

// openEnvelope checks a value and returns what is in it. The payload may share
// memory with the value.
func openEnvelope(key, value []byte) (envelope, error) {
	if len(value) < envelopeHeader+envelopeSum || value[0] != envelopeMagic {
		return envelope{}, damaged(placeOf(key))
	}
	body := value[:len(value)-envelopeSum]
	if binary.BigEndian.Uint32(value[len(body):]) != envelopeCRC(key, body) {
		return envelope{}, damaged(placeOf(key))
	}
	if uint64(binary.BigEndian.Uint32(body[7:])) != uint64(len(body)-envelopeHeader) {
		return envelope{}, damaged(placeOf(key))
	}
	payload, err := unsqueeze(body[envelopeHeader:], body[6])
	if err != nil || binary.BigEndian.Uint16(body[2:]) != uint16(letterOf(key)) {
		return envelope{}, damaged(placeOf(key))
	}
	return envelope{
		codec:   body[1],
		kind:    binary.BigEndian.Uint16(body[2:]),
		schema:  binary.BigEndian.Uint16(body[4:]),
		payload: payload,
	}, nil
}

// valueSum returns the checksum a value ends in, of its key and of everything
// in it; 0 where there is none.
func valueSum(value []byte) uint64 {
	if len(value) < envelopeSum {
		return 0
	}
	return uint64(binary.BigEndian.Uint32(value[len(value)-envelopeSum:]))
}

func letterOf(key []byte) byte {
	if len(key) == 0 {
		return 0
	}
	return key[0]
}

func envelopeCRC(key, body []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, body)
}
