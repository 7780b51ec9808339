package spelling

import (
	"slices"
	"strings"

	"athar/domain/text"
)

// MaxPersonal is how many words a personal dictionary may hold.
const MaxPersonal = 20_000

// Personal is the words that a person has called right: names, places, words of a dialect.
// It is a value: Add and Remove return another one, so that a check that is under way
// keeps what it began with. The zero Personal is empty.
type Personal struct {
	words []string        // as they were written, sorted
	known map[string]bool // as they are compared
}

// NewPersonal returns a personal dictionary of the words. Empty ones, those that stand
// there twice and those beyond MaxPersonal are left out.
func NewPersonal(words ...string) Personal {
	p := Personal{known: map[string]bool{}}
	for _, w := range words {
		w = personalWord(w)
		if key := personalKey(w); w != "" && !p.known[key] && len(p.words) < MaxPersonal {
			p.known[key] = true
			p.words = append(p.words, w)
		}
	}
	slices.Sort(p.words)
	return p
}

// Add returns the dictionary with a word more. In any other case of its letters the word
// is known too, and with or without tashkeel.
func (p Personal) Add(word string) Personal { return NewPersonal(append(p.Words(), word)...) }

// Remove returns the dictionary without a word.
func (p Personal) Remove(word string) Personal {
	key := personalKey(personalWord(word))
	return NewPersonal(slices.DeleteFunc(p.Words(), func(w string) bool { return personalKey(w) == key })...)
}

// Knows reports whether the word was added.
func (p Personal) Knows(word string) bool {
	return len(p.known) > 0 && p.known[personalKey(personalWord(word))]
}

// Words returns the words, sorted.
func (p Personal) Words() []string { return slices.Clone(p.words) }

// personalWord returns a word as it is kept: in the one form in which text is stored,
// without what cannot be a part of it.
func personalWord(word string) string {
	word = text.Canonical(strings.TrimSpace(word))
	if len(word) > maxWord || strings.ContainsAny(word, " \t\n") {
		return ""
	}
	return strings.ReplaceAll(word, "’", "'")
}

// personalKey returns a word as it is compared: without marks of vowels and tatweel, in
// small letters. Letters stay what they are: a hamza left out is a mistake.
func personalKey(word string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == 'ـ' || r >= 0x064B && r <= 0x0652 || r == 0x0670 {
			return -1
		}
		return r
	}, word))
}
