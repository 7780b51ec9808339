package i18n

import (
	"strconv"
	"time"

	"athar/domain/calendar"
)

// Date writes a day with the month's name: "23 November 2026".
func (p *Printer) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.T("date.day_month_year", "day", p.Digits(strconv.Itoa(t.Day())),
		"month", p.Month(t.Month()), "year", p.Digits(strconv.Itoa(t.Year())))
}

// ShortDate writes a day without its year, for axes: "23 Nov".
func (p *Printer) ShortDate(t time.Time) string {
	return p.T("date.day_month", "day", p.Digits(strconv.Itoa(t.Day())), "month", p.shortMonth(t.Month()))
}

// MonthYear writes a month with its year: "November 2026".
func (p *Printer) MonthYear(t time.Time) string {
	return p.T("date.month_year", "month", p.Month(t.Month()), "year", p.Digits(strconv.Itoa(t.Year())))
}

// Month writes the name of a month. In Arabic it depends on the region: what is
// called نوفمبر in Cairo is تشرين الثاني in Damascus.
func (p *Printer) Month(m time.Month) string {
	if p.RTL() {
		return calendar.ArabicMonth(p.region, m)
	}
	return p.T("month." + strconv.Itoa(int(m)))
}

// shortMonth writes the name of a month for axes. Arabic has no shorter ones.
func (p *Printer) shortMonth(m time.Month) string {
	if p.RTL() {
		return p.Month(m)
	}
	return p.T("month.short." + strconv.Itoa(int(m)))
}

// Weekday writes the name of a day of the week.
func (p *Printer) Weekday(d time.Weekday) string { return p.T("weekday." + strconv.Itoa(int(d))) }

// Clock writes a time of the day: "14:05".
func (p *Printer) Clock(t time.Time) string { return p.Digits(t.Format("15:04")) }

// Moment writes when something happened, as short as the distance to now
// allows: a clock time today, otherwise the day.
func (p *Printer) Moment(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	y, m, d := t.Date()
	ny, nm, nd := now.Date()
	if y == ny && m == nm && d == nd {
		return p.T("date.today_at", "time", p.Clock(t))
	}
	return p.Date(t)
}
