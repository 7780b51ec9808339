package privacy

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// findDocuments finds what has no form of its own and is known by the word in front
// of it: numbers of passports and cases, and plates of cars.
func (d *draft) findDocuments() {
	for n, w := range d.words {
		if w.says&(ofPassport|ofCase|ofPlate) == 0 {
			continue
		}
		start := d.overFiller(n, w.says)
		switch {
		case start < 0:
		case w.says&ofPassport != 0:
			d.addDocument(Passport, High, start, isPassport)
		case w.says&ofCase != 0:
			d.addDocument(Case, Medium, start, isCase)
		default:
			d.addPlate(start)
		}
	}
}

// overFiller returns where the number begins that the word n is about, or -1: behind
// signs and words such as "no." and "is".
func (d *draft) overFiller(n int, says context) int {
	at := d.words[n].end
	for skipped := 0; at < len(d.s) && at-d.words[n].end < reach; {
		if b := d.s[at]; strings.IndexByte(" :#.-()\"'/", b) >= 0 {
			at++
			continue
		}
		w, ok := d.wordAt(at)
		if !ok {
			return at
		}
		related := w.says&(filler|ofID|says&(ofPassport|ofCase|ofPlate)) != 0
		if !related || skipped == 4 || strings.ContainsRune("0123456789-", rune(d.peek(w.end))) && d.peek(w.end) != 0 {
			return at
		}
		// A single letter in front of digits belongs to the number.
		if w.end-w.start == 1 && isDigit(d.peek(w.end+1)) && d.upper[w.start] {
			return at
		}
		skipped++
		at = w.end
	}
	return -1
}

// addDocument adds the token at i, letters and digits with dashes and slashes, if the
// function takes it.
func (d *draft) addDocument(kind Type, severity Severity, i int, is func(token string) bool) {
	end := i
	for end < len(d.s) && end-i < 32 && (isLatin(d.s[end]) || isDigit(d.s[end]) || strings.IndexByte("-/_", d.s[end]) >= 0) {
		end++
	}
	if end-i <= 2 && d.peek(end) == ' ' && isDigit(d.peek(end+1)) { // "A 1234567"
		end = d.digitsFrom(end + 1)
	}
	end = i + len(strings.TrimRight(d.s[i:end], "-/_"))
	if is(d.s[i:end]) && d.peek(end) != '%' && !(d.peek(end) == ',' && isDigit(d.peek(end+1))) {
		d.add(hit{kind: kind, severity: severity, start: i, end: end})
	}
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// isPassport: six to ten letters and digits (ICAO 9303 has nine), most of them digits.
func isPassport(token string) bool {
	plain := strings.ReplaceAll(token, " ", "")
	return len(plain) >= 6 && len(plain) <= 10 && countDigits(plain) >= 5 && !strings.ContainsAny(plain, "-/_")
}

// isCase: at least five digits, that are not two years.
func isCase(token string) bool {
	if from, to, ok := strings.Cut(token, "-"); ok && isYear(from) && isYear(to) {
		return false
	}
	return countDigits(token) >= 5 && len(token) <= 24 && !strings.HasPrefix(token, "00")
}

// addPlate adds the digits at i and the letters beside them, in two to six pieces.
func (d *draft) addPlate(i int) {
	end, digits, at := i, 0, i
	for pieces := 0; pieces < 6 && at < len(d.s); pieces++ {
		next := d.digitsFrom(at)
		if next == at {
			next = d.plateLetters(at)
		} else {
			digits += next - at
		}
		if next == at {
			break
		}
		end, at = next, next
		if strings.IndexByte(" -|/", d.peek(at)) >= 0 && at < len(d.s) {
			at++
		}
	}
	if digits >= 3 && digits <= 8 {
		d.add(hit{kind: Plate, severity: Medium, start: i, end: end})
	}
}

// plateLetters returns where letters of a plate end that begin at i: up to three Latin
// capitals, or a single Arabic letter.
func (d *draft) plateLetters(i int) int {
	w, ok := d.wordAt(i)
	if !ok {
		return i
	}
	text := d.s[w.start:w.end]
	latin := isLatin(text[0]) && len(text) <= 3 && d.upper[w.start] && d.upper[w.end-1]
	if latin || !isLatin(text[0]) && utf8.RuneCountInString(text) == 1 {
		return w.end
	}
	return i
}

// lettered are national numbers and files that mix letters and digits. Each form is
// held against the text where a letter or digit begins a token, never against all of it.
var lettered = []struct {
	kind     Type
	severity Severity
	form     *regexp.Regexp
	valid    func(match string) bool // may be nil
	told     bool                    // a word beside it has to speak of papers
}{
	{"NATIONAL_ID_ES", High, regexp.MustCompile(`^[0-9]{8}-?[a-z]\b`), isSpanish, false},
	{"NATIONAL_ID_ES", High, regexp.MustCompile(`^[xyz]-?[0-9]{7}-?[a-z]\b`), isSpanish, false},
	{"NATIONAL_ID_IT", High, regexp.MustCompile(`^[a-z]{6}[0-9]{2}[abcdehlmprst][0-9]{2}[a-z][0-9]{3}[a-z]\b`), nil, false},
	{"NATIONAL_ID_FR", High, regexp.MustCompile(`^[1-478] ?[0-9]{2} ?[0-9]{2} ?2[ab] ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}\b`), isCorsican, false},
	{"NATIONAL_ID_GB", High, regexp.MustCompile(`^[abceghj-prstw-z][abceghj-nprstw-z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]\b`), isBritish, false},
	{"NATIONAL_ID_MA", High, regexp.MustCompile(`^[a-z]{1,2} ?[0-9]{5,6}\b`), nil, true},
	{Case, Medium, regexp.MustCompile(`^[0-9]{3}-[0-9]{2}c[0-9]{5}\b`), nil, false}, // UNHCR
}

// findLettered finds the lettered numbers.
func (d *draft) findLettered() {
	inToken := false
	for i := 0; i < len(d.s); i++ {
		b := d.s[i]
		if !isLatin(b) && !isDigit(b) {
			inToken = b == '-' || b >= utf8.RuneSelf && inToken
			continue
		}
		if inToken || d.taken[i] {
			inToken = true
			continue
		}
		inToken = true
		token := d.s[i:min(len(d.s), i+24)]
		if strings.IndexByte("#@/_.", d.peek(i-1)) < 0 || i == 0 {
			d.addLettered(i, token)
		}
	}
}

func (d *draft) addLettered(i int, token string) {
	if countDigits(token[:min(len(token), 16)]) < 5 {
		return
	}
	for _, l := range lettered {
		match := l.form.FindString(token)
		if match == "" || l.valid != nil && !l.valid(match) {
			continue
		}
		if l.told && d.said(i, i+len(match))&ofID == 0 {
			continue
		}
		d.add(hit{kind: l.kind, severity: l.severity, start: i, end: i + len(match)})
		return
	}
}

// isSpanish checks the letter: the number modulo 23; X, Y and Z stand for 0, 1 and 2.
func isSpanish(s string) bool {
	s = strings.ReplaceAll(s, "-", "")
	number := strings.NewReplacer("x", "0", "y", "1", "z", "2").Replace(s[:1]) + s[1:len(s)-1]
	n := 0
	for i := range len(number) {
		n = n*10 + int(number[i]-'0')
	}
	return "trwagmyfpdxbnjzsqvhlcke"[n%23] == s[len(s)-1]
}

// isCorsican is isFrench for the departments 2A and 2B, which count as 19 and 18.
func isCorsican(s string) bool {
	return isFrench(strings.NewReplacer(" ", "", "2a", "19", "2b", "18").Replace(s))
}

// isBritish leaves out prefixes that are never given.
func isBritish(s string) bool {
	switch s[:2] {
	case "bg", "gb", "nk", "kn", "tn", "nt", "zz":
		return false
	}
	return true
}
