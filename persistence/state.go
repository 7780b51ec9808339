package persistence

import (
	"bytes"
	"errors"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// storeFormat numbers what this package writes. A store with a higher number
// is refused: saving into it would drop what this version does not know.
const storeFormat = 1

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
// record it holds the effect of, and how many keys each table has. It is
// written in every transaction. Never reuse a number.
type wireState struct {
	Seq    uint64         `cbor:"1,keyasint"`
	Counts map[byte]int64 `cbor:"2,keyasint,omitempty"`
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

// initState writes the first state into an empty store.
func initState(db *badger.DB, store domain.ID) error {
	meta, err := sealed(keyMeta, metaSchema, wireMeta{storeFormat, toID(store)})
	if err != nil {
		return err
	}
	state, err := sealed(keyState, stateSchema, wireState{})
	if err != nil {
		return err
	}
	return storeError("create", db.Update(func(txn *badger.Txn) error {
		return errors.Join(txn.Set(keyMeta, meta), txn.Set(keyState, state))
	}))
}

func (m wireMeta) isOf(store domain.ID) bool {
	return bytes.Equal(m.Store, store[:])
}
