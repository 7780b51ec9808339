package privacy

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// findPlaces finds coordinates: decimal pairs, degrees with minutes, and full plus
// codes. A place is as exact as its decimals: three are about 110 m, four 11 m, five 1 m.
func (d *draft) findPlaces() {
	for i := 0; i < len(d.s); i++ {
		if !isDigit(d.s[i]) || d.taken[i] || isDigit(d.peek(i-1)) || d.peek(i-1) == '.' {
			continue
		}
		end := d.addDegrees(i)
		if end == 0 {
			end = d.addDecimalPair(i)
		}
		if end == 0 {
			end = d.addPlusCode(i)
		}
		i = max(i, end-1)
	}
}

// decimal is a number with decimals in a draft.
type decimal struct {
	start, end int // with the sign
	value      float64
	places     int
}

// decimalAt reads a number of degrees whose digits begin at i.
func (d *draft) decimalAt(i int) (decimal, bool) {
	whole := d.digitsFrom(i)
	if whole == i || whole-i > 3 || d.peek(whole) != '.' {
		return decimal{}, false
	}
	n := decimal{start: i, end: d.digitsFrom(whole + 1)}
	n.places = n.end - whole - 1
	if n.places < 1 || n.places > 18 || d.peek(n.end) == '%' && !strings.HasPrefix(d.s[n.end:], "%2c") || d.peek(n.end) == '.' && isDigit(d.peek(n.end+1)) {
		return decimal{}, false
	}
	n.value, _ = strconv.ParseFloat(d.s[i:n.end], 64)
	if before := d.peek(i - 1); before == '-' || before == '+' {
		if b := d.before(i - 1); !unicode.IsLetter(b) && !unicode.IsDigit(b) {
			n.start--
			if before == '-' {
				n.value = -n.value
			}
		}
	}
	return n, true
}

// addDecimalPair adds the pair whose first number begins at i and returns where it
// ends, or 0.
func (d *draft) addDecimalPair(i int) int {
	const exact = 3 // decimals of a place that can be walked to
	a, ok := d.decimalAt(i)
	if !ok || a.places < exact {
		return 0
	}
	next := d.overToSecond(a.end)
	b, ok := d.decimalAt(next)
	if next == 0 || !ok || b.places < exact || !onEarth(a.value, b.value) {
		return 0
	}
	severity := High
	told := d.near(a.start, ofPlace, 3, true) != 0 || strings.ContainsAny(d.s[a.end:b.start], "°nsew&!=") ||
		strings.IndexByte("=@/(:", d.peek(a.start-1)) >= 0 && a.start > 0
	if a.places == exact && b.places == exact && !told {
		severity = Medium // or two amounts with thousands
	}
	h := hit{kind: GPS, severity: severity, start: a.start, end: d.overDirection(b.end)}
	h.instead = []string{blurred(a.value) + ", " + blurred(b.value)}
	if !d.add(h) {
		return 0
	}
	return h.end
}

// onEarth reports whether the numbers can be a latitude and a longitude, in any order.
// Two small fractions are shares and not a place in the Gulf of Guinea.
func onEarth(a, b float64) bool {
	a, b = math.Abs(a), math.Abs(b)
	return min(a, b) <= 90 && max(a, b) <= 180 && max(a, b) >= 1
}

// blurred returns a coordinate with two decimals, about a kilometre.
func blurred(degrees float64) string { return strconv.FormatFloat(degrees, 'f', 2, 64) }

// overToSecond returns where the second number of a pair begins, or 0: behind signs
// and the words for latitude and longitude.
func (d *draft) overToSecond(i int) int {
	for at := i; at < len(d.s) && at-i < 48; {
		r, size := utf8.DecodeRuneInString(d.s[at:])
		switch {
		case isDigit(d.s[at]):
			if at == i {
				return 0
			}
			return at
		case strings.HasPrefix(d.s[at:], "%2c"), strings.HasPrefix(d.s[at:], "!4d"):
			at += 3
		case strings.ContainsRune(" ,;|/°()'\"&=:+-[]\n", r):
			at += size
		default:
			w, ok := d.wordAt(at)
			if !ok || !coordinateWords[d.s[w.start:w.end]] && !coordinateWords[bare(d.s[w.start:w.end])] {
				return 0
			}
			at = w.end
		}
	}
	return 0
}

// overDirection includes the sign and letter behind the last number.
func (d *draft) overDirection(i int) int {
	at := i
	for at < len(d.s) && strings.HasPrefix(d.s[at:], "°") {
		at += len("°")
	}
	letter := at
	for d.peek(letter) == ' ' {
		letter++
	}
	if w, ok := d.wordAt(letter); ok && directions[d.s[w.start:w.end]] && letter-at < 2 {
		return w.end
	}
	return at
}

var (
	directions      = wordSet("n s e w north south east west ش ج غ ق شمال جنوب شرق غرب شمالا جنوبا شرقا غربا")
	coordinateWords = wordSet(`n s e w north south east west ش ج غ ق شمال جنوب شرق غرب شمالا جنوبا شرقا غربا
		lat latitude lon lng long longitude mlon and et y x خط وخط عرض طول دائره و`)
)

// addDegrees adds a pair such as 31°30'06"N 34°28'00"E.
func (d *draft) addDegrees(i int) int {
	first, fine := d.degreesAt(i)
	if first == 0 {
		return 0
	}
	next := d.overToSecond(first)
	if next == 0 {
		return 0
	}
	second, fineToo := d.degreesAt(next)
	if second == 0 {
		return 0
	}
	h := hit{kind: GPS, severity: Low, start: i, end: second}
	if fine && fineToo {
		h.severity = High
	}
	if !d.add(h) {
		return 0
	}
	return h.end
}

// degreesAt reads degrees, minutes and seconds with their direction. fine says that
// they are more exact than a minute, 1.8 km.
func (d *draft) degreesAt(i int) (end int, fine bool) {
	at := d.digitsFrom(i)
	if at-i > 3 || at == i {
		return 0, false
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(d.s[at:min(len(d.s), at+8)], " "), "°")
	if !ok {
		return 0, false
	}
	at = min(len(d.s), at+8) - len(rest)
	for _, sign := range []string{"'", "\""} {
		from := at
		for d.peek(from) == ' ' {
			from++
		}
		stop := d.digitsFrom(from)
		decimals := d.peek(stop) == '.'
		if decimals {
			stop = d.digitsFrom(stop + 1)
		}
		tail := strings.TrimLeft(d.s[stop:min(len(d.s), stop+3)], " ")
		if sign == "\"" && strings.HasPrefix(tail, "''") {
			tail = tail[1:]
		} else if !strings.HasPrefix(tail, sign) || stop == from {
			break
		}
		at = min(len(d.s), stop+3) - len(tail) + 1
		fine = fine || decimals || sign == "\""
	}
	return d.overDirection(at), fine
}

// addPlusCode adds an Open Location Code in full: eight characters, a plus, two more.
func (d *draft) addPlusCode(i int) int {
	const alphabet = "23456789cfghjmpqrvwx"
	const plus = 8
	start := i
	for start > 0 && i-start < plus && strings.IndexByte(alphabet, d.s[start-1]) >= 0 {
		start--
	}
	end := start
	for end < len(d.s) && end-start <= plus+3 && (strings.IndexByte(alphabet, d.s[end]) >= 0 || d.s[end] == '+' && end-start == plus) {
		end++
	}
	code := d.s[start:end]
	if len(code) < plus+3 || code[plus] != '+' || isLatin(d.peek(end)) || isDigit(d.peek(end)) || isLatin(d.peek(start-1)) {
		return 0
	}
	if strings.Trim(code, "0123456789+") == "" || !d.add(hit{kind: GPS, severity: High, start: start, end: end}) {
		return 0
	}
	return end
}

// findWords finds places in three words behind three slashes, about 3 m each.
func (d *draft) findWords() {
	for from := 0; ; {
		i := strings.Index(d.s[from:], "///")
		if i < 0 {
			return
		}
		start := from + i
		from = start + 3
		at, words := from, 0
		for words < 3 {
			w, ok := d.wordAt(at)
			if !ok {
				break
			}
			words++
			from, at = w.end, w.end+1
			if words < 3 && d.peek(w.end) != '.' {
				break
			}
		}
		if words == 3 && d.peek(start-1) != ':' {
			d.add(hit{kind: GPS, severity: High, start: start, end: from})
		}
	}
}
