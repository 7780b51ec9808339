package calendar

import (
	"cmp"
	"fmt"
	"time"
)

// The years that a day can be typed or chosen in. What a campaign plans lies
// well inside; a year outside is a slip of the pen.
const (
	MinYear = 1900
	MaxYear = 2200
)

// Date is a day of the Gregorian calendar. The zero Date is no day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate returns the day, and false when there is none such, as on 30 February,
// or when its year is out of range.
func NewDate(year int, month time.Month, day int) (Date, bool) {
	d := Date{year, month, day}
	if !d.Valid() {
		return Date{}, false
	}
	return d, true
}

// Of returns the day that t is in, in t's own time zone; no day for the zero
// time.
func Of(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	year, month, day := t.Date()
	return Date{year, month, day}
}

// Time returns the beginning of the day in UTC, which is how a campaign keeps
// days; the zero time for no day.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Valid reports whether there is such a day, in a year from MinYear to MaxYear.
func (d Date) Valid() bool {
	return d.Year >= MinYear && d.Year <= MaxYear && d.Month >= time.January && d.Month <= time.December &&
		d.Day >= 1 && d.Day <= DaysIn(d.Year, d.Month)
}

// DaysIn returns the length of a month of the Gregorian calendar.
func DaysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// AddDays returns the day that many days later, earlier for a negative number.
func (d Date) AddDays(days int) Date { return Of(d.Time().AddDate(0, 0, days)) }

// AddMonths returns the same day of another month, or the last one of it where
// that month is shorter: a month after 31 January is the end of February.
func (d Date) AddMonths(months int) Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	return Date{first.Year(), first.Month(), min(d.Day, DaysIn(first.Year(), first.Month()))}
}

// Compare returns -1 when d is before e, 0 when they are the same day, and +1
// when d is after e. No day is before every day.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// String returns the day as in ISO 8601, for logs and tests: 2026-11-23.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
