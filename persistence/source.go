package persistence

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// Scopes returns every campaign that has a journal, those included that were
// removed for ever, in the order of their IDs.
func (s *Store) Scopes(ctx context.Context) ([]domain.ID, error) {
	var out []domain.ID
	err := s.read("read campaigns", func(txn *badger.Txn) error {
		it := txn.NewIterator(keysOnly([]byte{letterTips}))
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			if err := ctx.Err(); err != nil {
				return cancelled(err)
			}
			out = append(out, idAt(it.Item().Key(), 1))
		}
		return nil
	})
	return out, err
}

// OpenSource opens another data directory, or a backup, to merge from. Whether
// Athar has it open somewhere or was killed while it did makes no difference:
// what is durable there is read into memory, and not a byte changes. Options.Keys
// open one that is encrypted.
//
// Where parts of it cannot be read, the OpenReport says so: the commits that
// can be read are there.
//
// Errors are those of Open and ReadBackup, and ErrSourceOld.
func OpenSource(ctx context.Context, path string, opts Options) (*Store, error) {
	s, err := openSource(ctx, path, opts.complete())
	if err != nil {
		return nil, fmt.Errorf("open a source: %w", err)
	}
	return s, nil
}

func openSource(ctx context.Context, path string, opts Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, cancelled(err)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	var s *Store
	if info.IsDir() {
		if p := (&place{dir: path}); p.identify() == nil && p.keys == domain.NoID {
			opts.Keys = nil // it needs none, whatever what it is merged into needs
		}
		s, err = openReading(path, opts, ReadingAsked, opts.Site(path))
	} else {
		s, err = readingOf(path, opts)
	}
	if err != nil {
		return nil, err
	}
	if s.format < journalFormat { // there are no commits in it
		s.abandon()
		return nil, domain.Problem(domain.ErrSourceOld, "").With("path", path)
	}
	return s, nil
}

// readingOf opens what a backup holds for reading.
func readingOf(path string, opts Options) (*Store, error) {
	head, err := readBackupHead(path, opts.Keys)
	if err != nil {
		return nil, err
	}
	p := &place{dir: filepath.Dir(path), store: head.Store}
	s := &Store{opts: opts, place: p, log: &badgerLog{}, reading: ReadingAsked, journal: &diskLog{}}
	if err := s.loadCheckpoint(path); err != nil {
		return nil, err
	}
	s.format = head.StoreFormat
	if _, s.state, _, err = readState(s.db); err == nil {
		s.epoch, err = readEpoch(s.db)
	}
	if err != nil {
		s.abandon()
		return nil, err
	}
	return s, nil
}
