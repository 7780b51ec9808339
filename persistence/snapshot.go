package persistence

import (
	"context"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// snapshot is the store at one moment: Badger's keys in a read transaction,
// and the journal up to the record they show the effect of. The store goes on
// being written to meanwhile. Close waits for it.
type snapshot struct {
	store    *Store
	txn      *badger.Txn
	state    wireState
	format   int
	epoch    domain.ID
	segments []segment
}

func (s *Store) snapshot() (*snapshot, error) {
	s.snapshots.RLock()
	snap, err := s.snapshotNow()
	if err != nil {
		s.snapshots.RUnlock()
	}
	return snap, err
}

func (s *Store) snapshotNow() (*snapshot, error) {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return nil, internal("store is closed")
	}
	if s.pending != nil || s.journal.broken || len(s.later.entries) > 0 || s.lost {
		if err := s.ready(0); err != nil {
			return nil, err
		}
	}
	if err := s.flush(); err != nil {
		return nil, err
	}
	segments, err := s.place.segments()
	if err != nil {
		return nil, err
	}
	return &snapshot{s, s.db.NewTransaction(false), s.state, s.format, s.epoch, segments}, nil
}

func (n *snapshot) release() {
	n.txn.Discard()
	n.store.snapshots.RUnlock()
}

// size returns how much the log and the store take on disk, which is more than a
// backup needs, in bytes.
func (n *snapshot) size() uint64 {
	var sum int64
	for _, dir := range []string{dirJournal, dirStore} {
		names, _ := os.ReadDir(n.store.place.path(dir))
		for _, f := range names {
			if ext := filepath.Ext(f.Name()); ext != ".log" && ext != ".sst" {
				continue // of the others nobody knows how much is in them
			}
			if info, err := f.Info(); err == nil {
				sum += info.Size()
			}
		}
	}
	return uint64(sum)
}

// keys gives every key that a backup holds and its value to f, in order. The
// state is not among them: it comes of them. Nor is the outbox, for the journal
// is complete. Keys that are not those of the state are ErrStoreDamaged, and the
// next Open rebuilds the store.
func (n *snapshot) keys(ctx context.Context, f func(key, value []byte) error) error {
	found := wireState{Counts: map[byte]int64{}}
	err := eachValue(ctx, n.txn, nil, func(key, value []byte) error {
		switch letterOf(key) {
		case letterMeta, letterOutbox:
			return nil
		}
		if _, err := openEnvelope(key, value); err != nil {
			return err
		}
		found.add(key, value)
		return f(key, value)
	})
	if err == nil && !n.state.sameKeys(found) {
		err = damaged(placeOf(keyState))
	}
	err = storeError("read for a backup", err)
	if domain.CodeOf(err) == domain.ErrStoreDamaged {
		n.store.distrust()
	}
	return err
}

// journal gives every journal record up to the moment of the snapshot to f, as
// it is on disk. What cannot be read is left out.
func (n *snapshot) journal(ctx context.Context, f func(raw []byte) error) error {
	for _, seg := range n.segments {
		if err := ctx.Err(); err != nil {
			return cancelled(err)
		}
		if seg.first > n.state.Seq {
			return nil
		}
		buf, err := os.ReadFile(seg.path)
		if err != nil {
			return fileError(seg.path, err)
		}
		scan := segmentScan{next: seg.first}
		err = scan.read(buf, seg, n.store.place.store, func(e entry, raw []byte) error {
			if e.seq > n.state.Seq {
				return nil
			}
			return f(raw)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
