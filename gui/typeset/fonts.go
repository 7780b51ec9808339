package typeset

import (
	"bytes"
	"errors"
	"fmt"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"athar/domain/text/bidi"
)

// Face names one of the faces of Fonts: FaceRegular, FaceBold, or FaceFallback plus the
// place of a fallback in the order in which it was given.
type Face uint8

// The faces every Fonts has.
const (
	FaceRegular Face = iota
	FaceBold
	FaceFallback
)

// maxFaces is how many faces a coverage can tell apart.
const maxFaces = 16

// coverage says which faces have a glyph, one bit for each.
type coverage uint16

const coveredByAll = ^coverage(0)

// has reports whether the face is among those covered.
func (c coverage) has(f Face) bool { return c&(1<<f) != 0 }

// Fonts is a regular face, a bold one, and faces that help out with what these two lack.
// It holds the shaper and its buffers, too, so parse fonts once and share them among all
// layouts; but only from one goroutine at a time.
type Fonts struct {
	faces []*harfbuzz.Font
	known map[rune]*[pageSize]character
	// substitute is what is shown for a character that no face has.
	substitute     rune
	substituteFace Face
	joining        joining
	shaper         shaper
}

// NewFonts parses fonts in TrueType or OpenType form. A character is drawn with the face
// of its weight if that has it, otherwise with the first fallback that does: an emoji face
// is simply one of the fallbacks.
func NewFonts(regular, bold []byte, fallbacks ...[]byte) (*Fonts, error) {
	if len(fallbacks) > maxFaces-int(FaceFallback) {
		return nil, errors.New("parse fonts: too many fallbacks")
	}
	f := &Fonts{known: map[rune]*[pageSize]character{}}
	for i, data := range append([][]byte{regular, bold}, fallbacks...) {
		face, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("parse font %d: %w", i, err)
		}
		f.faces = append(f.faces, harfbuzz.NewFont(face))
	}
	f.shaper.buffer = harfbuzz.NewBuffer()
	f.substitute, f.substituteFace = '?', FaceRegular
	for face := range f.faces {
		if f.glyph(Face(face), unicode.ReplacementChar) {
			f.substitute, f.substituteFace = unicode.ReplacementChar, Face(face)
			break
		}
	}
	f.joining = newJoining(f)
	return f, nil
}

// glyph reports whether the face has a glyph of its own for r.
func (f *Fonts) glyph(face Face, r rune) bool {
	_, ok := f.faces[face].Face().NominalGlyph(r)
	return ok
}

// atSize returns the face, set to the size. Fyne's shaper rounds sizes up to whole units
// before it scales the outlines, so ours has to.
func (f *Fonts) atSize(face Face, size float32) *harfbuzz.Font {
	hb := f.faces[face]
	hb.XScale = int32(units(size)+perPixel-1) / perPixel * perPixel
	hb.YScale = hb.XScale
	return hb
}

// metrics returns how far the face reaches above and below the baseline, the gap between
// lines included below, as Fyne measures the height of a line.
func (f *Fonts) metrics(face Face, size float32) (ascent, descent float32) {
	e := f.atSize(face, size).ExtentsForDirection(harfbuzz.LeftToRight)
	return unit(e.Ascender).pixels(), (unit(e.LineGap) - unit(e.Descender)).pixels()
}

// character is what itemizing has to know of a rune. Looked up once: the tables behind
// it are slow to search.
type character struct {
	script language.Script
	cover  coverage
	// mirror is the mirror image, or the rune itself: drawn where the level is odd.
	mirror      rune
	mirrorCover coverage
	traits      traits
	checked     bool
}

// traits are properties of a rune, a bit each.
type traits uint8

const (
	// isSpace hangs over the end of a line instead of being wrapped.
	isSpace traits = 1 << iota
	// isInvisible is never drawn, whatever the face has for it.
	isInvisible
	// isIgnorable may shape its neighbours and is otherwise invisible.
	isIgnorable
	// endsLine is followed by a new line within the paragraph.
	endsLine
	// isTurning can give text from left to right another direction.
	isTurning
)

func (t traits) has(other traits) bool { return t&other != 0 }

// pageSize is the number of neighbouring runes that are kept together.
const pageSize = 128

// character returns the properties of r.
func (f *Fonts) character(r rune) *character {
	page := f.known[r/pageSize]
	if page == nil {
		page = new([pageSize]character)
		f.known[r/pageSize] = page
	}
	c := &page[r%pageSize]
	if !c.checked {
		*c = f.examine(r)
	}
	return c
}

func (f *Fonts) examine(r rune) character {
	c := character{script: language.LookupScript(r), checked: true, traits: traitsOf(r)}
	c.mirror, _ = bidi.Mirror(r)
	for face := range f.faces {
		if f.glyph(Face(face), r) {
			c.cover |= 1 << face
		}
		if f.glyph(Face(face), c.mirror) {
			c.mirrorCover |= 1 << face
		}
	}
	if c.traits.has(isInvisible | isIgnorable) {
		c.cover, c.mirrorCover = coveredByAll, coveredByAll
	}
	return c
}

func traitsOf(r rune) traits {
	var t traits
	switch r {
	case '\u00A0', '\u2007', '\u202F': // blanks that are part of the words beside them
	case '\v', '\f', '\u2028':
		t |= endsLine | isInvisible | isSpace
	default:
		if unicode.IsSpace(r) {
			t |= isSpace
		}
	}
	if bidi.Analyze([]rune{r}, bidi.LTR).Levels[0] > 0 {
		t |= isTurning
	}
	switch {
	case unicode.IsControl(r) && r != '\t', isDirectional(r):
		t |= isInvisible
	case r == '\u00AD', r == '\u200B', r >= '\u2060' && r <= '\u206F', r == '\uFEFF', r >= '\uFFF9' && r <= '\uFFFB':
		t |= isInvisible
	case harfbuzz.IsDefaultIgnorable(r):
		t |= isIgnorable
	}
	return t
}

// pick returns the first face, in the order of preference for the weight, among covered.
func (f *Fonts) pick(covered coverage, bold bool) Face {
	first := FaceRegular
	if bold {
		first = FaceBold
	}
	if covered.has(first) {
		return first
	}
	for face := FaceFallback; int(face) < len(f.faces); face++ {
		if covered.has(face) {
			return face
		}
	}
	return first
}

// usable narrows c down to the faces that pick may choose from.
func (f *Fonts) usable(c coverage, bold bool) coverage {
	c &= 1<<len(f.faces) - 1
	if bold {
		return c &^ (1 << FaceRegular)
	}
	return c &^ (1 << FaceBold)
}
