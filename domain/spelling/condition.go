package spelling

import (
	"strings"
	"unicode/utf8"
)

// condition says which words an affix may be put to: a class for each of the letters at
// the side of the affix. nil allows all.
type condition []class

// class is a set of letters.
type class struct {
	letters string
	not     bool // every letter but these; with none, any letter
}

func (c class) holds(r rune) bool { return strings.ContainsRune(c.letters, r) != c.not }

// parseCondition reads what stands in the fifth column of an affix: letters, dots, and
// classes in brackets.
func parseCondition(s string) condition {
	if s == "." || s == "" {
		return nil
	}
	var c condition
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch r {
		case '.':
			c = append(c, class{"", true})
		case '[':
			end := strings.IndexByte(s, ']')
			if end < 0 {
				end = len(s)
			}
			letters, not := strings.CutPrefix(s[1:end], "^")
			c = append(c, class{letters, not})
			size = min(end+1, len(s))
		default:
			c = append(c, class{s[:size], false})
		}
		s = s[size:]
	}
	return c
}

// atEnd reports whether the word ends as the condition says.
func (c condition) atEnd(word []byte) bool {
	for i := len(c) - 1; i >= 0; i-- {
		r, size := utf8.DecodeLastRune(word)
		if size == 0 || !c[i].holds(r) {
			return false
		}
		word = word[:len(word)-size]
	}
	return true
}

// atStart reports whether the word begins as the condition says.
func (c condition) atStart(word []byte) bool {
	for _, one := range c {
		r, size := utf8.DecodeRune(word)
		if size == 0 || !one.holds(r) {
			return false
		}
		word = word[size:]
	}
	return true
}
