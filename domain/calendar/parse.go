package calendar

import (
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"athar/domain/text"
)

// Why a typed text is no day.
var (
	// ErrNotDate is for a text that is not written like a date.
	ErrNotDate = errors.New("not a date")
	// ErrNoSuchDay is for 30 February, for a month 13, for the 30th of a Hijri
	// month of 29 days, for a year that nobody plans in, and for a day of the
	// week that the date does not fall on.
	ErrNoSuchDay = errors.New("no such day")
	// ErrNotCovered is for a Hijri date outside MinHijriYear to MaxHijriYear.
	ErrNotCovered = errors.New("year of the Hijri calendar not covered")
)

const (
	// maxTyped is more characters than any date has.
	maxTyped = 80
	// oldest is the first year that is taken for a Gregorian one unasked.
	oldest = 1600
)

// Parse reads a day as people type it. An empty text is no day and no error.
//
// Digits may be Western, Arabic or Persian, and between the parts may be
// anything usual: 2026-11-23, 23/11/2026, ٢٣/١١/٢٠٢٦, 23.11.2026, 23 11 2026.
// The year has four digits and comes first or last. Where it comes last, the day
// is before the month, as in all countries Athar is made for; only if that
// cannot be, as in 11/23/2026, the month is before the day. The month may be a
// word, in English or in Arabic by any of its names: 23 November 2026,
// ٢٣ تشرين الثاني ٢٠٢٦.
//
// A date is of the Hijra when it says so (1448/06/03 هـ, 3/6/1448 AH), when its
// month is one of that calendar's (3 جمادى الآخرة 1448), or when its year is,
// for nobody plans for the Middle Ages. A day of the week is read as well and
// must be right, so that a date shown can be copied into another field.
func Parse(typed string) (Date, error) {
	if utf8.RuneCountInString(typed) > maxTyped {
		return Date{}, ErrNotDate
	}
	r, ok := split(text.Fold(typed))
	switch {
	case !ok:
		return Date{}, ErrNotDate
	case len(r.numbers) == 0 && len(r.words) == 0:
		return Date{}, nil
	}
	if !r.understandWords() {
		return Date{}, ErrNotDate
	}
	year, first, second, ok := r.order()
	if !ok {
		return Date{}, ErrNotDate
	}
	d, err := r.date(year, first, second)
	if err == nil && r.weekday >= 0 && int(d.Weekday()) != r.weekday {
		return Date{}, ErrNoSuchDay
	}
	return d, err
}

// reading is a typed date taken to pieces.
type reading struct {
	numbers []number
	words   []string

	era     era
	month   int // from a word; 0 when it is a number
	weekday int // from a word; -1 when there is none
}

// number is a number with the count of digits it was typed with.
type number struct{ value, digits int }

type era int

const (
	eraOpen era = iota // not said
	eraGregorian
	eraHijri
)

// split takes a folded text to pieces. It reports false for characters that are
// in no date and for numbers that are too long for one.
func split(folded string) (r reading, ok bool) {
	r.weekday = -1
	rest := folded
	for rest != "" {
		c, size := utf8.DecodeRuneInString(rest)
		switch {
		case c >= '0' && c <= '9':
			end := endOf(rest, func(c rune) bool { return c >= '0' && c <= '9' })
			if end > 4 || len(r.numbers) == 3 {
				return r, false
			}
			n := number{digits: end}
			for _, d := range rest[:end] {
				n.value = 10*n.value + int(d-'0')
			}
			r.numbers = append(r.numbers, n)
			size = end
		case unicode.IsLetter(c):
			size = endOf(rest, unicode.IsLetter)
			r.words = append(r.words, rest[:size])
		case !strings.ContainsRune(between, c):
			return r, false
		}
		rest = rest[size:]
	}
	return r, true
}

// between is what may stand between the parts of a date. Folding has left a blank
// of each kind of white space, and nothing of the marks of direction.
const between = " -/.,،؍۔‐‑‒–—−\\'ʻʿ’"

// endOf returns the place of the first character that is not one of a kind.
func endOf(s string, kind func(rune) bool) int {
	if i := strings.IndexFunc(s, func(c rune) bool { return !kind(c) }); i >= 0 {
		return i
	}
	return len(s)
}

// understandWords looks for an era, a day of the week and a month among the
// words and reports whether nothing else is there.
func (r *reading) understandWords() bool {
	var rest []string
	for _, word := range r.words {
		e, isEra := eras[word]
		day, isDay := weekdays[word]
		switch {
		case isEra && r.era == eraOpen:
			r.era = e
		case isDay && r.weekday < 0:
			r.weekday = day
		default:
			rest = append(rest, word)
		}
	}
	if len(rest) == 0 {
		return true
	}
	named, ok := monthNames[strings.Join(rest, " ")]
	if !ok || r.era != eraOpen && r.era != named.era {
		return false
	}
	r.era, r.month = named.era, named.month
	return true
}

// order finds the year and returns the other numbers in the order in which they
// were typed; with the month in words there is but one, and second is 0.
func (r *reading) order() (year, first, second int, ok bool) {
	want := 3
	if r.month > 0 {
		want = 2
	}
	if len(r.numbers) != want {
		return 0, 0, 0, false
	}
	n := r.numbers
	last := len(n) - 1
	yearFirst := n[0].digits == 4
	if yearFirst == (n[last].digits == 4) { // none, or two
		return 0, 0, 0, false
	}
	rest := n[:last]
	year = n[last].value
	if yearFirst {
		rest, year = n[1:], n[0].value
	}
	for _, part := range rest {
		if part.digits > 2 {
			return 0, 0, 0, false
		}
	}
	switch {
	case r.month > 0:
		return year, rest[0].value, 0, true
	case yearFirst:
		return year, rest[1].value, rest[0].value, true // as if the day came first
	case rest[1].value > 12 && rest[0].value <= 12:
		return year, rest[1].value, rest[0].value, true
	}
	return year, rest[0].value, rest[1].value, true
}

// date makes the day of a year, a day of the month, and a month unless a word
// has said it.
func (r *reading) date(year, day, month int) (Date, error) {
	if r.month > 0 {
		month = r.month
	}
	if r.era == eraHijri || r.era == eraOpen && year < oldest {
		return hijriDate(Hijri{year, month, day})
	}
	if d, ok := NewDate(year, time.Month(month), day); ok {
		return d, nil
	}
	return Date{}, ErrNoSuchDay
}

func hijriDate(h Hijri) (Date, error) {
	if h.Year < MinHijriYear || h.Year > MaxHijriYear {
		return Date{}, ErrNotCovered
	}
	if d, ok := h.Gregorian(); ok {
		return d, nil
	}
	return Date{}, ErrNoSuchDay
}
