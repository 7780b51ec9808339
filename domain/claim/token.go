package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"athar/domain/text"
)

// sort is what a token is.
type sort int

const (
	word     sort = iota
	number        // digits with what belongs to them
	compound      // a date, a time, a telephone number: digits that count nothing
	skipped       // a link, a hashtag, a mention
	lineEnd
	other // one sign
)

// token is a piece of a paragraph, as a range of runes.
type token struct {
	sort       sort
	start, end int
	text       string // as written
	folded     string // for comparing, of words; digits are ASCII
}

// tokensOf cuts a paragraph up; blanks are left out.
func tokensOf(s string) []token {
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // a damaged byte counts as one rune
	}
	var all []token
	runes := 0
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r != '\n' && unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			s, runes = s[size:], runes+1
			continue
		}
		t := token{start: runes}
		t.sort, t.text = cut(s, r, size)
		n := utf8.RuneCountInString(t.text)
		t.end = runes + n
		if t.sort == word || t.sort == number {
			t.folded = text.Fold(t.text)
		}
		all = append(all, t)
		s, runes = s[len(t.text):], t.end
	}
	return all
}

// cut returns the first token of s, whose first rune is r.
func cut(s string, r rune, size int) (sort, string) {
	switch {
	case r == '\n':
		return lineEnd, s[:size]
	case r == '#' || r == '@' || strings.HasPrefix(s, "http") && strings.Contains(s[:min(len(s), 9)], "://") || strings.HasPrefix(s, "www."):
		if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
			return skipped, s[:end]
		}
		return skipped, s
	case unicode.Is(unicode.Nd, r) || r == '+':
		return cutNumber(s)
	case unicode.IsLetter(r):
		return word, s[:wordEnd(s)]
	}
	return other, s[:size]
}

func wordEnd(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' && r != '\u200c' && r != 'ـ' {
			return i
		}
	}
	return len(s)
}

// cutNumber takes digits with the signs between them. Slashes, colons, dashes and
// letters make it something that counts nothing; a dash between two amounts does not.
func cutNumber(s string) (sort, string) {
	kind, end, dashes := number, 0, 0
	for i, r := range s {
		digit := unicode.Is(unicode.Nd, r)
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch {
		case digit:
		case r == '+' && i == 0 && unicode.Is(unicode.Nd, next):
			kind = compound
		case strings.ContainsRune(".,٫٬'’", r) && unicode.Is(unicode.Nd, next) && i > 0:
		case strings.ContainsRune("-–", r) && unicode.Is(unicode.Nd, next) && i > 0:
			dashes++
		case strings.ContainsRune("/:", r) && unicode.Is(unicode.Nd, next) && i > 0:
			kind = compound
		case i > 0 && (unicode.IsLetter(r) && r < 0x250 || r == '_'):
			return compound, s[:i+wordEnd(s[i:])+strings.Count(s[i:i+1], "_")]
		default:
			if end == 0 {
				return other, s[:utf8.RuneLen(r)]
			}
			return numberKind(kind, s[:end], dashes), s[:end]
		}
		end = i + utf8.RuneLen(r)
	}
	return numberKind(kind, s[:end], dashes), s[:end]
}

// numberKind looks at a number as a whole: two years, a telephone number or the number
// of something are no amounts.
func numberKind(kind sort, s string, dashes int) sort {
	digits := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Nd, r) {
			return r
		}
		return -1
	}, s)
	count := utf8.RuneCountInString(digits)
	folded := text.Fold(digits)
	switch {
	case dashes > 1, dashes == 1 && (count > 7 || isYear(folded[:min(4, len(folded))])):
		return compound
	case len(digits) == len(s) && count > 6: // no separators: an account, an id
		return compound
	case count > 1 && folded[0] == '0' && !strings.ContainsAny(s, ".,٫"):
		return compound
	}
	return kind
}

// isYear reports whether the digits are a year that people write about.
func isYear(digits string) bool {
	return len(digits) == 4 && digits >= "1900" && digits <= "2099"
}
