package metric

import (
	"sort"
	"time"
)

// Series is a row of figures with their moments: the n-th of both belong
// together. Figures may be Missing and moments NoTime.
type Series struct {
	Times  []int64 // seconds since 1970 UTC
	Values []float64
}

// SeriesOf returns the figures of a column of a table.
func SeriesOf(t *Table, c *Column) Series {
	return Series{Times: t.Times, Values: c.Values}
}

// SeriesFor returns the figures of a metric in all the tables, one after
// another. Tables without the metric are passed over.
func SeriesFor(metric string, tables ...*Table) Series {
	var found []Series
	for _, t := range tables {
		if c := t.Column(metric); c != nil {
			found = append(found, SeriesOf(t, c))
		}
	}
	return Join(found...)
}

// Join puts series one after another.
func Join(parts ...Series) Series {
	if len(parts) == 1 {
		return parts[0]
	}
	var s Series
	for _, p := range parts {
		s.Times = append(s.Times, p.Times...)
		s.Values = append(s.Values, p.Values...)
	}
	return s
}

// Points returns the figures that have a moment, in order of time; equal
// moments keep their order. It is what a line through all rows is drawn of.
func (s Series) Points() Series {
	p := Series{Times: make([]int64, 0, len(s.Times)), Values: make([]float64, 0, len(s.Times))}
	for i, at := range s.Times {
		if at != NoTime && !IsMissing(s.Values[i]) {
			p.Times = append(p.Times, at)
			p.Values = append(p.Values, s.Values[i])
		}
	}
	if by := byTime(p); !sort.IsSorted(by) {
		sort.Stable(by)
	}
	return p
}

// byTime sorts a series.
type byTime Series

func (s byTime) Len() int           { return len(s.Times) }
func (s byTime) Less(i, j int) bool { return s.Times[i] < s.Times[j] }
func (s byTime) Swap(i, j int) {
	s.Times[i], s.Times[j] = s.Times[j], s.Times[i]
	s.Values[i], s.Values[j] = s.Values[j], s.Values[i]
}

// Bucket is what a day, a week or a month adds up to.
type Bucket struct {
	Start time.Time // midnight of its first day, in the zone asked for
	Sum   float64   // Missing when no row has a figure: a gap is not zero
	Count int       // rows with a figure
	Rows  int       // rows, with and without a figure
}

// Mean returns the mean per row with a figure, Missing when there is none.
func (b Bucket) Mean() float64 {
	if b.Count == 0 {
		return Missing
	}
	return b.Sum / float64(b.Count)
}

// ByDay returns a bucket for each day from the first row to the last, days
// without rows included. A nil zone means UTC. Rows without a moment are left
// out.
func (s Series) ByDay(zone *time.Location) []Bucket {
	return s.by(zone, func(y int, m time.Month, d int, _ time.Weekday) (int, time.Month, int) { return y, m, d },
		func(t time.Time) time.Time { return next(t, 0, 1) })
}

// ByWeek is ByDay by weeks that begin with the given day, which differs between
// countries.
func (s Series) ByWeek(zone *time.Location, first time.Weekday) []Bucket {
	return s.by(zone, func(y int, m time.Month, d int, w time.Weekday) (int, time.Month, int) {
		return y, m, d - int(w-first+7)%7
	}, func(t time.Time) time.Time { return next(t, 0, 7) })
}

// ByMonth is ByDay by months of the Gregorian calendar.
func (s Series) ByMonth(zone *time.Location) []Bucket {
	return s.by(zone, func(y int, m time.Month, _ int, _ time.Weekday) (int, time.Month, int) { return y, m, 1 },
		func(t time.Time) time.Time { return next(t, 1, 0) })
}

// next moves on by the calendar: adding 24 hours would miss midnight where clocks
// are changed.
func next(t time.Time, months, days int) time.Time {
	y, m, d := t.Date()
	return dayStart(y, m+time.Month(months), d+days, t.Location())
}

// dayStart returns the first moment of a day. Where clocks are put forward at
// midnight, as in Cairo and in Beirut, that is 1 o'clock, and time.Date may
// return 23 o'clock of the day before.
func dayStart(y int, m time.Month, d int, zone *time.Location) time.Time {
	t := time.Date(y, m, d, 0, 0, 0, 0, zone)
	if time.Date(y, m, d, 12, 0, 0, 0, zone).Day() != t.Day() {
		t = t.Add(time.Hour)
	}
	return t
}

// mostBuckets bounds what a wrong moment can cost: 200 years of days.
const mostBuckets = 200 * 366

type (
	startOf func(y int, m time.Month, d int, w time.Weekday) (int, time.Month, int)
	stepper func(time.Time) time.Time
)

// by gathers the rows in buckets. Rows are mostly in order, so the bucket of
// the row before is tried first: finding one anew needs the zone's rules.
func (s Series) by(zone *time.Location, start startOf, step stepper) []Bucket {
	if zone == nil {
		zone = time.UTC
	}
	found := make(map[int64]*Bucket)
	var current *Bucket
	var from, to int64 // of current
	for i, at := range s.Times {
		if at == NoTime {
			continue
		}
		if current == nil || at < from || at >= to {
			t := time.Unix(at, 0).In(zone)
			y, m, d := t.Date()
			y, m, d = start(y, m, d, t.Weekday())
			begin := dayStart(y, m, d, zone)
			from, to = begin.Unix(), step(begin).Unix()
			if current = found[from]; current == nil {
				current = &Bucket{Start: begin, Sum: Missing}
				found[from] = current
			}
		}
		current.add(s.Values[i])
	}
	return fill(found, step)
}

func (b *Bucket) add(v float64) {
	b.Rows++
	if IsMissing(v) {
		return
	}
	if b.Count == 0 {
		b.Sum = 0
	}
	b.Sum += v
	b.Count++
}

// fill puts the buckets in order, with empty ones between them.
func fill(found map[int64]*Bucket, step stepper) []Bucket {
	if len(found) == 0 {
		return nil
	}
	list := make([]Bucket, 0, len(found))
	for _, b := range found {
		list = append(list, *b)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Start.Before(list[j].Start) })
	all := make([]Bucket, 0, len(list))
	for _, b := range list {
		for len(all) > 0 && len(all) < mostBuckets {
			gap := step(all[len(all)-1].Start)
			if !gap.Before(b.Start) {
				break
			}
			all = append(all, Bucket{Start: gap, Sum: Missing})
		}
		all = append(all, b)
	}
	return all
}
