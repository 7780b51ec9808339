package wording

import (
	"bytes"
	"strings"
)

// repeats is a rule of the kind Repetition.
type repeats struct {
	Rule
	only map[string]bool // the folded words it looks for; any if there are none
	may  map[string]bool // those that may stand twice
}

func newRepeats(rule Rule) (repeats, error) {
	only, err := wordSet(rule.Find, rule.Lang)
	if err != nil {
		return repeats{}, err
	}
	may, err := wordSet(rule.Unless, rule.Lang)
	return repeats{rule, only, may}, err
}

func wordSet(phrases []string, lang string) (map[string]bool, error) {
	set := map[string]bool{}
	for _, phrase := range phrases {
		e, err := expand(phrase, lang)
		if err != nil {
			return nil, err
		}
		for _, words := range e.words {
			set[words[0]] = true
		}
	}
	return set, nil
}

// find looks for a word written twice or more with only white space between,
// also where a line ends.
func (l *repeats) find(s *scratch) {
	for i := 1; i < len(s.tokens); i++ {
		first, last := i-1, i
		for last < len(s.tokens) && s.again(first, last) {
			last++
		}
		if last == i {
			continue
		}
		i = last
		word := s.foldedWord(&s.tokens[first])
		if l.may[string(word)] || len(l.only) > 0 && !l.only[string(word)] {
			continue
		}
		a, b := &s.tokens[first], &s.tokens[last-1]
		f := s.finding(&l.Rule, span(*a, *b))
		f.Alternatives = []string{strings.Clone(s.text[a.at:a.end])}
		s.found = append(s.found, f)
	}
}

// again reports whether the word i is the same as the one at first, with
// nothing between it and the word before it.
func (s *scratch) again(first, i int) bool {
	a, b := &s.tokens[first], &s.tokens[i]
	if b.gap != blankGap && b.gap != lineGap || b.number || b.tag || a.tag {
		return false
	}
	word := s.foldedWord(b)
	return len(word) > 0 && bytes.Equal(word, s.foldedWord(a))
}
