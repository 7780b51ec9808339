package persistence

import (
	"bytes"
	"encoding/binary"
)

// A log that does not begin with the first record begins with everything that
// was kept then, as keys and values:
//
//	length of the key 2 | length of the value 4 | key | value
const keysHead = 6

func appendKey(b, key, value []byte) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(len(key)))
	b = binary.BigEndian.AppendUint32(b, uint32(len(value)))
	return append(append(b, key...), value...)
}

// keysStep sets the keys of a record. The store's own are not among them.
func keysStep(e entry) (step, error) {
	st := step{seq: e.seq}
	for rest := e.payload; len(rest) > 0; {
		if len(rest) < keysHead {
			return step{}, errWire
		}
		key, value := int(binary.BigEndian.Uint16(rest)), uint64(binary.BigEndian.Uint32(rest[2:]))
		rest = rest[keysHead:]
		if uint64(len(rest)) < uint64(key)+value || key == 0 {
			return step{}, errWire
		}
		o := op{key: bytes.Clone(rest[:key]), value: rest[key : uint64(key)+value]}
		if letter := letterOf(o.key); letter == letterMeta || letter == letterOutbox || len(o.value) == 0 {
			return step{}, errWire
		}
		st.ops = append(st.ops, o)
		rest = rest[uint64(key)+value:]
	}
	return st, nil
}
