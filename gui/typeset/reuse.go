package typeset

import (
	"slices"
	"sort"
)

// origin says which part of a block is as it was before an edit: its beginning, as in the
// block first, and its end, as in last. A block that is nil says that nothing is.
type origin struct {
	first, last    *block
	prefix, suffix int
}

// kept is what a block has in common with those before the edit, up to places from which
// on nothing depends on what stands on the other side. It counts in cells.
type kept struct {
	first, last *block
	before      int // of first: so many cells at its beginning
	behind      int // of last: from this cell on
	shift       int32
}

// nothing is a block of which nothing can be kept.
var nothing = &block{cells: []int32{0}, breaks: []chance{never}}

// start returns the rune up to which all is known, and end that from which on it is.
func (k kept) start() int { return int(k.first.cells[k.before]) }

func (k kept) end() int { return int(k.last.cells[k.behind] + k.shift) }

// kept finds what of b is known from before an edit.
func (b *block) kept(old origin) kept {
	k := kept{first: nothing, last: nothing, shift: int32(len(b.text))}
	levels := b.levels.Levels
	if old.first != nil {
		at := old.prefix - 1
		for at > 0 && !standsAlone(b.text, at) {
			at--
		}
		if c, ok := slices.BinarySearch(old.first.cells, int32(max(at, 0))); ok && at > 0 &&
			slices.Equal(levels[:at], old.first.levels.Levels[:at]) {
			k.first, k.before = old.first, c
		}
	}
	if old.last != nil {
		shift := len(b.text) - len(old.last.text)
		at := len(b.text) - old.suffix + 2
		for at < len(b.text) && !standsAlone(b.text, at) {
			at++
		}
		if c, ok := slices.BinarySearch(old.last.cells, int32(at-shift)); ok && at < len(b.text) &&
			slices.Equal(levels[at:], old.last.levels.Levels[at-shift:]) {
			k.last, k.behind, k.shift = old.last, c, int32(shift)
		}
	}
	return k
}

// standsAlone reports whether a word begins at place i behind a word and a blank, both of
// plain letters. No rule of UAX #14 or #29 looks across: a break is allowed there by LB18,
// and on both sides the rules find what they find at an end of the text.
func standsAlone(text []rune, i int) bool {
	return i >= 2 && i < len(text) && text[i-1] == ' ' && isPlainLetter(text[i-2]) && isPlainLetter(text[i])
}

func isPlainLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'ء' && r <= 'ي' && r != '\u0640'
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
	k := sort.Search(len(b.pieces), func(k int) bool { return b.cells[b.pieces[k].start] >= start })
	if k == len(b.pieces) || b.cells[b.pieces[k].start] != start {
		return piece{}, false
	}
	return b.pieces[k], true
}
