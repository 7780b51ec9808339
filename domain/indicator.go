package domain

import "time"

// Aggregation says how an indicator's figures become one. The strings are
// stored.
type Aggregation string

// The aggregations.
const (
	AggregateSum  Aggregation = "sum"  // add them up
	AggregateLast Aggregation = "last" // the newest one counts
	AggregateMean Aggregation = "mean" // per row that has a figure
)

// Aggregations returns every aggregation.
func Aggregations() []Aggregation {
	return []Aggregation{AggregateSum, AggregateLast, AggregateMean}
}

// IndicatorTags lists what an indicator tells about: what was done, what
// changed, how well, or only how it looks.
func IndicatorTags() []string { return []string{"output", "outcome", "quality", "vanity"} }

// Indicator is a figure the campaign watches, with where it started and where
// it should get to.
type Indicator struct {
	ID    ID
	Order string // fractional index; lists sort by Order, then ID

	Name      string
	Metric    string // metric key read from data sets, "" when entered by hand only
	Aggregate Aggregation
	Tag       string
	Baseline  *float64 // nil when not known
	Target    *float64 // nil when not set
	Due       time.Time
}

// Kind implements Record.
func (Indicator) Kind() Kind { return KindIndicator }

// RecordID implements Record.
func (i Indicator) RecordID() ID { return i.ID }

// Validate returns what is wrong with the indicator.
func (i Indicator) Validate() Problems {
	if i.Name == "" {
		return Problems{Problem(ErrRequired, "name")}
	}
	return nil
}

// Reading is a figure entered by hand for an indicator.
type Reading struct {
	ID        ID
	Indicator ID
	At        time.Time // the day it is about, midnight UTC
	Value     float64
	Note      string
}

// Kind implements Record.
func (Reading) Kind() Kind { return KindReading }

// RecordID implements Record.
func (r Reading) RecordID() ID { return r.ID }

// DataSet tells of one imported file. Its rows are immutable and kept apart;
// the store gives them by the data set's ID.
type DataSet struct {
	ID       ID
	File     string // base name of the file
	Hash     string // SHA-256 of the file's bytes, hexadecimal
	Shape    string // which export it was recognised as
	Encoding string

	Read      int // data rows in the file
	Kept      int
	Skipped   int
	Duplicate int // rows whose id was seen before
	Damaged   int // kept rows with bytes that could not be decoded

	Columns  []DataColumn
	From     time.Time // first and last moment of the rows; zero without dates
	To       time.Time
	Imported time.Time
}

// DataColumn is a column of figures of a data set.
type DataColumn struct {
	Name    string // header in the file
	Metric  string // metric key it was mapped to, "" when it has none
	Sum     float64
	Missing int // rows without a figure; missing is not zero
}

// Kind implements Record.
func (DataSet) Kind() Kind { return KindDataSet }

// RecordID implements Record.
func (d DataSet) RecordID() ID { return d.ID }
