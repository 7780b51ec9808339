package spelling

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"athar/domain/check"
	"athar/domain/text/prose"
)

// RuleUnknown is the rule of a word that no dictionary has. Args: word.
const RuleUnknown = "spelling_unknown"

// Checker finds the words of a paragraph that are in no dictionary. A language without a
// dictionary has no findings: nothing is checked there.
//
// Links, hashtags, mentions and e-mail addresses are left alone, and so are numbers, words
// with digits, single letters, initials ("UNHCR"), names with a capital inside ("WhatsApp")
// and words in a script that the language does not use.
//
// An English word is right in the spelling of either side of the Atlantic, whichever the
// dictionary has.
//
// A Checker remembers what it looked up. It is safe for concurrent use and must not be
// copied.
type Checker struct {
	dictionaries map[string]*Dictionary
	personal     Personal
	most         int

	mu    sync.Mutex
	known map[seen]bool
}

type seen struct{ lang, word string }

// maxSeen bounds what a Checker remembers, in words.
const maxSeen = 8192

// NewChecker returns a Checker with a dictionary for each language that has one. Each
// finding has up to most suggestions, which take milliseconds to find; with 0 it has none,
// and Suggest gives them when a person asks.
func NewChecker(dictionaries map[string]*Dictionary, personal Personal, most int) *Checker {
	return &Checker{dictionaries: dictionaries, personal: personal, most: most, known: map[seen]bool{}}
}

// Check implements check.Checker.
func (c *Checker) Check(paragraph, lang string) []check.Finding {
	d := c.dictionaries[lang]
	if d == nil {
		return nil
	}
	var found []check.Finding
	for _, w := range prose.Words(paragraph, lang) {
		word := w.In(paragraph)
		if w.Digits || w.Initial || isLeftAlone(word, lang) {
			continue
		}
		if c.right(d, lang, word) {
			continue
		}
		found = append(found, check.Finding{
			Rule: RuleUnknown, Level: check.Suggestion, Kind: check.Spelling,
			Start: w.From, End: w.To, Passage: word,
			Alternatives: d.Suggest(bare(word), c.most),
			Args:         map[string]any{"word": word},
		})
	}
	return found
}

// Suggest returns what may have been meant by a word of a language.
func (c *Checker) Suggest(word, lang string, most int) []string {
	if d := c.dictionaries[lang]; d != nil {
		return d.Suggest(bare(word), most)
	}
	return nil
}

// right reports whether a word is known, from memory if it can.
func (c *Checker) right(d *Dictionary, lang, word string) bool {
	key := seen{lang, word}
	c.mu.Lock()
	known, ok := c.known[key]
	c.mu.Unlock()
	if ok {
		return known
	}
	plain := bare(word)
	known = plain == "" || d.Knows(plain) || c.personal.Knows(plain)
	if !known {
		if owner, ok := possessor(plain, lang); ok {
			known = d.Knows(owner) || c.personal.Knows(owner)
		}
	}
	if !known && lang == "en" {
		known = slices.ContainsFunc(otherSide(plain), d.Knows)
	}
	c.mu.Lock()
	if len(c.known) >= maxSeen {
		clear(c.known)
	}
	c.known[seen{lang, strings.Clone(word)}] = known
	c.mu.Unlock()
	return known
}

// bare returns a word without what is invisible in it and without an apostrophe at its
// ends, which belongs to a quotation.
func bare(word string) string {
	word = strings.Map(func(r rune) rune {
		switch r {
		case 0x00AD, 0x200C, 0x200D, 0xFE0E, 0xFE0F:
			return -1
		case '‐', '‑':
			return '-'
		case '’', 'ʼ':
			return '\''
		}
		return r
	}, word)
	return strings.Trim(word, "'-")
}

// possessor returns whom an English word with 's speaks of: dictionaries lack the form of
// names.
func possessor(word, lang string) (string, bool) {
	if lang != "en" {
		return "", false
	}
	if owner, ok := strings.CutSuffix(word, "'s"); ok {
		return owner, true
	}
	return strings.CutSuffix(word, "'")
}

// isLeftAlone reports whether a word is none that a dictionary could know.
func isLeftAlone(word, lang string) bool {
	letters, upper, foreign, camel, lower := 0, 0, false, false, false
	arabic := usesArabic(lang)
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) {
			upper++
			camel = camel || lower
		}
		lower = unicode.IsLower(r)
		foreign = foreign || unicode.Is(unicode.Arabic, r) != arabic
	}
	if letters < 2 || foreign || camel || len(word) > maxWord || !utf8.ValidString(word) {
		return true
	}
	return upper == letters && letters <= maxInitials
}

// maxInitials is how many capitals are taken as the initials of something.
const maxInitials = 6

// usesArabic reports whether a language is written in the Arabic script.
func usesArabic(lang string) bool {
	switch lang {
	case "ar", "fa", "ur", "ckb", "ps", "sd", "ug":
		return true
	}
	return false
}
