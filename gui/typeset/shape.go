package typeset

import (
	"encoding/binary"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// unit is a length in 1/64 of a pixel, the precision in which glyphs are placed. Sums of
// it are exact, so a run is as wide as its parts and as Fyne finds it.
type unit int64

const perPixel = 64

func (u unit) pixels() float32 { return float32(float64(u) / perPixel) }

// units converts a length in pixels.
func units(pixels float32) unit { return unit(float64(pixels) * perPixel) }

// shaper turns characters into glyphs and keeps the room it needs for that. It shapes a
// run in the very form in which the run will be painted: in visual order, from left to
// right. HarfBuzz turns Arabic round again before it joins the letters.
type shaper struct {
	buffer *harfbuzz.Buffer
	// painted is the run in the order of painting, without what is invisible; cell says
	// to which cell of the paragraph each of its runes belongs.
	painted []rune
	cell    []int32

	remembered memory
	key        []byte
}

// shape measures the painted run with a face that is set to its size and adds to
// advances, which begin with cell first, what each cell takes up. Letters that share a
// glyph, such as lam and alef, share its width evenly.
func (s *shaper) shape(hb *harfbuzz.Font, script language.Script, advances []int32, first int32) {
	clear(advances)
	if len(s.painted) == 0 {
		return
	}
	for _, g := range s.widths(hb, script) {
		share(s.cell[g.from:g.end], g.width, advances, first)
	}
}

// widths returns the widths of the painted run, from the left.
func (s *shaper) widths(hb *harfbuzz.Font, script language.Script) []glyphs {
	if len(s.painted) > longRemembered {
		return s.measure(hb, script)
	}
	s.key = binary.LittleEndian.AppendUint64(s.key[:0], uint64(hb.XScale)<<32|uint64(script))
	for _, r := range s.painted {
		s.key = binary.LittleEndian.AppendUint32(s.key, uint32(r))
	}
	known, ok := s.remembered.get(hb, s.key)
	if !ok {
		known = s.measure(hb, script)
		s.remembered.put(hb, s.key, known)
	}
	return known
}

// measure shapes the painted run.
func (s *shaper) measure(hb *harfbuzz.Font, script language.Script) []glyphs {
	s.run(hb, script, s.painted)
	info, pos := s.buffer.Info, s.buffer.Pos
	widths := make([]glyphs, 0, len(info))
	for i := 0; i < len(info); {
		g := glyphs{from: int32(info[i].Cluster), end: int32(len(s.painted))}
		for ; i < len(info) && info[i].Cluster == int(g.from); i++ {
			g.width += pos[i].XAdvance
		}
		if i < len(info) {
			g.end = int32(info[i].Cluster)
		}
		widths = append(widths, g)
	}
	return widths
}

// run shapes text, from left to right, into the buffer.
func (s *shaper) run(hb *harfbuzz.Font, script language.Script, text []rune) {
	s.buffer.Clear()
	s.buffer.AddRunes(text, 0, len(text))
	s.buffer.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight,
		Script:    script,
		Language:  languageOf(script),
	}
	s.buffer.Shape(hb, nil)
}

// share distributes the width of a glyph among the cells of its runes.
func share(cells []int32, width int32, advances []int32, first int32) {
	if cells[0] == cells[len(cells)-1] {
		advances[cells[0]-first] += width
		return
	}
	n := int32(1)
	for i := 1; i < len(cells); i++ {
		if cells[i] != cells[i-1] {
			n++
		}
	}
	part, given := int32(0), int32(0)
	for i, c := range cells {
		if i > 0 && c == cells[i-1] {
			continue
		}
		part++
		until := width * part / n
		advances[c-first] += until - given
		given = until
	}
}

// languageOf returns the language that Fyne names to HarfBuzz with a script: English for
// what English is written in, otherwise a typical one.
func languageOf(script language.Script) language.Language {
	if english, ok := language.NewLangID("en"); ok && english.UseScript(script) {
		return english.Language()
	}
	if id := language.ScriptToLang[script]; id != 0 {
		return id.Language()
	}
	return "en"
}
