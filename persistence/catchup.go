package persistence

import (
	"context"
	"encoding/binary"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// logStart is what a log that is whole begins with.
type logStart struct {
	before uint64 // number of the record before its first
	format int    // of the store then
}

// wholeLog reports whether a store can be made from the log alone, and from
// where: it has every record from the first on, or begins with everything that
// was kept by then.
func (s *Store) wholeLog(segments []segment) (start logStart, whole bool) {
	if len(segments) == 0 {
		return logStart{}, false
	}
	start = logStart{segments[0].first - 1, storeFormat}
	next, whole := segments[0].first, segments[0].first == 1
	for i, seg := range segments {
		if seg.first != next {
			return start, false
		}
		scan, err := scanSegment(seg, s.place.store, 0, func(e entry) error {
			if e.kind == entryCommit {
				start.format = 1
			}
			whole = whole && e.kind != entryLost || e.kind == entryBase && e.seq == start.before+1
			return nil
		})
		last := i == len(segments)-1
		if err != nil || !whole || len(scan.holes) > 0 || (scan.torn() > 0 && !last) {
			return start, false
		}
		next = scan.next
	}
	return start, whole
}

// catchUp brings Badger up to date with the journal, then the journal with
// Badger, and makes the journal ready to be appended to.
func (s *Store) catchUp(segments []segment) error {
	r := replay{store: s}
	last, err := r.run(segments)
	if err != nil {
		return err
	}
	if err := s.continueJournal(segments, last); err != nil {
		return err
	}
	s.opts.step("caught up")
	return s.completeJournal()
}

// replay does journal records that Badger has not, several in one transaction.
type replay struct {
	store *Store
	steps []step
	size  int
}

// run reads the journal from the segment that holds the next record on. It
// returns what it found in the newest segment.
func (r *replay) run(segments []segment) (segmentScan, error) {
	s := r.store
	from := s.state.Seq + 1
	at := 0
	for at+1 < len(segments) && segments[at+1].first <= from {
		at++
	}
	var scan segmentScan
	for i, seg := range segments[min(at, len(segments)):] {
		if (i > 0 && seg.first != scan.next) || (i == 0 && seg.first > from) {
			s.report.problem("journal/" + seg.name()) // records before it are gone
		}
		var err error
		scan, err = scanSegment(seg, s.place.store, from, r.add)
		if err != nil {
			return scan, err
		}
		for _, h := range scan.holes {
			s.report.problem("journal/" + h.segment)
		}
		if at+i < len(segments)-1 && scan.torn() > 0 {
			s.report.problem("journal/" + seg.name())
		}
	}
	return scan, r.flush()
}

func (r *replay) add(e entry) error {
	var st step
	err := r.store.db.View(func(txn *badger.Txn) error {
		var err error
		st, err = stepOf(e, txn)
		return err
	})
	if err != nil {
		return damaged("journal")
	}
	if st.looked && len(r.steps) > 0 { // what it looks for must be there to be found
		if err := r.flush(); err != nil {
			return err
		}
		return r.add(e)
	}
	r.store.report.Replayed++
	size := st.size()
	if r.size+size > txnBudget || len(r.steps) >= txnMaxOps/8 || len(st.ops) > txnMaxOps/8 {
		if err := r.flush(); err != nil {
			return err
		}
	}
	if size > txnBudget || len(st.ops) > txnMaxOps {
		r.store.pending = &st
		return r.store.applyPending()
	}
	r.steps = append(r.steps, st)
	r.size += size
	return nil
}

func (r *replay) flush() error {
	if len(r.steps) == 0 {
		return nil
	}
	err := r.store.transact(r.steps, op{})
	r.store.opts.step("replayed")
	r.steps, r.size = nil, 0
	return err
}

// continueJournal opens the newest segment for appending and cuts off a write
// that was cut short. After damage the journal goes on in a new segment and the
// damaged one stays as it is.
func (s *Store) continueJournal(segments []segment, scan segmentScan) error {
	if len(segments) == 0 {
		s.report.problem("journal")
		return s.journal.startSegment(s.state.Seq + 1)
	}
	newest := segments[len(segments)-1]
	if len(scan.holes) == 0 {
		s.report.TornBytes = scan.torn()
		s.journal.next = scan.next
		return s.journal.openSegment(newest.path, scan.good)
	}
	if scan.next == newest.first { // the new one would get its name
		if err := s.quarantine(newest.path, newest.name()); err != nil {
			return err
		}
	}
	return s.journal.startSegment(scan.next)
}

// completeJournal appends the records that Badger has and the journal lacks:
// those of a process that died between the two. The outbox has them, unless
// the journal lost more than a crash can explain.
func (s *Store) completeJournal() error {
	if s.journal.next > s.state.Seq {
		return nil
	}
	waiting, err := s.readOutbox()
	if err != nil {
		return err
	}
	for _, e := range waiting {
		if e.seq < s.journal.next || e.seq > s.state.Seq {
			continue
		}
		if err := s.journalLost(e.seq - 1); err != nil {
			return err
		}
		if err := s.journal.append(e.seq, e.encode()); err != nil {
			return err
		}
		s.report.Completed++
		s.opts.step("completed")
	}
	if err := s.journalLost(s.state.Seq); err != nil {
		return err
	}
	return s.journal.flush()
}

// journalLost notes in the journal that the records up to a number are missing.
func (s *Store) journalLost(to uint64) error {
	if to < s.journal.next {
		return nil
	}
	s.report.problem("journal")
	from := binary.BigEndian.AppendUint64(nil, s.journal.next)
	s.journal.next = to
	return s.journal.append(to, entry{to, entryLost, from}.encode())
}

// readOutbox returns the records in the outbox in order of their numbers.
func (s *Store) readOutbox() ([]entry, error) {
	var out []entry
	err := s.db.View(func(txn *badger.Txn) error {
		return eachValue(context.Background(), txn, []byte{letterOutbox}, func(key, value []byte) error {
			env, err := openEnvelope(key, value)
			if err != nil || len(env.payload) < 9 {
				return nil // as if it were not there; the journal says what is missing
			}
			e, err := outboxEntry(txn, env.payload)
			if err == nil {
				out = append(out, e)
			}
			return nil
		})
	})
	slices.SortFunc(out, func(a, b entry) int {
		if a.seq < b.seq {
			return -1
		}
		return 1
	})
	return out, storeError("read outbox", err)
}

func outboxEntry(txn *badger.Txn, payload []byte) (entry, error) {
	seq, data := binary.BigEndian.Uint64(payload), slices.Clone(payload[9:])
	if payload[8] == outboxRaw {
		e, _, err := decodeEntry(data)
		if err == nil && e.seq != seq {
			err = errWire
		}
		return e, err
	}
	id, first, count, err := decodeBlocksHead(data)
	if err != nil {
		return entry{}, err
	}
	var values [][]byte
	for i := range count {
		item, err := txn.Get(blockKey(id, first+i))
		if err != nil {
			return entry{}, err
		}
		value, err := item.ValueCopy(nil)
		if err != nil {
			return entry{}, err
		}
		values = append(values, value)
	}
	return entry{seq, entryBlocks, encodeBlocks(id, first, values)}, nil
}

// dropAllUnfinished removes the rows of imports that a crash cut short.
func (s *Store) dropAllUnfinished() error {
	var ids []domain.ID
	err := s.db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(keysOnly([]byte{letterUnfinished}))
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			ids = append(ids, idAt(it.Item().Key(), 1))
		}
		return nil
	})
	if err != nil {
		return storeError("look for unfinished imports", err)
	}
	for _, id := range ids {
		if err := s.keepNow(entryDrop, id[:]); err != nil {
			return err
		}
		s.report.Unfinished++
	}
	return nil
}
