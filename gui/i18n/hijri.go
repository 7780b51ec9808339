package i18n

import (
	"strconv"
	"time"

	"athar/domain/calendar"
)

// Day writes a day with the month's name, as Date does; "" for no day.
func (p *Printer) Day(d calendar.Date) string { return p.Date(d.Time()) }

// FullDay writes a day with its day of the week: "Monday 23 November 2026".
func (p *Printer) FullDay(d calendar.Date) string {
	return p.T("date.full", "weekday", p.Weekday(d.Weekday()), "day", p.plain(d.Day),
		"month", p.Month(d.Month), "year", p.plain(d.Year))
}

// Hijri writes a day in the Umm al-Qura calendar: "13 Jumada II 1448 AH"; "" when
// that calendar does not cover the day.
func (p *Printer) Hijri(d calendar.Date) string {
	h, ok := d.Hijri()
	if !ok {
		return ""
	}
	return p.T("date.hijri", "day", p.plain(h.Day), "month", p.hijriMonth(h.Month), "year", p.plain(h.Year))
}

// FullHijri writes a day in the Umm al-Qura calendar with its day of the week.
func (p *Printer) FullHijri(d calendar.Date) string {
	h, ok := d.Hijri()
	if !ok {
		return ""
	}
	return p.T("date.hijri_full", "weekday", p.Weekday(d.Weekday()), "day", p.plain(h.Day),
		"month", p.hijriMonth(h.Month), "year", p.plain(h.Year))
}

// HijriMonths writes which months of the Hijra the days of a Gregorian month
// are in: "Jumada I – Jumada II 1448 AH"; "" when they are not covered.
func (p *Printer) HijriMonths(month calendar.Date) string {
	first, ok1 := calendar.Date{Year: month.Year, Month: month.Month, Day: 1}.Hijri()
	last, ok2 := calendar.Date{
		Year: month.Year, Month: month.Month, Day: calendar.DaysIn(month.Year, month.Month),
	}.Hijri()
	if !ok1 || !ok2 {
		return ""
	}
	end := p.T("date.hijri_month", "month", p.hijriMonth(last.Month), "year", p.plain(last.Year))
	switch {
	case first.Year != last.Year:
		return p.T("date.span", "to", end,
			"from", p.T("date.hijri_month", "month", p.hijriMonth(first.Month), "year", p.plain(first.Year)))
	case first.Month != last.Month:
		return p.T("date.span", "from", p.hijriMonth(first.Month), "to", end)
	}
	return end
}

func (p *Printer) hijriMonth(m int) string { return p.T("hijri.month." + strconv.Itoa(m)) }

// ShortWeekday writes the name of a day of the week for the head of a calendar.
func (p *Printer) ShortWeekday(d time.Weekday) string {
	return p.T("weekday.short." + strconv.Itoa(int(d)))
}

// Year writes the number of a year, in either calendar.
func (p *Printer) Year(year int) string { return p.plain(year) }

// plain writes a number without groups: a year is no quantity.
func (p *Printer) plain(n int) string { return p.Digits(strconv.Itoa(n)) }
