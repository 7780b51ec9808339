package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is tried for one word at most. An Arabic word of eight letters has about 700 forms
// that are one letter away.
const (
	maxTries     = 4000
	maxSuggested = 40 // letters of a word
)

// Suggest returns up to most words that may have been meant, the likeliest first: what the
// dictionary says is often mistaken, then what is one letter away, then two words. Where
// nothing is found so near, words two letters away that begin alike. It takes
// milliseconds, so it is for a word that a person asks about.
func (d *Dictionary) Suggest(word string, most int) []string {
	if most <= 0 || !utf8.ValidString(word) || utf8.RuneCountInString(word) > maxSuggested {
		return nil
	}
	plain := d.without(convert(word, d.in))
	kind := caseOf(plain)
	s := suggester{d: d, word: word, kind: kind, most: most, tried: map[string]bool{}, left: suggestWork}
	forms := []string{plain}
	if kind == firstOnly || kind == allCapitals {
		forms = append(forms, strings.ToLower(plain))
	}
	s.try(strings.ToLower(plain))
	s.try(title(plain))
	s.try(strings.ToUpper(plain))
	for _, form := range forms {
		s.tables(form)
	}
	for _, form := range forms {
		s.letters([]rune(form))
	}
	for _, form := range forms {
		s.two(form)
	}
	if len(s.found) == 0 {
		s.far(strings.ToLower(plain))
	}
	return s.found
}

// suggester collects suggestions for one word.
type suggester struct {
	d     *Dictionary
	word  string
	kind  capitals
	most  int
	tried map[string]bool
	found []string
	left  int // work
}

// full reports whether there is enough.
func (s *suggester) full() bool {
	return len(s.found) >= s.most || len(s.tried) >= maxTries || s.left < 0
}

// try takes a form as a suggestion if it is known.
func (s *suggester) try(form string) {
	if s.full() || form == "" || s.tried[form] {
		return
	}
	s.tried[form] = true
	for part := range strings.SplitSeq(form, " ") {
		if part == "" || !s.d.knows(part, s.d.noSuggest, &s.left) {
			return
		}
	}
	form = convert(form, s.d.out)
	switch s.kind {
	case firstOnly:
		form = title(form)
	case allCapitals:
		form = strings.ToUpper(form)
	}
	if form != s.word && !slices.Contains(s.found, form) {
		s.found = append(s.found, form)
	}
}

// tables tries what the dictionary knows to be mistaken: REP, then MAP.
func (s *suggester) tables(word string) {
	for _, pair := range s.d.replace {
		from, start := strings.CutPrefix(pair.from, "^")
		from, end := strings.CutSuffix(from, "$")
		if from == "" {
			continue
		}
		for at := 0; ; {
			i := strings.Index(word[at:], from)
			if i < 0 || s.full() {
				break
			}
			i += at
			if (!start || i == 0) && (!end || i+len(from) == len(word)) {
				s.try(word[:i] + pair.to + word[i+len(from):])
			}
			at = i + len(from)
		}
	}
	for _, alike := range s.d.alike {
		for _, from := range alike {
			for i := strings.Index(word, from); i >= 0 && from != "" && !s.full(); {
				for _, to := range alike {
					if to != from {
						s.try(word[:i] + to + word[i+len(from):])
					}
				}
				next := strings.Index(word[i+len(from):], from)
				if next < 0 {
					break
				}
				i += len(from) + next
			}
		}
	}
}

// letters tries the forms that are one letter away, in the order of how people slip: two
// letters changed places, one twice, one missing, one too many, a neighbour on the
// keyboard, one wrong.
func (s *suggester) letters(word []rune) {
	for i := 0; i+1 < len(word); i++ {
		form := slices.Clone(word)
		form[i], form[i+1] = form[i+1], form[i]
		s.try(string(form))
	}
	for i := 0; i+1 < len(word); i++ {
		if word[i] == word[i+1] {
			s.splice(word, i, i+1)
		}
	}
	for _, r := range s.d.try {
		for i := 0; i <= len(word); i++ {
			s.splice(word, i, i, r)
		}
	}
	for i := range word {
		s.splice(word, i, i+1)
	}
	keys := []rune(s.d.keys)
	for i, r := range word {
		for at, key := range keys {
			if key != r {
				continue
			}
			for _, near := range [2]int{at - 1, at + 1} {
				if near >= 0 && near < len(keys) && unicode.IsLetter(keys[near]) && keys[near] < firstLigature {
					s.splice(word, i, i+1, keys[near])
				}
			}
		}
	}
	for _, r := range s.d.try {
		for i := range word {
			s.splice(word, i, i+1, r)
		}
	}
}

// firstLigature is where the presentation forms of Arabic begin. Keyboards have some.
const firstLigature = 0xFB50

// splice tries the word with other letters in place of those from i up to j.
func (s *suggester) splice(word []rune, i, j int, letters ...rune) {
	if s.full() {
		return
	}
	form := make([]rune, 0, len(word)+1)
	s.try(string(append(append(append(form, word[:i]...), letters...), word[j:]...)))
}

// two tries a blank between every two letters.
func (s *suggester) two(word string) {
	for i := range word {
		if i > 0 {
			s.try(word[:i] + " " + word[i:])
		}
	}
}

// far tries the words of the dictionary that begin with the same letter and are two
// letters away at most, the nearest first.
func (s *suggester) far(word string) {
	letters := []rune(word)
	if len(letters) < 4 {
		return
	}
	first := string(letters[0])
	var near [3][]string
	d := s.d
	for _, e := range d.words.entries {
		if int(e.len) < len(word)-2*utf8.UTFMax || int(e.len) > len(word)+2*utf8.UTFMax || string(d.words.text[e.at:min(int(e.at)+len(first), len(d.words.text))]) != first {
			continue
		}
		if n := distance(letters, string(d.words.bytes(e))); n < len(near) && len(near[n]) < maxTries/4 {
			near[n] = append(near[n], string(d.words.bytes(e)))
		}
	}
	for _, words := range near {
		for _, one := range words {
			s.try(one)
		}
	}
}

// distance returns how many letters must be put in, left out or changed to make b of a, 3
// for more than two.
func distance(a []rune, b string) int {
	const far = 3
	n := utf8.RuneCountInString(b)
	if n > len(a)+2 || n < len(a)-2 {
		return far
	}
	var rows [2][maxSuggested + 4]int
	row, next := rows[0][:len(a)+1], rows[1][:len(a)+1]
	for i := range row {
		row[i] = i
	}
	j := 0
	for _, r := range b {
		j++
		next[0] = j
		best := j
		for i := range a {
			cost := row[i]
			if a[i] != r {
				cost++
			}
			next[i+1] = min(cost, row[i+1]+1, next[i]+1)
			best = min(best, next[i+1])
		}
		if best >= far {
			return far
		}
		row, next = next, row
	}
	return min(row[len(a)], far)
}
