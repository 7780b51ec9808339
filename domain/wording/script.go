package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longHashtag is from how many letters on a hashtag without capitals is taken to
// be several words. Shorter ones are often one ("#education").
const longHashtag = 14

// severalWordsInLowerCase reports whether a Latin hashtag runs several words
// together that nothing sets apart: a screen reader reads them as one.
func severalWordsInLowerCase(tag string) bool {
	letters := 0
	for _, r := range tag {
		switch {
		case r == '_' || unicode.IsUpper(r) && letters > 0 || r >= utf8.RuneSelf:
			return false
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters >= longHashtag
}

// plainLetters writes out letters made of mathematical signs.
func plainLetters(passage string) []string {
	plain := norm.NFKC.String(passage)
	if plain == passage {
		return nil
	}
	return []string{plain}
}

// longPlaceholder is how many bytes there may be between the brackets of a
// placeholder: a longer passage is a remark of somebody's.
const longPlaceholder = 160

// placeholders finds what stands in square brackets to be filled in. Words in them
// that explain ("[sic]"), and numbers ("[3]"), are no such thing.
func (s *scratch) placeholders(rule *Rule) {
	for at, counted, runes := 0, 0, 0; ; {
		open := strings.IndexByte(s.text[at:], '[')
		if open < 0 {
			return
		}
		open += at
		at = open + 1
		length := strings.IndexAny(s.text[at:min(len(s.text), at+longPlaceholder)], "[]\n")
		if length < 0 || s.text[at+length] != ']' {
			continue
		}
		inside := s.text[at : at+length]
		at += length + 1
		isLink := strings.HasPrefix(s.text[at:], "(") // [words](link)
		if isLink || isReference(inside) || inside == "sic" || inside == "كذا" || !strings.ContainsFunc(inside, unicode.IsLetter) {
			continue
		}
		from := runes + utf8.RuneCountInString(s.text[counted:open])
		counted, runes = at, from+utf8.RuneCountInString(s.text[open:at])
		s.found = append(s.found, s.finding(rule, sign{at: int32(open), end: int32(at), from: int32(from), to: int32(runes)}))
	}
}

// isReference reports whether brackets hold where something is from, such as the verse
// of a holy text, or a hashtag.
func isReference(inside string) bool {
	return strings.ContainsAny(inside, ":#@_/") || strings.HasPrefix(inside, "رواه") || strings.HasPrefix(inside, "متفق")
}

// meantAsHashtag reports whether a # with a blank behind it was to be a hashtag: its
// words are joined, or the line ends behind them. Before a sentence it is a bullet.
func (s *scratch) meantAsHashtag(at sign) bool {
	const label = 3 // words of a hashtag at most
	line, _, _ := strings.Cut(s.text[at.end:], "\n")
	words := strings.Fields(line)
	if len(words) == 0 {
		return false
	}
	return strings.Contains(words[0], "_") || len(words) <= label && !strings.HasSuffix(line, ".")
}

// mixedDigits finds the first number in the digits that are fewer in a
// paragraph with both kinds.
func (s *scratch) mixedDigits(rule *Rule) {
	var count [2]int
	var first [2]token
	for _, t := range s.tokens {
		if !t.number {
			continue
		}
		kind := 0
		if t.arabic {
			kind = 1
		}
		if count[kind]++; count[kind] == 1 {
			first[kind] = t
		}
	}
	if count[0] == 0 || count[1] == 0 {
		return
	}
	fewer := first[0]
	if count[1] < count[0] || count[1] == count[0] && first[1].at > first[0].at {
		fewer = first[1]
	}
	f := s.finding(rule, span(fewer, fewer))
	f.Alternatives = []string{otherDigits(f.Passage)}
	s.found = append(s.found, f)
}

func otherDigits(number string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + '٠'
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case r == '٫':
			return '.'
		case r == '٬':
			return ','
		case r == '.':
			return '٫'
		case r == ',':
			return '٬'
		}
		return r
	}, number)
}

// letters finds words with letters that do not belong there.
func (s *scratch) letters(rule *Rule) {
	for _, t := range s.tokens {
		candidate := t.run && !t.tag
		if rule.Measure == PersianLetters {
			candidate = t.persian
		}
		if t.number || !candidate {
			continue
		}
		word := s.text[t.at:t.end]
		var plain string
		switch rule.Measure {
		case Stretched:
			plain = unstretched(word)
		case Tatweel:
			plain = undrawn(word)
		default:
			plain = persianLetters.Replace(word)
		}
		if plain == word {
			continue
		}
		f := s.finding(rule, span(t, t))
		f.Alternatives = []string{plain}
		s.found = append(s.found, f)
	}
}

// undrawn returns the word without tatweel, or the word itself where tatweel is
// customary: at the end ("1445هـ"), and behind letters that are attached to a
// number or a foreign word ("الـ30").
func undrawn(word string) string {
	const tatweel = "ـ"
	at := strings.Index(word, tatweel)
	if at < 0 || strings.HasSuffix(word, tatweel) {
		return word
	}
	if next, _ := utf8.DecodeRuneInString(word[at+len(tatweel):]); !isArabic(next) || !unicode.IsLetter(next) && !unicode.IsMark(next) && next != 'ـ' {
		return word
	}
	switch word[:at] {
	case "و", "ف", "ب", "ك", "ل", "ال", "لل", "بال", "وال":
		if !strings.Contains(word, tatweel+tatweel) {
			return word
		}
	}
	return strings.ReplaceAll(word, tatweel, "")
}

// persianLetters is constant.
var persianLetters = strings.NewReplacer("ی", "ي", "ک", "ك")

// unstretched returns the word with every run of three or more of one letter
// taken down to one, or the word itself. Numbers in letters (XXX), a double
// letter, and laughter are left alone.
func unstretched(word string) string {
	var last rune
	run, long := 0, false
	for _, r := range word {
		if r == last {
			run++
			long = long || run >= 3 && r != 'ـ' && unicode.IsLetter(r)
		} else {
			last, run = r, 1
		}
	}
	if !long || len([]rune(word)) == run || strings.HasPrefix(strings.ToLower(word), "www") {
		return word
	}
	if upper := strings.ToUpper(word); upper == word && strings.Trim(word, "IVXLCDM") == "" {
		return word
	}
	var b strings.Builder
	runes := []rune(word)
	for i := 0; i < len(runes); {
		end := i
		for end < len(runes) && runes[end] == runes[i] {
			end++
		}
		keep := end - i
		if keep >= 3 {
			keep = 1
		}
		b.WriteString(string(runes[i : i+keep]))
		i = end
	}
	return b.String()
}

// punctuationRuns finds two or more question marks and three or more marks of
// any kind. One of each ("?!") is customary.
func (s *scratch) punctuationRuns(rule *Rule) {
	at, marks, questions := sign{}, 0, 0
	flush := func() {
		if questions > 1 || marks > 2 {
			f := s.finding(rule, at)
			f.Alternatives = []string{"!"}
			if questions > 0 {
				f.Alternatives[0] = "?"
				if strings.Contains(f.Passage, "؟") {
					f.Alternatives[0] = "؟"
				}
			}
			s.found = append(s.found, f)
		}
		marks, questions = 0, 0
	}
	for _, sign := range s.signs {
		if sign.kind != exclamationSign && sign.kind != questionSign || strings.HasPrefix(s.text[sign.at:], "…") {
			continue
		}
		if marks > 0 && at.end != sign.at {
			flush()
		}
		if marks == 0 {
			at = sign
		}
		marks++
		at.end, at.to = sign.end, sign.to
		if sign.kind == questionSign {
			questions++
		}
	}
	flush()
}

// spaceBefore finds blanks between a word and the mark that belongs to it.
func (s *scratch) spaceBefore(rule *Rule) {
	for _, sign := range s.signs {
		switch sign.kind {
		case otherMarkSign, exclamationSign, questionSign, latinCommaSign:
		default:
			continue
		}
		mark := s.text[sign.at:sign.end]
		if !strings.Contains("،؛؟?!,.:;", mark) || sign.at < 2 || s.text[sign.at-1] != ' ' {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(s.text[sign.end:]); int(sign.end) < len(s.text) && !unicode.IsSpace(next) {
			continue // ".org", ":)", "..."
		}
		before, _ := utf8.DecodeLastRuneInString(s.text[:sign.at-1])
		if !unicode.IsLetter(before) && !unicode.IsMark(before) && !unicode.IsDigit(before) {
			continue
		}
		sign.at--
		sign.from--
		f := s.finding(rule, sign)
		f.Alternatives = []string{mark}
		s.found = append(s.found, f)
	}
}
