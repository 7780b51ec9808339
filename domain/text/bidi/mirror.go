package bidi

import (
	"cmp"
	"slices"
)

// mirrorPair is an entry of the table mirrors.
type mirrorPair struct{ r, mirror rune }

// bracket is an entry of the table brackets: a paired bracket (BD14, BD15). Two of them
// pair when they have the same id, the closing bracket in its canonical form.
type bracket struct {
	r, id rune
	opens bool
}

// Mirror returns the character whose glyph is the mirror image of r's, as ")" for "(",
// and whether there is one. Rule L4 shows it in place of r where the level is odd.
func Mirror(r rune) (rune, bool) {
	i, ok := slices.BinarySearchFunc(mirrors[:], r, func(m mirrorPair, r rune) int {
		return cmp.Compare(m.r, r)
	})
	if !ok {
		return r, false
	}
	return mirrors[i].mirror, true
}

// bracketOf returns the table's entry for r, and whether r is a paired bracket.
func bracketOf(r rune) (b bracket, ok bool) {
	i, ok := slices.BinarySearchFunc(brackets[:], r, func(b bracket, r rune) int {
		return cmp.Compare(b.r, r)
	})
	if !ok {
		return bracket{}, false
	}
	return brackets[i], true
}
