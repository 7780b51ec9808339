// Package metric holds figures: the rows of imported data sets, the series
// made of them, and what indicators say of both. It reads no files and knows
// no platform's export format.
package metric

import (
	"context"
	"math"
	"time"

	"athar/domain"
)

// NoTime stands in Table.Times for a row without a moment.
const NoTime = math.MinInt64

// Missing is the value of a cell without a figure. It is NaN, so it never adds
// up unnoticed; test with IsMissing.
var Missing = math.NaN()

// IsMissing reports whether a value is no figure.
func IsMissing(v float64) bool { return v != v }

// Table holds the rows of a data set by columns. All columns have as many
// entries as Times. A table is immutable once it is kept.
type Table struct {
	Times   []int64  // seconds since 1970 UTC; NoTime where a row has none
	IDs     []string // the platform's id of the row; nil when the export has none
	Columns []Column
	Dims    []Dim
}

// Column is a column of figures.
type Column struct {
	Name   string    // header in the file
	Metric string    // metric key, "" when it has none
	Values []float64 // Missing where there is no figure
}

// Dim is a column of a few repeated words (type of post, weekday, hour) by
// which rows can be grouped.
type Dim struct {
	Name  string   // header in the file
	Key   string   // one of the Dim constants, or "" for others
	Words []string // the distinct words, in order of first appearance
	Index []uint16 // per row: index into Words
}

// Rows returns the number of rows.
func (t *Table) Rows() int { return len(t.Times) }

// Column returns the first column with the metric key, nil when there is none.
func (t *Table) Column(metric string) *Column {
	for i := range t.Columns {
		if t.Columns[i].Metric == metric {
			return &t.Columns[i]
		}
	}
	return nil
}

// Dim returns the first dimension with the key, nil when there is none.
func (t *Table) Dim(key string) *Dim {
	for i := range t.Dims {
		if t.Dims[i].Key == key {
			return &t.Dims[i]
		}
	}
	return nil
}

// Span returns the first and the last moment; zero times when no row has one.
func (t *Table) Span() (from, to time.Time) {
	low, high := int64(math.MaxInt64), int64(math.MinInt64)
	for _, s := range t.Times {
		if s == NoTime {
			continue
		}
		low, high = min(low, s), max(high, s)
	}
	if low > high {
		return time.Time{}, time.Time{}
	}
	return time.Unix(low, 0).UTC(), time.Unix(high, 0).UTC()
}

// Store keeps the rows of data sets, apart from the campaigns that name them.
type Store interface {
	// PutTable keeps the rows under the data set's ID; durable when it returns
	// nil. progress, which may be nil, is told the share done, 0 to 1. A
	// cancelled ctx leaves nothing behind that Table would return.
	PutTable(ctx context.Context, id domain.ID, t *Table, progress func(share float64)) error

	// Table returns the rows; domain.ErrNotFound when there are none.
	Table(ctx context.Context, id domain.ID) (*Table, error)
}
