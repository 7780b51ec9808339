package typeset

import (
	"slices"

	"github.com/go-text/typesetting/segmenter"

	"athar/domain/text/bidi"
)

// A block is a paragraph with everything that was found out about it. It counts from its
// own beginning, in runes and in cells, so that an edit elsewhere does not concern it.
//
// A cell is what the caret moves over and what a line never divides: a character with its
// marks (an extended grapheme cluster), or in rare texts a part of one that has a level of
// its own.
type block struct {
	text []rune
	end  []rune // the line break behind it, none for the text's last block
	bold []bool // for each rune; nil when none is

	levels   bidi.Paragraph
	cells    []int32 // where each cell starts, and the end of the text
	breaks   []chance
	pieces   []piece // in logical order
	advances []int32 // the width of each cell, as far as it does not depend on its line

	lines  []line
	height float32
}

// chance says whether a line may end before a cell.
type chance uint8

const (
	never chance = iota
	may
	must
)

func (b *block) len() int { return len(b.cells) - 1 }

// runes is the length with the line break behind it.
func (b *block) runes() int { return len(b.text) + len(b.end) }

func (b *block) isBold(i int32) bool { return b.bold != nil && b.bold[i] }

// direction is that of the paragraph, LTR or RTL.
func (b *block) direction() bidi.Direction { return b.levels.Base.Direction() }

// setter takes paragraphs through the pipeline.
type setter struct {
	fonts     *Fonts
	params    Params
	segmenter segmenter.Segmenter
}

// origin says which part of a block is as it was before an edit: its beginning, as in the
// block first, and its end, as in last. A block that is nil says that nothing is.
type origin struct {
	first, last    *block
	prefix, suffix int
}

// set finds out everything about the block's text that is not yet known from old.
func (s *setter) set(b *block, old origin) {
	b.levels = bidi.Analyze(b.text, s.base(b.text))
	s.segment(b)
	b.pieces = s.itemize(b)
	b.advances = make([]int32, b.len())
	for _, p := range b.pieces {
		if !s.reuse(b, p, old) {
			s.measure(b, p, b.advances[p.start:p.end])
		}
	}
	s.breakLines(b)
}

// measure shapes a piece and writes the widths of its cells.
func (s *setter) measure(b *block, p piece, advances []int32) {
	s.paint(b, p)
	s.fonts.shaper.shape(s.fonts.atSize(p.face, s.params.Size), p.script, advances, p.start)
}

// prefixForBase is how much of a paragraph is first searched for a strong character.
const prefixForBase = 64

// base returns the direction of a paragraph with the text.
func (s *setter) base(text []rune) bidi.Direction {
	if s.params.Base != bidi.Auto {
		return s.params.Base
	}
	if s.params.Reading {
		return ReadingDirection(string(text), s.params.Fallback).Or(bidi.LTR)
	}
	d := bidi.FirstStrong(string(text[:min(len(text), prefixForBase)]))
	if d == bidi.Auto && len(text) > prefixForBase {
		d = bidi.FirstStrong(string(text))
	}
	return d.Or(s.params.Fallback).Or(bidi.LTR)
}

// segment finds the cells, and before which of them a line may end.
func (s *setter) segment(b *block) {
	s.segmenter.Init(b.text)
	b.cells = make([]int32, 0, len(b.text)+1)
	levels := b.levels.Levels
	for g := s.segmenter.GraphemeIterator(); g.Next(); {
		grapheme := g.Grapheme()
		start, end := grapheme.Offset, grapheme.Offset+len(grapheme.Text)
		b.cells = append(b.cells, int32(start))
		for i := start + 1; i < end; i++ {
			if levels[i] != levels[i-1] {
				b.cells = append(b.cells, int32(i))
			}
		}
	}
	b.cells = append(b.cells, int32(len(b.text)))
	b.breaks = make([]chance, len(b.cells))
	c := 0
	for l := s.segmenter.LineIterator(); l.Next(); {
		word := l.Line()
		end := int32(word.Offset + len(word.Text))
		for b.cells[c] < end {
			c++
		}
		if b.cells[c] != end {
			continue // never within a cell
		}
		b.breaks[c] = may
		if word.IsMandatoryBreak {
			b.breaks[c] = must
		}
	}
}

// reuse copies the widths of a piece that was there before, and reports whether it was.
// The same characters of the same look have the same widths wherever they are.
func (s *setter) reuse(b *block, p piece, old origin) bool {
	start, end := int(b.cells[p.start]), int(b.cells[p.end])
	switch {
	case old.first != nil && end <= old.prefix:
		return b.copyPiece(p, old.first, 0)
	case old.last != nil && start >= len(b.text)-old.suffix:
		return b.copyPiece(p, old.last, int32(len(old.last.text)-len(b.text)))
	}
	return false
}

// copyPiece copies the widths of the cells of p from a block in which it may be found so
// many runes further on.
func (b *block) copyPiece(p piece, from *block, shift int32) bool {
	was, ok := from.pieceAt(b.cells[p.start] + shift)
	if !ok || from.cells[was.end] != b.cells[p.end]+shift || was.end-was.start != p.end-p.start {
		return false
	}
	advances := from.advances[was.start:was.end]
	if was.start, was.end = p.start, p.end; was != p {
		return false
	}
	copy(b.advances[p.start:p.end], advances)
	return true
}

// pieceAt returns the piece that starts at the rune.
func (b *block) pieceAt(start int32) (piece, bool) {
	k, ok := slices.BinarySearchFunc(b.pieces, start, func(p piece, start int32) int {
		return int(b.cells[p.start] - start)
	})
	if !ok {
		return piece{}, false
	}
	return b.pieces[k], true
}

// cellAt returns the cell that holds the rune, and the number of cells for the end.
func (b *block) cellAt(r int) int {
	c, ok := slices.BinarySearch(b.cells, int32(r))
	if !ok {
		c--
	}
	return c
}
