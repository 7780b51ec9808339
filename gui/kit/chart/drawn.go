package chart

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// maxLineObjects is how many pieces of line are shown as canvas objects of
// their own. A long line of thousands of values has several hundred pieces, and
// each is a drawing call in every frame; they are drawn once into a picture
// instead, which a frame shows in one call.
const maxLineObjects = 120

// drawStrokes draws lines into a transparent picture of w × h pixels for an
// area of the given width, as sharp as the screen is.
func drawStrokes(strokes []Stroke, width float32, w, h int, ink func(Ink) color.Color) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if width <= 0 || w <= 0 || h <= 0 {
		return out
	}
	scale := float32(w) / width
	for from := 0; from < len(strokes); {
		to := from
		r := vector.NewRasterizer(w, h)
		for to < len(strokes) && strokes[to].Ink == strokes[from].Ink {
			addStroke(r, strokes[to], scale)
			to++
		}
		r.Draw(out, out.Bounds(), image.NewUniform(ink(strokes[from].Ink)), image.Point{})
		from = to
	}
	return out
}

// addStroke adds a line with round ends. All outlines turn the same way, so
// that what overlaps adds up and nothing cancels out.
func addStroke(r *vector.Rasterizer, s Stroke, scale float32) {
	x1, y1, x2, y2 := s.X1*scale, s.Y1*scale, s.X2*scale, s.Y2*scale
	half := s.Width * scale / 2
	dx, dy := x2-x1, y2-y1
	if length := float32(math.Hypot(float64(dx), float64(dy))); length > 0 {
		nx, ny := -dy/length*half, dx/length*half
		r.MoveTo(x1+nx, y1+ny)
		r.LineTo(x1-nx, y1-ny)
		r.LineTo(x2-nx, y2-ny)
		r.LineTo(x2+nx, y2+ny)
		r.ClosePath()
	}
	addDot(r, x1, y1, half)
	addDot(r, x2, y2, half)
}

// dotCorners is enough for a dot of a few pixels to look round.
const dotCorners = 8

func addDot(r *vector.Rasterizer, x, y, radius float32) {
	for i := range dotCorners {
		sin, cos := math.Sincos(float64(i) * 2 * math.Pi / dotCorners)
		px, py := x+radius*float32(cos), y+radius*float32(sin)
		if i == 0 {
			r.MoveTo(px, py)
			continue
		}
		r.LineTo(px, py)
	}
	r.ClosePath()
}
