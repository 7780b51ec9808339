package readability

import (
	"unicode"
	"unicode/utf8"
)

// maxSpelt is how long a word may be, in bytes, for its letters to be looked at one by
// one. What is longer is no word of the three languages.
const maxSpelt = 64

// Syllables returns how many syllables a word has when it is read aloud in English,
// French or Spanish ("en", "fr", "es"), by rules and short lists of exceptions: at least
// one. It returns 0 for any other language. Of a word with digits each digit counts as a
// syllable, which is about what a number takes.
func Syllables(word, lang string) int {
	var parts func([]rune) int
	switch lang {
	case "en":
		parts = englishSyllables
	case "fr":
		parts = frenchSyllables
	case "es":
		parts = spanishSyllables
	default:
		return 0
	}
	if len(word) > maxSpelt {
		return max(1, utf8.RuneCountInString(word)/3)
	}
	n := 0
	var letters [maxSpelt]rune
	part := letters[:0]
	for _, r := range word {
		switch {
		case unicode.IsLetter(r), r == '\'' || r == '’':
			if r == '’' {
				r = '\''
			}
			part = append(part, unicode.ToLower(r))
			continue
		case unicode.IsDigit(r):
			n++
		}
		if len(part) > 0 { // a hyphen, or a mark that is no letter
			n += parts(part)
			part = part[:0]
		}
	}
	if len(part) > 0 {
		n += parts(part)
	}
	return max(n, 1)
}

// hasSuffix reports whether a word ends with s, which is ASCII or short.
func hasSuffix(word []rune, s string) bool {
	n := utf8.RuneCountInString(s)
	if len(word) < n {
		return false
	}
	i := len(word) - n
	for _, r := range s {
		if word[i] != r {
			return false
		}
		i++
	}
	return true
}

// hasAny reports whether a word ends with one of the suffixes.
func hasAny(word []rune, suffixes ...string) bool {
	for _, s := range suffixes {
		if hasSuffix(word, s) {
			return true
		}
	}
	return false
}

// at returns the letter at a place, 0 outside the word.
func at(word []rune, i int) rune {
	if i < 0 || i >= len(word) {
		return 0
	}
	return word[i]
}
