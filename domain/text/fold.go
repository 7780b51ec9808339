package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form of s that a search compares: what people write in several ways,
// or leave out, is the same in it.
//
// Compatibility forms are decomposed (NFKD); marks, tatweel, joiners and directional
// controls are dropped, and with them the accents of Latin letters and the hamza on its
// seats; the forms of alef, ya, ta marbuta, kaf and ha become one letter each; Arabic-Indic
// and Persian digits and their separators become ASCII; letters become lower case; white
// space becomes single blanks, none at the ends.
//
// A folded text is for comparing only, never for showing. Folding it again changes nothing.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	eachFolded(s, func(r rune, _ int) { b.WriteRune(r) })
	return b.String()
}

// eachFolded calls emit for each rune of the folded form of s, with the place in s, in
// bytes, of the cluster that it comes from.
func eachFolded(s string, emit func(r rune, at int)) {
	var clusters norm.Iter
	clusters.InitString(norm.NFKD, s)
	blank, any := false, false // white space is held back until something follows it
	for !clusters.Done() {
		at := clusters.Pos()
		cluster := clusters.Next()
		if isLoneMark(s[at:]) {
			continue
		}
		for len(cluster) > 0 {
			r, size := utf8.DecodeRune(cluster)
			cluster = cluster[size:]
			switch {
			case unicode.IsSpace(r):
				blank = any
				continue
			case isSilent(r):
				continue
			}
			if blank {
				emit(' ', at)
			}
			blank, any = false, true
			emit(foldRune(r), at)
		}
	}
}

// isLoneMark reports whether s begins with a presentation form of an Arabic mark that
// stands alone. They decompose to a blank and the mark, and the blank would cut the word.
func isLoneMark(s string) bool {
	if s[0] < 0xEF { // first byte of U+F000 and later
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0xFE70 && r <= 0xFE7F || r >= 0xFC5E && r <= 0xFC63
}

// isSilent reports whether a search passes over r: marks, tatweel, and all format and
// control characters, among them the zero-width and the directional ones.
func isSilent(r rune) bool {
	const tatweel = 'ـ'
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7F
	}
	return r == tatweel || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc)
}

// foldRune returns the letter or digit that stands for r and for all that a search takes
// as equal to it. Decomposition has already parted the hamza from أ إ ؤ ئ and the madda
// from آ.
func foldRune(r rune) rune {
	switch {
	case r < 0x0600:
		return unicode.ToLower(r)
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	}
	switch r {
	case 'ٱ', 'ٲ', 'ٳ':
		return 'ا'
	case 'ى', 'ی', 'ے':
		return 'ي'
	case 'ة', 'ۃ', 'ہ', 'ھ', 'ە':
		return 'ه'
	case 'ک', 'ڪ':
		return 'ك'
	case '٪':
		return '%'
	case '٫':
		return '.'
	case '٬':
		return ','
	}
	return unicode.ToLower(r)
}
