package calendar_test

import (
	"testing"
	"time"

	"athar/domain/calendar"
)

func day(year int, month time.Month, d int) calendar.Date {
	return calendar.Date{Year: year, Month: month, Day: d}
}

func TestOnlyDaysThereAreAreDates(t *testing.T) {
	for _, d := range []calendar.Date{{2024, 2, 29}, {1900, 1, 1}, {2200, 12, 31}, {2026, 11, 30}} {
		if !d.Valid() {
			t.Errorf("%v is refused", d)
		}
	}
	for _, d := range []calendar.Date{{}, {2026, 2, 29}, {1900, 2, 29}, {2026, 0, 1}, {2026, 13, 1}, {2026, 1, 0}, {2026, 11, 31}, {1899, 12, 31}, {2201, 1, 1}} {
		if d.Valid() {
			t.Errorf("%v is a day", d)
		}
	}
}

func TestAMonthLaterStaysInTheMonth(t *testing.T) {
	for _, tt := range []struct {
		from   calendar.Date
		months int
		want   calendar.Date
	}{
		{day(2026, 1, 31), 1, day(2026, 2, 28)},
		{day(2024, 1, 31), 1, day(2024, 2, 29)},
		{day(2024, 2, 29), 12, day(2025, 2, 28)},
		{day(2026, 12, 15), 1, day(2027, 1, 15)},
		{day(2026, 1, 15), -1, day(2025, 12, 15)},
		{day(2026, 3, 31), -13, day(2025, 2, 28)},
	} {
		if got := tt.from.AddMonths(tt.months); got != tt.want {
			t.Errorf("%v and %d months is %v, want %v", tt.from, tt.months, got, tt.want)
		}
	}
}

func TestADayIsThatOfItsOwnTimeZone(t *testing.T) {
	late := time.Date(2026, 11, 23, 23, 30, 0, 0, time.FixedZone("Muscat", 4*3600))
	if got := calendar.Of(late); got != day(2026, 11, 23) {
		t.Errorf("late in the evening of 23 November it is %v", got)
	}
	if got := day(2026, 11, 23); calendar.Of(got.Time()) != got || got.Weekday() != time.Monday {
		t.Errorf("there and back: %v, a %v", calendar.Of(got.Time()), got.Weekday())
	}
	if !calendar.Of(time.Time{}).IsZero() || !(calendar.Date{}).Time().IsZero() {
		t.Error("no time is some day, or no day some time")
	}
}

func TestDaysAreOrdered(t *testing.T) {
	days := []calendar.Date{{}, {2025, 12, 31}, {2026, 1, 1}, {2026, 1, 2}, {2026, 2, 1}}
	for i, a := range days {
		for j, b := range days {
			if got := a.Compare(b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%v compares with %v as %d", a, b, got)
			}
		}
	}
}
