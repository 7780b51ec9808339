package channel

import (
	"strings"
	"unicode/utf8"
)

// pathGrammar says what the part of a link after its host is made of. The
// predicates named End say what it may end with: a full stop or a comma after a
// link belongs to the sentence.
type pathGrammar struct {
	path, pathEnd   func(rune) bool
	query, queryEnd func(rune) bool
}

// xPath is twitter-text's grammar: Latin and Cyrillic letters only. On X a link
// with an Arabic path ends where the Arabic begins, and the rest of it counts
// letter by letter.
var xPath = pathGrammar{
	path: func(r rune) bool {
		return isPathLetter(r) || r == '–' || r < 0x80 && strings.ContainsRune("!*';:=+,.$/%#[]-_~@|&", r)
	},
	pathEnd: func(r rune) bool {
		return isPathLetter(r) || r < 0x80 && strings.ContainsRune("+-=_#/", r)
	},
	query: func(r rune) bool {
		return isASCIIAlnum(r) || r < 0x80 && strings.ContainsRune("!?*'@();:&=+$/%#[]-_.,~|", r)
	},
	queryEnd: func(r rune) bool {
		return isASCIIAlnum(r) || r < 0x80 && strings.ContainsRune("-_&=#/", r)
	},
}

// fediversePath is Mastodon's own grammar (config/initializers/twitter_regex.rb):
// letters of any script, so that an Arabic path is part of the link.
var fediversePath = pathGrammar{
	path: func(r rune) bool {
		return !isSpace(r) && !strings.ContainsRune("<>()?", r)
	},
	pathEnd: func(r rune) bool {
		return !isSpace(r) && !strings.ContainsRune("()?!*\"'「」<>;:=,.$%[]~&|@", r)
	},
	query: func(r rune) bool {
		return isASCIIAlnum(r) || isIRIChar(r) || r < 0x80 && strings.ContainsRune("!?*'();:&=+$/%#[]-_.,~|@^", r)
	},
	queryEnd: func(r rune) bool {
		return isASCIIAlnum(r) || isIRIChar(r) || r < 0x80 && strings.ContainsRune("_&=#/-", r)
	},
}

func isPathLetter(r rune) bool {
	return isASCIIAlnum(r) || isLatinAccent(r) || 0x400 <= r && r <= 0x4FF
}

// isIRIChar reports ucschar and iprivate of RFC 3987: what a link may hold
// beyond ASCII. The end of each plane is for non-characters.
func isIRIChar(r rune) bool {
	return r >= 0xA0 && r&0xFFFF < 0xFFFE && !(0xFDD0 <= r && r <= 0xFDEF) && !(0xFFF0 <= r && r <= 0xFFFF)
}

// pathLen returns the bytes of the path at the start, or 0. Round brackets
// belong to it if they are in pairs, at most two deep, as in an encyclopaedia's
// Primer_(film).
func (g *pathGrammar) pathLen(s string) int {
	if !strings.HasPrefix(s, "/") {
		return 0
	}
	end := 1
	for i := 1; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '(':
			size = g.bracketLen(s[i:])
			if size == 0 {
				return end
			}
			end = i + size
		case !g.path(r):
			return end
		case g.pathEnd(r):
			end = i + size
		}
		i += size
	}
	return end
}

// bracketLen returns the bytes of a pair of brackets and what is in it, 0 if
// there is no pair or nothing in it.
func (g *pathGrammar) bracketLen(s string) int {
	n := 1 + g.run(s[1:])
	if !strings.HasPrefix(s[n:], "(") {
		return closed(s, n, n > 1)
	}
	inner := n + 1
	n = inner + g.run(s[inner:])
	if n = closed(s, n, n > inner); n == 0 {
		return 0
	}
	n += g.run(s[n:])
	return closed(s, n, true)
}

// closed returns n and the bracket that closes there, 0 if none does.
func closed(s string, n int, filled bool) int {
	if !filled || !strings.HasPrefix(s[n:], ")") {
		return 0
	}
	return n + 1
}

// run returns the bytes of path characters at the start.
func (g *pathGrammar) run(s string) int {
	for i, r := range s {
		if !g.path(r) {
			return i
		}
	}
	return len(s)
}

// queryLen returns the bytes of the query at the start, or 0.
func (g *pathGrammar) queryLen(s string) int {
	if !strings.HasPrefix(s, "?") {
		return 0
	}
	end := 0
	for i, r := range s[1:] {
		if !g.query(r) {
			break
		}
		if g.queryEnd(r) {
			end = 1 + i + utf8.RuneLen(r)
		}
	}
	return end
}
