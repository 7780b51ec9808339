package wording

import (
	"cmp"
	"slices"
)

// choose leaves those matches in the scratch that a person is to hear of, in
// the order of the text. A match goes if an exception of its rule meets it, if
// a longer one of the same class covers it, or if the same words match another
// form of the same rule that had fewer letters taken off.
func (l *language) choose(s *scratch) {
	matches := s.matches
	slices.SortFunc(matches, func(a, b match) int {
		return cmp.Or(
			cmp.Compare(a.from, b.from),
			cmp.Compare(b.to, a.to),
			cmp.Compare(a.rule, b.rule),
			cmp.Compare(a.cut.size(), b.cut.size()),
			cmp.Compare(a.replacement, b.replacement),
		)
	})
	kept := s.chosen[:0]
	for i, m := range matches {
		if !m.unless && !l.excepted(matches, i) && !l.covered(kept, m) {
			kept = append(kept, m)
		}
	}
	s.chosen = kept
}

func (c cut) size() int {
	if c.article {
		return int(c.letters) + 2
	}
	return int(c.letters)
}

// excepted reports whether an exception of the rule shares a word with the
// match at i. Phrases are short, so what begins far away is not looked at.
func (l *language) excepted(matches []match, i int) bool {
	m := matches[i]
	meets := func(o match) bool {
		return o.unless && o.rule == m.rule && o.from < m.to && o.to > m.from
	}
	for j := i; j >= 0 && matches[j].from > m.from-maxSlots; j-- {
		if meets(matches[j]) {
			return true
		}
	}
	for j := i; j < len(matches) && matches[j].from < m.to; j++ {
		if meets(matches[j]) {
			return true
		}
	}
	return false
}

func (l *language) covered(kept []match, m match) bool {
	for j := len(kept) - 1; j >= 0 && kept[j].from > m.from-maxSlots; j-- {
		if k := kept[j]; k.to >= m.to && l.rules[k.rule].Class == l.rules[m.rule].Class {
			return true
		}
	}
	return false
}
