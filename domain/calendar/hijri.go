package calendar

import (
	"fmt"
	"time"

	"github.com/hablullah/go-hijri"
)

// The years of the Hijra that the package answers for, from 28 October 1981 on.
// For these, and for few others, independently made tables of the Umm al-Qura
// calendar agree on every day (testdata/umalqura.csv). ICU and what is built on
// it, browsers among them, follow other tables before 1420 and after 1450.
const (
	MinHijriYear = 1402
	MaxHijriYear = 1498
)

// HijriMonths is the number of months in a year of the Hijra.
const HijriMonths = 12

// Hijri is a day of the Umm al-Qura calendar, the civil calendar of Saudi
// Arabia. It is computed in advance: where the month begins with the sighting
// of the moon, the day can be another one by one.
type Hijri struct {
	Year, Month, Day int // Month is 1 to 12
}

// Hijri returns the day in the Umm al-Qura calendar; false when it is out of the
// years covered.
func (d Date) Hijri() (Hijri, bool) {
	if !d.Valid() {
		return Hijri{}, false
	}
	u, err := hijri.CreateUmmAlQuraDate(d.Time())
	if err != nil || u.Year < MinHijriYear || u.Year > MaxHijriYear {
		return Hijri{}, false
	}
	return Hijri{int(u.Year), int(u.Month), int(u.Day)}, true
}

// Gregorian returns the day in the Gregorian calendar; false when there is no
// such day or its year is not covered.
func (h Hijri) Gregorian() (Date, bool) {
	if h.Day < 1 || h.Day > HijriDaysIn(h.Year, h.Month) {
		return Date{}, false
	}
	return firstOf(h.Year, h.Month).AddDays(h.Day - 1), true
}

// HijriDaysIn returns the length of a month, 29 or 30 days; 0 when there is no
// such month or its year is not covered.
func HijriDaysIn(year, month int) int {
	if year < MinHijriYear || year > MaxHijriYear || month < 1 || month > HijriMonths {
		return 0
	}
	next := firstOf(year+month/HijriMonths, month%HijriMonths+1)
	return int(next.Time().Sub(firstOf(year, month).Time()) / (24 * time.Hour))
}

// firstOf returns the first day of a month from MinHijriYear up to the one after
// MaxHijriYear. The library has no answer for others: it panics.
func firstOf(year, month int) Date {
	return Of(hijri.UmmAlQuraDate{Day: 1, Month: int64(month), Year: int64(year)}.ToGregorian())
}

// String returns the day as a person types it, for logs and tests: 1448/06/13 AH.
func (h Hijri) String() string { return fmt.Sprintf("%04d/%02d/%02d AH", h.Year, h.Month, h.Day) }
