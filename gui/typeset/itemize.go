package typeset

import (
	"slices"

	"github.com/go-text/typesetting/language"

	"athar/domain/text/bidi"
)

// common is the script of what is in no script, such as digits and blanks.
const common = language.Common

// kind is how the cells of a piece come to be drawn.
type kind uint8

const (
	// plain cells are drawn by a face that has all their characters.
	plain kind = iota
	// tab is a single cell that reaches to the next stop.
	tab
	// patched cells have a mark that no face has together with the letter. They are drawn
	// composed where Unicode has the two as one character, and else without the mark.
	patched
	// missing cells are in no face.
	missing
)

// piece is a stretch of cells that are shaped and painted together: of one level, one
// face and one script. It lies within one paragraph, and when it is painted, on one line.
type piece struct {
	start, end int32 // cells
	level      bidi.Level
	face       Face
	kind       kind
	script     language.Script
	// joinsBefore and joinsAfter say that the letters at its ends go on in a neighbour, as
	// where a word turns bold in its midst.
	joinsBefore, joinsAfter bool
}

// sameLook reports whether q may continue p.
func (p piece) sameLook(q piece) bool {
	return p.level == q.level && p.face == q.face && p.kind == q.kind && p.kind != tab &&
		(p.script == q.script || !p.script.Strong() || !q.script.Strong())
}

// look is how a cell is drawn, as dress found it.
type look struct {
	level  bidi.Level
	face   Face
	kind   kind
	script language.Script
}

func (p piece) look() look { return look{p.level, p.face, p.kind, p.script} }

func (l look) piece(cell int32) piece {
	return piece{start: cell, end: cell + 1, level: l.level, face: l.face, kind: l.kind, script: l.script}
}

// itemize cuts the paragraph into pieces, in logical order. The looks of cells are found
// anew only between what is kept of the block before.
func (s *setter) itemize(b *block, k kept) []piece {
	b.looks = make([]look, b.len())
	copy(b.looks, k.first.looks[:k.before])
	pieces, known := make([]piece, 0, 8), k.before
	tail := b.len() - (k.last.len() - k.behind)
	for i := range b.len() {
		if i == tail && k.sameBefore(b, tail) {
			copy(b.looks[tail:], k.last.looks[k.behind:])
			known = b.len()
		}
		if i >= known {
			b.looks[i] = s.dress(b, int32(i), pieces).look()
		}
		next := b.looks[i].piece(int32(i))
		if n := len(pieces); n > 0 && pieces[n-1].sameLook(next) {
			pieces[n-1].end = next.end
			if next.script.Strong() {
				pieces[n-1].script = next.script
			}
			continue
		}
		pieces = append(pieces, next)
	}
	pieces = s.cutLong(b, pieces)
	for i := range pieces {
		s.findJoins(b, &pieces[i])
	}
	return pieces
}

// sameBefore reports whether the cells behind the tail look as they did. How a cell looks
// depends on the piece before it, and that here on two cells: a blank, and a letter whose
// script is the piece's if the blank goes with it.
func (k kept) sameBefore(b *block, tail int) bool {
	return tail >= 2 && k.behind >= 2 && b.looks[tail-2].script.Strong() &&
		b.looks[tail-2] == k.last.looks[k.behind-2] && b.looks[tail-1] == k.last.looks[k.behind-1]
}

// dress finds level, face and script of a cell. Where it has none of its own, it goes with
// the piece before it.
func (s *setter) dress(b *block, i int32, before []piece) piece {
	start, end := b.cells[i], b.cells[i+1]
	bold := b.isBold(start)
	p := piece{start: i, end: i + 1, level: b.levels.Levels[start], script: common}
	first := s.fonts.character(b.text[start])
	cover, ignorable := coveredByAll, true
	for _, r := range b.text[start:end] {
		c := s.fonts.character(r)
		if !p.script.Strong() && c.script.Strong() {
			p.script = c.script
		}
		if p.level.RTL() {
			cover &= c.mirrorCover
		} else {
			cover &= c.cover
		}
		ignorable = ignorable && c.traits.has(isIgnorable|isInvisible)
	}
	p.face = s.fonts.pick(cover, bold)
	switch n := len(before); {
	case b.text[start] == '\t':
		p.kind, p.face = tab, s.fonts.pick(coveredByAll, bold)
	case ignorable && n > 0 && before[n-1].kind == plain:
		p.face, p.script = before[n-1].face, common
	case first.traits.has(isSpace) && n > 0 && before[n-1].kind == plain && before[n-1].script.Strong() &&
		before[n-1].level == p.level && cover.has(before[n-1].face) && s.fonts.weighs(before[n-1].face, bold):
		p.face = before[n-1].face // a word of a fallback and the blank behind it are one run
	case s.fonts.usable(cover, bold) == 0:
		p.kind, p.face = s.patch(first.cover, bold)
	}
	return p
}

// weighs reports whether text of the weight may be drawn with the face.
func (f *Fonts) weighs(face Face, bold bool) bool {
	return face >= FaceFallback || bold == (face == FaceBold)
}

// patch chooses what to do with a cell that no face covers as a whole.
func (s *setter) patch(base coverage, bold bool) (kind, Face) {
	if base = s.fonts.usable(base, bold); base == 0 {
		return missing, s.fonts.substituteFace
	}
	return patched, s.fonts.pick(base, bold)
}

// longPiece is the number of runes from which a piece is cut, at blanks if it has some, so
// that an edit never has to shape more than about that many.
const longPiece = 400

// cutLong cuts pieces that are too long, at places that depend on the words around them
// only: so they stay where they are when the text changes before them.
func (s *setter) cutLong(b *block, pieces []piece) []piece {
	for k := 0; k < len(pieces); k++ {
		p := pieces[k]
		if b.cells[p.end]-b.cells[p.start] <= longPiece {
			continue
		}
		if at := s.cutPlace(b, p); at > p.start {
			rest := p
			pieces[k].end, rest.start = at, at
			pieces = slices.Insert(pieces, k+1, rest)
		}
	}
	return pieces
}

// cutPlace returns the cell before which a long piece is to be cut, or its end.
func (s *setter) cutPlace(b *block, p piece) int32 {
	hash := uint32(0)
	for i := p.start; i < p.end; i++ {
		r := b.text[b.cells[i]]
		if s.fonts.character(r).traits.has(isSpace) && i+1 < p.end {
			if hash>>28 == 0 { // one word in sixteen
				return i + 1
			}
			hash = 0
			continue
		}
		hash = (hash ^ uint32(r)) * 0x9E3779B1
		if b.cells[i+1]-b.cells[p.start] >= longPiece && i+1 < p.end {
			return i + 1
		}
	}
	return p.end
}

// findJoins notes at which ends of p the letters go on.
func (s *setter) findJoins(b *block, p *piece) {
	p.joinsBefore, p.joinsAfter = false, false
	if p.kind != plain || !p.level.RTL() || !p.script.Strong() {
		return
	}
	start, end := int(b.cells[p.start]), int(b.cells[p.end])
	p.joinsBefore = s.fonts.joined(b.text, start) && b.levels.Levels[start-1].RTL()
	p.joinsAfter = s.fonts.joined(b.text, end) && b.levels.Levels[end].RTL()
}
