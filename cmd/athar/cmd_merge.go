package main

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/channel"
	"athar/domain/session"
	"athar/domain/takeover"
	"athar/gui/wording"
	"athar/persistence"
	"athar/persistence/vault"
)

// mergeJSON is the answer of `athar merge`.
type mergeJSON struct {
	Kept      bool         `json:"kept"` // false for a dry run
	Known     int          `json:"known"`
	Campaigns []mergedJSON `json:"campaigns"`

	// For all campaigns.
	Words  []string        `json:"words"`
	Limits []channel.Limit `json:"limits"`
}

type mergedJSON struct {
	ID        domain.ID `json:"id"`
	Title     string    `json:"title"`
	New       bool      `json:"new"`
	Applied   int       `json:"applied"`
	Waiting   int       `json:"waiting"`
	Conflicts int       `json:"conflicts"`
	Forgotten int       `json:"forgotten"`
	DataSets  int       `json:"data_sets"`
	Missing   int       `json:"data_sets_missing"`
	Refused   []string  `json:"refused"`        // codes
	Clocks    []string  `json:"clocks_ahead"`   // devices
	Headless  bool      `json:"without_header"` // nothing of it was kept
}

// runMerge brings in what another store, or a backup, has and this one has not.
func runMerge(in *invocation) error {
	path, err := in.one("cli.error.need_source")
	if err != nil {
		return err
	}
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	return in.interruptible(func(ctx context.Context) error {
		return in.withStore(func(_ context.Context, o *opened) error {
			keys, err := in.sourceKeys(path)
			if err != nil {
				return err
			}
			merged, err := o.mergeFrom(ctx, source{path, keys}, in.dryRun)
			if err != nil {
				return err
			}
			return in.printMerge(merged)
		})
	})
}

// mergeFrom opens the other store and merges. What there was is backed up before.
func (o *opened) mergeFrom(ctx context.Context, from source, dryRun bool) (session.Merged, error) {
	return bringIn(ctx, o.store, o.library, from, session.MergeOptions{DryRun: dryRun})
}

// source is a data folder or a backup, and the keys that open it.
type source struct {
	path string
	keys *vault.Keys // nil for one that is not sealed
}

// bringIn merges what a source has into a store. What there was is backed up
// before.
func bringIn(
	ctx context.Context, into *persistence.Store, library *session.Library, src source, o session.MergeOptions,
) (merged session.Merged, err error) {
	from, err := persistence.OpenSource(ctx, src.path, openOptions(src.keys))
	if err != nil {
		return merged, err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	if !o.DryRun {
		if _, err := (keeper{store: into}).Make(ctx, backup.BeforeImport, nil); err != nil {
			return merged, err
		}
	}
	channels, err := loadChannels()
	if err != nil {
		return merged, err
	}
	o.Into = &takeover.Workspace{Mine: into, Channels: channels, Now: time.Now}
	return library.Merge(ctx, from, into, o)
}

// printMerge tells what came in. Something refused is a problem found.
func (in *invocation) printMerge(m session.Merged) error {
	refused := false
	for _, c := range m.Campaigns {
		refused = refused || len(c.Refused) > 0 || c.Headless
	}
	if in.json {
		if err := in.printJSON(mergeRow(m, !in.dryRun)); err != nil {
			return err
		}
	} else {
		in.sayMerge(m)
	}
	if refused {
		return errProblems
	}
	return nil
}

func (in *invocation) sayMerge(m session.Merged) {
	if len(m.Campaigns) == 0 && m.Taken.Nothing() {
		in.say("cli.merge.nothing")
		return
	}
	for _, c := range m.Campaigns {
		title := c.Title
		if title == "" {
			title = c.ID.String()
		}
		in.say("cli.merge.campaign", "title", title, "edits", in.printer.N("merge.edits", c.Applied))
		for _, line := range []struct {
			key string
			n   int
		}{
			{"merge.conflicts", c.Conflicts},
			{"merge.waiting", c.Waiting},
			{"merge.forgotten", c.Forgotten},
			{"merge.data_sets", c.Tables},
			{"merge.data_sets_missing", c.Missing},
			{"merge.refused", len(c.Refused)},
			{"merge.clocks", len(c.Skewed)},
		} {
			if line.n > 0 {
				in.say("cli.merge.detail", "what", in.printer.N(line.key, line.n))
			}
		}
		if c.Headless {
			in.say("cli.merge.detail", "what", in.printer.T("merge.headless"))
		}
	}
	if !m.Taken.Nothing() {
		in.sayTaken(m.Taken)
	}
	if in.dryRun {
		in.say("cli.merge.dry")
	}
}

// sayTaken tells what counts for all campaigns.
func (in *invocation) sayTaken(t takeover.Taken) {
	channels, err := loadChannels()
	if err != nil {
		return // then no limit was taken over
	}
	in.say("cli.merge.everywhere")
	for _, line := range wording.New(in.printer, wording.Content{Channels: channels}).Taken(t) {
		in.say("cli.merge.detail", "what", line)
	}
}

func mergeRow(m session.Merged, kept bool) mergeJSON {
	out := mergeJSON{
		Kept: kept, Known: m.Known, Campaigns: []mergedJSON{},
		Words: append([]string{}, m.Taken.Words...), Limits: append([]channel.Limit{}, m.Taken.Limits...),
	}
	for _, c := range m.Campaigns {
		row := mergedJSON{
			ID: c.ID, Title: c.Title, New: c.New, Applied: c.Applied, Waiting: c.Waiting, Conflicts: c.Conflicts,
			Forgotten: c.Forgotten, DataSets: c.Tables, Missing: c.Missing, Headless: c.Headless,
			Refused: []string{}, Clocks: []string{},
		}
		for _, e := range c.Refused {
			row.Refused = append(row.Refused, string(e.Code))
		}
		for _, s := range c.Skewed {
			row.Clocks = append(row.Clocks, s.Device.String())
		}
		out.Campaigns = append(out.Campaigns, row)
	}
	return out
}
