package persistence

import (
	"bytes"
	"errors"
	"maps"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// op sets a key, or deletes it when value is nil. Ops say what a key holds
// afterwards, never how it changes, so doing them twice does no harm.
type op struct {
	key   []byte
	value []byte
	last  bool // the key's value lies in parts, and none follows this one
}

// step is what one journal record does to the store.
type step struct {
	seq      uint64 // of the record; 0 when more steps of the same record follow
	ops      []op
	campaign domain.ID       // whose summary is renewed; NoID for none
	summary  *domain.Summary // nil to keep the one there is
	gone     bool            // the campaign's header was removed, and so its summary goes

	looked bool // what was kept before decided over the ops
}

func (s step) size() int {
	n := 512 // state, summary
	for _, o := range s.ops {
		n += len(o.key) + len(o.value) + 16
	}
	return n
}

// split cuts a step into steps that fit into a transaction each.
func (s step) split() []step {
	var out []step
	part, size := s, 0
	part.seq, part.ops = 0, nil
	for _, o := range s.ops {
		n := len(o.key) + len(o.value) + 16
		if len(part.ops) > 0 && (size+n > txnBudget || len(part.ops) >= txnMaxOps) {
			out = append(out, part)
			part.ops, size = nil, 0
		}
		part.ops = append(part.ops, o)
		size += n
	}
	part.seq = s.seq
	return append(out, part)
}

// transact does the steps in one Badger transaction and brings the state along.
// extra, when it has a key, is set with them.
//
// An error of a commit leaves its outcome unknown: Badger reports failures of
// things that happened. So the state is read again and decides.
func (s *Store) transact(steps []step, extra op) error {
	next := s.state
	next.Counts = maps.Clone(s.state.Counts)
	err := s.db.Update(func(txn *badger.Txn) error {
		for _, st := range steps {
			if err := st.apply(txn, &next); err != nil {
				return err
			}
			next.Seq = max(next.Seq, st.seq)
		}
		if extra.key != nil {
			if err := txn.Set(extra.key, extra.value); err != nil {
				return err
			}
		}
		return setState(txn, next)
	})
	if err == nil {
		s.state = next
		return nil
	}
	_, now, found, bad := readState(s.db)
	if bad != nil || !found {
		return storeError("write", err)
	}
	moved := now.Seq == next.Seq && now.Seq > s.state.Seq
	s.state = now
	if moved {
		return nil
	}
	return storeError("write", err)
}

// apply does the step inside a transaction and brings the counts and the sum
// of the state along.
func (s step) apply(txn *badger.Txn, state *wireState) error {
	var records int64
	if s.campaign != domain.NoID {
		var err error
		if records, err = recordCount(txn, s.campaign); err != nil {
			return err
		}
	}
	for _, o := range s.ops {
		delta, err := o.apply(txn, state)
		if err != nil {
			return err
		}
		if isRecordLetter(letterOf(o.key)) {
			records += delta
		}
	}
	if s.campaign == domain.NoID {
		return nil
	}
	return s.renewSummary(txn, state, records)
}

// renewSummary keeps what the step says of the campaign, and how many records
// it has.
func (s step) renewSummary(txn *badger.Txn, state *wireState, records int64) error {
	o := op{key: summaryKey(s.campaign)}
	var w wireSummary
	switch {
	case s.gone:
	case s.summary != nil:
		w = toSummary(*s.summary, records)
	default:
		found, err := unsealed(txn, o.key, &w)
		if err != nil || !found {
			return err
		}
		w.Records = records
	}
	if !s.gone {
		var err error
		if o.value, err = sealed(o.key, summarySchema, w); err != nil {
			return err
		}
	}
	_, err := o.apply(txn, state)
	return err
}

// apply sets or deletes the key and returns by how much that changed the
// number of keys.
func (o op) apply(txn *badger.Txn, state *wireState) (delta int64, err error) {
	if delta, err = o.applyOne(txn, state); err != nil || !o.last {
		return delta, err
	}
	for n := partOf(o.key) + 1; n < maxParts; n++ {
		there, err := op{key: withPart(o.key, n)}.applyOne(txn, state)
		if err != nil || there == 0 {
			return delta, err
		}
		delta += there
	}
	return delta, nil
}

func (o op) applyOne(txn *badger.Txn, state *wireState) (delta int64, err error) {
	item, err := txn.Get(o.key)
	switch {
	case err == nil:
		err = item.Value(func(value []byte) error {
			state.remove(o.key, value)
			return nil
		})
		delta--
	case errors.Is(err, badger.ErrKeyNotFound):
		err = nil
	}
	switch {
	case err != nil:
		return 0, err
	case o.value != nil:
		state.add(o.key, o.value)
		return delta + 1, txn.Set(o.key, o.value)
	case delta < 0:
		return delta, txn.Delete(o.key)
	}
	return 0, nil
}

// recordCount returns how many records the campaign has, from its summary or,
// where there is none, by counting.
func recordCount(txn *badger.Txn, campaign domain.ID) (int64, error) {
	var w wireSummary
	found, err := unsealed(txn, summaryKey(campaign), &w)
	if err != nil || found {
		return w.Records, err
	}
	var n int64
	it := txn.NewIterator(keysOnly(nil))
	defer it.Close()
	for _, kind := range recordKinds {
		prefix := recordPrefix(kind, campaign)
		for it.Seek(prefix); it.Valid() && bytes.HasPrefix(it.Item().Key(), prefix); it.Next() {
			n++
		}
	}
	return n, nil
}

// keysOnly are options for an iterator over the keys with a prefix.
func keysOnly(prefix []byte) badger.IteratorOptions {
	o := badger.DefaultIteratorOptions
	o.PrefetchValues = false
	o.Prefix = prefix
	return o
}
