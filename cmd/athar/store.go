package main

import (
	"context"
	"errors"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/ethics"
	"athar/domain/journal"
	"athar/domain/session"
	"athar/persistence"
	"athar/persistence/vault"
)

// opened is an open store with the library on top of it.
type opened struct {
	store   *persistence.Store
	library *session.Library
	deps    session.Deps
}

// openStore opens the data of the invocation for a command of the terminal,
// which waits for everything.
func (in *invocation) openStore() (*opened, error) {
	list, err := loadChecklist()
	if err != nil {
		return nil, err
	}
	store, err := in.openUnlocked()
	if err != nil {
		return nil, err
	}
	in.tellReading(store)
	who, err := newIdentity(context.Background(), store)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	deps := sessionDeps(store, who, list)
	deps.Background = func(work, done func()) { work(); done() }
	deps.After = func(time.Duration, func()) func() { return func() {} }
	return &opened{store, newLibrary(deps), deps}, nil
}

// openData opens the data folder for the window, which asks for the passphrase
// of encrypted data itself.
func (in *invocation) openData() (*persistence.Store, error) {
	if err := in.findData(); err != nil {
		return nil, err
	}
	return persistence.Open(in.data, openOptions(nil))
}

// openOptions are how every store is opened; keys are those of an encrypted one.
func openOptions(keys *vault.Keys) persistence.Options {
	return persistence.Options{
		Keys:  keys,
		Probe: probeInChild, Version: version,
		Device: func(epoch domain.ID) *journal.Device { return deviceOf(deviceID(epoch), "") },
	}
}

func newLibrary(deps session.Deps) *session.Library { return session.NewLibrary(deps) }

// sessionDeps are the parts of a session's dependencies that window and
// terminal share.
func sessionDeps(store domain.JournalStore, who *identity, list ethics.Checklist) session.Deps {
	return session.Deps{
		Store: store, Now: time.Now, NewID: domain.NewID, Device: who.device,
		Summarise: func(c domain.Campaign, updated time.Time) domain.Summary {
			return ethics.Summarise(c, updated, list)
		},
	}
}

// withStore runs f on the open store and closes it.
func (in *invocation) withStore(f func(context.Context, *opened) error) error {
	o, err := in.openStore()
	if err != nil {
		return err
	}
	err = f(context.Background(), o)
	if k := (keeper{store: o.store}); k.Due() {
		_, _ = k.Make(context.Background(), backup.Working, nil) // without it the next start takes longer, no more
	}
	return errors.Join(err, o.store.Close())
}

// campaign returns the campaign that a call names; one that is not there is a
// mistake of usage.
func (o *opened) campaign(ctx context.Context, id domain.ID) (domain.Campaign, error) {
	c, err := o.library.Campaign(ctx, id)
	if domain.CodeOf(err) == domain.ErrNotFound {
		return c, errUsage{"cli.error.id", []any{"id", id.String()}}
	}
	return c, err
}

// campaignID reads the ID of a campaign; a mistyped one is a mistake of usage.
func campaignID(s string) (domain.ID, error) {
	var id domain.ID
	if err := id.UnmarshalText([]byte(s)); err != nil {
		return domain.NoID, errUsage{"cli.error.id", []any{"id", s}}
	}
	return id, nil
}
