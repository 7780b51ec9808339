package readability

import "strings"

// spanishSyllables follows the rules of the spelling: two strong vowels (a, e, o) are
// two syllables, a weak one (i, u) joins its neighbour unless it has an accent, and an h
// between them changes nothing. The u of que, gue and gui is not spoken.
func spanishSyllables(word []rune) int {
	n := 0
	last := rune(0) // the vowel that the next one may join
	for i, r := range word {
		switch {
		case !isSpanishVowel(r):
			if r == 'y' && !isSpanishVowel(at(word, i+1)) { // "muy", "y"
				if last == 0 {
					n++
				}
				last = 'i'
				continue
			}
			if r != 'h' || at(word, i-1) == 'c' {
				last = 0
			}
			continue
		case r == 'u' && (at(word, i-1) == 'q' || at(word, i-1) == 'g') && strings.ContainsRune("eiéí", at(word, i+1)) && at(word, i+1) != 0:
			continue
		case last == 0 || !joinsSpanish(last, r):
			n++
		}
		last = r
	}
	return max(n, 1)
}

// joinsSpanish reports whether two vowels side by side are one syllable.
func joinsSpanish(a, b rune) bool {
	const strong, accentedWeak = "aeoáéó", "íú"
	switch {
	case strings.ContainsRune(strong, a) && strings.ContainsRune(strong, b):
		return false
	case strings.ContainsRune(accentedWeak, a) && strings.ContainsRune(strong, b),
		strings.ContainsRune(strong, a) && strings.ContainsRune(accentedWeak, b):
		return false
	}
	return a != b // "chiita" has three
}

func isSpanishVowel(r rune) bool { return r > 0 && strings.ContainsRune("aeiouáéíóúü", r) }
