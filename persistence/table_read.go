package persistence

import (
	"bytes"
	"context"
	"hash/crc32"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/metric"
)

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
