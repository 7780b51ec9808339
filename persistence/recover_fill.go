package persistence

import (
	"bytes"
	"context"
	"errors"
	"os"

	"github.com/dgraph-io/badger/v4"

	"athar/persistence/archive"
)

// fillFrom makes store.new from a checkpoint, and removes it again where that is
// not whole.
func (s *Store) fillFrom(path string) error {
	dir := s.place.path(dirRebuilt)
	b, err := openBackup(path, s.opts.Keys)
	if err != nil {
		return err
	}
	defer b.close()
	if err := s.room(minFreeOpen + 2*b.Unpacked()); err != nil {
		return err
	}
	if err := newDir(dir); err != nil {
		return err
	}
	db, err := badgerOpen(dir, s.log, s.place.badgerKey)
	if err != nil {
		return storeError("rebuild", err)
	}
	f := filling{db: db, check: newBackupCheck(b)}
	err = b.each(context.Background(), nil, f.entry)
	if bad := db.Close(); err == nil {
		err = storeError("rebuild", bad)
	}
	if err == nil && !s.opts.noSync {
		err = syncFiles(dir)
	}
	if err != nil {
		_ = os.RemoveAll(dir)
	}
	return err
}

// filling puts the keys of a checkpoint into an empty Badger store. What the
// store is and how far it has come is written last, when the checkpoint proved
// to be whole: until then it is nobody's.
type filling struct {
	db    *badger.DB
	check *backupCheck
	ops   []op
	size  int
}

func (f *filling) entry(e archive.Entry) error {
	if err := f.check.entry(e); err != nil {
		return err
	}
	switch e.Kind {
	case 0:
		return f.finish()
	case entryKey:
		size := len(e.Key) + len(e.Value) + 16
		if f.size+size > txnBudget || len(f.ops) == txnMaxOps {
			if err := f.flush(); err != nil {
				return err
			}
		}
		f.ops = append(f.ops, op{key: bytes.Clone(e.Key), value: bytes.Clone(e.Value)})
		f.size += size
	}
	return nil
}

func (f *filling) flush() error {
	err := f.db.Update(func(txn *badger.Txn) error {
		for _, o := range f.ops {
			if err := txn.Set(o.key, o.value); err != nil {
				return err
			}
		}
		return nil
	})
	f.ops, f.size = nil, 0
	return storeError("fill", err)
}

func (f *filling) finish() error {
	if err := f.flush(); err != nil {
		return err
	}
	head := f.check.head
	meta, err := sealedMeta(head.Store, head.StoreFormat)
	if err != nil {
		return err
	}
	epoch, err := sealedEpoch(head.Epoch)
	if err != nil {
		return err
	}
	return storeError("fill", f.db.Update(func(txn *badger.Txn) error {
		state := wireState{Seq: head.Seq, Counts: countsOf(head), Sum: f.check.state.Sum, Past: f.check.state.Past, Parted: true}
		return errors.Join(txn.Set(keyEpoch, epoch), setState(txn, state), txn.Set(keyMeta, meta))
	}))
}

// countsOf returns what a head says of the keys.
func countsOf(h archive.Head) map[byte]int64 {
	out := make(map[byte]int64, len(h.Counts))
	for letter, n := range h.Counts { // of one byte each: it was checked
		out[letter[0]] = n
	}
	return out
}
