package tabular

// moment is what a cell says of a date. Of an ambiguous one month and day hold
// the two numbers in the order in which they stand.
type moment struct {
	year      int // 0 when the cell has none
	month     int
	day       int
	seconds   int // since midnight
	timed     bool
	zoned     bool
	offset    int  // minutes east of UTC, when zoned
	ambiguous bool // 03/04/2026
	dayFirst  bool // the cell proves that the day stands first
	dayLast   bool // the cell proves that the month stands first
}

// dateReader reads dates; it holds the words so that a column looks them up
// once.
type dateReader struct{ words map[string]word }

func newDateReader() dateReader { return dateReader{dateWords()} }

// Years outside these are mistakes: no platform is older, and a cell with a
// number of another meaning should not look like a date.
const (
	firstYear = 1970
	lastYear  = 2100
)

// read reads a cell. All shapes of exports are taken: 2021-11-30 16:00 +0000;
// Tue, Jul 14, 2026; 03/22/2026 06:08; 01.10.2026; August 31; 8/14/14 16:50;
// ISO 8601; Arabic digits and month names.
func (d dateReader) read(cell string) (moment, bool) {
	if m, ok := readISO(cell); ok {
		return m, true
	}
	if len(cell) < 4 || len(cell) > 80 {
		return moment{}, false
	}
	s := scanner{words: d.words, text: cell}
	if !s.scan() {
		return moment{}, false
	}
	return s.date()
}

// readISO reads the most frequent form, 2006-01-02 with or without 15:04, fast.
func readISO(s string) (moment, bool) {
	if len(s) != 10 && len(s) != 16 || s[4] != '-' || s[7] != '-' {
		return moment{}, false
	}
	m := moment{year: pair(s, 0)*100 + pair(s, 2), month: pair(s, 5), day: pair(s, 8)}
	hour, minute := 0, 0
	if len(s) == 16 {
		if s[10] != ' ' && s[10] != 'T' || s[13] != ':' {
			return moment{}, false
		}
		hour, minute, m.timed = pair(s, 11), pair(s, 14), true
	}
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return moment{}, false
	}
	m.seconds = hour*3600 + minute*60
	return m, m.valid()
}

// pair returns the number of two digits, far below zero when they are none.
func pair(s string, at int) int {
	a, b := s[at]-'0', s[at+1]-'0'
	if a > 9 || b > 9 {
		return -1 << 20
	}
	return int(a)*10 + int(b)
}

func (m moment) valid() bool {
	return m.month >= 1 && m.month <= 12 && m.day >= 1 && m.day <= daysIn(m.year, m.month) &&
		(m.year == 0 || m.year >= firstYear && m.year <= lastYear)
}

// daysIn returns the length of a month; in year 0, which stands for any year,
// February has 29 days.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
