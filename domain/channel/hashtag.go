package channel

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hashtags returns the hashtags in the text, each with its sign, in order. The
// grammar is twitter-text's valid_hashtag, which other platforms follow in
// all but details.
//
// A tag holds letters, marks and digits of any script, the underscore, tatweel,
// ZWNJ and ZWJ and a few more, with at least one letter or mark. A space ends
// it: an Arabic tag of two words needs an underscore between them.
func Hashtags(text string) []Span { return hashtagsBeside(text, Links(text)) }

// hashtagsBeside returns the hashtags that are not part of one of the links.
func hashtagsBeside(text string, links []Span) []Span {
	return withoutOverlap(hashtagCandidates(text), links)
}

func hashtagCandidates(text string) []Span {
	var found []Span
	free := 0 // what lies before belongs to a candidate already
	for i, sign := range text {
		if i < free || !isHashSign(sign) || !tagMayFollow(text[free:i], i) {
			continue
		}
		start := i + utf8.RuneLen(sign)
		end, ok := tagEnd(text, start)
		if !ok {
			continue
		}
		free = end
		if !endsTag(text[end:]) {
			found = append(found, Span{i, end})
		}
	}
	return found
}

// tagMayFollow reports whether a hash sign may begin a tag after the text
// before it: not inside a word, nor in an entity such as &#39;.
func tagMayFollow(before string, pos int) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	if size == 0 {
		return pos == 0
	}
	return r == textStyle || r == emojiStyle || !isTagChar(r) && r != '&'
}

// tagEnd returns the end of the tag's name that starts at start. An emoji or a
// keycap made of the sign is no tag, nor is a number.
func tagEnd(text string, start int) (end int, ok bool) {
	if r, _ := utf8.DecodeRuneInString(text[start:]); r == emojiStyle || r == enclosingKeycap {
		return 0, false
	}
	for i, r := range text[start:] {
		if !isTagChar(r) {
			return start + i, ok
		}
		ok = ok || unicode.In(r, unicode.L, unicode.M)
	}
	return len(text), ok
}

// endsTag reports whether what follows shows that the tag was none.
func endsTag(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return isHashSign(r) || strings.HasPrefix(after, "://")
}

func isTagChar(r rune) bool {
	return r == '_' || unicode.In(r, unicode.L, unicode.M, unicode.Nd) || isTagSpecial(r)
}

// isTagSpecial reports hashtagSpecialChars: signs that are part of words in
// some script, among them the two joiners of Arabic and Persian.
func isTagSpecial(r rune) bool {
	switch r {
	case 0x200C, 0x200D, // ZWNJ, ZWJ
		0xA67E,                 // Cyrillic kavyka
		0x05BE, 0x05F3, 0x05F4, // Hebrew maqaf, geresh, gershayim
		0xFF5E, 0x301C, 0x309B, 0x309C, 0x30A0, 0x30FB, 0x3003, // Japanese
		0x0F0B, 0x0F0C, // Tibetan
		0x00B7: // middle dot
		return true
	}
	return false
}

// withoutOverlap returns the spans of first that do not reach into a span
// which starts earlier, of either list; both are in order.
func withoutOverlap(first, second []Span) []Span {
	var kept []Span
	end := 0
	for len(first) > 0 {
		own := len(second) == 0 || first[0].Start <= second[0].Start
		from := &second
		if own {
			from = &first
		}
		next := (*from)[0]
		*from = (*from)[1:]
		if next.Start < end {
			continue
		}
		end = next.End
		if own {
			kept = append(kept, next)
		}
	}
	return kept
}
