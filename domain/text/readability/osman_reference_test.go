package readability

import (
	"strings"
	"unicode/utf8"
)

// osmanReference returns the score and the figures as the authors' program of 2020 gives
// them for a whole text: words between blanks after digits and the punctuation of ASCII
// are gone, sentences that end at a line break or a full stop only. A Report uses the
// words and sentences of posts instead.
func osmanReference(text string) (score float64, figures Counts) {
	var c Counts
	c.Sentences = referenceSentences(text)
	for _, word := range strings.Fields(strings.Map(referenceRune, text)) {
		c.Words++
		c.Osman.word(word)
	}
	c.Osman.count(text)
	c.Syllables = c.Osman.Syllables()
	return OSMAN.Value(c), c
}

// referenceRune drops digits and the punctuation of ASCII.
func referenceRune(r rune) rune {
	switch {
	case r >= '0' && r <= '9', r >= '٠' && r <= '٩':
		return -1
	case r > ' ' && r < utf8.RuneSelf && !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'):
		return -1
	}
	return r
}

// referenceSentences counts the stretches between line breaks and full stops that do not
// stand between digits.
func referenceSentences(text string) int {
	n, open := 0, false
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r == '\n', r == '.' && !(i > 0 && i+1 < len(runes) && isDigit(runes[i-1]) && isDigit(runes[i+1])):
			if open {
				n++
			}
			open = false
		case r != ' ':
			open = true
		}
	}
	if open {
		n++
	}
	return max(n, 1)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '٠' && r <= '٩' }
