package main

import (
	"context"
	"path/filepath"
	"time"

	"athar/persistence/plain"
)

// exportJSON is the answer of `athar export`.
type exportJSON struct {
	Dir       string `json:"dir"`
	Campaigns int    `json:"campaigns"`
	Records   int    `json:"records"`
	DataSets  int    `json:"data_sets"`

	Salvage *salvageJSON `json:"salvage,omitempty"` // only of a store that cannot be opened
}

// runExport writes everything so that it can be read without Athar.
func runExport(in *invocation) error {
	if !in.plain {
		return errUsage{key: "cli.error.need_plain"}
	}
	dir, err := in.one("cli.error.need_folder")
	if err != nil {
		return err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	return in.interruptible(func(ctx context.Context) error {
		err := in.withStore(func(_ context.Context, o *opened) error {
			r, err := plain.Export(ctx, dir, time.Now(), o.store)
			if err != nil {
				return err
			}
			return in.printExport(r, nil)
		})
		if !beyondUse(err) {
			return err
		}
		return in.exportSalvage(ctx, dir, err)
	})
}

func (in *invocation) printExport(r plain.Result, s *salvageJSON) error {
	if in.json {
		return in.printJSON(exportJSON{r.Dir, r.Campaigns, r.Records, r.DataSets, s})
	}
	in.say("cli.export.done", "dir", r.Dir, "campaigns", r.Campaigns, "records", r.Records, "datasets", r.DataSets)
	return nil
}
