package tabular

import (
	"math"
	"slices"

	"athar/domain"
	"athar/domain/metric"
)

// finish decides what only the whole file decides, and makes the table and the
// report.
func (t *rows) finish() (*Import, error) {
	if t.kept == 0 {
		return nil, t.in.problem(domain.ErrFileEmpty, "no data rows")
	}
	t.r.Encoding, t.r.Hash, t.r.Rows.Kept = t.text.encoding, t.in.sum(), t.kept
	table := &metric.Table{Times: t.finishTimes()}
	t.finishIDs(table)
	t.finishFigures(table)
	if len(table.Columns) == 0 {
		return nil, t.in.problem(domain.ErrFileShape, "no column of figures")
	}
	t.checkParts(table)
	t.sortUnread()
	t.r.setSpan(table)
	return &Import{Table: table, Report: *t.r}, nil
}

func (r *Report) setSpan(table *metric.Table) {
	r.From, r.To = nil, nil
	if from, to := table.Span(); !from.IsZero() {
		r.From, r.To = &from, &to
	}
}

func (t *rows) finishTimes() []int64 {
	if t.times == nil {
		return slices.Repeat([]int64{metric.NoTime}, t.kept)
	}
	t.r.DayColumn = t.times.name
	tells := nameTells(t.in.file)
	if tells.to.IsZero() && tells.year == 0 {
		if tells.year = t.o.Year; tells.year == 0 {
			tells.to = t.o.Today
		}
	}
	t.times.settleYears(tells, t.r)
	t.times.settle(t.o.DayFirst, t.plan.shape.dayFirst(t.layout.separator), t.r)
	for _, row := range t.times.unread {
		t.r.place(&t.r.Unread, row, t.times.name)
	}
	return t.times.secs
}

func (t *rows) finishIDs(table *metric.Table) {
	if t.ids == nil {
		return
	}
	t.r.IDColumn = t.ids.name
	table.IDs = t.ids.list
	if t.ids.zeros > 1 && t.ids.zeros*10 >= t.ids.long*9 {
		t.r.warnMany(CautionRoundedIDs, t.ids.zeros)
	}
}

func (t *rows) finishFigures(table *metric.Table) {
	file, usual := t.decimalSign(), byte(',')
	if t.layout.separator == ';' {
		usual = '.'
	}
	for i := range t.plan.columns {
		c := &t.plan.columns[i]
		switch {
		case c.figures != nil && c.figures.holdsFigures():
			c.figures.settle(file, usual, t.r)
			t.addFigures(table, c.figures)
		case c.figures != nil:
			t.leaveOut(c.name, c.figures.why())
		case c.dims != nil:
			t.addDim(table, c)
		case c.why != "":
			t.leaveOut(c.name, c.why)
		}
	}
}

func (t *rows) leaveOut(name string, why Why) {
	t.r.LeftOut = append(t.r.LeftOut, LeftOut{name, why})
}

// why says why the column is no column of figures.
func (f *figures) why() Why {
	if f.texts == 0 && f.missing == f.rows {
		return WhyEmpty
	}
	return WhyText
}

func (t *rows) addFigures(table *metric.Table, f *figures) {
	for _, row := range f.unread {
		t.r.place(&t.r.Unread, row, f.name)
	}
	table.Columns = append(table.Columns, metric.Column{Name: f.name, Metric: f.metric, Values: f.values})
	sum, missing := addUp(f.values)
	t.r.Columns = append(t.r.Columns, Column{Name: f.name, Metric: f.metric, Sum: sum, Missing: missing})
}

func (t *rows) addDim(table *metric.Table, c *column) {
	d := c.dims
	switch {
	case d.refused:
		t.leaveOut(c.name, WhyWords)
		return
	case d.missing == d.rows:
		t.leaveOut(c.name, WhyEmpty)
		return
	}
	dim := metric.Dim{Name: d.name, Key: d.key, Words: d.words, Index: d.index}
	table.Dims = append(table.Dims, dim)
	words := len(d.words)
	if d.missing > 0 {
		words-- // the word for none
	}
	t.r.Dims = append(t.r.Dims, Dim{Name: d.name, Key: d.key, Words: words, Missing: d.missing})
	if sum, ok, _ := sumWords(dim); ok {
		t.r.Columns = append(t.r.Columns, Column{Name: d.name, Dim: d.key, Sum: sum, Missing: d.missing})
	}
}

// decimalSign returns the decimal sign that the columns of the file prove
// together: a file is written in one country.
func (t *rows) decimalSign() byte {
	point, comma := 0, 0
	for _, c := range t.plan.columns {
		if c.figures == nil || !c.figures.holdsFigures() {
			continue
		}
		switch c.figures.sign() {
		case '.':
			point++
		case ',':
			comma++
		}
	}
	switch {
	case point > comma:
		return '.'
	case comma > point:
		return ','
	}
	return 0
}

// checkParts compares a sum column of the platform with its parts, as far as
// the rows have all of them.
func (t *rows) checkParts(table *metric.Table) {
	s := t.plan.shape
	if s.sum == "" {
		return
	}
	find := func(name string) []float64 {
		for _, c := range table.Columns {
			if fold(c.Name) == name {
				return c.Values
			}
		}
		return nil
	}
	sum := find(s.sum)
	parts := make([][]float64, len(s.parts))
	for i, name := range s.parts {
		if parts[i] = find(name); parts[i] == nil || sum == nil {
			return
		}
	}
	rowOf := rowNumbers(t.r.Skipped)
	for at, whole := range sum {
		rest := whole
		for _, p := range parts {
			rest -= p[at]
		}
		if !metric.IsMissing(rest) && math.Abs(rest) > 0.5 {
			t.r.warn(CautionSumUnlikeParts, rowOf(at))
		}
	}
}

// rowNumbers returns a function from the index of a kept row, asked for in
// rising order, to the row's number in the file.
func rowNumbers(skipped []Skip) func(at int) int {
	next := 0
	return func(at int) int {
		for next < len(skipped) && skipped[next].Row <= at+1+next {
			next++
		}
		return at + 1 + next
	}
}

// sortUnread puts the places in the order in which they stand in the file.
func (t *rows) sortUnread() {
	slices.SortStableFunc(t.r.Unread, func(a, b Place) int { return a.Row - b.Row })
}

// isDuration reports whether cells such as 0:12:01 are figures, in seconds.
func isDuration(key string) bool {
	return key != "" && (metric.KindOf(key) == metric.KindDuration || key == metric.SecondsViewed)
}
