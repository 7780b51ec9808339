package typeset

import (
	"slices"

	"golang.org/x/text/unicode/norm"
)

// paint fills the shaper's buffer with the piece as it will be painted: in visual order,
// brackets mirrored, without what is invisible.
func (s *setter) paint(b *block, p piece) {
	sh := &s.fonts.shaper
	sh.painted, sh.cell = sh.painted[:0], sh.cell[:0]
	if p.kind == tab {
		return
	}
	for i := p.start; i < p.end; i++ {
		s.paintCell(b, p, i)
	}
	if p.joinsAfter {
		sh.add(joiner, p.end-1)
	}
	if p.level.RTL() {
		sh.turn(p.script.Strong())
	}
	if p.joinsBefore {
		// At the right end of a run from the right. Without the word joiner, HarfBuzz
		// would keep the joiner with the letter and turn both: it would then stand on the
		// letter's other side.
		sh.add(wordJoiner, p.start)
		sh.add(joiner, p.start)
	}
	s.guard()
}

// guard keeps the run in one piece. Behind an override, Fyne takes what is invisible at
// the ends of a run, and blanks at its end, for runs of their own, in whose shapes they
// then have no say; but not if a mark is at the very end.
func (s *setter) guard() {
	sh := &s.fonts.shaper
	n := len(sh.painted)
	if n == 0 {
		return
	}
	first, last := s.fonts.character(sh.painted[0]).traits, s.fonts.character(sh.painted[n-1]).traits
	if !first.has(isIgnorable) && !last.has(isIgnorable|isSpace) || s.fonts.plain(sh.painted) {
		return
	}
	if first.has(isIgnorable) {
		sh.painted = slices.Insert(sh.painted, 0, graphemeJoiner)
		sh.cell = slices.Insert(sh.cell, 0, sh.cell[0])
	}
	if last.has(isIgnorable | isSpace) {
		sh.add(graphemeJoiner, sh.cell[len(sh.cell)-1])
	}
}

// plain reports whether Fyne paints the characters in the order in which they stand.
func (f *Fonts) plain(painted []rune) bool {
	return !slices.ContainsFunc(painted, func(r rune) bool { return f.character(r).traits.has(isTurning) })
}

// Invisible, and without effect on the shapes of letters.
const (
	wordJoiner     = '\u2060'
	graphemeJoiner = '\u034F'
)

func (sh *shaper) add(r rune, cell int32) {
	sh.painted = append(sh.painted, r)
	sh.cell = append(sh.cell, cell)
}

func (s *setter) paintCell(b *block, p piece, i int32) {
	sh := &s.fonts.shaper
	runes := b.text[b.cells[i]:b.cells[i+1]]
	switch p.kind {
	case missing:
		sh.add(s.fonts.substitute, i)
		return
	case patched:
		runes = []rune(norm.NFC.String(string(runes)))
	}
	for _, r := range runes {
		c := s.fonts.character(r)
		if c.traits.has(isInvisible) || p.kind == patched && !c.cover.has(p.face) {
			continue
		}
		if p.level.RTL() {
			r = c.mirror
		}
		sh.add(r, i)
	}
}

// turn reverses what was painted cluster by cluster. In scripts that are written from the
// right, HarfBuzz will turn it again, so the clusters have to be HarfBuzz's there (see
// continues). Elsewhere it paints them as they stand, and they have to stay whole.
func (sh *shaper) turn(native bool) {
	slices.Reverse(sh.painted)
	slices.Reverse(sh.cell)
	for start := 0; start < len(sh.painted); {
		end := start + 1
		for end < len(sh.painted) && sh.continued(end-1, native) {
			end++
		}
		slices.Reverse(sh.painted[start:end])
		slices.Reverse(sh.cell[start:end])
		start = end
	}
}

// continued reports whether rune i of the reversed run belongs to the rune that stood
// before it and now stands behind it.
func (sh *shaper) continued(i int, native bool) bool {
	if i+1 >= len(sh.painted) {
		return false
	}
	if !native {
		return sh.cell[i] == sh.cell[i+1]
	}
	return continues([]rune{sh.painted[i+1], sh.painted[i]}, 1)
}
