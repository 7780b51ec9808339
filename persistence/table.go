package persistence

import (
	"context"
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
