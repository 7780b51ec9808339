package persistence

import "athar/domain"

const (
	indicatorSchema = 1
	readingSchema   = 1
	dataSetSchema   = 1
)

// wireIndicator is domain.Indicator on disk. Never reuse a number.
type wireIndicator struct {
	ID        wireID    `cbor:"1,keyasint"`
	Order     string    `cbor:"2,keyasint,omitempty"`
	Name      string    `cbor:"3,keyasint,omitempty"`
	Metric    string    `cbor:"4,keyasint,omitempty"`
	Aggregate string    `cbor:"5,keyasint,omitempty"`
	Tag       string    `cbor:"6,keyasint,omitempty"`
	Baseline  *float64  `cbor:"7,keyasint,omitempty"`
	Target    *float64  `cbor:"8,keyasint,omitempty"`
	Due       *wireTime `cbor:"9,keyasint,omitempty"`
}

func toIndicator(i domain.Indicator) wireIndicator {
	return wireIndicator{
		ID: toID(i.ID), Order: clean(i.Order), Name: clean(i.Name), Metric: clean(i.Metric),
		Aggregate: clean(string(i.Aggregate)), Tag: clean(i.Tag),
		Baseline: i.Baseline, Target: i.Target, Due: toTime(i.Due),
	}
}

func (w wireIndicator) record() (domain.Record, error) {
	id, err := w.ID.id()
	return domain.Indicator{
		ID: id, Order: w.Order, Name: w.Name, Metric: w.Metric,
		Aggregate: domain.Aggregation(w.Aggregate), Tag: w.Tag,
		Baseline: w.Baseline, Target: w.Target, Due: w.Due.time(),
	}, err
}

// wireReading is domain.Reading on disk. Never reuse a number.
type wireReading struct {
	ID        wireID    `cbor:"1,keyasint"`
	Indicator wireID    `cbor:"2,keyasint,omitempty"`
	At        *wireTime `cbor:"3,keyasint,omitempty"`
	Value     float64   `cbor:"4,keyasint,omitempty"`
	Note      string    `cbor:"5,keyasint,omitempty"`
}

func toReading(r domain.Reading) wireReading {
	return wireReading{
		ID: toID(r.ID), Indicator: toID(r.Indicator), At: toTime(r.At),
		Value: r.Value, Note: clean(r.Note),
	}
}

func (w wireReading) record() (domain.Record, error) {
	id, err := w.ID.id()
	indicator, bad := w.Indicator.id()
	if bad != nil {
		err = bad
	}
	return domain.Reading{ID: id, Indicator: indicator, At: w.At.time(), Value: w.Value, Note: w.Note}, err
}

// wireDataSet is domain.DataSet on disk. Never reuse a number.
type wireDataSet struct {
	ID        wireID           `cbor:"1,keyasint"`
	File      string           `cbor:"2,keyasint,omitempty"`
	Hash      string           `cbor:"3,keyasint,omitempty"`
	Shape     string           `cbor:"4,keyasint,omitempty"`
	Encoding  string           `cbor:"5,keyasint,omitempty"`
	Read      int              `cbor:"6,keyasint,omitempty"`
	Kept      int              `cbor:"7,keyasint,omitempty"`
	Skipped   int              `cbor:"8,keyasint,omitempty"`
	Duplicate int              `cbor:"9,keyasint,omitempty"`
	Damaged   int              `cbor:"10,keyasint,omitempty"`
	Columns   []wireDataColumn `cbor:"11,keyasint,omitempty"`
	From      *wireTime        `cbor:"12,keyasint,omitempty"`
	To        *wireTime        `cbor:"13,keyasint,omitempty"`
	Imported  *wireTime        `cbor:"14,keyasint,omitempty"`
}

// wireDataColumn is domain.DataColumn on disk. Never reuse a number.
type wireDataColumn struct {
	Name    string  `cbor:"1,keyasint,omitempty"`
	Metric  string  `cbor:"2,keyasint,omitempty"`
	Sum     float64 `cbor:"3,keyasint,omitempty"`
	Missing int     `cbor:"4,keyasint,omitempty"`
}

func toDataSet(d domain.DataSet) wireDataSet {
	w := wireDataSet{
		ID: toID(d.ID), File: clean(d.File), Hash: clean(d.Hash),
		Shape: clean(d.Shape), Encoding: clean(d.Encoding),
		Read: d.Read, Kept: d.Kept, Skipped: d.Skipped, Duplicate: d.Duplicate, Damaged: d.Damaged,
		From: toTime(d.From), To: toTime(d.To), Imported: toTime(d.Imported),
	}
	for _, c := range d.Columns {
		w.Columns = append(w.Columns, wireDataColumn{clean(c.Name), clean(c.Metric), c.Sum, c.Missing})
	}
	return w
}

func (w wireDataSet) record() (domain.Record, error) {
	id, err := w.ID.id()
	d := domain.DataSet{
		ID: id, File: w.File, Hash: w.Hash, Shape: w.Shape, Encoding: w.Encoding,
		Read: w.Read, Kept: w.Kept, Skipped: w.Skipped, Duplicate: w.Duplicate, Damaged: w.Damaged,
		From: w.From.time(), To: w.To.time(), Imported: w.Imported.time(),
	}
	for _, c := range w.Columns {
		d.Columns = append(d.Columns, domain.DataColumn(c))
	}
	return d, err
}
