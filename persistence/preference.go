package persistence

import (
	"context"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

const preferenceSchema = 1

// maxPreference bounds what is kept under one name, in bytes: a personal
// dictionary of as many words as there may be has some 600 KB.
const maxPreference = 1 << 20

// maxPreferenceName bounds a name, in bytes.
const maxPreferenceName = 64

// wirePreference is a preference on disk. Never reuse a number.
type wirePreference struct {
	Name string `cbor:"1,keyasint"`
	Data []byte `cbor:"2,keyasint,omitempty"` // none: it was removed
}

func (w wirePreference) check() error {
	if !isPreferenceName(w.Name) || len(w.Data) > maxPreference {
		return errWire
	}
	return nil
}

// isPreferenceName reports whether a name is one that the program gives:
// small letters of ASCII, digits and underscores. It is never a person's text.
func isPreferenceName(name string) bool {
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			return false
		}
	}
	return name != "" && len(name) <= maxPreferenceName
}

// preferenceKey has the width of other keys, whatever the name.
func preferenceKey(name string) []byte {
	id := domain.DerivedID(domain.NoID, "preference:"+name)
	return append([]byte{letterPreference}, id[:]...)
}

func preferenceStep(e entry) (step, error) {
	var w wirePreference
	if cborDec.Unmarshal(e.payload, &w) != nil || w.check() != nil {
		return step{}, errWire
	}
	o := op{key: preferenceKey(w.Name)}
	if len(w.Data) > 0 {
		var err error
		if o.value, err = (envelope{codecCBOR, letterPreference, preferenceSchema, e.payload}).seal(o.key); err != nil {
			return step{}, err
		}
	}
	return step{seq: e.seq, ops: []op{o}}, nil
}

// openPreference checks and decodes a value kept under a preference's key.
func openPreference(key, value []byte) (wirePreference, error) {
	var w wirePreference
	env, err := openEnvelope(key, value)
	if err != nil {
		return w, err
	}
	if env.codec != codecCBOR || cborDec.Unmarshal(env.payload, &w) != nil || w.check() != nil ||
		string(preferenceKey(w.Name)) != string(key) {
		return w, damaged(placeOf(key))
	}
	return w, nil
}

// Preference implements domain.Preferences.
func (s *Store) Preference(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, cancelled(err)
	}
	var data []byte
	err := s.read("read preference", func(txn *badger.Txn) error {
		key := preferenceKey(name)
		return eachValue(ctx, txn, key, func(key, value []byte) error {
			w, err := openPreference(key, value)
			data = w.Data
			return err
		})
	})
	return data, err
}

// SetPreference implements domain.Preferences. What is there already is not
// written again.
func (s *Store) SetPreference(ctx context.Context, name string, data []byte) error {
	if err := ctx.Err(); err != nil {
		return cancelled(err)
	}
	if !isPreferenceName(name) {
		return domain.Problem(domain.ErrUnknownValue, "preference")
	}
	if len(data) > maxPreference {
		return domain.Problem(domain.ErrTooLong, "preference").With("limit", maxPreference)
	}
	there, err := s.Preference(ctx, name)
	if err == nil && string(there) == string(data) {
		return nil
	}
	payload, err := cborEnc.Marshal(wirePreference{name, data})
	if err != nil {
		return errWire
	}
	return s.keepNow(entryChosen, payload)
}
