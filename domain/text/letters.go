package text

import (
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Graphemes returns how many characters a reader sees in s: extended grapheme clusters
// of UAX #29. A letter with its marks is one, and so is a family of emoji. Text that is
// not valid UTF-8 counts one for each stray byte.
func Graphemes(s string) int {
	n := 0
	for clusters := graphemes.FromString(s); clusters.Next(); {
		n++
	}
	return n
}

// IsArabic reports whether the first letter of s is Arabic. Digits, punctuation and
// symbols do not decide.
func IsArabic(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Arabic, r)
		}
	}
	return false
}
