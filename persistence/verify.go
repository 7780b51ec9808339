package persistence

import (
	"bytes"
	"context"
	"encoding/binary"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// Report is what Verify found. The counts are of what could be read.
type Report struct {
	Campaigns      int
	Records        int
	Tables         int
	Blocks         int
	Commits        int // of the journals of all campaigns
	Waiting        int // commits that wait for others
	Segments       int
	JournalRecords int // of the log
	Problems       []Problem
}

// VerifyOptions say how much is verified.
type VerifyOptions struct {
	// Deep makes every campaign anew from all of its commits and compares it
	// with what is kept. It takes as long as all of the past.
	Deep bool
	// Pace is called again and again, after some 50 KB each time; nil for none. One
	// that takes its time leaves the computer to others.
	Pace func()
}

// OK reports whether nothing was found to be wrong.
func (r Report) OK() bool { return len(r.Problems) == 0 }

func (r *Report) problem(place string) {
	r.Problems = append(r.Problems, Problem{domain.ErrStoreDamaged, place})
}

// Verify reads and decodes everything that is kept: tables of Badger's, records,
// blocks of rows, every commit and the whole log, follows the chain of each
// device, and compares the counts and the sum.
// Damage goes into the report; an error means that Verify could not be done.
// Nothing can be written meanwhile, and cancelling ends it within some
// milliseconds. When a deep one found nothing, Checked says so. Where Badger's part is damaged, the next
// Open rebuilds it.
func (s *Store) Verify(ctx context.Context, o VerifyOptions) (Report, error) {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return Report{}, internal("store is closed")
	}
	return s.verify(ctx, o)
}

// verify is Verify with the write lock held.
func (s *Store) verify(ctx context.Context, o VerifyOptions) (Report, error) {
	v := newVerification(s)
	v.pace = o.Pace
	if err := v.badger(ctx); err != nil {
		return v.report, err
	}
	if o.Deep && v.report.OK() {
		if err := v.deep(ctx); err != nil {
			return v.report, err
		}
	}
	if !v.report.OK() {
		s.distrust()
	}
	err := v.journal(ctx)
	if err == nil && o.Deep && v.report.OK() {
		s.noteChecked(s.opts.Now())
		s.dropRound() // it has nothing left to do
	}
	return v.report, err
}

// badger checks what lies in Badger. Where its tables are damaged, nothing is
// read through it: it ends the process over some damage.
func (v *verification) badger(ctx context.Context) error {
	s := v.store
	if s.reading == "" {
		intact, err := v.tablesIntact(ctx)
		if err != nil {
			return err
		}
		if !intact {
			v.report.problem(dirStore)
			return nil
		}
	}
	if err := s.read("verify", func(txn *badger.Txn) error { return v.values(ctx, txn) }); err != nil {
		return err
	}
	if err := s.read("verify", func(txn *badger.Txn) error { return v.wholes(ctx, txn) }); err != nil {
		return err
	}
	found, err := countKeys(ctx, s.db)
	if err != nil {
		return err
	}
	if !s.state.sameKeys(found) {
		v.report.problem(placeOf(keyState))
	}
	return nil
}

// tablesIntact checks Badger's tables while Badger has them open. A compaction
// may replace some meanwhile, so a failure counts only when it stays.
func (v *verification) tablesIntact(ctx context.Context) (bool, error) {
	place := v.store.place
	for range 5 {
		err := inspectTables(place.path(dirStore), 1, place.badgerKey, func(sstBlock) error { return v.breathe(ctx) })
		if err == nil {
			return true, nil
		}
		if ctx.Err() != nil {
			return false, cancelled(ctx.Err())
		}
	}
	return false, nil
}

// breatheEvery is how many blocks or values are checked at a stretch, of about 4
// KB each at most.
const breatheEvery = 12

// breathe ends a verification that is cancelled, and keeps its pace.
func (v *verification) breathe(ctx context.Context) error {
	if v.breaths++; v.breaths%breatheEvery != 0 {
		return nil
	}
	if v.pace != nil {
		v.pace()
	}
	if err := ctx.Err(); err != nil {
		return cancelled(err)
	}
	return nil
}

type verification struct {
	store   *Store
	report  Report
	records map[domain.ID]int64 // records found, by campaign
	tables  map[domain.ID]bool  // tables named by a block; true when there is a head
	commits *journalCheck
	pace    func()
	breaths int

	// Of segments of the log: those that need not be looked at, and who is told of each
	// that is whole; nil for none.
	known func(segment) (next uint64, known bool)
	whole func(seg segment, next uint64)
}

func newVerification(s *Store) *verification {
	return &verification{
		store: s, tables: map[domain.ID]bool{}, records: map[domain.ID]int64{}, commits: newJournalCheck(),
	}
}

// values checks every value by itself, and those of the journal one after the
// other.
func (v *verification) values(ctx context.Context, txn *badger.Txn) error {
	err := eachValue(ctx, txn, nil, func(key, value []byte) error {
		gaps := v.commits.gaps
		if !v.value(key, value) || v.commits.gaps != gaps {
			v.report.problem(placeOf(key))
		}
		return v.breathe(ctx)
	})
	gaps := v.commits.gaps
	if whole := v.commits.end(); !whole || v.commits.gaps != gaps {
		v.report.problem(placeOf([]byte{letterJournal}))
	}
	v.report.Commits, v.report.Waiting = int(v.commits.commits), int(v.commits.waiting)
	return err
}

// present checks every value by itself but those of the past, whose tables
// have checksums and which are looked at when they are read.
func (v *verification) present(ctx context.Context, txn *badger.Txn) error {
	for letter := byte('A'); letter <= 'Z'; letter++ {
		if isPast(letter) {
			continue
		}
		err := eachValue(ctx, txn, []byte{letter}, func(key, value []byte) error {
			if !v.value(key, value) {
				v.report.problem(placeOf(key))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *verification) value(key, value []byte) bool {
	switch letter := letterOf(key); {
	case isRecordLetter(letter):
		v.records[idAt(key, 1)]++
		if _, err := openRecord(key, value); err != nil {
			return false
		}
		v.report.Records++
	case letter == letterSummary:
		w, err := openSummary(key, value)
		if err != nil || !bytes.Equal(w.ID, key[1:]) {
			return false
		}
		v.records[idAt(key, 1)] += 0 // so that one without any record is looked at
		v.report.Campaigns++
	case letter == letterTable && len(key) == 1+idSize+4:
		id, head := idAt(key, 1), binary.BigEndian.Uint32(key[1+idSize:]) == 0
		v.tables[id] = v.tables[id] || head
		if _, err := openEnvelope(key, value); err != nil {
			return false
		}
		if !head {
			v.report.Blocks++
		}
	case v.commits.holds(key):
		return v.commits.add(key, value)
	case letter == letterMeta, letter == letterOutbox, letter == letterUnfinished:
		_, err := openEnvelope(key, value)
		return err == nil
	default:
		return false
	}
	return true
}

// wholes checks what only shows in more than one value: records that are
// missing, tables with a block missing.
func (v *verification) wholes(ctx context.Context, txn *badger.Txn) error {
	for campaign, found := range v.records {
		var w wireSummary
		key := summaryKey(campaign)
		if ok, err := unsealed(txn, key, &w); err != nil || !ok || w.Records != found {
			v.report.problem(placeOf(key))
		}
	}
	for id, head := range v.tables {
		var w wireTable
		if !head {
			if _, err := txn.Get(unfinishedKey(id)); err != nil {
				v.report.problem(placeOf(blockKey(id, 0)))
			}
			continue
		}
		if ok, err := unsealed(txn, blockKey(id, 0), &w); err != nil || !ok {
			continue // reported as a value
		}
		if _, err := readBlocks(ctx, txn, id, w); err != nil {
			if domain.CodeOf(err) == domain.ErrCancelled {
				return err
			}
			v.report.problem(placeOf(blockKey(id, 0)))
			continue
		}
		v.report.Tables++
	}
	return nil
}

// journal checks every segment, that none is missing between them, and that
// the newest record is the one the store has.
func (v *verification) journal(ctx context.Context) error {
	s := v.store
	if err := s.journal.flush(); err != nil {
		return err
	}
	segments, err := s.place.segments()
	if err != nil {
		return err
	}
	next := s.logBegins(segments)
	for i, seg := range segments {
		if err := ctx.Err(); err != nil {
			return cancelled(err)
		}
		if v.known != nil && i+1 < len(segments) && seg.first == next { // the newest grows
			if after, known := v.known(seg); known {
				next = after
				continue
			}
		}
		place := "journal/" + seg.name()
		if seg.first != next {
			v.report.problem(place) // records before it are gone
		}
		lost := false
		scan, err := scanSegment(seg, s.place.store, 0, func(e entry) error {
			lost = lost || e.kind == entryLost
			v.report.JournalRecords++
			return nil
		})
		if err != nil || len(scan.holes) > 0 || scan.torn() > 0 || lost {
			v.report.problem(place)
		} else if v.whole != nil {
			v.whole(seg, scan.next)
		}
		v.report.Segments++
		next = scan.next
	}
	if next != s.state.Seq+1 {
		v.report.problem(dirJournal)
	}
	return nil
}
