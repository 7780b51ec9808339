package main

import (
	"context"

	"athar/domain"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/gui/metrics"
	"athar/persistence/tabular"
)

// importer reads and keeps exports for the metrics tab.
type importer struct {
	tables metric.Store
	deps   session.Deps
	before func(context.Context) // done before anything is kept
}

var _ metrics.Importer = importer{}

// Read implements metrics.Importer.
func (i importer) Read(ctx context.Context, o metrics.ReadOptions, progress func(float64)) (metrics.Preview, error) {
	batch, err := tabular.ReadAll(ctx, tabular.Paths(o.Paths...), tabular.Options{
		DropRepeats: o.DropRepeats, Progress: progress, Today: i.deps.Now(),
	})
	if err != nil {
		return metrics.Preview{}, err
	}
	var p metrics.Preview
	for _, imported := range batch.Imports {
		p.Files = append(p.Files, incoming(imported, i.deps))
	}
	for _, f := range batch.Failed {
		p.Failed = append(p.Failed, metrics.Failure(f))
	}
	return p, nil
}

// Keep implements metrics.Importer.
func (i importer) Keep(ctx context.Context, files []metrics.Incoming, progress func(float64)) ([]domain.DataSet, error) {
	i.before(ctx)
	var sets []domain.DataSet
	for n, f := range files {
		if f.Table.Rows() == 0 {
			continue
		}
		part := func(share float64) { progress((float64(n) + share) / float64(len(files))) }
		if err := i.tables.PutTable(ctx, f.Set.ID, f.Table, part); err != nil {
			return nil, err
		}
		sets = append(sets, f.Set)
	}
	return sets, nil
}

func incoming(imported *tabular.Import, deps session.Deps) metrics.Incoming {
	r := imported.Report
	in := metrics.Incoming{Set: imported.DataSet(deps.NewID(), deps.Now()), Table: imported.Table}
	for _, l := range r.LeftOut {
		in.LeftOut = append(in.LeftOut, metrics.LeftOut{Name: l.Name, Why: string(l.Why)})
	}
	for _, s := range r.Skipped {
		in.Skipped = append(in.Skipped, metrics.Skip{Row: s.Row, Reason: string(s.Reason)})
	}
	in.Damaged, in.Unread = places(r.Damaged), places(r.Unread)
	for _, w := range r.Warnings {
		in.Warnings = append(in.Warnings, metrics.Warning{Code: string(w.Code), Count: w.Count, Rows: w.Rows})
	}
	return in
}

func places(list []tabular.Place) []metrics.Cell {
	var out []metrics.Cell
	for _, p := range list {
		out = append(out, metrics.Cell(p))
	}
	return out
}
