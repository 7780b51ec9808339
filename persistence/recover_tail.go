package persistence

import (
	"os"
	"time"

	"athar/domain/journal"
)

// tail is what the log holds after a record.
type tail struct {
	end  uint64    // the newest record that follows without a gap
	last time.Time // when the newest commit up to there was made; zero when not known

	// lost says that there were records after end: what is left of them cannot
	// be applied to what they did not come after.
	lost  bool
	until time.Time // when the newest of them was made; zero when not known

	segment int   // the segment in which the records end that follow; -1 for none
	good    int64 // bytes of it up to there; 0 when none of it follows
}

// tailAfter reads the log after a record. newest is the number of the newest
// record that there ever was, as far as it is known.
func (s *Store) tailAfter(segments []segment, after, newest uint64) (tail, error) {
	t := tailReader{store: s, tail: tail{end: after, segment: -1}}
	for i, seg := range segments {
		if i+1 < len(segments) && segments[i+1].first <= after+1 {
			continue
		}
		if err := t.read(i, seg); err != nil {
			return tail{}, err
		}
	}
	if t.next <= after || newest > t.end {
		t.lost = true // the log ends before it should
	}
	t.last, t.until = madeAt(t.lastGood), madeAt(t.lastLost)
	return t.tail, nil
}

// tailReader follows the log.
type tailReader struct {
	tail
	store    *Store
	next     uint64 // number after the newest readable record
	lastGood entry
	lastLost entry
}

func (t *tailReader) read(i int, seg segment) error {
	buf, err := os.ReadFile(seg.path)
	if err != nil {
		return fileError(seg.path, err)
	}
	t.lost = t.lost || seg.first > t.end+1
	scan := segmentScan{next: seg.first}
	if !t.lost {
		t.segment, t.good = i, 0
	}
	err = scan.read(buf, seg, t.store.place.store, func(e entry, raw []byte) error {
		if e.seq <= t.end {
			t.good = scan.end
			return nil
		}
		t.take(e, raw, scan.end)
		return nil
	})
	t.next = max(t.next, scan.next)
	return err
}

// take looks at a record after those that follow so far.
func (t *tailReader) take(e entry, raw []byte, end int64) {
	follows := !t.lost && e.seq == t.tail.end+1 && e.kind != entryLost
	e, _, err := decodeEntry(raw)
	switch {
	case follows && err == nil:
		t.tail.end, t.good = e.seq, end
		if e.kind == entryEdit {
			t.lastGood = e
		}
	default:
		t.lost = true
		if err == nil && e.kind == entryEdit {
			t.lastLost = e
		}
	}
}

// madeAt returns when the newest commit in a record was made.
func madeAt(e entry) time.Time {
	var w wireEdit
	var at time.Time
	if e.kind != entryEdit || cborDec.Unmarshal(e.payload, &w) != nil {
		return at
	}
	for _, raw := range w.Journal {
		if c, err := journal.Decode(raw); err == nil && c.At.After(at) {
			at = c.At
		}
	}
	return at
}
