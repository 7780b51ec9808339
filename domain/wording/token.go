package wording

import (
	"unicode"
	"unicode/utf8"
)

// token is a word or a number of a text.
type token struct {
	at, end  int32 // in bytes
	from, to int32 // in runes
	gap      gap
	number   bool // begins with a digit
	tag      bool // part of a hashtag
	arabic   bool // begins with a letter or digit of the Arabic script
	run      bool // three or more of one letter or tatweel in a row, or a tatweel
	persian  bool // has ی or ک
	letters  int16
	capitals int16

	// The folded word is scratch.folded[folds:foldEnd]; empty if it is too long
	// to be in a rule.
	folds, foldEnd int32
}

// gap is what stands between a word and the one before it, from the closest
// connection to the loosest.
type gap uint8

const (
	hyphenGap   gap = iota // a hyphen or an underscore
	blankGap               // white space
	lineGap                // the end of a line
	markGap                // punctuation, an emoji, a link
	sentenceGap            // the end of a sentence; also before the first word
)

// sign is what is no word and matters.
type sign struct {
	kind    signKind
	at, end int32 // in bytes
	from    int32 // in runes
	to      int32
}

type signKind uint8

const (
	exclamationSign signKind = iota
	questionSign
	emojiSign
	hashtagSign    // with its words
	directionSign  // an invisible mark of direction
	lineSign       // the end of a line
	sentenceSign   // the end of a sentence, after its mark
	otherMarkSign  // , ; . : and the like
	linkSign       // a link, a mention, an address
	looseHashtag   // a # with a blank behind it
	fancySign      // letters made of mathematical signs
	latinCommaSign // , ; ? directly behind an Arabic word
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

// other reads everything that is neither a word nor a blank.
func (s *scanner) other(r rune, size int, class class) {
	at, from := s.at, s.runes
	switch class {
	case lineClass:
		s.sign(sentenceSign, at, from)
		s.skip(size)
		s.sign(lineSign, at, from)
		s.widen(lineGap)
		s.tag = false
	case hyphenClass, apostropheClass:
		s.skip(size)
		if s.gap != hyphenGap || s.classAt(s.at) != letterClass {
			s.widen(markGap) // a dash, a bullet or a quotation mark
		}
	case underscoreClass, markClass:
		s.skip(size)
	case formatClass:
		s.skip(size)
		if isDirection(r) {
			s.sign(directionSign, at, from)
		}
	case emojiClass:
		s.emoji()
	case fancyClass:
		for s.at < len(s.text) && s.classAt(s.at) == fancyClass {
			_, size = s.peek()
			s.skip(size)
		}
		s.sign(fancySign, at, from)
		s.widen(markGap)
	case hashClass:
		s.hash(size)
	case atClass:
		if next := s.classAt(at + size); next == letterClass || next == digitClass {
			s.toBlank()
			s.sign(linkSign, at, from)
		} else {
			s.skip(size)
		}
		s.widen(markGap)
	case endClass, pointClass:
		s.end(r, size)
	default:
		s.skip(size)
		s.mark(at, from, r)
	}
}

// mark notes punctuation that ends no sentence.
func (s *scanner) mark(at, from int, r rune) {
	s.tag = false
	s.widen(markGap)
	kind := otherMarkSign
	if r == ';' && s.afterArabic(at) {
		kind = latinCommaSign
	}
	s.sign(kind, at, from)
}

// afterArabic reports whether an Arabic word ends at the byte.
func (s *scanner) afterArabic(at int) bool {
	if len(s.tokens) == 0 {
		return false
	}
	t := s.tokens[len(s.tokens)-1]
	return int(t.end) == at && t.arabic && !t.number
}

// end reads a mark that may end a sentence, or a comma. A point ends one unless
// a small letter follows, or it stands behind one letter ("U.S.") or behind a
// short word that is known to be shortened.
func (s *scanner) end(r rune, size int) {
	at, from := s.at, s.runes
	s.skip(size)
	s.tag = false
	s.widen(markGap)
	switch r {
	case '!', '！':
		s.sign(exclamationSign, at, from)
	case '?', '؟', '？':
		s.sign(questionSign, at, from)
		if r == '?' && s.afterArabic(at) {
			s.sign(latinCommaSign, at, from)
		}
	case ',':
		kind := otherMarkSign
		if s.afterArabic(at) && s.classAt(s.at) == blankClass {
			kind = latinCommaSign
		}
		s.sign(kind, at, from)
		return
	default:
		s.sign(otherMarkSign, at, from)
	}
	if r == '.' && s.shortened() {
		return
	}
	if next := s.classAt(s.at); next == letterClass || next == digitClass {
		return // "example.org", "3.a"
	}
	s.sign(sentenceSign, at, from)
	s.gap = sentenceGap
}

// shortened reports whether the point just read ends a shortened word and not a
// sentence.
func (s *scanner) shortened() bool {
	if len(s.tokens) == 0 {
		return false
	}
	t := s.tokens[len(s.tokens)-1]
	if int(t.end) != s.at-1 {
		return false
	}
	if t.letters == 1 && t.end-t.at == 1 && s.text[t.at] != 'I' {
		return true
	}
	for i := s.at; i < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if classOf(r) == blankClass {
			i += size
			continue
		}
		if r >= 'a' && r <= 'z' {
			return true
		}
		break
	}
	switch s.text[t.at:t.end] {
	case "Mr", "Mrs", "Ms", "Dr", "St", "Prof", "No", "vs", "Gov", "Sen", "Rep", "Jr":
		return true
	}
	return false
}

// hash reads a "#": a hashtag, whose words are read as words, or a loose sign.
func (s *scanner) hash(size int) {
	at, from := s.at, s.runes
	s.skip(size)
	s.widen(markGap)
	switch s.classAt(s.at) {
	case letterClass, digitClass, underscoreClass:
		s.tag = true
		end, runes := s.at, s.runes
		for end < len(s.text) {
			r, size := utf8.DecodeRuneInString(s.text[end:])
			if c := classOf(r); c != letterClass && c != digitClass && c != underscoreClass && c != markClass && c != formatClass || isDirection(r) {
				break
			}
			end += size
			runes++
		}
		s.signs = append(s.signs, sign{hashtagSign, int32(at), int32(end), int32(from), int32(runes)})
	case blankClass:
		if rest := s.text[s.at:]; len(rest) > 1 && s.classAt(s.at+1) == letterClass {
			s.sign(looseHashtag, at, from)
		}
	}
}

// emoji reads one emoji with all that belongs to it: skin, joined ones, the two
// letters of a flag.
func (s *scanner) emoji() {
	const joiner = '\u200D'
	at, from := s.at, s.runes
	flag := false
	for joined := true; s.at < len(s.text); {
		r, size := s.peek()
		switch {
		case r == joiner:
			joined = true
		case r >= 0x1F3FB && r <= 0x1F3FF, r == 0xFE0F, r == 0xFE0E, r == 0x20E3, r >= 0xE0020 && r <= 0xE007F:
		case r >= 0x1F1E6 && r <= 0x1F1FF && (joined || flag):
			flag, joined = !flag, false
		case joined && classOf(r) == emojiClass:
			joined = false
		default:
			s.sign(emojiSign, at, from)
			s.widen(markGap)
			return
		}
		s.skip(size)
	}
	s.sign(emojiSign, at, from)
	s.widen(markGap)
}

// link reads an address that begins here, if one does: no rule looks into it.
func (s *scanner) link() bool {
	rest := s.text[s.at:]
	if b := rest[0] | 0x20; b != 'h' && b != 'w' {
		return s.mail(rest)
	}
	for _, start := range []string{"http://", "https://", "www."} {
		if len(rest) > len(start) && equalFold(rest[:len(start)], start) {
			at, from := s.at, s.runes
			s.toBlank()
			s.sign(linkSign, at, from)
			s.widen(markGap)
			return true
		}
	}
	return s.mail(rest)
}

// mail reads an e-mail address. Only ASCII words are looked at, and no further
// than such an address can begin.
func (s *scanner) mail(rest string) bool {
	for i := 0; i < len(rest) && i < 64; i++ {
		b := rest[i]
		switch {
		case b == '@' && i+1 < len(rest) && classOf(rune(rest[i+1])) == letterClass:
			at, from := s.at, s.runes
			s.toBlank()
			s.sign(linkSign, at, from)
			s.widen(markGap)
			return true
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9', b == '.', b == '-', b == '_', b == '+':
		default:
			return false
		}
	}
	return false
}

func (s *scanner) toBlank() {
	for s.at < len(s.text) {
		r, size := s.peek()
		if c := classOf(r); c == blankClass || c == lineClass || isDirection(r) {
			return
		}
		s.skip(size)
	}
}

func equalFold(s, lower string) bool {
	for i := range len(lower) {
		b := s[i]
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		if b != lower[i] {
			return false
		}
	}
	return true
}
