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
	looks    []look  // of each cell
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

// set finds out everything about the block's text that is not yet known from old.
func (s *setter) set(b *block, old origin) {
	b.levels = bidi.Analyze(b.text, s.base(b.text))
	k := b.kept(old)
	s.segment(b, k)
	b.pieces = s.itemize(b, k)
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

// cellAt returns the cell that holds the rune, and the number of cells for the end.
func (b *block) cellAt(r int) int {
	c, ok := slices.BinarySearch(b.cells, int32(r))
	if !ok {
		c--
	}
	return c
}
