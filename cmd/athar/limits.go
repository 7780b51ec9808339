package main

import (
	"context"
	"log/slog"

	"athar/domain"
	"athar/domain/channel"
	"athar/gui"
	"athar/persistence"
)

// readLimits returns the limits that people gave in place of the channels' own.
func readLimits(ctx context.Context, from domain.Preferences) ([]channel.Limit, error) {
	data, err := from.Preference(ctx, channel.Preference)
	if err != nil {
		return nil, err
	}
	return channel.ParseLimits(data)
}

// limitsIn are the limits of the window. Without them ours count: they are no reason
// not to open it.
func limitsIn(store domain.Preferences, log *slog.Logger) gui.Limits {
	kept, err := readLimits(context.Background(), store)
	if err != nil {
		log.Error("read the limits of the channels", "code", domain.CodeOf(err))
	}
	return gui.Limits{Kept: kept, Keep: func(ctx context.Context, all []channel.Limit) error {
		return store.SetPreference(ctx, channel.Preference, channel.FormatLimits(all))
	}}
}

// channels returns the channels with the limits that were given in the data folder;
// where those cannot be read, ours count.
func (in *invocation) channels() (channel.Catalog, error) {
	ours, err := loadChannels()
	if err != nil {
		return ours, err
	}
	kept, err := channel.ParseLimits(in.preference(channel.Preference, "cli.limits_sealed"))
	if err != nil {
		return ours, nil
	}
	return ours.With(kept), nil
}

// preference returns what is kept under a name in the data folder, nil where there is
// nothing. Whoever only asks about a text is not asked for a passphrase, and nothing is
// made or changed for it: sealed is the key of the sentence that says so.
func (in *invocation) preference(name, sealed string) []byte {
	if in.findData() != nil {
		return nil
	}
	key, err := persistence.KeyFile(in.data)
	if err != nil {
		return nil
	}
	if key != nil {
		in.complain(sealed)
		return nil
	}
	opts := openOptions(nil)
	opts.ReadOnly = true
	store, err := persistence.Open(in.data, opts)
	if err != nil {
		return nil // most often there is none
	}
	defer store.Close()
	data, err := store.Preference(context.Background(), name)
	if err != nil {
		return nil
	}
	return data
}
