package tabular

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"athar/domain/metric"
)

// state says what a cell of a column of figures is.
type state uint8

const (
	stateMissing   state = iota // no figure, and none meant
	stateSure                   // one reading
	stateAmbiguous              // 1.234: a thousand or a decimal fraction
	stateText                   // not a figure
)

// reading is what a cell says. Of an ambiguous one value is the reading with
// thousands and fraction the one with decimals.
type reading struct {
	state    state
	value    float64
	fraction float64
	sign     byte // the sign, '.' or ',', an ambiguous reading turns on
	decimal  byte // the decimal sign the cell proves, 0 when it proves none
	percent  bool
}

// largest is the largest figure believed. Whole numbers above it are ids or
// telephone numbers, and a float would not hold them exactly anyway.
const largest = 1e15

// plainFigure reads the most frequent form, digits alone, without allocating.
func plainFigure(cell string) (float64, bool) {
	if len(cell) == 0 || len(cell) > 15 {
		return 0, false
	}
	n := int64(0)
	for i := 0; i < len(cell); i++ {
		d := cell[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int64(d)
	}
	return float64(n), true
}

// readFigure reads a cell in any of the notations that exports use: 1,234 and
// 1.234 and 1 234, 1777.0, 0,5, Western, Arabic-Indic and Persian digits, ٫ and
// ٬, a percent sign (the figure stays in per cent), 1.5E+06, and the words that
// stand for no figure.
func readFigure(cell string) reading {
	if v, ok := plainFigure(cell); ok {
		return reading{state: stateSure, value: v}
	}
	var f figure
	if !f.scan(cell) {
		if isMissingWord(cell) {
			return reading{state: stateMissing}
		}
		return reading{state: stateText}
	}
	if f.n == 0 {
		if f.negative { // a lone dash stands for no figure
			return reading{state: stateMissing}
		}
		return reading{state: blankOr(cell)}
	}
	r := f.read()
	r.percent = f.percent
	if f.negative {
		r.value, r.fraction = -r.value, -r.fraction
	}
	return r
}

// blankOr tells an empty cell from one of signs only.
func blankOr(cell string) state {
	if strings.TrimSpace(cell) == "" {
		return stateMissing
	}
	return stateText
}

// figure is a cell reduced to ASCII: digits, '.', ',', ' ' for a space or
// another sign that only groups, 'd' for the Arabic decimal sign.
type figure struct {
	buf      [40]byte
	n        int
	negative bool
	percent  bool
	closed   bool // nothing may follow
	exponent bool
}

// scan reduces a cell and reports whether it can be a figure.
func (f *figure) scan(cell string) bool {
	if len(cell) > 120 {
		return false
	}
	cell = strings.TrimSpace(cell)
	signed := false
	for _, r := range cell {
		if f.closed && !isMark(r) {
			return false
		}
		b := asciiOf(r)
		switch {
		case b != 0:
		case r == '%' || r == '٪':
			f.percent, f.closed = true, f.n > 0 // in Arabic the sign may come first
			continue
		case isSign(r) && f.exponent && f.buf[f.n-1] == 'e' && r < utf8.RuneSelf:
			b = byte(r)
		case isSign(r) && f.n == 0 && !signed:
			signed, f.negative = true, r != '+'
			continue
		case (r == 'e' || r == 'E') && f.n > 0 && !f.exponent:
			f.exponent, b = true, 'e'
		case isMark(r):
			continue
		default:
			return false
		}
		if f.n == 0 && b == ' ' { // the apostrophe of spreadsheets, a space after a sign
			continue
		}
		if f.n == len(f.buf) {
			return false
		}
		f.buf[f.n] = b
		f.n++
	}
	for f.n > 0 && f.buf[f.n-1] == ' ' { // a space before a percent sign
		f.n--
	}
	return true
}

// asciiOf returns what a digit or a separator of any script is reduced to, 0 for
// everything else.
func asciiOf(r rune) byte {
	switch r {
	case '.', ',':
		return byte(r)
	case '،':
		return ','
	case '٫':
		return 'd'
	case ' ', '\u00A0', '\u202F', '\u2009', '٬', '\'', '’':
		return ' '
	}
	if d := digitOf(r); d >= 0 {
		return byte(d) + '0'
	}
	return 0
}

func isSign(r rune) bool { return r == '-' || r == '+' || r == '−' || r == '–' || r == '—' }

// isMark reports whether a character is invisible: marks of direction that
// Arabic spreadsheets put around figures, and a stray byte order mark.
func isMark(r rune) bool {
	return r >= '\u200B' && r <= '\u200F' || r >= '\u202A' && r <= '\u202E' ||
		r >= '\u2066' && r <= '\u2069' || r == '\u061C' || r == '\uFEFF'
}

func (f *figure) read() reading {
	s := f.buf[:f.n]
	if f.exponent {
		return readExponent(string(s))
	}
	points, commas, arabic, last := 0, 0, 0, -1
	for i, b := range s {
		switch b {
		case '.':
			points++
			last = i
		case ',':
			commas++
			last = i
		case 'd':
			arabic++
			last = i
		}
	}
	switch {
	case arabic == 1 && s[last] == 'd':
		return decimal(s, last, 0)
	case arabic > 0:
		return reading{state: stateText}
	case points+commas == 0:
		return decimal(s, len(s), 0)
	case points+commas == 1:
		return oneSign(s, last)
	case points > 0 && commas > 0:
		if points > 1 && s[last] == '.' || commas > 1 && s[last] == ',' {
			return reading{state: stateText}
		}
		return decimal(s, last, s[last])
	}
	// 1.234.567: the sign groups, so the other is the decimal one.
	return decimal(s, len(s), '.'+','-s[last])
}

// oneSign reads a cell with one point or one comma in it.
func oneSign(s []byte, at int) reading {
	sign, after := s[at], len(s)-at-1
	r := decimal(s, at, sign)
	grouped := false
	for _, b := range s[:at] {
		grouped = grouped || b == ' '
	}
	if r.state != stateSure || grouped || after != 3 || at == 0 || at > 3 || s[0] == '0' {
		return r
	}
	whole := decimal(s, len(s), 0)
	return reading{state: stateAmbiguous, value: whole.value, fraction: r.value, sign: sign}
}

// decimal reads s with the decimal sign at the index at, which is len(s) when
// there is none. Everything before it that is no digit has to group by threes
// (or, in India, by twos and one three).
func decimal(s []byte, at int, proof byte) reading {
	var digits [40]byte
	n, run, groups := 0, 0, 0
	for _, b := range s[:at] {
		if b >= '0' && b <= '9' {
			digits[n] = b
			n++
			run++
			continue
		}
		if run == 0 || run > 3 || groups > 0 && run < 2 {
			return reading{state: stateText}
		}
		run = 0
		groups++
	}
	if groups > 0 && run != 3 {
		return reading{state: stateText}
	}
	whole := n
	for _, b := range s[min(at+1, len(s)):] {
		if b < '0' || b > '9' {
			return reading{state: stateText}
		}
		digits[n] = b
		n++
	}
	if n == 0 {
		return reading{state: stateText}
	}
	value := assemble(digits[:n], whole)
	if value > largest {
		return reading{state: stateText}
	}
	return reading{state: stateSure, value: value, decimal: proof}
}

// assemble makes the nearest float of digits of which the first whole stand
// before the decimal sign. Up to 15 digits one division is exact enough to be
// correctly rounded (the operands are exact); beyond, strconv does it.
func assemble(digits []byte, whole int) float64 {
	if len(digits) <= 15 {
		n := int64(0)
		for _, d := range digits {
			n = n*10 + int64(d-'0')
		}
		scale := 1.0
		for range len(digits) - whole {
			scale *= 10
		}
		return float64(n) / scale
	}
	v, err := strconv.ParseFloat(string(digits)+"e-"+strconv.Itoa(len(digits)-whole), 64)
	if err != nil {
		return metric.Missing
	}
	return v
}

// readExponent reads what a spreadsheet makes of large numbers.
func readExponent(s string) reading {
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || v > largest {
		return reading{state: stateText}
	}
	return reading{state: stateSure, value: v}
}
