package tabular

import (
	"unicode"
	"unicode/utf8"
)

// scanner takes a cell apart.
type scanner struct {
	words map[string]word
	text  string
	at    int

	numbers [4]int // of the date
	widths  [4]int // their digits
	signs   [4]byte
	count   int
	clock   [3]int
	parts   int // of the clock
	half    wordKind
	m       moment
	pending wordKind // the first word of a month of two
}

func (s *scanner) scan() bool {
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		ok := true
		switch {
		case digitOf(r) >= 0:
			ok = s.number()
		case (r == '+' || r == '-') && s.parts > 0:
			ok = s.zone(r == '-')
		case unicode.IsLetter(r):
			ok = s.word()
		case r == utf8.RuneError:
			return false
		case isSeparator(r):
			s.at += size
			if s.count > 0 && r < utf8.RuneSelf && r != ' ' && s.signs[s.count-1] == 0 {
				s.signs[s.count-1] = byte(r)
			}
		default:
			return false
		}
		if !ok {
			return false
		}
	}
	return true
}

func isSeparator(r rune) bool {
	switch r {
	case ' ', ',', '.', '/', '-', '(', ')', '،', '\u00A0', '\u202F':
		return true
	}
	return isMark(r)
}

// digitOf returns the value of a Western, Arabic-Indic or Persian digit, else -1.
func digitOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '٠' && r <= '٩':
		return int(r - '٠')
	case r >= '۰' && r <= '۹':
		return int(r - '۰')
	}
	return -1
}

// digits reads a number of at most nine digits.
func (s *scanner) digits() (value, width int) {
	for s.at < len(s.text) && width < 10 {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		d := digitOf(r)
		if d < 0 {
			break
		}
		value, width = value*10+d, width+1
		s.at += size
	}
	return value, width
}

func (s *scanner) number() bool {
	value, width := s.digits()
	if s.at < len(s.text) && s.text[s.at] == ':' && s.parts == 0 {
		return s.time(value, width)
	}
	if width > 4 || s.count == 3 {
		return false
	}
	s.numbers[s.count], s.widths[s.count] = value, width
	s.count++
	return true
}

// time reads the rest of a clock time of which the hours have been read.
func (s *scanner) time(hours, width int) bool {
	s.clock[0], s.parts = hours, 1
	for s.parts < 3 && s.at < len(s.text) && s.text[s.at] == ':' && width <= 2 {
		s.at++
		s.clock[s.parts], width = s.digits()
		if width != 2 || s.clock[s.parts] > 59 {
			return false
		}
		s.parts++
	}
	if s.parts == 3 && s.at < len(s.text) && (s.text[s.at] == '.' || s.text[s.at] == ',') { // a fraction of a second
		s.at++
		s.digits()
	}
	return s.parts > 1 && hours <= 23
}

// zone reads +0000, +03:00 or +3.
func (s *scanner) zone(west bool) bool {
	s.at++
	value, width := s.digits()
	minutes := 0
	switch {
	case width == 4:
		value, minutes = value/100, value%100
	case (width == 1 || width == 2) && s.at < len(s.text) && s.text[s.at] == ':':
		s.at++
		if minutes, width = s.digits(); width != 2 {
			return false
		}
	case width == 0 || width > 2:
		return false
	}
	if s.m.zoned && s.m.offset != 0 || value > 14 || minutes > 59 {
		return false
	}
	s.m.zoned, s.m.offset = true, value*60+minutes
	if west {
		s.m.offset = -s.m.offset
	}
	return true
}

func (s *scanner) word() bool {
	var buf [24]byte
	lower := buf[:0]
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		next, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && (r != '.' || !unicode.IsLetter(next)) {
			break
		}
		if len(lower)+utf8.UTFMax > len(buf) {
			return false
		}
		lower = utf8.AppendRune(lower, unicode.ToLower(r))
		s.at += size
	}
	w := s.words[string(lower)]
	switch w.kind {
	case wordIgnored:
	case wordMonth:
		return s.named(w.value)
	case wordZone:
		s.m.zoned, s.m.offset = true, w.value
	case wordAM, wordPM:
		s.half = w.kind
	case wordKanun, wordTishrin:
		s.pending = w.kind
	case wordOrdinal1, wordOrdinal2:
		return s.ordinal(w.kind == wordOrdinal2)
	default:
		return false
	}
	return true
}

// named takes the month from its name; there can be one only.
func (s *scanner) named(month int) bool {
	if s.m.month != 0 {
		return false
	}
	s.m.month = month
	return true
}

func (s *scanner) ordinal(second bool) bool {
	pending := s.pending
	s.pending = wordUnknown
	switch {
	case pending == wordKanun && second:
		return s.named(1)
	case pending == wordKanun:
		return s.named(12)
	case pending == wordTishrin && second:
		return s.named(11)
	case pending == wordTishrin:
		return s.named(10)
	}
	return false
}

// date puts the parts together.
func (s *scanner) date() (moment, bool) {
	if s.parts > 0 && !s.setClock() || s.pending != wordUnknown {
		return moment{}, false
	}
	m, n := s.m, s.numbers
	switch {
	case m.month != 0 && s.count == 1 && s.widths[0] <= 2: // August 31
		m.day = n[0]
	case m.month != 0 && s.count == 2 && s.widths[0] == 4: // 2026 Jul 14
		m.year, m.day = n[0], n[1]
	case m.month != 0 && s.count == 2: // Jul 14, 2026; 14-Jul-26
		m.day, m.year = n[0], s.fullYear(1)
	case m.month == 0 && s.count == 3 && s.widths[0] == 4: // 2026/07/14
		m.year, m.month, m.day = n[0], n[1], n[2]
	case m.month == 0 && s.count == 3 && s.widths[0] <= 2 && s.widths[1] <= 2:
		return s.inOrder()
	default:
		return moment{}, false
	}
	return m, (m.year != 0 || s.count == 1) && m.valid()
}

// fullYear returns a year written with four digits or with two: 69 to 99 are
// the last century's, as everywhere since POSIX.
func (s *scanner) fullYear(at int) int {
	year := s.numbers[at]
	switch {
	case s.widths[at] == 4:
		return year
	case s.widths[at] != 2:
		return -1
	case year < 69:
		return 2000 + year
	}
	return 1900 + year
}

// inOrder reads a date of three numbers with the year last. A full stop stands
// between day, month and year; a slash or a dash says nothing.
func (s *scanner) inOrder() (moment, bool) {
	m := s.m
	a, b := s.numbers[0], s.numbers[1]
	m.year = s.fullYear(2)
	switch {
	case s.signs[0] == '.':
		m.day, m.month = a, b
	case a > 12:
		m.day, m.month, m.dayFirst = a, b, true
	case b > 12:
		m.month, m.day, m.dayLast = a, b, true
	default:
		m.month, m.day, m.ambiguous = a, b, a != b
		return m, a >= 1 && b >= 1 && m.year >= firstYear && m.year <= lastYear
	}
	return m, m.year != 0 && m.valid()
}

func (s *scanner) setClock() bool {
	hour := s.clock[0]
	if s.half != wordUnknown {
		if hour < 1 || hour > 12 {
			return false
		}
		hour %= 12
		if s.half == wordPM {
			hour += 12
		}
	}
	s.m.seconds, s.m.timed = hour*3600+s.clock[1]*60+s.clock[2], true
	return true
}
