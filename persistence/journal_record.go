package persistence

import (
	"encoding/binary"
	"errors"
	"hash/crc32"

	"athar/domain/journal"
	"athar/persistence/vault"
)

// A journal record is
//
//	magic 4 | length 4 | seq 8 | kind 1 | flags 1 | zero 2 | payload | CRC-32C 4
//
// in big endian. The length is the payload's; the checksum covers everything
// before it. Records are numbered from 1 without gaps: what is lost can be
// named.
const (
	recordMagic  = 0x41544A52 // "ATJR"
	recordHeader = 20
	recordSum    = 4

	// maxLogPayload bounds the payload of one record, packed and unpacked, in
	// bytes: the largest commit of the journal, the records that it leaves and
	// their state.
	maxLogPayload = 3 * journal.MaxEncoded
)

// What a journal record tells. Never reuse a letter.
const (
	entryCommit = 'c' // a commit of format 1: wireCommit as CBOR
	entryEdit   = 'e' // a commit: wireEdit as CBOR
	entryDevice = 'v' // who a device is: wireDevice as CBOR
	entryChosen = 'p' // what people chose for the whole store: wirePreference as CBOR
	entryEpoch  = 'n' // the epoch is a new one: ID
	entryFormat = 'f' // the store has this format from here on: number 2
	entryBase   = 'a' // everything that is kept follows: nothing before is needed
	entryKeys   = 'k' // keys and values as they are kept
	entryBlocks = 'b' // some blocks of a data set's rows
	entryTable  = 't' // the head of a data set's rows: they are complete now
	entryDrop   = 'd' // the rows of a data set were given up
	entryLost   = 'x' // numbers that this journal does not hold any more
)

// Why bytes are not a journal record.
var (
	errRecordShort = errors.New("journal record is incomplete")
	errRecordBad   = errors.New("journal record fails its check")
)

// entry is a journal record.
type entry struct {
	seq     uint64
	kind    byte
	payload []byte
}

// encode returns the record's bytes. Blocks are compressed each by itself.
func (e entry) encode() []byte {
	payload, flags := e.payload, byte(0)
	if e.kind != entryBlocks {
		payload, flags = squeeze(payload)
	}
	out := make([]byte, 0, recordHeader+len(payload)+recordSum)
	out = binary.BigEndian.AppendUint32(out, recordMagic)
	out = binary.BigEndian.AppendUint32(out, uint32(len(payload)))
	out = binary.BigEndian.AppendUint64(out, e.seq)
	out = append(out, e.kind, flags, 0, 0)
	out = append(out, payload...)
	return binary.BigEndian.AppendUint32(out, crc32.Checksum(out, castagnoli))
}

// decodeEntry reads the record at the start of buf and returns how long it is.
// The payload may share memory with buf.
func decodeEntry(buf []byte) (entry, int, error) {
	e, size, flags, err := checkEntry(buf)
	if err != nil {
		return entry{}, 0, err
	}
	e.payload, err = unsqueeze(buf[recordHeader:size-recordSum], flags)
	if err != nil {
		return entry{}, 0, errRecordBad
	}
	return e, size, nil
}

// checkEntry does what decodeEntry does except for unpacking the payload,
// which most readers of a journal never look at.
func checkEntry(buf []byte) (e entry, size int, flags byte, err error) {
	if len(buf) < recordHeader+recordSum {
		return entry{}, 0, 0, errRecordShort
	}
	if binary.BigEndian.Uint32(buf) != recordMagic {
		return entry{}, 0, 0, errRecordBad
	}
	length := binary.BigEndian.Uint32(buf[4:])
	if length > maxLogPayload+vault.SealSize {
		return entry{}, 0, 0, errRecordBad
	}
	size = recordHeader + int(length) + recordSum
	if len(buf) < size {
		return entry{}, 0, 0, errRecordShort
	}
	sum := binary.BigEndian.Uint32(buf[size-recordSum:])
	if crc32.Checksum(buf[:size-recordSum], castagnoli) != sum {
		return entry{}, 0, 0, errRecordBad
	}
	return entry{seq: binary.BigEndian.Uint64(buf[8:]), kind: buf[16]}, size, buf[17], nil
}
