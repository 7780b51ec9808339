package calendar_test

import (
	"slices"
	"testing"
	"time"

	"athar/domain/calendar"
)

func TestTheWeekOfARegion(t *testing.T) {
	const (
		sun, mon, thu, fri, sat = time.Sunday, time.Monday, time.Thursday, time.Friday, time.Saturday
	)
	for _, tt := range []struct {
		regions string
		first   time.Weekday
		rest    []time.Weekday
	}{
		{"EG IQ JO SY SD LY DZ KW BH QA OM PS DJ SO", sat, []time.Weekday{fri, sat}},
		{"SA YE IL", sun, []time.Weekday{fri, sat}},
		{"AE LB TN MA MR KM TR DE FR GB SE", mon, []time.Weekday{sat, sun}}, // the Emirates since 2022
		{"US CA PK", sun, []time.Weekday{sat, sun}},
		{"IR", sat, []time.Weekday{fri}},
		{"AF", sat, []time.Weekday{thu, fri}},
		{"MV", fri, []time.Weekday{sat, sun}},
		{"001   ZZ eg", mon, []time.Weekday{sat, sun}},
	} {
		for region := range fields(tt.regions) {
			w := calendar.WeekOf(region)
			if w.First != tt.first {
				t.Errorf("%s begins with %v, want %v", region, w.First, tt.first)
			}
			if !slices.Equal(w.Weekend(), tt.rest) {
				t.Errorf("%s rests on %v, want %v", region, w.Weekend(), tt.rest)
			}
			for d := sun; d <= sat; d++ {
				if w.IsWeekend(d) != slices.Contains(tt.rest, d) {
					t.Errorf("%s: %v is of the weekend: %v", region, d, w.IsWeekend(d))
				}
			}
		}
	}
}

func TestColumnsOfAWeekFollowItsFirstDay(t *testing.T) {
	w := calendar.WeekOf("EG")
	if w.Column(time.Saturday) != 0 || w.Column(time.Sunday) != 1 || w.Column(time.Friday) != 6 {
		t.Error("the week of Egypt is not Saturday to Friday")
	}
	for column := range 7 {
		if got := w.Column(w.Day(column)); got != column {
			t.Errorf("the day of column %d is in column %d", column, got)
		}
	}
}

func TestNoOddTextIsARegion(t *testing.T) {
	plain := calendar.WeekOf(calendar.World)
	for _, region := range []string{"", " ", "E", "G I", "EG IQ", "مص", "e", "F\x00"} {
		if calendar.IsRegion(region) || calendar.WeekOf(region) != plain {
			t.Errorf("%q is a region", region)
		}
	}
}

func TestRegionsToChooseFromAreCodesAndComeOnce(t *testing.T) {
	all := calendar.Regions()
	if len(all) < 22+27 {
		t.Errorf("only %d regions", len(all))
	}
	seen := map[string]bool{}
	for _, region := range all {
		if !calendar.IsRegion(region) || seen[region] {
			t.Errorf("%q is no region or comes twice", region)
		}
		seen[region] = true
	}
}

func TestMonthsInArabicByRegion(t *testing.T) {
	for _, tt := range []struct {
		regions string
		month   time.Month
		want    string
	}{
		{"EG SA AE YE SD LY US 001", time.January, "يناير"},
		{"SY LB JO IQ PS", time.January, "كانون الثاني"},
		{"SY", time.November, "تشرين الثاني"},
		{"DZ TN", time.July, "جويلية"},
		{"MA", time.August, "غشت"},
		{"MA", time.May, "ماي"},
		{"MR", time.December, "دجمبر"},
	} {
		for region := range fields(tt.regions) {
			if got := calendar.ArabicMonth(region, tt.month); got != tt.want {
				t.Errorf("%s: %v is %q, want %q", region, tt.month, got, tt.want)
			}
		}
	}
	for _, region := range append(calendar.Regions(), calendar.World) {
		seen := map[string]bool{}
		for m := time.January; m <= time.December; m++ {
			seen[calendar.ArabicMonth(region, m)] = true
		}
		if len(seen) != 12 || seen[""] {
			t.Errorf("%s has %d names for its months", region, len(seen))
		}
	}
	if calendar.ArabicMonth("EG", 0) != "" || calendar.ArabicMonth("EG", 13) != "" {
		t.Error("a month that is none has a name")
	}
}
