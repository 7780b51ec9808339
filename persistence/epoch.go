package persistence

import (
	"errors"
	"os"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// Epoch returns the ID of the time since the store was made or was last set
// back. A device that works on the store has another ID in each epoch: what it
// numbered before a restore must not be numbered a second time after it.
//
// The first epoch has the ID of the store.
func (s *Store) Epoch() domain.ID {
	s.write.Lock()
	defer s.write.Unlock()
	return s.epoch
}

// readEpoch returns the epoch that is kept; NoID when there is none yet.
func readEpoch(db *badger.DB) (domain.ID, error) {
	var id domain.ID
	err := db.View(func(txn *badger.Txn) error {
		item, err := txn.Get(keyEpoch)
		if errors.Is(err, badger.ErrKeyNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return item.Value(func(value []byte) error {
			env, err := openEnvelope(keyEpoch, value)
			if err == nil && (env.codec != codecPlain || len(env.payload) != idSize) {
				err = damaged(placeOf(keyEpoch))
			}
			if err == nil {
				id = domain.ID(env.payload)
			}
			return err
		})
	})
	return id, storeError("read epoch", err)
}

func sealedEpoch(id domain.ID) ([]byte, error) {
	return envelope{codecPlain, letterMeta, metaSchema, id[:]}.seal(keyEpoch)
}

func epochStep(e entry) (step, error) {
	if len(e.payload) != idSize {
		return step{}, errWire
	}
	value, err := sealedEpoch(domain.ID(e.payload))
	return step{seq: e.seq, ops: []op{{key: keyEpoch, value: value}}}, err
}

// renewEpoch begins a new epoch.
func (s *Store) renewEpoch() error { return s.enterEpoch(domain.NewID()) }

// enterEpoch keeps that an epoch is under way.
func (s *Store) enterEpoch(id domain.ID) error {
	if err := s.keepNow(entryEpoch, id[:]); err != nil {
		return err
	}
	s.write.Lock()
	defer s.write.Unlock()
	s.epoch = id
	return nil
}

// settleEpoch reads the epoch, and begins a new one where the store was set
// back or lost something since it was closed.
func (s *Store) settleEpoch(lost bool) error {
	var err error
	if s.epoch, err = readEpoch(s.db); err != nil {
		return err
	}
	path := s.place.path(fileSetBack)
	_, none := os.Lstat(path)
	if none == nil || lost || s.epoch == domain.NoID {
		s.readLoss()
		if err := s.renewEpoch(); err != nil {
			return err
		}
	}
	if err := s.noteEpoch(); err != nil || none != nil {
		return err
	}
	return fileError(path, os.Remove(path))
}
