package metrics

import (
	"math"
	"strconv"
	"strings"
	"time"

	"athar/domain/metric"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/kit/chart"
)

// presenter makes what a person reads.
type presenter struct {
	*i18n.Printer
	names metric.Names
}

// metric returns what people call a metric.
func (p presenter) metric(key string) string { return p.names.Metric(key, p.Lang()) }

// span writes from when to when; "" without dates.
func (p presenter) span(from, to time.Time) string {
	first, last := p.Date(from), p.Date(to)
	if first == last {
		return first
	}
	return p.T("metrics.span", "from", first, "to", last)
}

// spanned writes what there is of something, and from when to when.
func (p presenter) spanned(what string, from, to time.Time) string {
	span := p.span(from, to)
	if span == "" {
		return what
	}
	return p.T("metrics.spanned", "what", what, "span", span)
}

// rows counts rows.
func (p presenter) rows(n int) string { return p.N("metrics.rows", n) }

// group names a grouping for the list to choose from.
func (p presenter) group(g string, dims []dimension) string {
	switch g {
	case groupDay, groupWeek, groupMonth, groupRows:
		return p.T("metrics.group." + g)
	}
	for _, d := range dims {
		if d.group() != g {
			continue
		}
		if d.Key == "" {
			return d.Name
		}
		return p.names.Dim(d.Key, p.Lang())
	}
	return ""
}

func (p presenter) groups(f figures, m measure) []kit.Option {
	var all []kit.Option
	for _, g := range f.groups(m) {
		all = append(all, kit.Option{Value: g, Label: p.group(g, f.Dims)})
	}
	return all
}

// heading says what the chart shows: "Likes: sum per week".
func (p presenter) heading(name string, f figures) string {
	switch {
	case f.Group == "":
		return name
	case f.Group == groupRows:
		return p.T("metrics.heading.rows", "metric", name)
	case strings.HasPrefix(f.Group, groupDim) && f.Adds:
		return p.T("metrics.heading.sum.by", "metric", name, "dim", p.group(f.Group, f.Dims))
	case strings.HasPrefix(f.Group, groupDim):
		return p.T("metrics.heading.mean.by", "metric", name, "dim", p.group(f.Group, f.Dims))
	case f.Adds:
		return p.T("metrics.heading.sum."+f.Group, "metric", name)
	}
	return p.T("metrics.heading.mean."+f.Group, "metric", name)
}

// summary says how many rows a picture is made of and from when to when. n says
// how many.
func (p presenter) summary(f figures, n string) string {
	s := p.spanned(n, f.From, f.To)
	if f.N < f.Rows {
		s = p.T("metrics.summary_missing", "summary", s, "missing", f.Rows-f.N)
	}
	return s
}

// place names a place on the axis.
func (p presenter) place(f figures, i int) string {
	if f.Words != nil {
		return p.word(f.Group, f.Words[i])
	}
	return p.moment(f.Group, f.X[i])
}

func (p presenter) moment(group string, seconds float64) string {
	at := time.Unix(int64(seconds), 0).UTC()
	switch group {
	case groupWeek:
		return p.T("metrics.week_of", "date", p.Date(at))
	case groupMonth:
		return p.MonthYear(at)
	case groupRows:
		if at.Hour() == 0 && at.Minute() == 0 && at.Second() == 0 {
			return p.Date(at)
		}
		return p.T("metrics.moment", "date", p.Date(at), "time", p.Clock(at))
	}
	return p.Date(at)
}

// word shows a word of a dimension. Codes that mean the same everywhere are put
// into words; days of the week are not, because platforms count them from
// different days.
func (p presenter) word(group, word string) string {
	switch {
	case word == "":
		return p.T("metrics.word.none")
	case group == groupDim+metric.DimPaid && word == "0":
		return p.T("metrics.word.unpaid")
	case group == groupDim+metric.DimPaid && word == "1":
		return p.T("metrics.word.paid")
	case group == groupDim+metric.DimMonth:
		if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= 12 {
			return p.Month(time.Month(n))
		}
	}
	return word
}

// tick writes a moment on an axis.
func (p presenter) tick(seconds float64, step chart.TimeStep) string {
	at := time.Unix(int64(seconds), 0).UTC()
	switch step {
	case chart.Hours:
		if at.Hour() != 0 {
			return p.Clock(at)
		}
		return p.ShortDate(at)
	case chart.Days:
		return p.ShortDate(at)
	case chart.Months:
		month := p.T("month.short." + strconv.Itoa(int(at.Month())))
		return p.T("date.month_year", "month", month, "year", p.Digits(strconv.Itoa(at.Year())))
	}
	return p.Digits(strconv.Itoa(at.Year()))
}

// figure writes a figure of a metric as it stands in the data.
func (p presenter) figure(v float64) string {
	if math.Abs(v) < 1 {
		return p.Decimal(v, 4)
	}
	return p.Number(v)
}

// mean writes a mean: one decimal beyond what was counted, and more where it is
// small.
func (p presenter) mean(v float64) string {
	if math.Abs(v) >= 10 {
		return p.Decimal(v, 1)
	}
	return p.figure(v)
}

// model makes the picture of figures.
func (p presenter) model(f figures, name string, kind chart.Kind, mirrored bool) chart.Model {
	m := chart.Model{
		Kind: kind, Time: f.Words == nil, Mirrored: mirrored,
		Summary: p.summary(f, p.N("metrics.summary", f.N)), Empty: p.T("metrics.no_figures"),
		Format: chart.Format{
			Value: p.figure, Tick: p.tick,
			Point: func(x float64) string { return p.moment(f.Group, x) },
		},
		Thin: metric.LTTB,
	}
	if f.N > 0 {
		m.Empty = p.T("metrics.no_axis")
	}
	for i := range f.Words {
		m.Categories = append(m.Categories, p.place(f, i))
	}
	if len(f.X) > 0 {
		m.Series = []chart.Series{{Name: name, X: f.X, Y: f.Y, Outline: f.Line}}
	}
	return m
}

// notes are what a person should know to read the figures rightly.
func (p presenter) notes(m measure, e entry) []string {
	var all []string
	switch metric.KindOf(m.Metric) {
	case metric.KindRate:
		all = append(all, p.T("metrics.note.rate"))
	case metric.KindStock:
		all = append(all, p.T("metrics.note.stock"))
	case metric.KindDuration:
		all = append(all, p.T("metrics.note.duration"))
	}
	if countsPeople(m.Metric) {
		all = append(all, p.T("metrics.note.people"))
	}
	if e.mixed() {
		all = append(all, p.T("metrics.note.mixed"))
	}
	return all
}

// shape names an export in words.
func (p presenter) shape(code string) string {
	if key := "metrics.shape." + code; p.Has(key) {
		return p.T(key)
	}
	return p.T("metrics.shape.generic")
}

// encoding names how a file's letters are kept.
func (p presenter) encoding(code string) string {
	if key := "metrics.encoding." + code; p.Has(key) {
		return p.T(key)
	}
	return code
}

// dataRow is one line of the list of data.
type dataRow struct{ Title, Detail string }

func (p presenter) dataRow(e entry) dataRow {
	rows := 0
	for _, d := range e.sets {
		rows += d.Kept
	}
	from, to := e.span()
	r := dataRow{Title: e.title(p), Detail: p.spanned(p.rows(rows), from, to)}
	return r
}

// title names an entry.
func (e entry) title(p presenter) string {
	if e.together() {
		return p.N("metrics.together", len(e.sets))
	}
	return e.sets[0].File
}
