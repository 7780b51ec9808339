package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Canonical returns s in the one form in which text is stored and compared: valid UTF-8
// in normalisation form C, without NUL, every kind of line end as "\n", and the letters
// lam and alef apart where a keyboard sent the ligature (U+FEF5 to U+FEFC).
//
// It changes nothing that a reader could see, and a second call changes nothing at all.
func Canonical(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return norm.NFC.String(canonicalRunes.Replace(s))
}

// canonicalRunes is constant. Where two entries fit, the first one counts.
var canonicalRunes = strings.NewReplacer(
	"\r\n", "\n",
	"\r", "\n",
	"\v", "\n", // a line break within a paragraph, as word processors copy it
	"\f", "\n",
	"\u0085", "\n",
	"\u2028", "\n",
	"\u2029", "\n",
	"\x00", "",
	"\uFEF5", "لآ", "\uFEF6", "لآ",
	"\uFEF7", "لأ", "\uFEF8", "لأ",
	"\uFEF9", "لإ", "\uFEFA", "لإ",
	"\uFEFB", "لا", "\uFEFC", "لا",
)
