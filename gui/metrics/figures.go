package metrics

import (
	"slices"
	"time"

	"athar/domain/metric"
	"athar/gui/kit/chart"
)

// The groupings. A dimension's is groupDim and its name.
const (
	groupDay   = "day"
	groupWeek  = "week"
	groupMonth = "month"
	groupRows  = "rows" // every row for itself
	groupDim   = "by."
)

// firstOfWeek is fixed, or a change of language would change figures that have
// been reported already. Every week is named by its first day.
const firstOfWeek = time.Monday

// measure is which figures of tables are looked at.
type measure struct {
	Metric string
	Column string // header of the one column meant; "" for all of the metric
}

func (m measure) in(t *metric.Table) *metric.Column {
	if m.Column == "" {
		return t.Column(m.Metric)
	}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Name == m.Column && c.Metric == m.Metric {
			return c
		}
	}
	return nil
}

// dimension is a column of words by which the rows can be grouped.
type dimension struct{ Key, Name string }

// group returns the grouping by the dimension.
func (d dimension) group() string {
	if d.Key != "" {
		return groupDim + d.Key
	}
	return groupDim + "/" + d.Name
}

// figures are what a chart and the table under it show. Every list but Dims has
// one entry a place on the axis.
type figures struct {
	Group string
	Adds  bool        // Y is a sum, otherwise a mean or, by rows, the figure
	Dated bool        // some row has a moment
	Dims  []dimension // by which these rows can be grouped

	X, Y  []float64 // X in seconds since 1970 UTC, or counted from 0 for words
	Line  []int     // the outline of a very long line, nil for others
	Words []string  // of a dimension; nil for a time axis
	Sums  []float64 // nil by rows, as are Counts and Means
	Count []int     // rows with a figure
	Means []float64

	Rows, N  int // rows in all, and those with a figure
	From, To time.Time
}

// adds reports whether figures of the kind may be added up. A level and a
// length may not; a rate may not even be averaged.
func adds(k metric.Kind) bool {
	return k == metric.KindCount || k == metric.KindAmount || k == metric.KindChange
}

// groupable reports whether several rows of the metric make one figure.
func groupable(key string) bool { return metric.KindOf(key) != metric.KindRate }

// compute adds the figures of tables up. An empty group asks for the one that
// shows them best. It is slow on large tables and is meant for the background.
func compute(tables []*metric.Table, m measure, group string) figures {
	var f figures
	f.Dims = dimensions(tables)
	narrowed := make([]*metric.Table, 0, len(tables))
	for _, t := range tables {
		if c := m.in(t); c != nil {
			narrowed = append(narrowed, narrow(t, c))
		}
	}
	series := metric.SeriesFor(oneMetric, narrowed...)
	f.Rows = len(series.Values)
	f.span(series)
	f.Adds = adds(metric.KindOf(m.Metric))
	f.Group = f.possible(m, group)
	switch f.Group {
	case "":
	case groupDay:
		f.buckets(series.ByDay(nil))
	case groupWeek:
		f.buckets(series.ByWeek(nil, firstOfWeek))
	case groupMonth:
		f.buckets(series.ByMonth(nil))
	case groupRows:
		f.rows(series)
	default:
		f.words(metric.ByDim(oneMetric, oneDim, renamed(narrowed, f.Group)...))
	}
	f.Line = chart.OutlineOf(f.X, f.Y, metric.LTTB)
	return f
}

// Names inside of narrowed tables.
const oneMetric, oneDim = "figure", "dim"

// narrow returns the table with one column only, under a name of its own, so
// that columns without a metric are computed like the others.
func narrow(t *metric.Table, c *metric.Column) *metric.Table {
	return &metric.Table{
		Times: t.Times, Dims: t.Dims,
		Columns: []metric.Column{{Name: c.Name, Metric: oneMetric, Values: c.Values}},
	}
}

// renamed returns the tables with the one dimension of the grouping.
func renamed(tables []*metric.Table, group string) []*metric.Table {
	out := make([]*metric.Table, 0, len(tables))
	for _, t := range tables {
		for _, d := range t.Dims {
			if (dimension{d.Key, d.Name}).group() == group {
				d.Key = oneDim
				out = append(out, &metric.Table{Times: t.Times, Columns: t.Columns, Dims: []metric.Dim{d}})
				break
			}
		}
	}
	return out
}

// dimensions returns those with something to compare.
func dimensions(tables []*metric.Table) []dimension {
	var all []dimension
	for _, t := range tables {
		for _, d := range t.Dims {
			found := dimension{d.Key, d.Name}
			same := func(o dimension) bool { return o.group() == found.group() }
			if len(d.Words) > 1 && !slices.ContainsFunc(all, same) {
				all = append(all, found)
			}
		}
	}
	return all
}

// span sets the first and the last moment of a row with a figure.
func (f *figures) span(s metric.Series) {
	low, high := int64(metric.NoTime), int64(metric.NoTime)
	for i, at := range s.Times {
		if metric.IsMissing(s.Values[i]) {
			continue
		}
		f.N++
		if at == metric.NoTime {
			continue
		}
		if !f.Dated || at < low {
			low = at
		}
		if !f.Dated || at > high {
			high = at
		}
		f.Dated = true
	}
	if f.Dated {
		f.From, f.To = time.Unix(low, 0).UTC(), time.Unix(high, 0).UTC()
	}
}

// possible returns the grouping asked for if these figures have it, and
// otherwise the one that suits them; "" when there is none.
func (f *figures) possible(m measure, group string) string {
	all := f.groups(m)
	if len(all) == 0 {
		return ""
	}
	if slices.Contains(all, group) {
		return group
	}
	if usual := f.usual(); slices.Contains(all, usual) {
		return usual
	}
	return all[0]
}

// groups returns the groupings that these figures have.
func (f *figures) groups(m measure) []string {
	if !groupable(m.Metric) {
		if f.Dated {
			return []string{groupRows}
		}
		return nil
	}
	var all []string
	if f.Dated {
		all = append(all, groupDay, groupWeek, groupMonth, groupRows)
	}
	for _, d := range f.Dims {
		all = append(all, d.group())
	}
	return all
}

// usual returns the period that gives a line enough points and not too many.
func (f *figures) usual() string {
	const day = 24 * time.Hour
	switch span := f.To.Sub(f.From); {
	case span <= 62*day:
		return groupDay
	case span <= 370*day:
		return groupWeek
	}
	return groupMonth
}
