package tabular

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decideEncoding tells UTF-8, intact or damaged, from the two single-byte
// encodings that spreadsheets in the Arab world and in Europe write. ahead
// begins with the first byte of the file that is not ASCII.
//
// A single-byte reading is believed only when nine tenths of what it yields
// looks like words. Bytes that fit nothing are damaged UTF-8: a wrong guess
// would invent letters, a replacement character says honestly what is lost.
func decideEncoding(ahead []byte) (string, *charmap.Charmap) {
	intact, broken := countUTF8(ahead)
	if broken == 0 || intact >= broken {
		return encodingUTF8, nil
	}
	european, arabic, runs := countRuns(ahead)
	switch {
	case european*10 >= runs*9:
		return encoding1252, charmap.Windows1252
	case arabic*10 >= runs*9:
		return encoding1256, charmap.Windows1256
	}
	return encodingUTF8, nil
}

// countUTF8 counts characters of several bytes, and bytes that belong to none.
// A character cut by the end counts as neither.
func countUTF8(b []byte) (intact, broken int) {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case size > 1:
			intact++
		case r == utf8.RuneError && utf8.FullRune(b):
			broken++
		}
		b = b[size:]
	}
	return intact, broken
}

// countRuns counts runs of bytes that are not ASCII, and how many of them read
// well in each encoding.
func countRuns(b []byte) (european, arabic, runs int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		start := i
		for i < len(b) && b[i] >= utf8.RuneSelf {
			i++
		}
		before, after := byte(' '), byte(' ')
		if start > 0 {
			before = b[start-1]
		}
		if i < len(b) {
			after = b[i]
		}
		runs++
		if looksEuropean(b[start:i], before, after) {
			european++
		}
		if looksArabic(b[start:i], before, after) {
			arabic++
		}
	}
	return european, arabic, runs
}

// looksEuropean: one accented letter in or beside a word, a pair that languages
// really write, or punctuation.
func looksEuropean(run []byte, before, after byte) bool {
	letters, previous := 0, rune(0)
	for _, c := range run {
		r := charmap.Windows1252.DecodeByte(c)
		switch {
		case r == utf8.RuneError || r < 0xA0:
			return false
		case unicode.IsLetter(r):
			letters++
			if letters == 2 && r != previous && r != 'ß' && previous != 'ç' {
				return false
			}
			previous = r
		}
	}
	if letters == 0 {
		return len(run) <= 3
	}
	return letters <= 2 && len(run) <= letters+2 && (letter(before) || letter(after) || before <= ' ') && after != '_' && before != '_'
}

// looksArabic: two or more letters with no Latin letter at either side.
func looksArabic(run []byte, before, after byte) bool {
	if letter(before) || letter(after) {
		return false
	}
	letters, others := 0, 0
	for _, c := range run {
		r := charmap.Windows1256.DecodeByte(c)
		switch {
		case unicode.In(r, unicode.Arabic) || r == '\u060C' || r == '\u061B' || r == '\u061F' || r == '\u0640' || r >= '\u064B' && r <= '\u0652':
			letters++
		case r == '«' || r == '»' || r == '\u200C' || r == '\u200D' || r == '\u200E' || r == '\u200F' || r == '\u00A0' || unicode.IsPunct(r):
		default:
			others++
		}
	}
	return others == 0 && (letters > 0 || len(run) <= 2)
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
