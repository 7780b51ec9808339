package persistence

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/metric"
)

const tableSchema = 1

// partSize is how many bytes of blocks go into one transaction and one journal
// record. It is smaller than a transaction may be, so that somebody who types
// during an import waits for no more than this.
const partSize = 1 << 20

// wireTable is the head of a data set's rows. Never reuse a number.
type wireTable struct {
	Rows    int          `cbor:"1,keyasint"`
	Blocks  uint32       `cbor:"2,keyasint"`
	Sum     uint32       `cbor:"3,keyasint"` // CRC-32C over the blocks' payloads
	IDs     bool         `cbor:"4,keyasint,omitempty"`
	Columns []wireColumn `cbor:"5,keyasint,omitempty"`
	Dims    []wireColumn `cbor:"6,keyasint,omitempty"`
}

// wireColumn is a column of figures or of words. Never reuse a number.
type wireColumn struct {
	Name string `cbor:"1,keyasint,omitempty"`
	Key  string `cbor:"2,keyasint,omitempty"` // metric key, or the dim's
}

// headOf returns the head of a table without what depends on its blocks; a
// table that contradicts itself is refused.
func headOf(t *metric.Table) (wireTable, error) {
	w := wireTable{Rows: t.Rows(), IDs: t.IDs != nil}
	if t.IDs != nil && len(t.IDs) != w.Rows {
		return w, domain.Problem(domain.ErrUnknownValue, "table")
	}
	tooLong := func(s string) bool { return len(s) > maxCell }
	if slices.ContainsFunc(t.IDs, tooLong) {
		return w, domain.Problem(domain.ErrTooLong, "table").With("limit", maxCell)
	}
	for _, c := range t.Columns {
		if len(c.Values) != w.Rows {
			return w, domain.Problem(domain.ErrUnknownValue, "table")
		}
		w.Columns = append(w.Columns, wireColumn{clean(c.Name), clean(c.Metric)})
	}
	for _, d := range t.Dims {
		if len(d.Index) != w.Rows || slices.ContainsFunc(d.Index, func(i uint16) bool { return int(i) >= len(d.Words) }) {
			return w, domain.Problem(domain.ErrUnknownValue, "table")
		}
		if slices.ContainsFunc(d.Words, tooLong) {
			return w, domain.Problem(domain.ErrTooLong, "table").With("limit", maxCell)
		}
		w.Dims = append(w.Dims, wireColumn{clean(d.Name), clean(d.Key)})
	}
	return w, nil
}

// PutTable implements metric.Store. The blocks go in part by part; the head,
// which comes last, makes them visible. Rows that are there already are kept
// when they are the same, and anything else under their ID is refused: a table
// is immutable.
func (s *Store) PutTable(ctx context.Context, id domain.ID, t *metric.Table, progress func(float64)) error {
	head, err := headOf(t)
	if err != nil {
		return err
	}
	s.tables.Lock() // one at a time; the write lock is free between parts
	defer s.tables.Unlock()
	there, err := s.tableHead(id)
	if err == nil {
		return sameTable(t, head, there, progress)
	}
	if domain.CodeOf(err) != domain.ErrNotFound {
		return err
	}
	if err := s.dropUnfinished(id); err != nil {
		return err
	}
	p := tablePut{ctx: ctx, id: id, head: head, progress: progress, keep: s.keepPart}
	if err := p.run(t); err != nil {
		_ = s.dropUnfinished(id) // else the next start does it
		return err
	}
	if err := s.keepHead(id, p.head); err != nil {
		return err
	}
	if progress != nil {
		progress(1)
	}
	return nil
}

// sameTable returns nil when the table is the one that is kept already.
func sameTable(t *metric.Table, head, there wireTable, progress func(float64)) error {
	p := tablePut{ctx: context.Background(), head: head}
	if err := p.run(t); err != nil {
		return err
	}
	if p.head.Sum != there.Sum || p.head.Rows != there.Rows || p.head.Blocks != there.Blocks {
		return domain.Problem(domain.ErrUnknownValue, "table")
	}
	if progress != nil {
		progress(1)
	}
	return nil
}

// tablePut is a table on its way into the store.
type tablePut struct {
	ctx      context.Context
	id       domain.ID
	head     wireTable
	progress func(float64)
	keep     func(id domain.ID, first uint32, values [][]byte) error // nil only adds up

	values [][]byte // sealed blocks of the part
	size   int
	first  uint32 // number of the first of them
}

// run encodes the table into blocks and keeps them part by part.
func (p *tablePut) run(t *metric.Table) error {
	p.first = 1
	for i, d := range t.Dims {
		for from := 0; from < len(d.Words); {
			var b []byte
			b, from = appendWords(nil, i, d.Words, from)
			if err := p.add(b, 0); err != nil {
				return err
			}
		}
	}
	var b []byte
	step := rowsPerBlock
	for from := 0; from < t.Rows(); {
		to := min(from+step, t.Rows())
		b = appendRows(b[:0], t, from, to)
		if len(b) > maxBlock {
			if step /= 2; step == 0 {
				return domain.Problem(domain.ErrTooLong, "table").With("limit", maxBlock)
			}
			continue
		}
		if err := p.add(b, float64(to)/float64(t.Rows())); err != nil {
			return err
		}
		from = to
	}
	return p.flush()
}

func (p *tablePut) add(payload []byte, share float64) error {
	p.head.Blocks++
	p.head.Sum = crc32.Update(p.head.Sum, castagnoli, payload)
	if p.keep == nil {
		return nil
	}
	key := blockKey(p.id, p.head.Blocks)
	value, err := envelope{codecBlock, letterTable, blockSchema, payload}.seal(key)
	if err != nil {
		return err
	}
	p.values = append(p.values, value)
	if p.size += len(value) + len(key); p.size < partSize {
		return nil
	}
	if err := p.flush(); err != nil {
		return err
	}
	if p.progress != nil {
		p.progress(min(share, 0.99)) // 1 is said when it is durable
	}
	return nil
}

func (p *tablePut) flush() error {
	if err := p.ctx.Err(); err != nil {
		return cancelled(err)
	}
	if len(p.values) == 0 {
		return nil
	}
	err := p.keep(p.id, p.first, p.values)
	p.first += uint32(len(p.values))
	p.values, p.size = nil, 0
	return err
}

// keepPart keeps some blocks. The journal is synced with the head.
func (s *Store) keepPart(id domain.ID, first uint32, values [][]byte) error {
	payload := encodeBlocks(id, first, values)
	ref := payload[:idSize+8]
	s.write.Lock()
	defer s.write.Unlock()
	if err := s.ready(len(payload)); err != nil {
		return err
	}
	return s.keep(entryBlocks, payload, ref)
}

func (s *Store) keepHead(id domain.ID, head wireTable) error {
	value, err := sealed(blockKey(id, 0), tableSchema, head)
	if err != nil {
		return err
	}
	return s.keepNow(entryTable, append(slices.Clone(id[:]), value...))
}

// dropUnfinished removes what an import that did not finish left of a table.
func (s *Store) dropUnfinished(id domain.ID) error {
	var found bool
	err := s.db.View(func(txn *badger.Txn) error {
		_, err := txn.Get(unfinishedKey(id))
		found = err == nil
		if errors.Is(err, badger.ErrKeyNotFound) {
			return nil
		}
		return err
	})
	if err != nil || !found {
		return storeError("look up table", err)
	}
	return s.keepNow(entryDrop, id[:])
}

// keepNow keeps one journal record, durably.
func (s *Store) keepNow(kind byte, payload []byte) error {
	s.write.Lock()
	defer s.write.Unlock()
	if err := s.ready(len(payload)); err != nil {
		return err
	}
	if err := s.keep(kind, payload, nil); err != nil {
		return err
	}
	return s.flush()
}

// Table implements metric.Store.
func (s *Store) Table(ctx context.Context, id domain.ID) (*metric.Table, error) {
	head, err := s.tableHead(id)
	if err != nil {
		return nil, err
	}
	var t *metric.Table
	err = s.read("read table", func(txn *badger.Txn) error {
		var err error
		t, err = readBlocks(ctx, txn, id, head)
		return err
	})
	return t, err
}

func (s *Store) tableHead(id domain.ID) (wireTable, error) {
	var head wireTable
	err := s.read("read table", func(txn *badger.Txn) error {
		found, err := unsealed(txn, blockKey(id, 0), &head)
		if err == nil && !found {
			err = domain.Problem(domain.ErrNotFound, "data_set")
		}
		return err
	})
	return head, err
}

// readBlocks reads the blocks of a table and checks that none is missing.
func readBlocks(ctx context.Context, txn *badger.Txn, id domain.ID, head wireTable) (*metric.Table, error) {
	t := emptyTable(head)
	opts := badger.DefaultIteratorOptions
	opts.Prefix = tablePrefix(id)
	it := txn.NewIterator(opts)
	defer it.Close()
	next, sum := uint32(1), uint32(0)
	for it.Seek(blockKey(id, 1)); it.Valid(); it.Next() {
		if err := ctx.Err(); err != nil {
			return nil, cancelled(err)
		}
		key := it.Item().Key()
		if !bytes.Equal(key, blockKey(id, next)) {
			break
		}
		err := it.Item().Value(func(value []byte) error {
			env, err := openEnvelope(key, value)
			if err != nil {
				return err
			}
			sum = crc32.Update(sum, castagnoli, env.payload)
			if env.codec != codecBlock || !(&blockReader{buf: env.payload}).read(t, head.IDs) {
				return damaged(placeOf(key))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		next++
	}
	if next != head.Blocks+1 || sum != head.Sum || t.Rows() != head.Rows {
		return nil, damaged(placeOf(blockKey(id, next)))
	}
	return t, nil
}

// emptyTable returns a table with the columns of the head and no rows. It
// makes room for no more rows than the blocks can hold.
func emptyTable(head wireTable) *metric.Table {
	rows := max(0, min(head.Rows, int(min(head.Blocks, 1<<16))*rowsPerBlock))
	t := &metric.Table{Times: make([]int64, 0, rows)}
	if head.IDs {
		t.IDs = make([]string, 0, rows)
	}
	for _, c := range head.Columns {
		t.Columns = append(t.Columns, metric.Column{Name: c.Name, Metric: c.Key, Values: make([]float64, 0, rows)})
	}
	for _, d := range head.Dims {
		t.Dims = append(t.Dims, metric.Dim{Name: d.Name, Key: d.Key, Index: make([]uint16, 0, rows)})
	}
	return t
}

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
		st.ops = append(st.ops, op{blockKey(id, first+i), rest[4 : 4+size]})
		rest = rest[4+size:]
	}
	key := unfinishedKey(id)
	mark, err := envelope{codecPlain, letterUnfinished, 1, []byte{1}}.seal(key)
	st.ops = append(st.ops, op{key, mark})
	return st, err
}

func tableStep(e entry) (step, error) {
	if len(e.payload) <= idSize {
		return step{}, errWire
	}
	id := domain.ID(e.payload[:idSize])
	return step{seq: e.seq, ops: []op{
		{blockKey(id, 0), e.payload[idSize:]}, {key: unfinishedKey(id)},
	}}, nil
}

// dropStep removes every block of a table. Which there are only the store can
// say.
func dropStep(e entry, txn *badger.Txn) (step, error) {
	if len(e.payload) != idSize {
		return step{}, errWire
	}
	id := domain.ID(e.payload)
	st := step{seq: e.seq}
	it := txn.NewIterator(keysOnly(tablePrefix(id)))
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		st.ops = append(st.ops, op{key: it.Item().KeyCopy(nil)})
	}
	st.ops = append(st.ops, op{key: unfinishedKey(id)})
	return st, nil
}
