package persistence

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// VerifyOn is a deep verification that goes on where the last one was cut short, so
// that it comes to its end on a computer that is never left alone for long. It goes
// part by part: the tables of Badger's, the campaigns, the rest of what is kept, the
// segments of the log. What a part was found to be counts as long as it is the same
// file, or campaign, and for roundLimit at most.
//
// Damage goes into the report; once there is any, all of it is looked for at once, as
// Verify does. When everything was found to be whole, Checked says when that was
// begun. Nothing can be written meanwhile, and cancelling ends it within some
// milliseconds. pace is as in VerifyOptions.
func (s *Store) VerifyOn(ctx context.Context, pace func()) (Report, error) {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return Report{}, internal("store is closed")
	}
	r := round{store: s, pace: pace, roundNote: s.readRound()}
	whole, err := r.run(ctx)
	switch {
	case err != nil:
		s.writeRound(r.roundNote)
		return r.report, err
	case !whole:
		s.dropRound()
		return s.verify(ctx, VerifyOptions{Deep: true, Pace: pace})
	}
	s.noteChecked(r.began)
	s.dropRound()
	return r.report, nil
}

// roundLimit is for how long what was found to be whole need not be looked at again.
const roundLimit = 30 * 24 * time.Hour

// keepRound is how often the state of a round is written down.
const keepRound = 10 * time.Second

// round is a verification in parts.
type round struct {
	roundNote
	store  *Store
	pace   func()
	report Report
	kept   time.Time // when the note was last written
}

// run does what is left of the round and reports whether everything is whole.
func (r *round) run(ctx context.Context) (whole bool, err error) {
	r.kept = r.store.opts.Now()
	for _, part := range []func(context.Context) (bool, error){r.files, r.campaigns, r.others, r.ids, r.log, r.sum} {
		if whole, err = part(ctx); err != nil || !whole {
			return false, err
		}
	}
	return true, nil
}

// part returns a verification of one part.
func (r *round) part() *verification {
	v := newVerification(r.store)
	v.pace = r.pace
	return v
}

// done notes that parts are whole, and now and then writes that down: a process that
// is killed does not begin anew.
func (r *round) done() {
	if now := r.store.opts.Now(); now.Sub(r.kept) >= keepRound || now.Before(r.kept) {
		r.kept = now
		r.store.writeRound(r.roundNote)
	}
}

// files checks Badger's tables. They never change once they are written.
func (r *round) files(ctx context.Context) (bool, error) {
	if r.store.reading != "" {
		return true, nil
	}
	dir, v := r.store.place.path(dirStore), r.part()
	known := r.tables
	r.tables = nil // of those that are not there any more nothing is kept
	for range 5 {  // a compaction may take one away meanwhile
		in := tableInspection{
			dir: dir, found: 1, key: r.store.place.badgerKey,
			visit: func(sstBlock) error { return v.breathe(ctx) },
			known: func(path string) bool {
				file, err := fileNow(path)
				if err == nil && slices.Contains(known, file) && !slices.Contains(r.tables, file) {
					r.tables = append(r.tables, file)
				}
				return err == nil && slices.Contains(r.tables, file)
			},
			whole: func(path string) {
				if file, err := fileNow(path); err == nil {
					r.tables = append(r.tables, file)
					r.done()
				}
			},
		}
		if in.run() == nil {
			return true, nil
		}
		if ctx.Err() != nil {
			r.tables = append(r.tables, known...)
			return false, cancelled(ctx.Err())
		}
	}
	return false, nil
}

// campaignLetters are those of keys that go on with a campaign, in the order in which
// they are verified.
const campaignLetters = "ABCEFGHIJLMNPQRVWXY"

// campaigns checks every campaign with all of its past.
func (r *round) campaigns(ctx context.Context) (whole bool, err error) {
	err = r.store.read("verify", func(txn *badger.Txn) error {
		all, err := campaignsIn(ctx, txn)
		if err != nil {
			return err
		}
		for _, campaign := range all {
			if slices.Contains(r.whole, campaign) {
				continue
			}
			if whole, err = r.campaign(ctx, txn, campaign); err != nil || !whole {
				return err
			}
			r.whole = append(r.whole, campaign)
			r.report.Campaigns++
			r.done()
		}
		whole = true
		return nil
	})
	return whole && err == nil, err
}

// campaignsIn returns the campaigns that any key belongs to.
func campaignsIn(ctx context.Context, txn *badger.Txn) ([]domain.ID, error) {
	it := txn.NewIterator(keysOnly(nil))
	defer it.Close()
	var out []domain.ID
	for _, letter := range []byte(campaignLetters) {
		for it.Seek([]byte{letter}); it.Valid() && letterOf(it.Item().Key()) == letter; {
			if err := ctx.Err(); err != nil {
				return nil, cancelled(err)
			}
			id := idAt(it.Item().Key(), 1)
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
			it.Seek(append([]byte{letter}, afterID(id)...))
		}
	}
	return out, nil
}

// afterID returns what every key with the ID comes before, and every key with a
// later one after.
func afterID(id domain.ID) []byte { return append(id[:], bytes.Repeat([]byte{0xFF}, 2*idSize)...) }

func (r *round) campaign(ctx context.Context, txn *badger.Txn, id domain.ID) (bool, error) {
	v := r.part()
	for _, letter := range []byte(campaignLetters) {
		if err := v.under(ctx, txn, append([]byte{letter}, id[:]...)); err != nil {
			return false, err
		}
	}
	v.commits.named = v.commits.commits // ids looks whether all of them are known
	if !v.commits.end() {
		return false, nil
	}
	v.records[id] += 0 // also where only a past is left
	if err := v.wholes(ctx, txn); err != nil || !v.report.OK() {
		return false, err
	}
	d := deepCheck{v: v, txn: txn, campaign: id}
	if err := d.run(ctx); err != nil {
		return false, err
	}
	return v.report.OK(), nil
}

// under checks every value under a prefix by itself.
func (v *verification) under(ctx context.Context, txn *badger.Txn, prefix []byte) error {
	return eachValue(ctx, txn, prefix, func(key, value []byte) error {
		if !v.value(key, value) {
			v.report.problem(placeOf(key))
		}
		return v.breathe(ctx)
	})
}

// others checks what belongs to no campaign, and that no key begins with a letter
// that is none.
func (r *round) others(ctx context.Context) (bool, error) {
	if r.rest {
		return true, nil
	}
	v := r.part()
	err := r.store.read("verify", func(txn *badger.Txn) error {
		for letter := range 1 << 8 {
			if strings.IndexByte(campaignLetters, byte(letter)) < 0 && letter != letterCommit {
				if err := v.under(ctx, txn, []byte{byte(letter)}); err != nil {
					return err
				}
			}
		}
		return v.wholes(ctx, txn)
	})
	r.rest = err == nil && v.report.OK()
	return r.rest, err
}

// ids checks that every commit that is known by its ID is there.
func (r *round) ids(ctx context.Context) (bool, error) {
	v := r.part()
	err := r.store.read("verify", func(txn *badger.Txn) error {
		return eachValueFrom(ctx, txn, []byte{letterCommit}, r.last, func(key, value []byte) error {
			if !v.value(key, value) || !leadsToCommit(txn, key, value) {
				v.report.problem(placeOf(key))
			}
			r.last = append(r.last[:0], key...)
			return v.breathe(ctx)
		})
	})
	return v.report.OK(), err
}

// leadsToCommit reports whether the commit of the journal that a value under an ID names is
// kept. Those of the first format are nowhere but in the log.
func leadsToCommit(txn *badger.Txn, key, value []byte) bool {
	env, err := openEnvelope(key, value)
	if err != nil {
		return false
	}
	at, is := placeOfCommit(env)
	if !is {
		return true
	}
	_, err = txn.Get(journalKey(at.campaign, at.device, at.seq))
	return err == nil
}

// log checks the segments. All but the newest never change.
func (r *round) log(ctx context.Context) (bool, error) {
	v := r.part()
	v.known = func(seg segment) (next uint64, known bool) {
		file, err := fileNow(seg.path)
		i := slices.IndexFunc(r.segments, func(f checkedFile) bool { return f.same(file) })
		if err != nil || i < 0 {
			return 0, false
		}
		return r.segments[i].next, true
	}
	v.whole = func(seg segment, next uint64) {
		if file, err := fileNow(seg.path); err == nil {
			file.next = next
			r.segments = append(r.segments, file)
			r.done()
		}
		if r.pace != nil {
			r.pace()
		}
	}
	err := v.journal(ctx)
	r.report.Segments, r.report.JournalRecords = v.report.Segments, v.report.JournalRecords
	return v.report.OK(), err
}

// sum compares counts and sum of everything, which only holds of one moment.
func (r *round) sum(ctx context.Context) (bool, error) {
	found, err := countKeys(ctx, r.store.db)
	if err != nil {
		return false, err
	}
	return r.store.state.sameKeys(found), nil
}
