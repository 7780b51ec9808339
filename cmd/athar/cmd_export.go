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
		return in.withStore(func(_ context.Context, o *opened) error {
			r, err := plain.Export(ctx, dir, time.Now(), o.store)
			if err != nil {
				return err
			}
			if in.json {
				return in.printJSON(exportJSON(r))
			}
			in.say("cli.export.done", "dir", r.Dir, "campaigns", r.Campaigns, "records", r.Records, "datasets", r.DataSets)
			return nil
		})
	})
}
