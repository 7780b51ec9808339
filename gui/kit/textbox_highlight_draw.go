package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/typeset"
)

// lineHeight is that of the line below a highlight.
const lineHeight = 3

// wash is what is drawn of a highlight on one line: a ground, and a line below
// that tells the tone to those who see no colours.
type wash struct {
	tone   Tone
	ink    color.Color
	ground *canvas.Rectangle
	below  *canvas.Raster
}

func newWash() *wash {
	w := &wash{ground: &canvas.Rectangle{}}
	w.below = canvas.NewRaster(w.pattern)
	return w
}

// pattern draws the line below.
func (w *wash) pattern(width, height int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	unit := max(height/lineHeight, 1)
	for y := range height {
		for x := range width {
			if dotted(w.tone, x/unit, y/unit) {
				img.Set(x, y, w.ink)
			}
		}
	}
	return img
}

// dotted tells of a point of the line below a tone, three points high, whether
// it is drawn: waves for what is wrong, dashes for what needs attention, dots for
// a remark.
func dotted(tone Tone, x, y int) bool {
	switch tone {
	case ToneDanger:
		return y == [...]int{2, 1, 0, 1}[x%4]
	case ToneWarning:
		return y > 0 && x%8 < 5
	case ToneSuccess:
		return y == 1
	case ToneInfo:
		return y > 0 && x%4 < 2
	}
	return y == 1 && x%6 < 2
}

// drawHighlights adds the highlights on the lines from first up to last.
func (b *textbox) drawHighlights(objects []fyne.CanvasObject, first, last int) []fyne.CanvasObject {
	if len(b.highlights) == 0 {
		return objects
	}
	from, to := b.layout.Line(first).Start, b.layout.Line(last-1).End
	n := 0
	for _, h := range b.highlights {
		if h.End < from || h.Start > to {
			continue
		}
		for _, r := range b.layout.SelectionIn(h.Start, h.End, first, last) {
			if n == len(b.washes) {
				b.washes = append(b.washes, newWash())
			}
			b.drawWash(b.washes[n], h.Tone, r)
			objects = append(objects, b.washes[n].ground, b.washes[n].below)
			n++
		}
	}
	return objects
}

func (b *textbox) drawWash(w *wash, tone Tone, r typeset.Rect) {
	surface, ink := tone.colors()
	w.tone, w.ink = tone, fynetheme.Color(ink)
	w.ground.FillColor = fynetheme.Color(surface)
	at := b.toSheet(r.X, r.Y)
	place(w.ground, at.X, at.Y, r.Width, r.Height)
	place(w.below, at.X, at.Y+r.Height-lineHeight, r.Width, lineHeight)
}
