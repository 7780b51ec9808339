package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph applies the rules that count or look at signs within a paragraph.
func (l *language) paragraph(s *scratch) {
	for i := range l.others {
		rule := &l.others[i]
		switch rule.Measure {
		case SentenceWords:
			s.sentences(rule)
		case EmojiRun:
			s.emojiRuns(rule)
		case CapitalsShare:
			s.capitals(rule)
		case HashtagCase, HashtagSpace, DirectionMarks, FancyLetters, LatinMarks:
			s.oneSign(rule)
		case MixedDigits:
			s.mixedDigits(rule)
		case Stretched, Tatweel, PersianLetters:
			s.letters(rule)
		case PunctuationRun:
			s.punctuationRuns(rule)
		case SpaceBeforeMark:
			s.spaceBefore(rule)
		case Placeholder:
			s.placeholders(rule)
		}
	}
}

// draft applies the rules that look at a draft as a whole.
func (l *language) draft(s *scratch) {
	for i := range l.others {
		rule := &l.others[i]
		switch rule.Measure {
		case Exclamations:
			s.count(rule, exclamationSign, rule.Limit)
		case HashtagCount:
			s.count(rule, hashtagSign, rule.Limit)
		case EmojiShare:
			if words := len(s.tokens); words >= rule.Least {
				s.count(rule, emojiSign, max(1, rule.Limit*float64(words)))
			}
		case Initials:
			s.initials(rule)
		}
	}
}

// counted adds a finding that names how much there is and how much is enough.
func (s *scratch) counted(rule *Rule, at sign, n int, limit float64) {
	f := s.finding(rule, at)
	f.Args = map[string]any{"n": n, "limit": int(limit)}
	s.found = append(s.found, f)
}

// count finds the first sign of a kind that is one too many.
func (s *scratch) count(rule *Rule, kind signKind, limit float64) {
	n, at := 0, sign{}
	for _, sign := range s.signs {
		if sign.kind != kind {
			continue
		}
		if n++; float64(n) > limit && float64(n-1) <= limit {
			at = sign
		}
	}
	if float64(n) > limit {
		s.counted(rule, at, n, limit)
	}
}

// sentences finds sentences of more words than the limit.
func (s *scratch) sentences(rule *Rule) {
	first := 0 // token of the sentence
	for _, sign := range s.signs {
		if sign.kind != sentenceSign {
			continue
		}
		after := first
		for after < len(s.tokens) && s.tokens[after].at < sign.end {
			after++
		}
		// A sentence that goes on in the next line of a text with hard line
		// ends is not known from a list. A line ends it, as in every count here.
		if n := after - first; float64(n) > rule.Limit {
			from, to := s.tokens[first], s.tokens[after-1]
			s.counted(rule, span(from, to), n, rule.Limit)
		}
		first = after
	}
}

func span(from, to token) sign { return sign{at: from.at, end: to.end, from: from.from, to: to.to} }

// emojiRuns finds more emoji than the limit with nothing but blanks between.
func (s *scratch) emojiRuns(rule *Rule) {
	var run []sign
	flush := func() {
		if float64(len(run)) > rule.Limit {
			first, last := run[0], run[len(run)-1]
			s.counted(rule, sign{at: first.at, end: last.end, from: first.from, to: last.to}, len(run), rule.Limit)
		}
		run = run[:0]
	}
	for _, sign := range s.signs {
		if sign.kind != emojiSign {
			continue
		}
		if len(run) > 0 && !onlyBlanks(s.text[run[len(run)-1].end:sign.at]) {
			flush()
		}
		run = append(run, sign)
	}
	flush()
}

func onlyBlanks(text string) bool {
	for _, r := range text {
		if classOf(r) != blankClass {
			return false
		}
	}
	return true
}

// capitals finds lines that are mostly capitals. Short words in capitals are
// initials and do not count, neither do hashtags.
func (s *scratch) capitals(rule *Rule) {
	const initials = 4
	first := 0
	for _, end := range s.signs {
		if end.kind != lineSign && int(end.end) != len(s.text) {
			continue
		}
		letters, capitals, from, to := 0, 0, -1, -1
		for ; first < len(s.tokens) && s.tokens[first].at < end.end; first++ {
			t := s.tokens[first]
			if t.tag || t.arabic || t.letters == t.capitals && t.letters <= initials && capitals == 0 {
				continue
			}
			letters += int(t.letters)
			if t.letters > 1 && t.letters == t.capitals {
				capitals += int(t.capitals)
				if to = first; from < 0 {
					from = first
				}
			}
		}
		if from >= 0 && from < to && letters >= rule.Least && float64(capitals) > rule.Limit*float64(letters) {
			f := s.finding(rule, span(s.tokens[from], s.tokens[to]))
			f.Args = map[string]any{"n": 100 * capitals / letters, "limit": int(100 * rule.Limit)}
			s.found = append(s.found, f)
		}
	}
}

// initials finds words of two to six capitals that nothing in the draft
// explains: no brackets beside them, here or further up. Each is found once,
// where it stands first. Lines that are all capitals are not looked at.
func (s *scratch) initials(rule *Rule) {
	seen := map[string]bool{}
	for i, t := range s.tokens {
		n := int(t.letters)
		if t.tag || t.arabic || n < 2 || n > 6 || t.capitals != t.letters && !pluralInitials(t, s.text) {
			continue
		}
		word := strings.TrimSuffix(s.text[t.at:t.end], "s")
		word = strings.TrimRight(word, "'’")
		if seen[word] {
			continue
		}
		seen[word] = true
		if slices.Contains(rule.Unless, word) || s.explained(t) || s.shouted(i) {
			continue
		}
		s.found = append(s.found, s.finding(rule, span(t, t)))
	}
}

// pluralInitials reports whether the word is like "NGOs".
func pluralInitials(t token, text string) bool {
	return t.letters >= 3 && t.capitals == t.letters-1 && text[t.end-1] == 's'
}

// explained reports whether the word stands in brackets behind its explanation,
// or has one in brackets behind it.
func (s *scratch) explained(t token) bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[:t.at])
	if before == '(' {
		return true
	}
	rest := s.text[t.end:]
	for i, r := range rest {
		if r == '(' {
			next, _ := utf8.DecodeRuneInString(rest[i+1:])
			return unicode.IsLetter(next)
		}
		if classOf(r) != blankClass {
			return false
		}
	}
	return false
}

// shouted reports whether a word near this one is a long one in capitals too.
func (s *scratch) shouted(i int) bool {
	for _, j := range []int{i - 2, i - 1, i + 1, i + 2} {
		if j < 0 || j >= len(s.tokens) {
			continue
		}
		if t := s.tokens[j]; t.letters > 3 && t.capitals == t.letters && !t.tag {
			return true
		}
	}
	return false
}

// oneSign finds every sign of the kind that the rule is about.
func (s *scratch) oneSign(rule *Rule) {
	kind := map[Measure]signKind{
		HashtagCase: hashtagSign, HashtagSpace: looseHashtag, DirectionMarks: directionSign,
		FancyLetters: fancySign, LatinMarks: latinCommaSign,
	}[rule.Measure]
	for _, sign := range s.signs {
		if sign.kind != kind {
			continue
		}
		f := s.finding(rule, sign)
		switch rule.Measure {
		case HashtagCase:
			if !severalWordsInLowerCase(f.Passage) {
				continue
			}
		case HashtagSpace:
			if !s.meantAsHashtag(sign) {
				continue
			}
		case LatinMarks:
			f.Alternatives = []string{map[string]string{",": "،", ";": "؛", "?": "؟"}[f.Passage]}
		case FancyLetters:
			f.Alternatives = plainLetters(f.Passage)
		}
		s.found = append(s.found, f)
	}
}
