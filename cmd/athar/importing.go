package main

import (
	"bytes"
	"context"
	"io"
	"io/fs"

	"athar/assets"
	"athar/domain"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/domain/starter"
	"athar/persistence/tabular"
)

// keepBatch keeps the rows of imports and returns the records that tell of
// them. The rows are durable when it returns; a campaign shows them once the
// records are applied to it.
func keepBatch(
	ctx context.Context, tables metric.Store, deps session.Deps, imports []*tabular.Import, progress func(float64),
) ([]domain.DataSet, error) {
	var sets []domain.DataSet
	for i, imported := range imports {
		if imported.Table.Rows() == 0 {
			continue
		}
		id := deps.NewID()
		part := func(share float64) {
			if progress != nil {
				progress((float64(i) + share) / float64(len(imports)))
			}
		}
		if err := tables.PutTable(ctx, id, imported.Table, part); err != nil {
			return nil, err
		}
		sets = append(sets, imported.DataSet(id, deps.Now()))
	}
	return sets, nil
}

// keepSample keeps the sample campaign with its figures, which are imported
// like anybody's. An empty title keeps the sample's own.
func keepSample(
	ctx context.Context, library *session.Library, tables metric.Store, deps session.Deps, lang, title string,
) (domain.Campaign, error) {
	c, err := content("sample.json", func(data []byte) (domain.Campaign, error) {
		return starter.Sample(data, deps.NewID, deps.Now(), lang)
	})
	if err != nil {
		return c, err
	}
	if title != "" {
		c.Header.Title = title
	}
	const figures = "sample-metrics.csv"
	data, err := fs.ReadFile(assets.Content, "content/"+figures)
	if err != nil {
		return c, err
	}
	file := tabular.File{Name: figures, Open: func() (io.ReadCloser, int64, error) {
		return io.NopCloser(bytes.NewReader(data)), int64(len(data)), nil
	}}
	batch, err := tabular.ReadAll(ctx, []tabular.File{file}, tabular.Options{})
	if err != nil {
		return c, err
	}
	if len(batch.Failed) > 0 {
		return c, batch.Failed[0].Err
	}
	if c.DataSets, err = keepBatch(ctx, tables, deps, batch.Imports, nil); err != nil {
		return c, err
	}
	return c, library.Add(ctx, c)
}
