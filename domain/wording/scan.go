package wording

import (
	"unicode"
	"unicode/utf8"
)

// scanner cuts a text into words and signs in one pass.
type scanner struct {
	text   string
	tokens []token
	signs  []sign

	at    int // in bytes
	runes int // before at
	gap   gap
	tag   bool // within a hashtag
}

func (s *scanner) scan(text string) {
	s.text, s.tokens, s.signs = text, s.tokens[:0], s.signs[:0]
	s.at, s.runes, s.gap, s.tag = 0, 0, sentenceGap, false
	for s.at < len(s.text) {
		r, size := s.peek()
		switch class := classOf(r); class {
		case letterClass, digitClass:
			if s.link() {
				continue
			}
			s.word(class == digitClass)
		case blankClass:
			s.widen(blankGap)
			s.tag = false
			s.skip(size)
		default:
			s.other(r, size, class)
		}
	}
	s.sign(sentenceSign, len(s.text), s.runes)
}

func (s *scanner) peek() (rune, int) {
	if b := s.text[s.at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(s.text[s.at:])
}

func (s *scanner) skip(size int) { s.at += size; s.runes++ }

func (s *scanner) widen(g gap) { s.gap = max(s.gap, g) }

// sign notes a sign that began at the place given and ends here.
func (s *scanner) sign(kind signKind, at, from int) {
	s.signs = append(s.signs, sign{kind, int32(at), int32(s.at), int32(from), int32(s.runes)})
}

// word reads a word or number. Marks and tatweel belong to it, an apostrophe
// between letters too, and the separators between digits.
func (s *scanner) word(number bool) {
	t := token{at: int32(s.at), from: int32(s.runes), gap: s.gap, number: number, tag: s.tag}
	first := true
	var last rune
	alike := 0
	for s.at < len(s.text) {
		r, size := s.peek()
		class := classOf(r)
		if alike++; r != last {
			last, alike = r, 1
		}
		t.run = t.run || alike >= 3 || r == 'ـ'
		switch class {
		case letterClass:
			t.persian = t.persian || r == 'ی' || r == 'ک'
			if t.letters < 1<<14 {
				t.letters++
				if r < 0x500 && (r >= 'A' && r <= 'Z' || r >= 0xC0 && unicode.IsUpper(r)) {
					t.capitals++
				}
			}
		case digitClass, markClass:
		case apostropheClass, pointClass:
			next := s.classAt(s.at + size)
			if class == apostropheClass && next != letterClass || class == pointClass && (!number || next != digitClass) {
				s.endWord(t)
				return
			}
		case formatClass: // within a word it joins or parts letters; at the end it is none of it
			if next := s.classAt(s.at + size); next != letterClass && next != markClass && next != digitClass || isDirection(r) {
				s.endWord(t)
				return
			}
		default:
			s.endWord(t)
			return
		}
		if first {
			t.arabic = isArabic(r)
			first = false
		}
		s.skip(size)
	}
	s.endWord(t)
}

func (s *scanner) endWord(t token) {
	t.end, t.to = int32(s.at), int32(s.runes)
	s.tokens = append(s.tokens, t)
	s.gap = hyphenGap
}

// classAt returns the class of the rune at a byte; blankClass at the end.
func (s *scanner) classAt(at int) class {
	if at >= len(s.text) {
		return blankClass
	}
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return classOf(r)
}
