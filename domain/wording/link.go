package wording

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
