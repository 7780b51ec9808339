package main

import (
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/persistence"
)

// identity is who works on this computer, for one store. It may be used from
// several goroutines.
type identity struct {
	store domain.JournalStore
	id    domain.ID

	mu  sync.Mutex
	now domain.Device // as it is kept
}

// newIdentity returns the identity of this computer for a store.
func newIdentity(ctx context.Context, store *persistence.Store) (*identity, error) {
	i := &identity{store: store, id: deviceID(store.Epoch())}
	i.now.ID = i.id
	devices, err := store.Devices(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range devices {
		if d.ID == i.id {
			i.now = d
		}
	}
	return i, nil
}

// Current returns what this computer and who works on it are called.
func (i *identity) Current() domain.Device {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.now
}

// Become keeps new names. It waits for the store.
func (i *identity) Become(ctx context.Context, author, device string) error {
	d := domain.Device{ID: i.id, Name: device, Author: author}
	if err := i.store.PutDevice(ctx, d); err != nil {
		return err
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.now = d
	return nil
}

// device returns what makes commits.
func (i *identity) device() *journal.Device { return deviceOf(i.id, i.Current().Author) }

// deviceID returns the ID of the device that this computer is for a store. It comes
// from both: a data folder that is copied to another computer is another device
// there, and so is one that was set back to an older state, whose epoch is new.
// Otherwise two would give out the same numbers.
func deviceID(epoch domain.ID) domain.ID {
	return domain.DerivedID(machineID(), "device:"+epoch.String())
}

func deviceOf(id domain.ID, author string) *journal.Device {
	return &journal.Device{
		ID: id, Author: author, Now: time.Now, NewID: domain.NewID,
		Salt: func() (s journal.Salt) {
			_, _ = rand.Read(s[:]) // which never fails
			return s
		},
	}
}

// machineID returns the ID of this computer and user. It lies outside of every data
// folder, so that it does not travel with one. Where it cannot be kept, every start
// is another device.
func machineID() domain.ID {
	dir, err := os.UserConfigDir()
	if err != nil {
		return domain.NewID()
	}
	path := filepath.Join(dir, "athar", "machine")
	if data, err := os.ReadFile(path); err == nil {
		var id domain.ID
		if id.UnmarshalText([]byte(strings.TrimSpace(string(data)))) == nil && id != domain.NoID {
			return id
		}
	}
	id := domain.NewID()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err == nil {
		_ = persistence.WriteFile(path, []byte(id.String()+"\n")) // else every start is another device
	}
	return id
}
