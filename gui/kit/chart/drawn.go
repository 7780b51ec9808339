package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// maxLineObjects is how many pieces of line are shown as canvas objects of
// their own. A long line of thousands of values has several hundred pieces, and
// each is a drawing call in every frame; they are drawn once into a picture
// instead, which a frame shows in one call.
const maxLineObjects = 120

// drawStrokes draws lines into a transparent picture of w × h pixels for an
// area of the given width, as sharp as the screen is.
func drawStrokes(strokes []Stroke, width float32, w, h int, ink func(Ink) color.Color) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, max(w, 0), max(h, 0)))
	if width <= 0 {
		return out
	}
	scale := float32(w) / width
	mask := image.NewAlpha(out.Bounds())
	for from := 0; from < len(strokes); {
		to := from
		var touched image.Rectangle
		for to < len(strokes) && strokes[to].Ink == strokes[from].Ink {
			touched = touched.Union(coverStroke(mask, strokes[to], scale))
			to++
		}
		draw.DrawMask(out, touched, image.NewUniform(ink(strokes[from].Ink)), image.Point{}, mask, touched.Min, draw.Over)
		clear(mask.Pix)
		from = to
	}
	return out
}

// coverStroke notes in the mask how much of each pixel a line with round ends
// covers, to within the eye's measure: by the distance of the pixel's middle
// from the line. Where lines overlap the greater cover counts, so a joint is no
// darker than the line. It returns the part of the mask it looked at.
func coverStroke(mask *image.Alpha, s Stroke, scale float32) image.Rectangle {
	x1, y1, x2, y2 := s.X1*scale, s.Y1*scale, s.X2*scale, s.Y2*scale
	reach := s.Width*scale/2 + 0.5
	area := image.Rect(
		floor(min(x1, x2)-reach), floor(min(y1, y2)-reach),
		floor(max(x1, x2)+reach)+1, floor(max(y1, y2)+reach)+1,
	).Intersect(mask.Rect)
	dx, dy := x2-x1, y2-y1
	length2 := dx*dx + dy*dy
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := mask.Pix[mask.PixOffset(0, y):]
		py := float32(y) + 0.5 - y1
		for x := area.Min.X; x < area.Max.X; x++ {
			px := float32(x) + 0.5 - x1
			along := float32(0)
			if length2 > 0 {
				along = max(0, min(1, (px*dx+py*dy)/length2))
			}
			ox, oy := px-along*dx, py-along*dy
			distance2 := ox*ox + oy*oy
			if distance2 >= reach*reach {
				continue
			}
			cover := min(1, reach-float32(math.Sqrt(float64(distance2))))
			row[x] = max(row[x], uint8(cover*255))
		}
	}
	return area
}

func floor(v float32) int { return int(math.Floor(float64(v))) }
