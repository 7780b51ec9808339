package chart

import (
	"image/color"
	"testing"
)

func TestALongLineIsDrawnWithoutHoles(t *testing.T) {
	black := func(Ink) color.Color { return color.Black }
	var zigzag []Stroke
	for x := float32(10); x < 90; x += 4 {
		zigzag = append(zigzag, Stroke{x, 20, x + 2, 30, 2, InkSeries}, Stroke{x + 2, 30, x + 4, 20, 2, InkSeries})
	}
	img := drawStrokes(zigzag, 100, 200, 100, black) // two pixels a unit
	for _, s := range zigzag {
		for _, share := range []float32{0, 0.25, 0.5, 0.75, 1} {
			x, y := s.X1+(s.X2-s.X1)*share, s.Y1+(s.Y2-s.Y1)*share
			if _, _, _, a := img.At(int(2*x), int(2*y)).RGBA(); a < 0xa000 {
				t.Fatalf("a hole at %v, %v: %x", x, y, a)
			}
		}
	}
	if _, _, _, a := img.At(100, 90).RGBA(); a != 0 {
		t.Fatal("something is drawn beside the line")
	}
	if got := drawStrokes(zigzag, 0, 10, 10, black).Bounds().Dx(); got != 10 {
		t.Fatalf("a chart without a width gave a picture of %d", got)
	}
}

func TestLinesOfTwoSeriesHaveTheirOwnColours(t *testing.T) {
	ink := func(i Ink) color.Color {
		if i == InkSeries {
			return color.RGBA{R: 255, A: 255}
		}
		return color.RGBA{B: 255, A: 255}
	}
	img := drawStrokes([]Stroke{{0, 5, 20, 5, 4, InkSeries}, {0, 15, 20, 15, 4, InkSeries + 1}}, 20, 20, 20, ink)
	if r, _, _, _ := img.At(10, 5).RGBA(); r != 0xffff {
		t.Errorf("the first line is %v", img.At(10, 5))
	}
	if _, _, b, _ := img.At(10, 15).RGBA(); b != 0xffff {
		t.Errorf("the second line is %v", img.At(10, 15))
	}
}
