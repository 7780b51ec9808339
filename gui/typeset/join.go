package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// joining knows which letters of a cursive script reach over to their neighbours. It asks
// the font instead of carrying Unicode's table: a letter that makes the beh beside it
// change its shape has joined it.
type joining struct {
	face    *harfbuzz.Font
	alone   []harfbuzz.GlyphInfo
	forward map[rune]bool
	back    map[rune]bool
}

// beh joins on both sides. Any letter would do that every Arabic font has.
const beh = '\u0628'

func newJoining(f *Fonts) joining {
	j := joining{face: f.faces[FaceRegular], forward: map[rune]bool{}, back: map[rune]bool{}}
	f.shaper.run(j.face, language.Arabic, []rune{beh})
	j.alone = append(j.alone, f.shaper.buffer.Info...)
	return j
}

// mightJoin is quick to say no to what is in no cursive script nor invisible.
func mightJoin(r rune) bool { return r >= 0x061C && (r < 0x0900 || r == joiner || r >= 0x1800) }

// maxMarks is how far joining looks: a text of marks only must not be searched again and again.
const maxMarks = 64

// joined reports whether the letters before and behind place i of the text belong
// together, so that a run which begins or ends there must show that it goes on.
func (f *Fonts) joined(text []rune, i int) bool {
	if i <= 0 || i >= len(text) || !mightJoin(text[i-1]) || !mightJoin(text[i]) {
		return false
	}
	before, after := i-1, i
	for before > max(i-maxMarks, 0) && f.isTransparent(text[before]) {
		before--
	}
	for after < min(i+maxMarks, len(text))-1 && f.isTransparent(text[after]) {
		after++
	}
	return f.joinsForward(text[before]) && f.joinsBack(text[after])
}

// isTransparent reports whether joining looks through r, as through marks, and through what
// is not painted.
func (f *Fonts) isTransparent(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) || f.character(r).traits.has(isInvisible)
}

// joinsForward reports whether r reaches for the letter behind it: alef does not.
func (f *Fonts) joinsForward(r rune) bool {
	j := &f.joining
	joins, ok := j.forward[r]
	if !ok {
		joins = r == joiner || mightJoin(r) && f.changesBeh(1, []rune{beh, r}) // as painted
		j.forward[r] = joins
	}
	return joins
}

// joinsBack reports whether r reaches for the letter before it: hamza does not.
func (f *Fonts) joinsBack(r rune) bool {
	j := &f.joining
	joins, ok := j.back[r]
	if !ok {
		joins = r == joiner || mightJoin(r) && f.changesBeh(0, []rune{r, beh})
		j.back[r] = joins
	}
	return joins
}

// changesBeh shapes a pair with beh in it, given in visual order, and reports whether the
// beh looks other than alone. It is at the pair's left if other is 1, else at its right.
func (f *Fonts) changesBeh(other int, pair []rune) bool {
	f.shaper.run(f.joining.face, language.Arabic, pair)
	at := 1 - other
	var glyphs []harfbuzz.GlyphInfo
	for _, g := range f.shaper.buffer.Info {
		if g.Cluster == at {
			glyphs = append(glyphs, g)
		}
	}
	if len(glyphs) != len(f.joining.alone) {
		return true
	}
	for i, g := range glyphs {
		if g.Glyph != f.joining.alone[i].Glyph {
			return true
		}
	}
	return false
}
