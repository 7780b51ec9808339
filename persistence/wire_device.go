package persistence

import (
	"context"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

const deviceSchema = 1

// wireDevice is domain.Device on disk. Never reuse a number.
type wireDevice struct {
	ID     wireID `cbor:"1,keyasint"`
	Name   string `cbor:"2,keyasint,omitempty"`
	Author string `cbor:"3,keyasint,omitempty"`
}

func (w wireDevice) device() (domain.Device, error) {
	id, err := w.ID.id()
	if id == domain.NoID {
		err = errWire
	}
	return domain.Device{ID: id, Name: w.Name, Author: w.Author}, err
}

func deviceStep(e entry) (step, error) {
	var w wireDevice
	if cborDec.Unmarshal(e.payload, &w) != nil {
		return step{}, errWire
	}
	d, err := w.device()
	if err != nil {
		return step{}, err
	}
	key := deviceKey(d.ID)
	value, err := envelope{codecCBOR, letterDevice, deviceSchema, e.payload}.seal(key)
	return step{seq: e.seq, ops: []op{{key: key, value: value}}}, err
}

// openDevice checks and decodes a value kept under a device's key.
func openDevice(key, value []byte) (domain.Device, error) {
	var w wireDevice
	env, err := openEnvelope(key, value)
	if err != nil {
		return domain.Device{}, err
	}
	if env.codec != codecCBOR || cborDec.Unmarshal(env.payload, &w) != nil {
		return domain.Device{}, damaged(placeOf(key))
	}
	d, err := w.device()
	if err != nil || d.ID != idAt(key, 1) {
		return domain.Device{}, damaged(placeOf(key))
	}
	return d, nil
}

// Devices implements domain.JournalStore, in the order of their IDs.
func (s *Store) Devices(ctx context.Context) ([]domain.Device, error) {
	var out []domain.Device
	err := s.read("read devices", func(txn *badger.Txn) error {
		return eachValue(ctx, txn, []byte{letterDevice}, func(key, value []byte) error {
			d, err := openDevice(key, value)
			out = append(out, d)
			return err
		})
	})
	return out, err
}

// PutDevice implements domain.JournalStore. A device that is known as it is
// is not written again.
func (s *Store) PutDevice(ctx context.Context, d domain.Device) error {
	if err := ctx.Err(); err != nil {
		return cancelled(err)
	}
	if d.ID == domain.NoID {
		return domain.Problem(domain.ErrUnknownValue, "device")
	}
	w := wireDevice{toID(d.ID), clean(d.Name), clean(d.Author)}
	payload, err := cborEnc.Marshal(w)
	if err != nil || len(payload) > maxDevice {
		return domain.Problem(domain.ErrTooLong, "device").With("limit", maxDevice)
	}
	known := false
	err = s.read("read device", func(txn *badger.Txn) error {
		var there wireDevice
		found, err := unsealed(txn, deviceKey(d.ID), &there)
		known = found && there.Name == w.Name && there.Author == w.Author
		return err
	})
	if err != nil || known {
		return err
	}
	return s.keepNow(entryDevice, payload)
}

// maxDevice bounds what is kept of a device, in bytes: names, no texts.
const maxDevice = 8 << 10
