package metrics

import (
	"context"

	"athar/domain"
	"athar/domain/metric"
)

// Importer reads exported figures and keeps them. Its methods wait; the screen
// calls them in the background.
type Importer interface {
	// Read reads files without keeping anything. A file that cannot be read
	// stands in Preview.Failed; the error is not nil only when ctx is cancelled
	// (domain.ErrCancelled).
	Read(ctx context.Context, o ReadOptions, progress func(share float64)) (Preview, error)

	// Keep keeps the rows and returns the records to add to the campaign with
	// domain.AddDataSets.
	Keep(ctx context.Context, files []Incoming, progress func(share float64)) ([]domain.DataSet, error)
}

// ReadOptions says what to read and how.
type ReadOptions struct {
	Paths       []string
	DropRepeats bool // count a row once, however often its id occurs
}

// Preview is what was found in files.
type Preview struct {
	Files  []Incoming
	Failed []Failure
}

// Failure is a file that could not be read.
type Failure struct {
	File string
	Err  error
}

// Incoming is a file that was read and is not kept yet. A row number is the
// number of the data record in the file, from 1.
type Incoming struct {
	Set      domain.DataSet // what is to be kept; has its ID already
	Table    *metric.Table
	LeftOut  []LeftOut // columns that are not kept
	Skipped  []Skip
	Damaged  []Cell // bytes that could not be decoded; the row is kept
	Unread   []Cell // words where a figure or a date should be
	Warnings []Warning
}

// LeftOut is a column that is not kept. The catalogs have a sentence for every
// Why under "metrics.why.".
type LeftOut struct{ Name, Why string }

// Skip is a row that is not kept. The catalogs have a sentence for every
// Reason under "metrics.skip.".
type Skip struct {
	Row    int
	Reason string
}

// Cell is a cell of the file.
type Cell struct {
	Row    int
	Column string
}

// Warning is something the person should know, with how often it applies and
// the first rows it is about. The catalogs have a sentence for every Code under
// "metrics.caution.".
type Warning struct {
	Code  string
	Count int
	Rows  []int
}
