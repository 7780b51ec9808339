package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"
)

// TestTheNextLetterAppearsAtTheCaret on the screen itself: at its place when the
// letter goes the way of the paragraph, beside it when it goes the other way and
// pushes the earlier ones off.
func TestTheNextLetterAppearsAtTheCaret(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		for _, line := range []struct {
			field, before, letter string
			side                  float32 // of the caret: -1 is to the left
			moves                 bool    // the caret does
		}{
			{"core_ar", "سلام ", "س", -1, true},
			{"core_ar", "سلام (", "m", -1, false},
			{"core_ar", "سلام xy", "m", -1, false},
			{"core_ar", "عام 20", "2", -1, false},
			{"core_en", "hello ", "m", +1, true},
			{"core_en", "hello ", "س", +1, false},
			{"core_en", "hello دا", "س", +1, false},
		} {
			e := w.fill(line.field, line.before)
			before, caret := w.picture(e), e.Caret
			w.types(line.letter)
			e = w.reads(line.before + line.letter)
			if moved := (e.Caret.Left-caret.Left)*line.side > 1; moved != line.moves {
				t.Errorf("the caret behind %q is at %v and at %v with %q", line.before, caret.Left, e.Caret.Left, line.letter)
			}
			w.until(fmt.Sprintf("%q at the caret behind %q", line.letter, line.before), func() bool {
				return appeared(before, w.picture(e), [2]float32{caret.Left - e.Area.Left, e.Caret.Left - e.Area.Left}, line.side)
			})
		}
	})
}

// appeared reports whether all that is new between two pictures of a line stands
// at one side of where the caret was, and begins there. The carets are those of
// the two pictures, in columns.
func appeared(before, after image.Image, carets [2]float32, side float32) bool {
	was, is := letters(before), letters(after)
	const widest = 16 // of a letter
	at, some := false, false
	for x := range is {
		away := (float32(x) - carets[0]) * side
		if abs(away) < 3 || abs(float32(x)-carets[1]) < 3 { // a caret, which may be blinking
			continue
		}
		at = at || is[x] && away > 0 && away < widest/2
		// The letters from before may be painted a fraction of a pixel aside.
		if is[x] && !slices.Contains(was[max(x-1, 0):min(x+2, len(was))], true) {
			if away < 0 || away > 2*widest {
				return false
			}
			some = true
		}
	}
	return at && some
}

// picture takes the line with the caret from the screen, with all that was written
// on it.
func (p *typist) picture(e edited) image.Image {
	p.t.Helper()
	p.turn()
	crop := fmt.Sprintf("%dx%d+%d+%d", int(e.Area.Width), int(e.Caret.Height), int(e.Area.Left), int(e.Caret.Top))
	data, err := p.command("import", "-silent", "-window", p.window, "-crop", crop, "+repage", "png:-").Output()
	if err != nil {
		p.t.Fatalf("import: %v", err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		p.t.Fatal(err)
	}
	return picture
}

// letters tells which columns of the picture of a short line have something on
// them.
func letters(picture image.Image) []bool {
	const frame = 4
	size := picture.Bounds()
	paper := picture.At((size.Min.X+size.Max.X)/2, size.Min.Y)
	columns := make([]bool, size.Dx())
	for x := frame; x < len(columns)-frame; x++ {
		for y := size.Min.Y; y < size.Max.Y && !columns[x]; y++ {
			columns[x] = !near(picture.At(size.Min.X+x, y), paper)
		}
	}
	return columns
}

// near reports whether two colours are the same to the eye.
func near(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	const much = 0x2800
	return max(r1, r2)-min(r1, r2) < much && max(g1, g2)-min(g1, g2) < much && max(b1, b2)-min(b1, b2) < much
}
