package channel

import "unicode"

// The classes of characters of twitter-text's grammar (regexp folder of the
// JavaScript release 3.1.0), which say what can stand in a link, a hashtag or a
// mention and what may come before and after.

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80 }

func isASCIIAlnum(r rune) bool { return isASCIILetter(r) || isDigit(r) }

func isNameChar(r rune) bool { return isASCIIAlnum(r) || r == '_' }

func isAtSign(r rune) bool { return r == '@' || r == '＠' }

func isHashSign(r rune) bool { return r == '#' || r == '＃' }

// isDirectionMark reports marks that only steer the bidirectional algorithm.
func isDirectionMark(r rune) bool {
	return 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 ||
		r == 0x061C || r == 0x200E || r == 0x200F
}

// isForbiddenOnX reports the three code points that make a post invalid: the
// byte order mark, in both readings, and U+FFFF.
func isForbiddenOnX(r rune) bool { return r == 0xFFFE || r == 0xFEFF || r == 0xFFFF }

func isSpace(r rune) bool {
	return r == 0x180E || unicode.Is(unicode.White_Space, r)
}

// isLatinAccent reports the accented Latin letters that twitter-text counts as
// letters of a host name, and combining marks.
func isLatinAccent(r rune) bool {
	switch {
	case r < 0xC0, r == 0xD7, r == 0xF7:
		return false
	case r <= 0x24F, 0x300 <= r && r <= 0x36F, 0x1E00 <= r && r <= 0x1EFF:
		return true
	}
	switch r {
	case 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268, 0x26F, 0x272, 0x289, 0x28B, 0x2BB:
		return true
	}
	return false
}

// isHostChar reports what may begin and end a label of a host name: any letter
// or sign of any script, but no space, no direction mark and no punctuation.
// The quotation mark and the backtick are missing in the original, too.
func isHostChar(r rune) bool {
	if r < 0x80 {
		return isASCIIAlnum(r) || r == '"' || r == '`' || r < ' ' && !isSpace(r) || r == 0x7F
	}
	return !isSpace(r) && !isDirectionMark(r) && !isForbiddenOnX(r)
}

// isHostRun reports what may stand anywhere in a host name.
func isHostRun(r rune) bool { return r == '.' || r == '-' || r == '_' || isHostChar(r) }

// isASCIIHost reports what a host name without a protocol is made of.
func isASCIIHost(r rune) bool { return isASCIIAlnum(r) || r == '-' || isLatinAccent(r) }

// mayPrecedeLink reports what can stand before a link. Any letter that is not
// ASCII can: a link may be glued to an Arabic or Chinese word.
func mayPrecedeLink(r rune) bool {
	return !isASCIIAlnum(r) && !isAtSign(r) && !isHashSign(r) && r != '$' && !isForbiddenOnX(r)
}
