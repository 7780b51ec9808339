package tabular

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"
)

func TestEveryNotationOfADateIsRead(t *testing.T) {
	tests := map[string]string{
		"2021-11-30 16:00 +0000":             "2021-11-30T16:00:00Z",
		"2021-11-30 16:00:05 +0300":          "2021-11-30T13:00:05Z",
		"2021-11-30T16:00:05Z":               "2021-11-30T16:00:05Z",
		"2021-11-30T16:00:05.123-03:30":      "2021-11-30T19:30:05Z",
		"2026-08-22T00:00:00":                "2026-08-22T00:00:00Z",
		"2026-08-22":                         "2026-08-22T00:00:00Z",
		"2026-08-22 09:10":                   "2026-08-22T09:10:00Z",
		"2026/08/22 09:10:11":                "2026-08-22T09:10:11Z",
		"Tue, Jul 14, 2026":                  "2026-07-14T00:00:00Z",
		"Jan 6, 2026":                        "2026-01-06T00:00:00Z",
		"Jan. 6, 2026":                       "2026-01-06T00:00:00Z",
		"January 6th, 2026 at 10:05 PM":      "2026-01-06T22:05:00Z",
		"6 January 2026 12:05 am":            "2026-01-06T00:05:00Z",
		"14-Jul-26":                          "2026-07-14T00:00:00Z",
		"03/22/2026 06:08":                   "2026-03-22T06:08:00Z",
		"22/03/2026 06:08":                   "2026-03-22T06:08:00Z",
		"8/14/14 16:50":                      "2014-08-14T16:50:00Z",
		"01.10.2026":                         "2026-10-01T00:00:00Z",
		"1.10.26, 7:05":                      "2026-10-01T07:05:00Z",
		"2020-04-16 09:48:29 EDT":            "2020-04-16T13:48:29Z",
		"2020-04-16 09:48:29 GMT":            "2020-04-16T09:48:29Z",
		"٢٠٢٦-٠٨-٢٢":                         "2026-08-22T00:00:00Z",
		"٢٢/٠٣/٢٠٢٦ ٠٦:٠٨":                   "2026-03-22T06:08:00Z",
		"۲۲/۰۳/۲۰۲۶":                         "2026-03-22T00:00:00Z",
		"\u200f٢٢\u200f/٣\u200f/٢٠٢٦ ٦:٠٨ م": "2026-03-22T18:08:00Z",
		"١٤ يوليو ٢٠٢٦":                      "2026-07-14T00:00:00Z",
		"14 تموز 2026":                       "2026-07-14T00:00:00Z",
		"الثلاثاء، ١٤ كانون الثاني ٢٠٢٦": "2026-01-14T00:00:00Z",
		"1 كانون الأول 2025":             "2025-12-01T00:00:00Z",
		"5 تشرين الثاني 2025":            "2025-11-05T00:00:00Z",
		"14 juil. 2026":                  "2026-07-14T00:00:00Z",
		"3. Oktober 2026":                "2026-10-03T00:00:00Z",
		"3 de octubre de 2026":           "2026-10-03T00:00:00Z",
		"29 Feb 2024":                    "2024-02-29T00:00:00Z",
	}
	reader := newDateReader()
	column := newMoments("", time.UTC, time.UTC, 0)
	for cell, want := range tests {
		m, ok := reader.read(cell)
		if !ok {
			t.Errorf("%q is not read", cell)
			continue
		}
		if got := time.Unix(column.unix(m), 0).UTC().Format(time.RFC3339); got != want {
			t.Errorf("%q is %s, want %s", cell, got, want)
		}
	}
}

func TestWhatIsNoDateIsNotRead(t *testing.T) {
	reader := newDateReader()
	for _, cell := range []string{
		"", "-", "Lifetime", "12", "2026", "1.5", "1,234", "30 Feb 2026", "2026-13-01", "13/13/2026", "31.04.2026",
		"2026-01-01 25:00", "2026-01-01 10:61", "0:12:01", "Jul Jul 2026", "14 كانون 2026", "1 الأول 2026",
		"Total", "=1", "12/31", "1/2/3/4", "2026-01-01 13:00 PM", "123456-01-01", "12/12/1812", "5 may be 2026",
		"2026-01-01 10:00 +99:00", "2026-01-01 \xff", strings.Repeat("1", 100),
	} {
		if m, ok := reader.read(cell); ok {
			t.Errorf("%q is read as %+v", cell, m)
		}
	}
}

func TestDaysAreCountedAsTheCalendarDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Unix(0, 0).UTC().AddDate(0, 0, rapid.IntRange(0, 47000).Draw(t, "days"))
		if got := daysSince1970(day.Year(), int(day.Month()), day.Day()); got != day.Unix()/86400 {
			t.Fatalf("%v is day %d", day, got)
		}
	})
}

func TestTheWholeColumnDecidesTheOrderOfDayAndMonth(t *testing.T) {
	yes := true
	tests := []struct {
		name, file string
		o          Options
		first      string // the moment of the first row
		warned     Caution
	}{
		{"a later 25th shows that the day stands first", "date,likes\n03/04/2026,1\n25/04/2026,1\n", Options{}, "2026-04-03", ""},
		{"a later 25th shows that the month stands first", "date,likes\n03/04/2026,1\n04/25/2026,1\n", Options{}, "2026-03-04", ""},
		{"undecided, the month stands first, and it is said", "date,likes\n03/04/2026,1\n", Options{}, "2026-03-04", CautionAmbiguousDates},
		{"undecided between semicolons, the day does", "date;likes\n03/04/2026;1\n", Options{}, "2026-04-03", CautionAmbiguousDates},
		{"the person decides", "date,likes\n03/04/2026,1\n", Options{DayFirst: &yes}, "2026-04-03", ""},
		{"the column goes before the person", "date,likes\n03/04/2026,1\n04/25/2026,1\n", Options{DayFirst: &yes}, "2026-03-04", ""},
		{"both orders are told of", "date,likes\n03/04/2026,1\n04/25/2026,1\n25/04/2026,1\n04/26/2026,1\n", Options{}, "2026-03-04", CautionMixedDates},
		{"a full stop leaves no doubt", "date,likes\n03.04.2026,1\n", Options{}, "2026-04-03", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i := readText(t, "a.csv", tt.file, tt.o)
			if got := time.Unix(i.Table.Times[0], 0).UTC().Format(time.DateOnly); got != tt.first {
				t.Errorf("%s, want %s", got, tt.first)
			}
			warned := i.Report.Warning(tt.warned).Count > 0
			if (tt.warned != "") != warned || tt.warned == "" && len(i.Report.Warnings) > 0 {
				t.Errorf("warnings %v", i.Report.Warnings)
			}
		})
	}
}

func TestAMissingYearComesFromTheNameOrFromThePerson(t *testing.T) {
	up := "\"Date\",\"Video Views\",\"Profile Views\"\n\"December 30\",1,1\n\"December 31\",1,1\n\"January 1\",1,1\n"
	down := "\"Date\",\"Video Views\",\"Profile Views\"\n\"January 1\",1,1\n\"December 31\",1,1\n\"December 30\",1,1\n"
	tests := []struct {
		name, file, text string
		o                Options
		from, to         string
	}{
		{"the person knows the year of the newest row", "Overview.csv", up, Options{Year: 2026}, "2025-12-30", "2026-01-01"},
		{"newest first", "Overview.csv", down, Options{Year: 2026}, "2025-12-30", "2026-01-01"},
		{"the name knows the last day", "Overview_2024-12-30_2025-01-01.csv", up, Options{Year: 2026}, "2024-12-30", "2025-01-01"},
		{"the name ends before the newest row", "Overview_20251231.csv", up, Options{}, "2024-12-30", "2025-01-01"},
		{"the name knows a year", "Overview 2023.csv", up, Options{Year: 2026}, "2022-12-30", "2023-01-01"},
		{"today is after the newest row", "Overview.csv", up, Options{Today: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}, "2025-12-30", "2026-01-01"},
		{"today is the newest row", "Overview.csv", down, Options{Today: time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)}, "2025-12-30", "2026-01-01"},
		{"the name has days as Meta writes them", "Dec-30-2021_Jan-02-2022_99.csv", up, Options{}, "2021-12-30", "2022-01-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &readText(t, tt.file, tt.text, tt.o).Report
			if got := r.From.Format(time.DateOnly) + " " + r.To.Format(time.DateOnly); got != tt.from+" "+tt.to {
				t.Errorf("%s", got)
			}
			if r.Warning(CautionYearAssumed).Count != 3 {
				t.Errorf("%v", r.Warnings)
			}
		})
	}
	r := &readText(t, "Overview.csv", up, Options{}).Report
	if r.From != nil || r.Warning(CautionNoYear).Count != 3 || r.Rows.Kept != 3 {
		t.Errorf("without any year: %v %v", r.From, r.Warnings)
	}
	leap := &readText(t, "Overview.csv", strings.Replace(up, "January 1", "February 29", 1), Options{Year: 2026}).Report
	if len(leap.Unread) != 1 || leap.Rows.Kept != 3 {
		t.Errorf("29 February 2026: %v", leap.Unread)
	}
}

func TestAMomentKeepsItsZone(t *testing.T) {
	riyadh, err := time.LoadLocation("Asia/Riyadh")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, file, want string }{
		{"Meta writes the account's zone", "Post ID,Page ID,Publish time,Views\n1,2,03/22/2026 06:08,5\n", "2026-03-22T03:08:00Z"},
		{"LinkedIn writes UTC", "Post title,Post link,Created date,Likes\nx,y,03/22/2026 06:08,5\n", "2026-03-22T06:08:00Z"},
		{"a zone in the cell goes first", "date,likes\n2026-03-22 06:08 +0100,5\n", "2026-03-22T05:08:00Z"},
		{"a day is the day shown in the zone", "Post title,Post link,Created date,Likes\nx,y,03/22/2026,5\n", "2026-03-21T21:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &readText(t, "a.csv", tt.file, Options{Zone: riyadh}).Report
			if got := r.From.Format(time.RFC3339); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}
