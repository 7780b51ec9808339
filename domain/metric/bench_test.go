package metric

import (
	"testing"
	"time"
)

// bigSeries is 300,000 rows, one every seven minutes: four years.
func bigSeries() Series {
	const rows = 300_000
	s := Series{Times: make([]int64, rows), Values: make([]float64, rows)}
	random := uint32(1)
	for i := range rows {
		random = random*1664525 + 1013904223
		s.Times[i], s.Values[i] = 1_577_836_800+int64(i)*420, float64(random>>16)
	}
	return s
}

func BenchmarkByDay300k(b *testing.B) {
	s := bigSeries()
	cairo, err := time.LoadLocation("Africa/Cairo")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s.ByDay(cairo)
	}
}

func BenchmarkPoints300k(b *testing.B) {
	s := bigSeries()
	for b.Loop() {
		s.Points()
	}
}
