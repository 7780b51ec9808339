package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop reads the marks that begin here and ends the sentence if they do.
func (p *parser) stop() {
	start := p.at
	stops := p.at
	quoted := false
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		switch {
		case isStop(r):
			stops = p.at + size
		case isClosing(r):
			quoted = true
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		p.advance(size)
	}
	if p.ends(p.text[start:stops], quoted) {
		p.endSentence()
	}
}

// ends reports whether marks, which have just been read, end the sentence.
func (p *parser) ends(marks string, quoted bool) bool {
	after, _ := utf8.DecodeRuneInString(p.text[p.at:])
	if isWordRune(after) && marks == "." {
		return false // "v.2", a name of a file
	}
	next := p.nextLetter()
	switch {
	case marks == ".":
		return len(p.words) == p.first || !p.abbreviated(next)
	case strings.HasPrefix(marks, "..") || marks == "…":
		return !unicode.IsLower(next) // a pause in the sentence
	}
	return !quoted || !unicode.IsLower(next) // "Stop!" he said
}

// abbreviated reports whether the full stop just read belongs to the word before it,
// and the sentence goes on. next is the letter or digit that follows, 0 when none does
// in this line.
func (p *parser) abbreviated(next rune) bool {
	if next == 0 {
		return false
	}
	last := p.words[len(p.words)-1]
	if last.End < p.at-2 {
		return false // a blank or a bracket lies between
	}
	word := last.In(p.text)
	if last.Initial {
		return unicode.IsLower(next) || isDigit(next)
	}
	if runes := last.To - last.From; runes == 1 && !last.Digits {
		r, _ := utf8.DecodeRuneInString(word)
		// An initial of a name, or "د." before one.
		if unicode.IsUpper(r) && r != 'I' || isArabic(r) {
			return true
		}
	}
	if len(word) > maxAbbreviation {
		return false
	}
	switch abbreviations(p.lang)[strings.ToLower(word)] {
	case goesOn:
		return true
	case mayEnd:
		return unicode.IsLower(next) || isDigit(next)
	}
	return false
}

// maxAhead is how far a letter is looked for, in bytes: every stop looks ahead, and a line
// of nothing but stops must not cost its length squared.
const maxAhead = 64

// nextLetter returns the first letter or digit close after the place, in the same line, or 0.
func (p *parser) nextLetter() rune {
	for i, r := range p.text[p.at:] {
		switch {
		case isLineEnd(r), i > maxAhead:
			return 0
		case isWordRune(r):
			return r
		}
	}
	return 0
}

// isStop reports whether r can end a sentence.
func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '؟', '۔', '。', '！', '？', '‼', '⁇', '⁈', '⁉', '।', '።', '፧':
		return true
	}
	return false
}

// isClosing reports whether r closes what a sentence ends with.
func isClosing(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '›', ')', ']', '}', '﴾', '﴿':
		return true
	}
	return false
}

// isLineEnd reports whether a line ends at r.
func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isBullet reports whether r begins an item of a list.
func isBullet(r rune) bool {
	switch r {
	case '•', '‣', '⁃', '▪', '▫', '●', '○', '◦', '■', '□', '►', '▶', '▸', '✓', '✔', '✅', '❖', '➢', '➤', '٭', '۞':
		return true
	}
	return false
}

// isArabic reports whether r is a letter of the Arabic script.
func isArabic(r rune) bool { return r >= 0x0620 && r <= 0x06FF && unicode.IsLetter(r) }
