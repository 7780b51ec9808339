package persistence

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"

	"github.com/dgraph-io/badger/v4"
)

// What domain/journal encodes can be larger than a value may be, so it lies in
// parts: the key of each ends in its number, from 0 on, and the first part
// begins with the length of the whole. There are never parts after the last.
//
//	part 0:  length of the whole 4 | bytes
//	others:  bytes
const (
	partHead   = 4
	partLimit  = 448 << 10 // leaves room for the envelope
	partSchema = 1
	maxParts   = 1 << 8 // far above what may be kept
)

// partOps returns what keeps data under a key and its followers.
func partOps(key, data []byte) ([]op, error) {
	rest := binary.BigEndian.AppendUint32(make([]byte, 0, partHead+len(data)), uint32(len(data)))
	rest = append(rest, data...)
	var ops []op
	for n := 0; n == 0 || len(rest) > 0; n++ {
		size := min(len(rest), partLimit)
		o := op{key: withPart(key, n), last: size == len(rest)}
		var err error
		o.value, err = envelope{codecPart, uint16(letterOf(key)), partSchema, rest[:size]}.seal(o.key)
		if err != nil {
			return nil, err
		}
		ops, rest = append(ops, o), rest[size:]
	}
	return ops, nil
}

// noParts returns what removes everything that is kept under a key.
func noParts(key []byte) op { return op{key: key, last: true} }

// withPart returns the key with another number of a part.
func withPart(key []byte, part int) []byte {
	return binary.BigEndian.AppendUint16(bytes.Clone(key[:len(key)-partNumber]), uint16(part))
}

func partOf(key []byte) int { return int(binary.BigEndian.Uint16(key[len(key)-partNumber:])) }

// parted puts together what lies in parts, given in the order of their keys.
type parted struct {
	key  []byte // of the first part
	next int    // number of the next part
	left int    // bytes that are still to come; 0 when none is open
	data []byte
}

// add takes the next part. It returns the whole when this was its last part,
// which is valid until the next call.
func (p *parted) add(key, value []byte) (whole []byte, err error) {
	env, err := openEnvelope(key, value)
	if err != nil {
		return nil, err
	}
	first := p.left == 0
	if env.codec != codecPart || first != (partOf(key) == 0) ||
		!first && !bytes.Equal(key, withPart(p.key, p.next)) {
		return nil, damaged(placeOf(key))
	}
	payload := env.payload
	if first {
		if len(payload) < partHead {
			return nil, damaged(placeOf(key))
		}
		p.key, p.next = append(p.key[:0], key...), 0
		p.left = int(binary.BigEndian.Uint32(payload))
		if payload = payload[partHead:]; len(payload) == p.left {
			p.left = 0
			return payload, nil
		}
		p.data = nil // the room grows with what comes, not with what is said
	}
	if p.left -= len(payload); p.left < 0 || len(payload) == 0 {
		return nil, damaged(placeOf(key))
	}
	p.next++
	p.data = append(p.data, payload...)
	if p.left > 0 {
		return nil, nil
	}
	return p.data, nil
}

// end reports a last part that did not come.
func (p *parted) end() error {
	if p.left > 0 {
		return damaged(placeOf(p.key))
	}
	return nil
}

// readParts returns what is kept under a key; found is false when nothing is.
func readParts(txn *badger.Txn, key []byte) (data []byte, found bool, err error) {
	var p parted
	for n := range maxParts {
		k := withPart(key, n)
		item, err := txn.Get(k)
		if errors.Is(err, badger.ErrKeyNotFound) {
			return nil, n > 0, p.end()
		}
		if err != nil {
			return nil, true, err
		}
		err = item.Value(func(value []byte) error {
			whole, err := p.add(k, value)
			data = bytes.Clone(whole)
			return err
		})
		if err != nil || p.left == 0 {
			return data, true, err
		}
	}
	return nil, true, damaged(placeOf(key))
}

// eachWhole gives everything that is kept in parts under a prefix to f, in the
// order of the keys. Key and data are only valid during the call.
func eachWhole(ctx context.Context, txn *badger.Txn, prefix []byte, f func(key, data []byte) error) error {
	var p parted
	err := eachValue(ctx, txn, prefix, func(key, value []byte) error {
		whole, err := p.add(key, value)
		if err != nil || p.left > 0 {
			return err
		}
		return f(p.key, whole)
	})
	if err != nil {
		return err
	}
	return p.end()
}
