package typeset

import (
	"testing"

	"athar/domain/text/bidi"
)

func TestAWordFurtherEndsWhereParagraphsTurn(t *testing.T) {
	fonts := newFonts(t)
	for _, s := range []string{"n\n", "n \n", "سلام\n...\nn", "\n\nn\n!\nس"} {
		for _, fallback := range []bidi.Direction{bidi.LTR, bidi.RTL} {
			l := New(fonts, Params{Size: 14, Width: 60, Fallback: fallback}, s)
			for i := range l.Len() + 1 {
				p := Position{Index: i}
				for _, q := range []Position{l.WordLeft(p), l.WordRight(p)} {
					if q.Index < 0 || q.Index > l.Len() {
						t.Errorf("%q: from %d to %d", s, i, q.Index)
					}
				}
			}
		}
	}
}
