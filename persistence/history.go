package persistence

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// Journal implements domain.JournalStore. Commits that waited and can be
// applied now are among the state's recent ones.
func (s *Store) Journal(ctx context.Context, campaign domain.ID) (*journal.State, error) {
	var (
		tips    []byte
		parts   [][]byte
		waiting []*journal.Commit
	)
	err := s.read("read journal", func(txn *badger.Txn) error {
		err := s.waitsFor(campaign)
		if err != nil {
			return err
		}
		if tips, err = readTips(txn, campaign); err != nil {
			return err
		}
		err = eachWhole(ctx, txn, campaignPrefix(letterPart, campaign), func(_, data []byte) error {
			parts = append(parts, bytes.Clone(data))
			return nil
		})
		if err != nil {
			return err
		}
		return eachWhole(ctx, txn, campaignPrefix(letterWaiting, campaign), func(key, data []byte) error {
			c, err := openCommit(key, data)
			waiting = append(waiting, c)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	state := journal.NewState(campaign, past{s})
	if tips != nil {
		if state, err = journal.LoadState(past{s}, tips, parts...); err != nil || state.Scope() != campaign {
			s.distrust()
			return nil, damaged(placeOf(tipsKey(campaign)))
		}
	}
	state.Add(waiting...)
	return state, nil
}

// readTips returns what every commit changes of a campaign's state; nil when
// there never was one.
func readTips(txn *badger.Txn, campaign domain.ID) (tips []byte, err error) {
	key := tipsKey(campaign)
	item, err := txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	err = item.Value(func(value []byte) error {
		env, err := openEnvelope(key, value)
		if err == nil && env.codec != codecPart {
			err = damaged(placeOf(key))
		}
		tips = bytes.Clone(env.payload)
		return err
	})
	return tips, err
}

// openCommit decodes a commit that is kept under a key.
func openCommit(key, data []byte) (*journal.Commit, error) {
	c, err := journal.Decode(data)
	if err != nil || !isUnder(c, key) {
		return nil, damaged(placeOf(key))
	}
	return c, nil
}

// isUnder reports whether a commit is the one that a key names.
func isUnder(c *journal.Commit, key []byte) bool {
	switch letterOf(key) {
	case letterJournal:
		return bytes.Equal(key, journalKey(c.Scope, c.Device, c.Seq))
	case letterWaiting:
		return bytes.Equal(key, waitingKey(c.Scope, c.ID))
	}
	return false
}

// past reads commits while the store is in use. It may be used from any
// goroutine.
type past struct{ store *Store }

// Commit implements journal.Past: nil for a commit that is not kept, or that
// cannot be read.
func (p past) Commit(id domain.ID) *journal.Commit {
	var c *journal.Commit
	err := p.store.read("read commit", func(txn *badger.Txn) error {
		if c = p.store.later.commits[id]; c != nil {
			return nil
		}
		var err error
		c, err = commitByID(txn, id)
		return err
	})
	if err != nil {
		return nil
	}
	return c
}

// commitByID returns a commit of the journal; nil when it is not kept.
func commitByID(txn *badger.Txn, id domain.ID) (*journal.Commit, error) {
	place, ok, err := whereCommit(txn, id)
	if err != nil || !ok {
		return nil, err
	}
	key := journalKey(place.campaign, place.device, place.seq)
	data, found, err := readParts(txn, key)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, damaged(placeOf(key))
	}
	return openCommit(key, data)
}

// whereCommit looks up where a commit of the journal is.
func whereCommit(txn *badger.Txn, id domain.ID) (place commitPlace, ok bool, err error) {
	key := commitKey(id)
	item, err := txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return place, false, nil
	}
	if err != nil {
		return place, false, err
	}
	err = item.Value(func(value []byte) error {
		env, err := openEnvelope(key, value)
		if err == nil {
			place, ok = placeOfCommit(env)
		}
		return err
	})
	return place, ok, err
}

// errEnough ends a walk over keys.
var errEnough = errors.New("enough")

// History implements domain.JournalStore: the commits there were when it was
// called first. The store can be written to meanwhile, but is closed only after
// the walk has ended.
func (s *Store) History(ctx context.Context, campaign domain.ID) iter.Seq2[*journal.Commit, error] {
	return func(yield func(*journal.Commit, error) bool) {
		err := s.read("read history", func(*badger.Txn) error { return s.waitsFor(campaign) })
		if err != nil {
			yield(nil, err)
			return
		}
		txn, release, err := s.hold()
		if err != nil {
			yield(nil, err)
			return
		}
		defer release()
		err = eachWhole(ctx, txn, campaignPrefix(letterJournal, campaign), func(key, data []byte) error {
			c, err := openCommit(key, data)
			if err == nil && !yield(c, nil) {
				err = errEnough
			}
			return err
		})
		if err = s.readError("read history", err); err != nil {
			yield(nil, err)
		}
	}
}

// Own implements domain.JournalStore.
func (s *Store) Own(ctx context.Context, campaign, device domain.ID, n int) ([]*journal.Commit, error) {
	var out []*journal.Commit
	err := s.read("read own commits", func(txn *badger.Txn) error {
		if err := s.waitsFor(campaign); err != nil {
			return err
		}
		opts := keysOnly(journalPrefix(campaign, device))
		opts.Reverse = true
		it := txn.NewIterator(opts)
		defer it.Close()
		end := bytes.Repeat([]byte{0xFF}, journalKeySize)
		copy(end, opts.Prefix)
		for it.Seek(end); it.Valid() && len(out) < n; it.Next() {
			if err := ctx.Err(); err != nil {
				return cancelled(err)
			}
			key := it.Item().KeyCopy(nil)
			if partOf(key) != 0 {
				continue // with its first part comes the whole
			}
			data, _, err := readParts(txn, key)
			if err != nil {
				return err
			}
			c, err := openCommit(key, data)
			if err != nil {
				return err
			}
			out = append(out, c)
		}
		return nil
	})
	slices.Reverse(out)
	return out, err
}
