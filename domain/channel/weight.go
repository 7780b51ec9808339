package channel

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// X's numbers: config/v3.json of twitter-text, divided by its scale of 100.
const (
	heavy       = 2  // defaultWeight; also an emoji, whatever its length
	xLinkLength = 23 // transformedURLLength: every link is replaced by one to t.co
)

// xWeight returns weightedLength of twitter-text's parseTweet: the text in
// NFC, each link as 23, each emoji as 2, every other code point by its weight.
// Configuration version 3 is with emoji true; version 2 differed only in
// adding up the code points of an emoji, and half of the published vectors
// were made with it.
func xWeight(text string, emoji bool) int {
	text = composed(text)
	return weigh(text, Links(text), emoji)
}

// composed returns the text in NFC. Behind thirty marks on one letter the library
// writes U+034F, as the Stream-Safe Text Format asks for and X does not: such a text
// is left as it is.
func composed(text string) string {
	const joiner = "\u034f"
	if norm.NFC.IsNormalString(text) {
		return text
	}
	nfc := norm.NFC.String(text)
	if strings.Count(nfc, joiner) != strings.Count(text, joiner) {
		return text
	}
	return nfc
}

// weigh adds up a text in NFC, of which the links are known.
func weigh(text string, links []Span, emoji bool) int {
	total := 0
	for i := 0; i < len(text); {
		if len(links) > 0 && i == links[0].Start {
			total += xLinkLength
			i = links[0].End
			links = links[1:]
			continue
		}
		weight, size := weightAt(text[i:], emoji)
		total += weight
		i += size
	}
	return total
}

// weightAt returns the weight of what the text starts with, and its bytes.
func weightAt(s string, emoji bool) (weight, size int) {
	if emoji {
		if n := emojiLen(s); n > 0 {
			return heavy, n
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	return runeWeight(r), size
}

// runeWeight is the table "ranges" of config/v3.json. Arabic letters, tashkeel,
// digits and punctuation are in the first range and weigh 1, as do ZWNJ and
// ZWJ (U+200C, U+200D). Direction marks weigh 2: U+200E and U+200F fall into
// the gap between the second and the third range, the isolates U+2066 to U+2069
// and the presentation forms from U+FB50 on are in none.
func runeWeight(r rune) int {
	switch {
	case r <= 0x10FF,
		0x2000 <= r && r <= 0x200D,
		0x2010 <= r && r <= 0x201F,
		0x2032 <= r && r <= 0x2037:
		return 1
	}
	return heavy
}
