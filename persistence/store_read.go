package persistence

import (
	"cmp"
	"context"
	"maps"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// Summaries implements domain.Store.
func (s *Store) Summaries(ctx context.Context) ([]domain.Summary, error) {
	var out []domain.Summary
	err := s.read("read summaries", func(txn *badger.Txn) error {
		newer := maps.Clone(s.later.summaries)
		err := eachValue(ctx, txn, []byte{letterSummary}, func(key, value []byte) error {
			w, err := openSummary(key, value)
			if err != nil {
				return err
			}
			id := idAt(key, 1)
			if now, is := newer[id]; is {
				w = now
				delete(newer, id)
			}
			summary, err := w.summary()
			if err != nil {
				return damaged(placeOf(key))
			}
			out = append(out, summary)
			return nil
		})
		for _, w := range newer {
			summary, bad := w.summary()
			out, err = append(out, summary), cmp.Or(err, bad)
		}
		return err
	})
	return out, err
}

func openSummary(key, value []byte) (wireSummary, error) {
	var w wireSummary
	env, err := openEnvelope(key, value)
	if err != nil {
		return w, err
	}
	if cborDec.Unmarshal(env.payload, &w) != nil {
		return w, damaged(placeOf(key))
	}
	return w, nil
}

// Campaign implements domain.Store. A record that fails its check or is not
// there any more is ErrStoreDamaged: half a campaign is never passed off as
// the whole.
func (s *Store) Campaign(ctx context.Context, id domain.ID) (domain.Campaign, error) {
	var changes []domain.Change
	err := s.read("read campaign", func(txn *badger.Txn) error {
		if err := s.waitsFor(id); err != nil {
			return err
		}
		var w wireSummary
		key := summaryKey(id)
		found, err := unsealed(txn, key, &w)
		if err != nil {
			return err
		}
		if !found {
			return domain.Problem(domain.ErrNotFound, "campaign")
		}
		for _, kind := range recordKinds {
			err := eachValue(ctx, txn, recordPrefix(kind, id), func(key, value []byte) error {
				r, err := openRecord(key, value)
				changes = append(changes, domain.Change{Kind: kind, ID: idAt(key, 1+idSize), After: r})
				return err
			})
			if err != nil {
				return err
			}
		}
		if int64(len(changes)) != w.Records {
			return damaged(placeOf(key))
		}
		if len(changes) == 0 || changes[0].Kind != domain.KindHeader {
			return domain.Problem(domain.ErrNotFound, "campaign")
		}
		return nil
	})
	if err != nil {
		return domain.Campaign{}, err
	}
	return domain.Campaign{}.With(changes) // each list in the order of its IDs
}

// eachValue gives every key with the prefix and its value to f, in order. Both
// are only valid during the call.
func eachValue(ctx context.Context, txn *badger.Txn, prefix []byte, f func(key, value []byte) error) error {
	return eachValueFrom(ctx, txn, prefix, prefix, f)
}

// eachValueFrom is eachValue that begins with a key.
func eachValueFrom(ctx context.Context, txn *badger.Txn, prefix, from []byte, f func(key, value []byte) error) error {
	opts := badger.DefaultIteratorOptions
	opts.Prefix = prefix
	it := txn.NewIterator(opts)
	defer it.Close()
	for it.Seek(from); it.Valid(); it.Next() {
		if err := ctx.Err(); err != nil {
			return cancelled(err)
		}
		item := it.Item()
		if err := item.Value(func(value []byte) error { return f(item.Key(), value) }); err != nil {
			return err
		}
	}
	return nil
}
