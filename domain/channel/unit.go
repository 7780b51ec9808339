package channel

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Unit is what a platform counts. The names appear in the catalog and in the
// program's JSON output and never change.
type Unit string

// The units.
const (
	Weight   Unit = "weight"   // twitter-text's weighted length, configuration version 3 (X)
	Grapheme Unit = "grapheme" // extended grapheme cluster (UAX #29): what a person calls a letter
	UTF16    Unit = "utf16"    // UTF-16 code unit: an emoji has two or more
	Byte     Unit = "byte"     // byte of UTF-8: an Arabic letter has two
	Char     Unit = "char"     // code point: a tashkeel mark is one of its own
	Word     Unit = "word"     // what stands between blanks and has a letter or digit, for what is spoken or hung up
	Septet   Unit = "septet"   // seven bits of an SMS; in UCS-2 the message is measured in UTF16
)

// Units returns every unit.
func Units() []Unit { return []Unit{Weight, Grapheme, UTF16, Byte, Char, Word, Septet} }

// Measure returns the length of the text in the unit. A damaged byte counts as
// one replacement character, except in bytes, where it is what it is. The
// rules of single platforms (a link as 23 and so on) are in Field.Count; only
// Weight includes them, because on X they are part of the unit. A text that
// needs UCS-2 has no length in septets: it is measured in UTF-16 units.
func (u Unit) Measure(text string) int {
	switch u {
	case Weight:
		return xWeight(text, true)
	case Grapheme:
		return graphemeCount(text)
	case UTF16:
		return utf16Count(text)
	case Byte:
		return len(text)
	case Word:
		return wordCount(text)
	case Septet:
		return Segment(text).Units()
	default:
		return utf8.RuneCountInString(text)
	}
}

func graphemeCount(text string) int {
	n := 0
	for it := graphemes.FromString(text); it.Next(); {
		n++
	}
	return n
}

func utf16Count(text string) int {
	n := 0
	for _, r := range text {
		n += utf16Len(r)
	}
	return n
}

// utf16Len is 2 for what UTF-16 writes as a surrogate pair.
func utf16Len(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

func wordCount(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
