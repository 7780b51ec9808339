package wording

import "unicode/utf8"

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
