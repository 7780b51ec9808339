package metric

import (
	"math"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"
)

func at(text string) int64 {
	t, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		panic(err)
	}
	return t.Unix()
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestADayWithoutRowsIsAGapAndNotZero(t *testing.T) {
	s := Series{
		Times:  []int64{at("2026-03-04 10:00"), at("2026-03-01 09:00"), at("2026-03-01 23:59"), NoTime, at("2026-03-02 00:00")},
		Values: []float64{7, 1, 2, 100, Missing},
	}
	days := s.ByDay(nil)
	want := []Bucket{{Sum: 3, Count: 2, Rows: 2}, {Sum: Missing, Rows: 1}, {Sum: Missing}, {Sum: 7, Count: 1, Rows: 1}}
	if len(days) != len(want) {
		t.Fatalf("%d days: %v", len(days), days)
	}
	for i, w := range want {
		d := days[i]
		if d.Count != w.Count || d.Rows != w.Rows || d.Sum != w.Sum && !(IsMissing(d.Sum) && IsMissing(w.Sum)) {
			t.Errorf("day %d: %+v, want %+v", i, d, w)
		}
		if day := time.Date(2026, 3, 1+i, 0, 0, 0, 0, time.UTC); !d.Start.Equal(day) {
			t.Errorf("day %d begins at %v", i, d.Start)
		}
	}
	if days[0].Mean() != 1.5 || !IsMissing(days[2].Mean()) {
		t.Errorf("means %v and %v", days[0].Mean(), days[2].Mean())
	}
	if got := (Series{Times: []int64{NoTime}, Values: []float64{1}}).ByDay(nil); got != nil {
		t.Errorf("buckets without a moment: %v", got)
	}
}

func TestADayIsADayOfTheZone(t *testing.T) {
	s := Series{Times: []int64{at("2026-03-01 20:59"), at("2026-03-01 21:00")}, Values: []float64{1, 2}}
	if days := s.ByDay(zone(t, "Asia/Riyadh")); len(days) != 2 || days[0].Sum != 1 || days[1].Sum != 2 {
		t.Errorf("%v", days)
	}
}

func TestDaysOnWhichMidnightDoesNotExistAreDaysAllTheSame(t *testing.T) {
	for _, name := range []string{"Africa/Cairo", "Asia/Beirut", "America/Sao_Paulo", "Asia/Gaza", "Asia/Amman"} {
		z := zone(t, name)
		for _, year := range []int{2008, 2014, 2018, 2024, 2026} {
			var s Series
			for d := range 366 {
				s.Times = append(s.Times, time.Date(year, 1, 1+d, 12, 0, 0, 0, z).Unix())
				s.Values = append(s.Values, 1)
			}
			days := s.ByDay(z)
			if len(days) != 366 {
				t.Fatalf("%s %d: %d days", name, year, len(days))
			}
			for i, d := range days {
				if want := time.Date(year, 1, 1+i, 12, 0, 0, 0, z); d.Count != 1 || d.Start.YearDay() != want.YearDay() {
					t.Fatalf("%s: %v has %d rows", name, d.Start, d.Count)
				}
			}
			if weeks := s.ByWeek(z, time.Saturday); len(weeks) < 53 || len(weeks) > 54 {
				t.Fatalf("%s %d: %d weeks", name, year, len(weeks))
			}
		}
	}
}

func TestAWeekBeginsOnTheDayThatIsUsual(t *testing.T) {
	s := Series{Times: []int64{at("2026-11-20 12:00"), at("2026-11-21 12:00"), at("2026-11-23 12:00")}, Values: []float64{1, 2, 4}}
	for first, want := range map[time.Weekday][]float64{
		time.Saturday: {1, 6}, // 20 November 2026 is a Friday
		time.Sunday:   {3, 4},
		time.Monday:   {3, 4},
		time.Friday:   {7},
	} {
		weeks := s.ByWeek(nil, first)
		if len(weeks) != len(want) {
			t.Fatalf("%v: %v", first, weeks)
		}
		for i, sum := range want {
			if weeks[i].Sum != sum || weeks[i].Start.Weekday() != first {
				t.Errorf("%v: %+v", first, weeks[i])
			}
		}
	}
}

func TestMonthsFollowTheCalendar(t *testing.T) {
	s := Series{Times: []int64{at("2025-12-31 23:59"), at("2026-02-28 12:00")}, Values: []float64{1, 2}}
	months := s.ByMonth(nil)
	if len(months) != 3 || months[0].Sum != 1 || !IsMissing(months[1].Sum) || months[2].Sum != 2 || months[2].Start.Month() != time.February {
		t.Errorf("%v", months)
	}
}

func TestBucketsAddUpToTheDatedRows(t *testing.T) {
	zones := []*time.Location{nil, zone(t, "Africa/Cairo"), zone(t, "America/St_Johns")}
	rapid.Check(t, func(t *rapid.T) {
		var s Series
		want, rows := 0.0, 0
		for range rapid.IntRange(0, 60).Draw(t, "rows") {
			moment, v := int64(NoTime), Missing
			if rapid.Bool().Draw(t, "dated") {
				moment = rapid.Int64Range(at("2019-01-01 00:00"), at("2027-01-01 00:00")).Draw(t, "at")
				rows++
			}
			if rapid.Bool().Draw(t, "figure") {
				v = float64(rapid.IntRange(-1000, 1000).Draw(t, "v"))
				if moment != NoTime {
					want += v
				}
			}
			s.Times, s.Values = append(s.Times, moment), append(s.Values, v)
		}
		z := rapid.SampledFrom(zones).Draw(t, "zone")
		for _, buckets := range [][]Bucket{s.ByDay(z), s.ByWeek(z, time.Sunday), s.ByMonth(z)} {
			sum, n := 0.0, 0
			for i, b := range buckets {
				n += b.Rows
				if b.Count > 0 {
					sum += b.Sum
				} else if !IsMissing(b.Sum) {
					t.Fatalf("an empty bucket holds %v", b.Sum)
				}
				if i > 0 && !b.Start.After(buckets[i-1].Start) {
					t.Fatal("out of order")
				}
			}
			if sum != want || n != rows {
				t.Fatalf("%v over %d rows, want %v over %d", sum, n, want, rows)
			}
		}
	})
}

func TestPointsAreTheDatedFiguresInOrderOfTime(t *testing.T) {
	march := &Table{Times: []int64{30, 10, NoTime, 20}, Columns: []Column{{Metric: Likes, Values: []float64{3, 1, 9, Missing}}}}
	april := &Table{Times: []int64{10, 40}, Columns: []Column{{Metric: Shares, Values: []float64{8, 8}}, {Metric: Likes, Values: []float64{2, 4}}}}
	p := SeriesFor(Likes, march, april, &Table{}).Points()
	want := Series{Times: []int64{10, 10, 30, 40}, Values: []float64{1, 2, 3, 4}}
	if len(p.Times) != 4 {
		t.Fatalf("%v", p)
	}
	for i := range want.Times {
		if p.Times[i] != want.Times[i] || p.Values[i] != want.Values[i] {
			t.Errorf("%v", p)
		}
	}
	if march.Times[0] != 30 || march.Columns[0].Values[0] != 3 {
		t.Error("the table was sorted")
	}
}

func TestAWrongMomentCostsLittle(t *testing.T) {
	s := Series{Times: []int64{math.MinInt32 * 100, 0, math.MaxInt32 * 100}, Values: []float64{1, 2, 3}}
	if days := s.ByDay(nil); len(days) > mostBuckets+3 {
		t.Errorf("%d days", len(days))
	}
}
