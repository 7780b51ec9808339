package chart

import (
	"image/color"
	"math"
	"testing"
)

func BenchmarkDrawLongLine(b *testing.B) {
	var line []Stroke
	for x := range 480 {
		y := func(i int) float32 { return float32(200 + 180*math.Sin(float64(i*i)/50)) }
		line = append(line, Stroke{float32(2 * x), y(x), float32(2*x + 2), y(x + 1), 2, InkSeries})
	}
	for b.Loop() {
		drawStrokes(line, 1000, 1000, 400, func(Ink) color.Color { return color.Black })
	}
}
