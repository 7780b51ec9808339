package wording

import (
	"errors"
	"fmt"
	"strings"

	"athar/domain/text"
)

// Bounds of a phrase, so that a slip in a file cannot fill the memory.
const (
	maxSlots = 10
	maxForms = 4000
)

// anyWord stands for any one word in an expanded phrase.
const anyWord = "*"

// expanded is a phrase as plain sequences of folded words.
type expanded struct {
	first bool // only at the beginning of a sentence
	words [][]string
}

// expand writes out a phrase of a rule. The words of a phrase stand in the
// draft one after the other, whole, in any case and with or without tashkeel;
// between two of them may be a blank, the end of a line, a hyphen or an
// underscore. In a phrase
//
//	a/b   is one of these words
//	(a)   is a word that may be missing
//	a~    is the word with its endings: -s, -ed, -ing; in Arabic the pronouns
//	*     is any one word
//	^     in front of all: only at the beginning of a sentence
func expand(phrase, lang string) (expanded, error) {
	rest, first := strings.CutPrefix(strings.TrimSpace(phrase), "^")
	slots := strings.Fields(strings.ReplaceAll(rest, "-", " "))
	if len(slots) == 0 || len(slots) > maxSlots {
		return expanded{}, fmt.Errorf("a phrase has 1 to %d words", maxSlots)
	}
	all := [][]string{nil}
	for _, slot := range slots {
		words, err := slotForms(slot, lang)
		if err != nil {
			return expanded{}, err
		}
		if len(all)*len(words) > maxForms {
			return expanded{}, fmt.Errorf("a phrase has at most %d forms", maxForms)
		}
		var longer [][]string
		for _, before := range all {
			for _, word := range words {
				if word == "" {
					longer = append(longer, before)
					continue
				}
				longer = append(longer, append(before[:len(before):len(before)], word))
			}
		}
		all = longer
	}
	for _, words := range all {
		if len(words) == 0 || words[0] == anyWord || words[len(words)-1] == anyWord {
			return expanded{}, errors.New("a phrase begins and ends with a word that is always there")
		}
	}
	return expanded{first, all}, nil
}

// slotForms returns the words that can stand at one place of a phrase, folded;
// "" among them if there may be none.
func slotForms(slot, lang string) ([]string, error) {
	var out []string
	if inner, ok := strings.CutPrefix(slot, "("); ok {
		if inner, ok = strings.CutSuffix(inner, ")"); !ok {
			return nil, errors.New("a bracket is not closed")
		}
		slot, out = inner, append(out, "")
	}
	for word := range strings.SplitSeq(slot, "/") {
		if word == anyWord {
			out = append(out, anyWord)
			continue
		}
		stem, ends := strings.CutSuffix(word, "~")
		folded := text.Fold(strings.ReplaceAll(stem, "’", "'"))
		if folded == "" || strings.ContainsAny(folded, "()~^* /") {
			return nil, fmt.Errorf("%q is no word", word)
		}
		switch {
		case !ends:
			out = append(out, folded)
		case lang == "ar":
			out = append(out, arabicEndings(folded)...)
		default:
			out = append(out, englishEndings(folded)...)
		}
	}
	return out, nil
}
