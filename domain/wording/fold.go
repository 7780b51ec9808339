package wording

import (
	"unicode/utf8"

	"athar/domain/text"
)

// longestWord is how long a word of a rule can be, in folded bytes. Longer
// words of a draft are in no rule.
const longestWord = 64

// foldWord appends to dst the form of a word that text.Fold gives it, and
// reports whether the word is short enough to be one of a rule. The letters of
// English and Arabic are folded here, because this is done for every word of a
// draft; the rare others there.
func foldWord(dst []byte, word string) ([]byte, bool) {
	start := len(dst)
	for i := 0; i < len(word); {
		b := word[i]
		if b < utf8.RuneSelf {
			if b >= 'A' && b <= 'Z' {
				b |= 0x20
			}
			dst = append(dst, b)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		switch {
		case r == '’' || r == 'ʼ':
			dst = append(dst, '\'')
		case r >= 0x0621 && r <= 0x064A && plainArabic[r-0x0621] != 0:
			dst = utf8.AppendRune(dst, plainArabic[r-0x0621])
		case r == 'ـ' || r >= 0x064B && r <= 0x0652 || r == 0x0670: // tatweel, tashkeel
		default:
			folded := text.Fold(word)
			return append(dst[:start], folded...), len(folded) <= longestWord
		}
		if len(dst)-start > longestWord {
			return dst, false
		}
	}
	return dst, len(dst)-start <= longestWord
}

// plainArabic folds the letters from U+0621 to U+064A; 0 where text.Fold has to
// say.
var plainArabic = func() (table [0x064A - 0x0621 + 1]rune) {
	for r := rune(0x0621); r <= 0x064A; r++ {
		folded := []rune(text.Fold(string(r)))
		if len(folded) == 1 {
			table[r-0x0621] = folded[0]
		}
	}
	return table
}()

// fold folds all words of the scratch.
func (s *scratch) fold() {
	s.folded = s.folded[:0]
	for i := range s.tokens {
		t := &s.tokens[i]
		t.folds = int32(len(s.folded))
		var ok bool
		if s.folded, ok = foldWord(s.folded, s.text[t.at:t.end]); !ok {
			s.folded = s.folded[:t.folds]
		}
		t.foldEnd = int32(len(s.folded))
	}
}

func (s *scratch) foldedWord(t *token) []byte { return s.folded[t.folds:t.foldEnd] }

// reading is a way to read a word: which word of the rules it is once letters
// in front are taken off.
type reading struct {
	word int32
	cut  cut
}

// cut is what was taken off the front of a word.
type cut struct {
	letters uint8 // how many letters, without the article
	article bool
}

func (c cut) any() bool { return c.letters > 0 || c.article }

// appendReadings appends all ways to read a folded word that are words of the
// rules: as it is, and for Arabic without the letters that are written on to
// the front of a word: و ف, then ب ك ل, then ال. "لل" stands for ل and ال.
func (v vocabulary) appendReadings(dst []reading, word []byte) []reading {
	dst = v.appendReading(dst, word, cut{})
	if len(word) < 4 || word[0] != 0xD8 && word[0] != 0xD9 {
		return dst
	}
	rest, c := word, cut{}
	if l := letter(rest); l == 'و' || l == 'ف' {
		rest, c.letters = rest[2:], 1
		dst = v.appendReading(dst, rest, c)
	}
	if l := letter(rest); l == 'ب' || l == 'ك' || l == 'ل' {
		rest = rest[2:]
		c.letters++
		dst = v.appendReading(dst, rest, c)
		if l == 'ل' && letter(rest) == 'ل' {
			// للمعاقين is المعاقين behind ل, and للاجئين اللاجئين.
			var with [longestWord + 4]byte
			definite := append(append(with[:0], "ال"...), rest[2:]...)
			dst = v.appendReading(dst, definite, c)
			definite = append(append(with[:0], "ال"...), rest...)
			dst = v.appendReading(dst, definite, c)
			return v.appendReading(dst, rest[2:], cut{c.letters, true})
		}
	}
	if letter(rest) == 'ا' && len(rest) > 4 && letter(rest[2:]) == 'ل' {
		dst = v.appendReading(dst, rest[4:], cut{c.letters, true})
	}
	return dst
}

func (v vocabulary) appendReading(dst []reading, word []byte, c cut) []reading {
	if id, ok := v[string(word)]; ok {
		return append(dst, reading{id, c})
	}
	return dst
}

// vocabulary numbers the words of the rules.
type vocabulary map[string]int32

// letter returns the first letter of folded Arabic, 0 if there is none: every
// letter has two bytes.
func letter(word []byte) rune {
	if len(word) < 2 {
		return 0
	}
	return rune(word[0]&0x1F)<<6 | rune(word[1]&0x3F)
}
