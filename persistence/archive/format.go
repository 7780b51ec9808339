package archive

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"time"

	"athar/domain"
)

// A backup is
//
//	"ATHARBAK" 8 | version 2 | zero 2 | length of the head 4 | head | CRC-32C 4
//	entries, as one stream of Zstandard
//	"ATHAREND" 8 | entries 8 | bytes unpacked 8 | bytes packed 8 | SHA-256 32
//
// in big endian. The head is JSON. The SHA-256 covers everything before it.
const (
	magic       = "ATHARBAK"
	endMagic    = "ATHAREND"
	prefixSize  = 16
	sumSize     = 4
	hashSize    = 32
	trailerSize = 8 + 3*8 + hashSize

	maxHead = 64 << 10
)

// Version numbers the container. A higher one is refused.
const Version = 1

// Bounds of an entry, in bytes.
const (
	MaxKey   = 64
	MaxValue = 33 << 20

	entryHead = 7
)

// window is how far back Zstandard may look, in bytes: what a reader must keep.
const window = 1 << 20

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Head says what is in a backup. Names are stored: never reuse one.
type Head struct {
	App         string           `json:"app"`
	Version     string           `json:"version"`
	StoreFormat int              `json:"store_format"`
	Store       domain.ID        `json:"store"`
	Epoch       domain.ID        `json:"epoch,omitzero"`
	Seq         uint64           `json:"seq"`
	Created     time.Time        `json:"created"`
	Reason      string           `json:"reason"`
	Counts      map[string]int64 `json:"counts"`
	Sum         string           `json:"sum"`
}

// Entry is one thing that is kept. An entry without a key belongs to a kind
// that has an order instead.
type Entry struct {
	Kind  byte
	Key   []byte
	Value []byte
}

func (h Head) encode() ([]byte, error) {
	head, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	return framed(magic, Version, head), nil
}

// trailer is what the end of a backup says of the rest.
type trailer struct {
	entries  uint64
	unpacked uint64
	packed   uint64
	hash     [hashSize]byte
}

// encode returns the trailer without its hash.
func (t trailer) encode() []byte {
	out := append(make([]byte, 0, trailerSize), endMagic...)
	out = binary.BigEndian.AppendUint64(out, t.entries)
	out = binary.BigEndian.AppendUint64(out, t.unpacked)
	return binary.BigEndian.AppendUint64(out, t.packed)
}

func decodeTrailer(buf []byte) (t trailer, ok bool) {
	if len(buf) != trailerSize || string(buf[:8]) != endMagic {
		return t, false
	}
	t.entries = binary.BigEndian.Uint64(buf[8:])
	t.unpacked = binary.BigEndian.Uint64(buf[16:])
	t.packed = binary.BigEndian.Uint64(buf[24:])
	copy(t.hash[:], buf[32:])
	return t, true
}
