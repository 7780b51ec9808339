package persistence

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"maps"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// storeFormat numbers what this package writes. A store with a higher number
// is refused: saving into it would drop what this version does not know. One
// with a lower number is brought up to it when it is opened; see migrate.go.
const storeFormat = 3

// journalFormat is the first format in which campaigns have a journal.
const journalFormat = 2

const (
	metaSchema  = 1
	stateSchema = 1
)

// wireMeta says which store this is. Never reuse a number.
type wireMeta struct {
	Format int    `cbor:"1,keyasint"`
	Store  wireID `cbor:"2,keyasint"`
}

// wireState is how far the store has come: the number of the newest journal
// record it holds the effect of, how many keys each table has, and the sum of
// the checksums their values end in. It is written in every transaction. Never
// reuse a number.
//
// A value that was valid once is valid for ever. Only the sum tells that it is
// not the newest any more.
type wireState struct {
	Seq    uint64         `cbor:"1,keyasint"`
	Counts map[byte]int64 `cbor:"2,keyasint,omitempty"`
	Sum    uint64         `cbor:"3,keyasint,omitempty"` // modulo 2^64; 0 in stores of versions that did not keep it
	Past   uint64         `cbor:"4,keyasint,omitempty"` // the part of the sum that is of the past
	Parted bool           `cbor:"5,keyasint,omitempty"` // that part is known
}

// add takes a key's value into the counts and the sum.
func (w *wireState) add(key, value []byte) {
	if letter := letterOf(key); counted(letter) {
		w.Counts[letter]++
		w.Sum += valueSum(value)
		if isPast(letter) {
			w.Past += valueSum(value)
		}
	}
}

// remove undoes add.
func (w *wireState) remove(key, value []byte) {
	if letter := letterOf(key); counted(letter) {
		w.Counts[letter]--
		w.Sum -= valueSum(value)
		if isPast(letter) {
			w.Past -= valueSum(value)
		}
	}
}

// samePresent reports whether the state speaks of the keys that were found where
// the past was not looked at.
func (w *wireState) samePresent(found wireState) bool {
	present := w.withoutPast()
	return sameCounts(present.Counts, found.Counts) && (present.Sum == found.Sum || !w.Parted)
}

// withoutPast returns what the state says of everything but the past.
func (w *wireState) withoutPast() wireState {
	out := wireState{Counts: maps.Clone(w.Counts), Sum: w.Sum - w.Past}
	maps.DeleteFunc(out.Counts, func(letter byte, _ int64) bool { return isPast(letter) })
	return out
}

// hasSum reports whether the sum was kept. No sum is zero but that of nothing,
// save by a chance of one in 2^32.
func (w *wireState) hasSum() bool { return w.Sum != 0 || sameCounts(w.Counts, nil) }

// sameKeys reports whether two states speak of the same keys and values.
func (w *wireState) sameKeys(o wireState) bool {
	return sameCounts(w.Counts, o.Counts) && (w.Sum == o.Sum || !w.hasSum())
}

func sameCounts(a, b map[byte]int64) bool {
	for _, pair := range [][2]map[byte]int64{{a, b}, {b, a}} {
		for letter, n := range pair[0] {
			if pair[1][letter] != n {
				return false
			}
		}
	}
	return true
}

// countKeys returns what the state should say of the keys there are.
func countKeys(ctx context.Context, db *badger.DB) (wireState, error) {
	return countSome(ctx, db, func(byte) bool { return true })
}

// countPresent does it for everything but the past. Nothing but forgetting ever
// changes a value in it, so there is no older version to be taken for the newest,
// and a start takes no longer the longer the past is.
func countPresent(ctx context.Context, db *badger.DB) (wireState, error) {
	return countSome(ctx, db, func(letter byte) bool { return !isPast(letter) })
}

// countSome counts the keys of the letters that are wanted.
func countSome(ctx context.Context, db *badger.DB, wanted func(letter byte) bool) (wireState, error) {
	state := wireState{Counts: map[byte]int64{}, Parted: true}
	err := db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(keysOnly(nil))
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			if err := ctx.Err(); err != nil {
				return cancelled(err)
			}
			letter := letterOf(it.Item().Key())
			for it.Valid() && !wanted(letter) {
				it.Seek([]byte{letter + 1})
				if it.Valid() {
					letter = letterOf(it.Item().Key())
				}
			}
			if !it.Valid() {
				break
			}
			item := it.Item()
			err := item.Value(func(value []byte) error {
				state.add(item.Key(), value)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return state, storeError("count", err)
}

func sealed(key []byte, schema uint16, wire any) ([]byte, error) {
	payload, err := cborEnc.Marshal(wire)
	if err != nil {
		return nil, errWire
	}
	return envelope{codecCBOR, uint16(letterOf(key)), schema, payload}.seal(key)
}

// unsealed reads the value under a key into a wire struct. found is false when
// there is none.
func unsealed(txn *badger.Txn, key []byte, wire any) (found bool, err error) {
	item, err := txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, item.Value(func(value []byte) error {
		env, err := openEnvelope(key, value)
		if err != nil {
			return err
		}
		if cborDec.Unmarshal(env.payload, wire) != nil {
			return damaged(placeOf(key))
		}
		return nil
	})
}

// readState returns the state kept in the store and whose store it is; found
// is false for one that was never written to.
func readState(db *badger.DB) (meta wireMeta, state wireState, found bool, err error) {
	err = db.View(func(txn *badger.Txn) error {
		var err error
		if found, err = unsealed(txn, keyMeta, &meta); err != nil || !found {
			return err
		}
		ok, err := unsealed(txn, keyState, &state)
		if err == nil && !ok {
			err = damaged(placeOf(keyState))
		}
		return err
	})
	if state.Counts == nil {
		state.Counts = map[byte]int64{}
	}
	return meta, state, found, storeError("read state", err)
}

func setState(txn *badger.Txn, state wireState) error {
	value, err := sealed(keyState, stateSchema, state)
	if err != nil {
		return err
	}
	return txn.Set(keyState, value)
}

// initState writes the first state into an empty store: of which format it is,
// and after which record of the log it begins.
func initState(db *badger.DB, store domain.ID, format int, seq uint64) error {
	meta, err := sealedMeta(store, format)
	if err != nil {
		return err
	}
	return storeError("create", db.Update(func(txn *badger.Txn) error {
		err := errors.Join(txn.Set(keyMeta, meta), setState(txn, wireState{Seq: seq, Parted: true}))
		if err != nil || format == 1 {
			return err
		}
		epoch, err := sealedEpoch(store)
		if err != nil {
			return err
		}
		return txn.Set(keyEpoch, epoch)
	}))
}

func sealedMeta(store domain.ID, format int) ([]byte, error) {
	return sealed(keyMeta, metaSchema, wireMeta{format, toID(store)})
}

// formatStep notes that the store has a format: number 2 | store 16.
func formatStep(e entry) (step, error) {
	if len(e.payload) != 2+idSize {
		return step{}, errWire
	}
	format := int(binary.BigEndian.Uint16(e.payload))
	if format < 1 || format > storeFormat {
		return step{}, errWire
	}
	value, err := sealedMeta(domain.ID(e.payload[2:]), format)
	return step{seq: e.seq, ops: []op{{key: keyMeta, value: value}}}, err
}

func (m wireMeta) isOf(store domain.ID) bool {
	return bytes.Equal(m.Store, store[:])
}
