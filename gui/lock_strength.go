package gui

import (
	"strings"
	"unicode/utf8"
)

// strength is how hard a passphrase seems to guess, by its form alone. Nobody can
// tell by looking at a passphrase whether it is in a book, or on a note under the
// keyboard.
type strength int

const (
	strengthFair strength = iota // keeps out who tries by hand
	strengthGood                 // keeps out who tries with many computers
)

// What makes a passphrase good: about as many words, or as many characters, as
// give 50 bits when they are chosen without thinking of a rule.
const (
	goodWords      = 4
	goodCharacters = 16
)

// strengthOf judges a passphrase that is no weak one.
func strengthOf(pass []byte) strength {
	if differentWords(pass) >= goodWords || surprising(pass) >= goodCharacters {
		return strengthGood
	}
	return strengthFair
}

// differentWords counts the words of three letters or more.
func differentWords(pass []byte) int {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(string(pass)) {
		if utf8.RuneCountInString(w) >= 3 {
			words[strings.ToLower(w)] = true
		}
	}
	return len(words)
}

// surprising counts the characters that do not just go on from the one before, as
// in aaaa, 1234 or dcba.
func surprising(pass []byte) (n int) {
	before, step := rune(-1), rune(0)
	for _, r := range string(pass) {
		d := r - before
		if before < 0 || d != 0 && (d != step || d > 1 || d < -1) {
			n++
		}
		before, step = r, d
	}
	return n
}
