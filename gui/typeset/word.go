package typeset

import (
	"unicode"

	"athar/domain/text/bidi"
)

// isWord reports whether r makes words: letters, marks, digits, and what holds them
// together. No punctuation does, so not ، ؛ ؟ « » either.
func isWord(r rune) bool {
	return r == '_' || r == joiner || r == '\u200C' || unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// inWord reports whether rune i is part of a word. A sign between two letters or two
// digits is, as in "don't", "4.5", "5,000", "30/06/2026" and "a.org".
func (b *block) inWord(i int) bool {
	if i < 0 || i >= len(b.text) {
		return false
	}
	if isWord(b.text[i]) {
		return true
	}
	if i == 0 || i+1 >= len(b.text) {
		return false
	}
	before, after := b.text[i-1], b.text[i+1]
	switch b.text[i] {
	case '.':
		return isWord(before) && isWord(after)
	case '\'', '’', '\u00AD':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	case ',', '/', ':', '٫', '٬':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

// WordAt returns the word at index i, or the single character there if it is none; between
// a word and something else, the word. At the end of a line it is what stands before it.
func (l *Layout) WordAt(i int) (start, end int) {
	i = l.clamp(i)
	of := l.blockAt(i)
	b, first := l.blocks[of], l.starts[of]
	i = min(i-first, len(b.text))
	if !b.inWord(i) && i > 0 && (i == len(b.text) || b.inWord(i-1)) {
		i--
	}
	if !b.inWord(i) {
		c := b.cellAt(i)
		return first + int(b.cells[c]), first + int(b.cells[min(c+1, b.len())])
	}
	start, end = i, i+1
	for b.inWord(start - 1) {
		start--
	}
	for b.inWord(end) {
		end++
	}
	return first + start, first + end
}

// ParagraphAt returns the paragraph with index i, without the line break behind it.
func (l *Layout) ParagraphAt(i int) (start, end int) {
	of := l.blockAt(l.clamp(i))
	return l.starts[of], l.starts[of] + len(l.blocks[of].text)
}

// ParagraphIndex returns which paragraph index i is in, counted from 0.
func (l *Layout) ParagraphIndex(i int) int { return l.blockAt(l.clamp(i)) }

// Direction returns the direction of the paragraph with index i, LTR or RTL.
func (l *Layout) Direction(i int) bidi.Direction {
	return l.blocks[l.blockAt(l.clamp(i))].direction()
}

// WordLeft returns the far end of the next word to the left, as the eye sees it, and
// WordRight that of the next to the right.
func (l *Layout) WordLeft(p Position) Position { return l.stepWord(p, -1) }

// WordRight is described with WordLeft.
func (l *Layout) WordRight(p Position) Position { return l.stepWord(p, +1) }

// stepWord passes what is no word and then one word. A word whose letters do not stand
// together, having two directions, ends where another begins. Where a paragraph follows one
// of the other direction, a step further leads back again: there it stops.
func (l *Layout) stepWord(p Position, by int) Position {
	start, end, in := 0, 0, false
	before := p
	for range l.Len() + l.Lines() {
		from, to, word := l.ahead(p, by)
		if in && (!word || from < start || to > end) {
			return p
		}
		if word && !in {
			start, end = l.WordAt(from)
			in = true
		}
		next := l.step(p, by)
		if next == p || next == before {
			return p
		}
		before, p = p, next
	}
	return p
}

// ahead returns the runes of the character which the caret would pass, and whether they are
// part of a word. At the end of a line there is none.
func (l *Layout) ahead(p Position, by int) (start, end int, word bool) {
	r, gap := l.place(p)
	if by < 0 {
		gap--
	}
	if gap < 0 || gap >= r.box.cells() {
		return 0, 0, false
	}
	cell := int(r.line.start + r.box.order[gap])
	first := int(r.block.cells[cell])
	return r.start + first, r.start + int(r.block.cells[cell+1]), r.block.inWord(first)
}
