package persistence

import (
	"errors"
	"os"
)

// dirForgotten is where Badger's part is kept until it was made anew without
// what is forgotten.
const dirForgotten = "store.old"

// finishTables makes Badger's part anew where the tables of the old one may
// still hold what is forgotten: nobody knows when Badger clears them away. The
// store must be open and up to date. Where nothing but the old part is whole, it
// is put off until there is something to make it of.
func (s *Store) finishTables() error {
	n, err := s.readForgetting()
	if err != nil || !n.tables {
		return err
	}
	segments, err := s.place.segments()
	if err != nil {
		return err
	}
	told := s.report
	if err := s.letGo(); err != nil {
		return err
	}
	r := recovery{store: s, segments: segments, newest: s.state.Seq, lossless: true, aside: s.keepOld}
	if err = r.rebuild(true); errors.Is(err, errUnusable) {
		return s.openBadger(closing{}, nil)
	}
	if err == nil {
		err = s.catchUp(segments)
	}
	if err != nil {
		return err
	}
	s.report = told // that was no damage
	s.opts.step("tables made anew")
	old := s.place.path(dirForgotten)
	if err := os.RemoveAll(old); err != nil {
		return fileError(old, err)
	}
	n.tables = false
	return s.writeForgetting(n)
}

// keepOld puts the store where settleTables finds it.
func (s *Store) keepOld() error {
	old := s.place.path(dirForgotten)
	if err := os.RemoveAll(old); err != nil {
		return fileError(old, err)
	}
	return renameDir(s.place.path(dirStore), old)
}

// settleTables takes back what finishTables began before the process died: where
// there is no new store yet, the old one takes its place again.
func (s *Store) settleTables() error {
	store, old := s.place.path(dirStore), s.place.path(dirForgotten)
	if _, err := os.Lstat(old); err != nil {
		return nil
	}
	if _, err := os.Lstat(store); errors.Is(err, os.ErrNotExist) {
		return renameDir(old, store)
	}
	return nil
}
