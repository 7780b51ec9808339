package prose

import (
	"unicode"
	"unicode/utf8"
)

// word reads the word that begins here.
func (p *parser) word() {
	w := Word{Span: Span{Start: p.at, From: p.runes}}
	var before rune // the rune before the place, a part of the word
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !isWordRune(r) && !p.joins(before, r, size, &w) {
			break
		}
		w.Digits = w.Digits || isDigit(r)
		before = r
		p.advance(size)
		if r == keycap {
			return // the emoji of a digit, mostly a bullet
		}
	}
	w.End, w.To = p.at, p.runes
	if hasLetters(p.text[w.Start:w.End]) {
		p.words = append(p.words, w)
	}
}

// keycap is the mark that encloses the digit before it.
const keycap = 0x20E3

// joins reports whether r, which is no letter, keeps the word going: what stands before
// it and after it must allow that.
func (p *parser) joins(before, r rune, size int, w *Word) bool {
	if isSilentJoiner(r) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(p.text[p.at+size:])
	if !isWordRune(after) || p.startsAside(p.at+size) {
		return r == '.' && w.Initial && !isDigit(before)
	}
	switch r {
	case '\'', '’', 'ʼ', '-', '‐', '‑', '·':
		return true
	case '.', ',', ':', '٫', '٬', '/':
		if isDigit(before) && isDigit(after) {
			return true
		}
	}
	if r == '.' && p.isSingle(w, after, p.at+size) {
		w.Initial = true
		return true
	}
	return false
}

// isSingle reports whether a full stop stands between single letters: "U.N.", "p.m.".
func (p *parser) isSingle(w *Word, after rune, at int) bool {
	if isDigit(after) {
		return false
	}
	if !w.Initial && p.runes-w.From != 1 {
		return false
	}
	_, size := utf8.DecodeRuneInString(p.text[at:])
	next, _ := utf8.DecodeRuneInString(p.text[at+size:])
	return !isWordRune(next)
}

// startsAside reports whether something that is no prose begins at a place.
func (p *parser) startsAside(at int) bool {
	return len(p.skips) > 0 && p.skips[0].start == at
}

// isWordRune reports whether r is a part of a word wherever it stands.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	if r >= 0x0620 && r <= 0x0669 { // the letters, marks and digits of Arabic
		return true
	}
	return r != utf8.RuneError && !isSilentJoiner(r) && unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// isSilentJoiner reports whether r is invisible within a word: joiners, the soft hyphen,
// and the variation selectors that follow a digit in a keycap.
func isSilentJoiner(r rune) bool {
	return r == 0x200C || r == 0x200D || r == 0x00AD || r == 0xFE0F || r == 0xFE0E
}

// isDigit reports whether r is a decimal digit of any script.
func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.Is(unicode.Nd, r)
}

// hasLetters reports whether a word is more than marks: a variation selector or a joiner
// can stand alone, after an emoji.
func hasLetters(word string) bool {
	for _, r := range word {
		if r < utf8.RuneSelf || !unicode.Is(unicode.M, r) && !isSilentJoiner(r) {
			return true
		}
	}
	return false
}
