package calendar

import (
	"strings"
	"time"
)

// Week is how the days of the week are used in a region.
type Week struct {
	First   time.Weekday // the day a week begins with on a calendar
	weekend [7]bool
}

// IsWeekend reports whether people do not work on that day of the week.
func (w Week) IsWeekend(d time.Weekday) bool { return w.weekend[d] }

// Weekend returns the days on which people do not work, one or two, in their
// order.
func (w Week) Weekend() []time.Weekday {
	var days []time.Weekday
	for d := time.Sunday; d <= time.Saturday; d++ {
		if w.weekend[d] {
			days = append(days, d)
		}
	}
	if len(days) == 2 && days[0] == time.Sunday { // Saturday comes before it
		days[0], days[1] = days[1], days[0]
	}
	return days
}

// Column returns the place of a day in the week, 0 for the first.
func (w Week) Column(d time.Weekday) int { return (int(d) - int(w.First) + 7) % 7 }

// Day returns the day of the week in a column.
func (w Week) Day(column int) time.Weekday { return time.Weekday((int(w.First) + column) % 7) }

// World is the region of everybody whose own one is not known.
const World = "001"

// The tables are CLDR 48's supplemental weekData (Unicode License v3). Regions
// that are in none of them begin with Monday and rest on Saturday and Sunday,
// as CLDR has it for the world. CLDR follows the changes of law: the Emirates
// rest on Saturday and Sunday since January 2022, Saudi Arabia on Friday and
// Saturday since June 2013. The weekend of today is used for all times.
//
// Of three members of the Arab League CLDR has no weekend: Palestine, Djibouti
// and Somalia. There the day of rest is Friday, so the world's weekend would be
// wrong; they are listed with their neighbours.
const (
	firstFriday   = "MV"
	firstSaturday = "AF BH DJ DZ EG IQ IR JO KW LY OM PS QA SD SO SY"
	firstSunday   = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO " +
		"MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"

	restThursdayFriday = "AF"
	restFriday         = "IR"
	restFridaySaturday = "BH DJ DZ EG IL IQ JO KW LY OM PS QA SA SD SO SY YE"
	restSunday         = "IN UG"
)

// WeekOf returns the week of a region by its code of two letters (ISO 3166-1);
// that of the world for any other text.
func WeekOf(region string) Week {
	w := Week{First: time.Monday}
	switch {
	case listed(region, firstFriday):
		w.First = time.Friday
	case listed(region, firstSaturday):
		w.First = time.Saturday
	case listed(region, firstSunday):
		w.First = time.Sunday
	}
	rest := []time.Weekday{time.Saturday, time.Sunday}
	switch {
	case listed(region, restThursdayFriday):
		rest = []time.Weekday{time.Thursday, time.Friday}
	case listed(region, restFriday):
		rest = []time.Weekday{time.Friday}
	case listed(region, restFridaySaturday):
		rest = []time.Weekday{time.Friday, time.Saturday}
	case listed(region, restSunday):
		rest = []time.Weekday{time.Sunday}
	}
	for _, d := range rest {
		w.weekend[d] = true
	}
	return w
}

// listed reports whether a list of codes has the region.
func listed(region, codes string) bool { return IsRegion(region) && strings.Contains(codes, region) }

// IsRegion reports whether a text has the form of a region's code: two capital
// letters. Whether there is such a region is another question.
func IsRegion(code string) bool {
	return len(code) == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z'
}

// Regions returns the codes of the regions that a person can choose from: the
// members of the Arab League, then the other regions where many of the people
// work who plan such campaigns. It is no list of states.
func Regions() []string { return strings.Fields(arabLeague + " " + elsewhere) }

const (
	arabLeague = "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE"
	elsewhere  = "AF AT AU BD BE BG BR CA CH CY CZ DE DK EE ER ES ET FI FR GB GR HR HU ID IE IN IR IT KE LT LU LV ML MT " +
		"MY NE NG NL NO PK PL PT RO SE SI SK SN SS TD TR UA US ZA"
)
