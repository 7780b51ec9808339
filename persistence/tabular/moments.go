package tabular

import (
	"time"

	"athar/domain/metric"
)

// moments gathers the column of dates.
type moments struct {
	reader   dateReader
	name     string
	zone     *time.Location // of days
	cellZone *time.Location // of moments without a zone of their own
	secs     []int64
	missing  int
	unread   []int

	doubts    []dayDoubt // ambiguous order of day and month
	dayFirst  int        // cells that prove it
	dayLast   int
	yearless  []yearless
	clockless int // days without a time of day
}

type dayDoubt struct {
	at, row int
	m       moment
}

type yearless struct {
	at, row int
	m       moment
}

func newMoments(name string, zone, cellZone *time.Location, expected int) *moments {
	return &moments{
		reader: newDateReader(), name: name, zone: zone, cellZone: cellZone,
		secs: make([]int64, 0, expected),
	}
}

// add takes the cell of the next kept row; row is its number in the file.
func (c *moments) add(cell string, row int) {
	m, ok := c.reader.read(cell)
	if !ok {
		c.missing++
		if !isMissingWord(cell) {
			c.unread = append(c.unread, row)
		}
		c.secs = append(c.secs, metric.NoTime)
		return
	}
	if !m.timed {
		c.clockless++
	}
	switch {
	case m.year == 0:
		c.yearless = append(c.yearless, yearless{len(c.secs), row, m})
		c.secs = append(c.secs, metric.NoTime)
		return
	case m.ambiguous:
		c.doubts = append(c.doubts, dayDoubt{len(c.secs), row, m})
	case m.dayFirst:
		c.dayFirst++
	case m.dayLast:
		c.dayLast++
	}
	c.secs = append(c.secs, c.unix(m))
}

// unix returns the moment in seconds since 1970 UTC.
func (c *moments) unix(m moment) int64 {
	zone := c.zone
	if m.timed {
		zone = c.cellZone
	}
	if m.zoned || zone == time.UTC {
		return daysSince1970(m.year, m.month, m.day)*86400 + int64(m.seconds) - int64(m.offset)*60
	}
	return time.Date(m.year, time.Month(m.month), m.day, 0, 0, m.seconds, 0, zone).Unix()
}

// daysSince1970 counts days of the Gregorian calendar by eras of 400 years,
// with March as the first month so that the leap day is the last. It is exact
// and several times as fast as time.Date, which matters for 300,000 rows.
func daysSince1970(year, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	era := year / 400
	ofEra := year - era*400
	ofYear := (153*(month-3)+2)/5 + day - 1
	return int64(era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468)
}

// settle decides the order of day and month by the whole column, else by what
// the person said, else by what the platform writes.
func (c *moments) settle(said *bool, usual bool, r *Report) {
	dayFirst := usual
	switch {
	case c.dayFirst > 0 && c.dayLast > 0:
		r.warnMany(CautionMixedDates, min(c.dayFirst, c.dayLast))
		dayFirst = c.dayFirst > c.dayLast
		c.warnAll(r)
	case c.dayFirst+c.dayLast > 0:
		dayFirst = c.dayFirst > 0
	case said != nil:
		dayFirst = *said
	default:
		c.warnAll(r)
	}
	if !dayFirst {
		return // they were read with the month first
	}
	for _, d := range c.doubts {
		d.m.month, d.m.day = d.m.day, d.m.month
		c.secs[d.at] = c.unix(d.m)
	}
}

func (c *moments) warnAll(r *Report) {
	for _, d := range c.doubts {
		r.warn(CautionAmbiguousDates, d.row)
	}
}

// newest tells the year of the newest row: that of the last day the file's name
// tells, or a year alone.
type newest struct {
	to   time.Time // zero when the name has no day
	year int       // 0 when nothing tells it
}

// yearOf returns the year of a newest row on the given day.
func (n newest) yearOf(m moment) int {
	if n.to.IsZero() {
		return n.year
	}
	year, month, day := n.to.Date()
	if m.month > int(month) || m.month == int(month) && m.day > day {
		return year - 1
	}
	return year
}

// settleYears gives the days without a year one. The rows are in order of time,
// newest last or newest first, whichever makes the time they span shorter;
// going back from the newest row, each step from January to December is one
// year less.
func (c *moments) settleYears(n newest, r *Report) {
	if len(c.yearless) == 0 {
		return
	}
	if n.to.IsZero() && n.year == 0 {
		for _, y := range c.yearless {
			r.warn(CautionNoYear, y.row)
		}
		return
	}
	order := c.yearless
	if newestFirst(order) {
		order = make([]yearless, len(c.yearless))
		for i, y := range c.yearless {
			order[len(order)-1-i] = y
		}
	}
	last := order[len(order)-1]
	year := n.yearOf(last.m)
	for i := len(order) - 1; i >= 0; i-- {
		y := order[i]
		if i < len(order)-1 && dayOfYear(y.m) > dayOfYear(order[i+1].m) {
			year--
		}
		y.m.year = year
		if !y.m.valid() { // 29 February of a year that has none
			c.missing++
			c.unread = append(c.unread, y.row)
			continue
		}
		c.secs[y.at] = c.unix(y.m)
	}
	r.warnMany(CautionYearAssumed, len(order))
}

// newestFirst compares how many years the rows span read downwards and
// upwards; the last step decides between equals.
func newestFirst(rows []yearless) bool {
	down, up := 0, 0
	for i := 1; i < len(rows); i++ {
		step := dayOfYear(rows[i].m) - dayOfYear(rows[i-1].m)
		switch {
		case step < 0:
			down += step + 372
			up -= step
		case step > 0:
			down += step
			up += 372 - step
		}
	}
	return up < down
}

// dayOfYear orders days within a year; it is not a count of days.
func dayOfYear(m moment) int { return (m.month-1)*31 + m.day }
