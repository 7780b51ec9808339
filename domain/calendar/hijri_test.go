package calendar_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"athar/domain/calendar"
)

// year is a line of testdata/umalqura.csv.
type year struct {
	number  int
	first   calendar.Date
	lengths []int
}

func published(t *testing.T) []year {
	t.Helper()
	file, err := os.Open("testdata/umalqura.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []year
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		columns := strings.Split(lines.Text(), ",")
		number, err := strconv.Atoi(columns[0])
		if err != nil {
			t.Fatal(err)
		}
		first, err := time.Parse(time.DateOnly, columns[1])
		if err != nil {
			t.Fatal(err)
		}
		y := year{number: number, first: calendar.Of(first)}
		for _, length := range strings.Fields(columns[2]) {
			days, err := strconv.Atoi(length)
			if err != nil {
				t.Fatal(err)
			}
			y.lengths = append(y.lengths, days)
		}
		all = append(all, y)
	}
	return all
}

func TestEveryCoveredDayIsThatOfThePublishedTable(t *testing.T) {
	years := published(t)
	if first, last := years[0].number, years[len(years)-1].number; first != calendar.MinHijriYear || last != calendar.MaxHijriYear {
		t.Fatalf("the table goes from %d to %d", first, last)
	}
	day := years[0].first
	for _, y := range years {
		if day != y.first {
			t.Fatalf("%d begins on %v after the months before, on %v in the table", y.number, day, y.first)
		}
		for m, length := range y.lengths {
			if got := calendar.HijriDaysIn(y.number, m+1); got != length {
				t.Fatalf("%d/%d has %d days, want %d", y.number, m+1, got, length)
			}
			for d := 1; d <= length; d++ {
				want := calendar.Hijri{Year: y.number, Month: m + 1, Day: d}
				if got, ok := day.Hijri(); !ok || got != want {
					t.Fatalf("%v is %v (%v), want %v", day, got, ok, want)
				}
				if back, ok := want.Gregorian(); !ok || back != day {
					t.Fatalf("%v is %v (%v), want %v", want, back, ok, day)
				}
				day = day.AddDays(1)
			}
		}
	}
}

// As the calendar of Umm al-Qura announced them, and as computed for the years
// to come.
func TestKnownDaysOfTheHijra(t *testing.T) {
	for _, tt := range []struct {
		gregorian, hijri string
	}{
		{"2023-03-23", "1444/09/01 AH"}, // Ramadan
		{"2024-06-16", "1445/12/10 AH"}, // Eid al-Adha
		{"2025-06-26", "1447/01/01 AH"}, // new year
		{"2026-02-18", "1447/09/01 AH"},
		{"2026-03-20", "1447/10/01 AH"}, // Eid al-Fitr
		{"2026-05-27", "1447/12/10 AH"},
		{"2026-11-23", "1448/06/13 AH"},
		{"2027-02-08", "1448/09/01 AH"},
		{"2027-03-09", "1448/10/01 AH"},
		{"2030-01-05", "1451/09/01 AH"}, // Ramadan begins twice in 2030
		{"2030-12-26", "1452/09/01 AH"},
	} {
		d, err := calendar.Parse(tt.gregorian)
		if err != nil {
			t.Fatal(err)
		}
		if h, ok := d.Hijri(); !ok || h.String() != tt.hijri {
			t.Errorf("%v is %v, want %v", d, h, tt.hijri)
		}
	}
}

func TestDaysThatAreNotCoveredHaveNoAnswer(t *testing.T) {
	years := published(t)
	last := years[len(years)-1]
	end := last.first
	for _, days := range last.lengths {
		end = end.AddDays(days)
	}
	for _, d := range []calendar.Date{years[0].first.AddDays(-1), end, {}, {1900, 1, 1}, {2200, 12, 31}, {2026, 2, 30}, {9999, 1, 1}, {-1, 1, 1}} {
		if h, ok := d.Hijri(); ok {
			t.Errorf("%v is said to be %v", d, h)
		}
	}
	for _, h := range []calendar.Hijri{{}, {1401, 12, 1}, {1499, 1, 1}, {1448, 0, 1}, {1448, 13, 1}, {1448, 6, 0}, {1448, 6, 31}, {1448, 6, 30}, {-5, 1, 1}} {
		if d, ok := h.Gregorian(); ok {
			t.Errorf("%v is said to be %v", h, d)
		}
	}
}
