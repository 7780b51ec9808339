package persistence

import (
	"context"
	"errors"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// openBadger opens Badger and reads how far it has come. Whatever keeps it from
// being used is errUnusable. Unless it is known to be as it was closed, its
// keys are counted and their values summed up: a table that vanished, or an old
// value in the place of a newer one, shows nowhere else. An empty one begins
// where start says, which is nil where it must not be empty.
func (s *Store) openBadger(last closing, start *logStart) error {
	dir := s.place.path(dirStore)
	var err error
	for range 2 { // an open that fails may repair a log that a kill left behind
		if s.db, err = badgerOpen(dir, s.log, s.place.badgerKey); err == nil {
			break
		}
	}
	if err != nil {
		s.db = nil
		if notDamage(err) {
			return storeError("open", err)
		}
		// Badger lets go of nothing where it cannot open a store. Windows does not rename
		// what is open, and the next start makes it anew without looking at it again.
		s.distrust()
		return errUnusable
	}
	meta, state, found, err := readState(s.db)
	if err == nil && !found && start != nil {
		if err := initState(s.db, s.place.store, start.format, start.before); err != nil {
			return err
		}
		meta, state, found, err = readState(s.db)
	}
	trusted := last.intact && last.seq == state.Seq && state.hasSum()
	switch {
	case err == nil && found && meta.Format > storeFormat:
		return domain.Problem(domain.ErrStoreNewer, "").
			With("found", meta.Format).With("known", storeFormat).With("path", s.place.dir)
	case err != nil || !found || !meta.isOf(s.place.store),
		!trusted && !s.keysMatch(&state):
		return errors.Join(errUnusable, s.letGo())
	}
	s.state, s.format = state, meta.Format
	return nil
}

// badgerOpen opens Badger. Some damage makes it panic.
func badgerOpen(dir string, lg *badgerLog, key []byte) (db *badger.DB, err error) {
	defer func() {
		if recover() != nil { // the value quotes the store
			db, err = nil, errUnusable
		}
	}()
	return badger.Open(badgerOptions(dir, lg, key))
}

// letGo closes a Badger store that cannot be used.
func (s *Store) letGo() error {
	_ = s.closeBadger()
	s.db = nil
	return nil
}

// keysMatch reports whether the store holds the keys and values it should. It
// completes the state of a store of an earlier version, which did not keep all of
// the sums.
func (s *Store) keysMatch(state *wireState) bool {
	if state.hasSum() && state.Parted {
		found, err := countPresent(context.Background(), s.db)
		return err == nil && state.samePresent(found)
	}
	found, err := countKeys(context.Background(), s.db)
	if err != nil || !state.sameKeys(found) {
		return false
	}
	state.Sum, state.Past, state.Parted = found.Sum, found.Past, true
	return s.db.Update(func(txn *badger.Txn) error { return setState(txn, *state) }) == nil
}
