package persistence

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// outboxSlots is how many journal records may be on their way at once.
const outboxSlots = 32

// unit is one journal record together with what it does to the store.
type unit struct {
	step
	raw []byte // the encoded journal record
	// ref, when set, stands in the outbox instead of raw, which can be made
	// again from it.
	ref []byte
}

// Commit implements domain.Store. Commits that were kept before, by their ID,
// are passed over.
func (s *Store) Commit(ctx context.Context, commits ...domain.Commit) error {
	if err := ctx.Err(); err != nil {
		return cancelled(err)
	}
	edits := make([]commitEdit, len(commits))
	total := 0
	for i, c := range commits {
		var err error
		if edits[i], err = editOf(c); err != nil {
			return err
		}
		total += edits[i].size
	}
	s.write.Lock()
	defer s.write.Unlock()
	return s.inFull(s.commit(edits, total))
}

// commit keeps the edits, in the log alone where Badger must not be used.
func (s *Store) commit(edits []commitEdit, size int) error {
	err := s.ready(size)
	if code := domain.CodeOf(err); err != nil && (code == domain.ErrDiskFull || s.lost && code == domain.ErrFolderGone) {
		return s.commitToLog(edits, err)
	}
	if err != nil {
		return err
	}
	for _, e := range edits {
		if err := s.keepEdit(e); err != nil {
			return err
		}
	}
	return s.flush()
}

// keepEdit keeps a commit unless it is known.
func (s *Store) keepEdit(e commitEdit) error {
	if kept, err := s.hasCommit(e.id); err != nil || kept {
		return err
	}
	if err := s.dropKnown(&e); err != nil {
		return err
	}
	if err := s.noteForgetting(e.campaign, e.wire.Forgotten); err != nil {
		return err
	}
	payload, err := e.encode()
	if err != nil {
		return err
	}
	return s.keep(entryEdit, payload, nil)
}

// dropKnown takes out of a commit what of the journal is kept already. Two
// commits with one number mean that somebody gave a number out twice.
func (s *Store) dropKnown(e *commitEdit) error {
	has := func(txn *badger.Txn, key []byte) bool {
		_, err := txn.Get(key)
		return err == nil
	}
	return storeError("look up commits", s.db.View(func(txn *badger.Txn) error {
		known := func(c *journal.Commit) bool { return has(txn, commitKey(c.ID)) }
		e.journal = slices.DeleteFunc(slices.Clone(e.journal), known)
		e.waiting = slices.DeleteFunc(slices.Clone(e.waiting), func(c *journal.Commit) bool {
			return known(c) || has(txn, waitingKey(e.campaign, c.ID))
		})
		for i, c := range e.waiting {
			var err error
			if e.waiting[i], err = withoutForgotten(txn, c); err != nil {
				return err
			}
		}
		for _, c := range e.journal {
			if has(txn, journalKey(e.campaign, c.Device, c.Seq)) {
				return domain.Problem(domain.ErrUnknownValue, "journal")
			}
		}
		return nil
	}))
}

func (s *Store) hasCommit(id domain.ID) (bool, error) { return s.hasKey(commitKey(id)) }

func (s *Store) hasKey(key []byte) (bool, error) {
	var found bool
	err := s.db.View(func(txn *badger.Txn) error {
		_, err := txn.Get(key)
		found = err == nil
		if errors.Is(err, badger.ErrKeyNotFound) {
			return nil
		}
		return err
	})
	return found, storeError("look up", err)
}

// ready brings to an end what an earlier failure left open and makes sure that
// there is room for size bytes. The write lock must be held.
func (s *Store) ready(size int) error {
	if s.closed {
		return internal("store is closed")
	}
	if err := s.RefuseChange(); err != nil {
		return err
	}
	if err := s.checkThere(); err != nil {
		return err
	}
	if s.lost {
		return s.goneError()
	}
	if err := s.room(max(minFreeCommit, 4*uint64(size))); err != nil {
		return err
	}
	if s.journal.broken {
		if err := s.flush(); err != nil {
			return err
		}
	}
	if len(s.later.entries) > 0 {
		if err := errors.Join(s.flush(), s.catchLater()); err != nil {
			return err
		}
		s.makeReserve()
	}
	if s.pending == nil {
		return nil
	}
	if err := s.flush(); err != nil {
		return err
	}
	return s.applyPending()
}

// flush makes the journal durable, after which the outbox is free again.
func (s *Store) flush() error {
	err := s.journal.flush()
	if err == nil {
		s.slot = 0
		s.opts.step("flushed")
	}
	return err
}

// room returns ErrDiskFull when fewer than need bytes are free.
func (s *Store) room(need uint64) error {
	free, err := s.opts.FreeSpace(s.place.dir)
	if err != nil {
		return nil // not known; a write that fails will tell
	}
	if free < need {
		return diskFull(s.place.dir, free, need)
	}
	return nil
}

// keep does one journal record: Badger first, then the journal, which the
// caller flushes. The write lock must be held and ready have been called.
//
// The transaction also puts the record into the outbox. When the process dies
// before the record is in the journal, the next start finds it there and the
// journal stays complete.
func (s *Store) keep(kind byte, payload, ref []byte) error {
	u := unit{ref: ref}
	e := entry{s.state.Seq + 1, kind, payload}
	err := s.db.View(func(txn *badger.Txn) error {
		var err error
		u.step, err = stepOf(e, txn)
		return err
	})
	if err != nil {
		return storeError("prepare", err)
	}
	u.raw = e.encode()
	if s.slot == outboxSlots {
		if err := s.flush(); err != nil {
			return err
		}
	}
	out, err := u.outbox(s.slot)
	if err != nil || u.size()+len(out.value) > txnBudget || len(u.ops) > txnMaxOps {
		return s.keepLarge(u)
	}
	if err := s.transact([]step{u.step}, out); err != nil {
		return err
	}
	s.slot++
	s.opts.step("committed")
	return s.journal.append(u.seq, u.raw)
}

// keepLarge does a record that does not fit into one transaction. The journal
// goes first, so that the next start can finish what a crash cut short.
func (s *Store) keepLarge(u unit) error {
	s.pending = &u.step
	err := s.journal.append(u.seq, u.raw)
	if err == nil {
		err = s.flush()
	}
	if err != nil {
		return err
	}
	s.opts.step("large in the journal")
	return s.applyPending()
}

// applyPending does the pending step in several transactions. Readers wait, so
// that nobody sees half of it.
func (s *Store) applyPending() error {
	s.view.Lock()
	defer s.view.Unlock()
	s.torn = true
	for _, st := range s.pending.split() {
		if err := s.transact([]step{st}, op{}); err != nil {
			return err
		}
		s.opts.step("large in part")
	}
	s.pending, s.torn = nil, false
	return nil
}

// The outbox holds a record's bytes, or a reference that they can be made from.
const (
	outboxRaw = 1
	outboxRef = 2
)

func (u unit) outbox(slot int) (op, error) {
	form, data := byte(outboxRaw), u.raw
	if u.ref != nil {
		form, data = outboxRef, u.ref
	}
	payload := make([]byte, 0, 9+len(data))
	payload = binary.BigEndian.AppendUint64(payload, u.seq)
	payload = append(payload, form)
	payload = append(payload, data...)
	key := outboxKey(slot)
	value, err := envelope{codecPlain, letterOutbox, 1, payload}.seal(key)
	return op{key: key, value: value}, err
}

func cancelled(err error) error {
	return &domain.Error{Code: domain.ErrCancelled, Err: err}
}
