package persistence

import (
	"encoding/binary"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// A journal record of blocks is: table 16 | first block 4 | count 4 | and for
// each block: length 4 | sealed value. The first 24 bytes are also the
// reference from which the outbox makes the whole again.
func encodeBlocks(id domain.ID, first uint32, values [][]byte) []byte {
	size := idSize + 8
	for _, v := range values {
		size += 4 + len(v)
	}
	out := make([]byte, 0, size)
	out = append(out, id[:]...)
	out = binary.BigEndian.AppendUint32(out, first)
	out = binary.BigEndian.AppendUint32(out, uint32(len(values)))
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(len(v)))
		out = append(out, v...)
	}
	return out
}

func decodeBlocksHead(payload []byte) (id domain.ID, first, count uint32, err error) {
	if len(payload) < idSize+8 {
		return domain.NoID, 0, 0, errWire
	}
	id = domain.ID(payload[:idSize])
	first = binary.BigEndian.Uint32(payload[idSize:])
	return id, first, binary.BigEndian.Uint32(payload[idSize+4:]), nil
}

func blocksStep(e entry) (step, error) {
	id, first, count, err := decodeBlocksHead(e.payload)
	if err != nil || first == 0 {
		return step{}, errWire
	}
	st := step{seq: e.seq}
	rest := e.payload[idSize+8:]
	for i := range count {
		if len(rest) < 4 || uint64(binary.BigEndian.Uint32(rest)) > uint64(len(rest)-4) {
			return step{}, errWire
		}
		size := binary.BigEndian.Uint32(rest)
		st.ops = append(st.ops, op{key: blockKey(id, first+i), value: rest[4 : 4+size]})
		rest = rest[4+size:]
	}
	key := unfinishedKey(id)
	mark, err := envelope{codecPlain, letterUnfinished, 1, []byte{1}}.seal(key)
	st.ops = append(st.ops, op{key: key, value: mark})
	return st, err
}

func tableStep(e entry) (step, error) {
	if len(e.payload) <= idSize {
		return step{}, errWire
	}
	id := domain.ID(e.payload[:idSize])
	return step{seq: e.seq, ops: []op{
		{key: blockKey(id, 0), value: e.payload[idSize:]}, {key: unfinishedKey(id)},
	}}, nil
}

// dropStep removes every block of a table. Which there are only the store can
// say.
func dropStep(e entry, txn *badger.Txn) (step, error) {
	if len(e.payload) != idSize {
		return step{}, errWire
	}
	id := domain.ID(e.payload)
	st := step{seq: e.seq, ops: dropOps(id, txn), looked: true}
	return st, nil
}

// dropOps returns what removes the rows of a table.
func dropOps(id domain.ID, txn *badger.Txn) (ops []op) {
	it := txn.NewIterator(keysOnly(tablePrefix(id)))
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		ops = append(ops, op{key: it.Item().KeyCopy(nil)})
	}
	return append(ops, op{key: unfinishedKey(id)})
}
