package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/tabular"
)

// shownSkips is how many skipped rows are printed a file; --json has them all.
const shownSkips = 5

func runImport(in *invocation) error {
	switch {
	case len(in.args) == 0:
		return errUsage{key: "cli.error.need_file"}
	case in.campaign == "" && !in.dryRun:
		return errUsage{key: "cli.error.need_campaign"}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if in.dryRun {
		batch, err := in.readFiles(ctx)
		if err != nil {
			return err
		}
		return in.printBatch(batch)
	}
	id, err := campaignID(in.campaign)
	if err != nil {
		return err
	}
	return in.withStore(func(_ context.Context, o *opened) error {
		if _, err := o.campaign(ctx, id); err != nil {
			return err
		}
		batch, err := in.readFiles(ctx)
		if err != nil {
			return err
		}
		if k := (keeper{store: o.store}); k.Changed() {
			if _, err := k.Make(ctx, backup.BeforeImport, nil); err != nil {
				return err
			}
		}
		sets, err := keepBatch(ctx, o.store, o.deps, batch.Imports, nil)
		if err != nil {
			return err
		}
		if len(sets) > 0 {
			if err := o.library.Apply(ctx, id, domain.AddDataSets{DataSets: sets}); err != nil {
				return err
			}
		}
		if err := in.printBatch(batch); err != nil {
			return err
		}
		if !in.json {
			in.say("cli.import.kept")
		}
		return nil
	})
}

func (in *invocation) readFiles(ctx context.Context) (*tabular.Batch, error) {
	return tabular.ReadAll(ctx, tabular.Paths(in.args...), tabular.Options{
		DropRepeats: in.dropRepeats, Today: time.Now(),
	})
}

// printBatch prints what the files held. A file that could not be imported is
// a problem; skipped rows and damaged characters are facts of the report.
func (in *invocation) printBatch(b *tabular.Batch) error {
	if in.json {
		reports := make([]any, 0, len(b.Imports)+1)
		for _, i := range b.Imports {
			reports = append(reports, i.Report)
		}
		if len(in.args) > 1 {
			reports = append(reports, b.Total)
		}
		if err := in.printJSON(reports); err != nil {
			return err
		}
	} else {
		in.sayBatch(b)
	}
	for _, f := range b.Failed {
		in.complain("cli.import.failed", "file", f.File, "reason", in.printer.Error(f.Err))
	}
	if len(b.Failed) > 0 {
		return errProblems
	}
	return nil
}

func (in *invocation) sayBatch(b *tabular.Batch) {
	for _, i := range b.Imports {
		r := i.Report
		in.say("cli.import.file", "file", r.File, "shape", r.Shape, "encoding", r.Encoding)
		in.say("cli.import.rows", "read", r.Rows.Read, "kept", r.Rows.Kept, "skipped", r.Rows.Skipped, "duplicate", r.Rows.Duplicate)
		for _, c := range r.Columns {
			in.say("cli.import.column", "name", c.Name, "sum", c.Sum, "missing", c.Missing)
		}
		if n := r.DamagedRows(); n > 0 {
			in.say("cli.import.damaged", "n", n, "row", r.Damaged[0].Row)
		}
		for n, s := range r.Skipped {
			if n == shownSkips {
				in.say("cli.import.more", "n", len(r.Skipped)-n)
				break
			}
			in.say("cli.import.skipped", "row", s.Row, "reason", in.printer.T("cli.skip."+string(s.Reason)))
		}
	}
	if len(b.Imports) > 1 {
		in.say("cli.import.total", "read", b.Total.Rows.Read, "kept", b.Total.Rows.Kept)
	}
}
