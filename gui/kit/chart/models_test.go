package chart_test

import (
	"math"
	"time"

	"athar/gui/kit"
	"athar/gui/kit/chart"
)

var start = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)

func format(env *kit.Env) chart.Format {
	p := env.Printer
	return chart.Format{
		Value: p.Number,
		Point: func(x float64) string { return p.Date(time.Unix(int64(x), 0).UTC()) },
		Tick: func(x float64, step chart.TimeStep) string {
			moment := time.Unix(int64(x), 0).UTC()
			switch step {
			case chart.Hours:
				return p.Clock(moment)
			case chart.Days:
				return p.ShortDate(moment)
			}
			return p.MonthYear(moment)
		},
	}
}

// weeks is a model of n days with two series.
func weeks(env *kit.Env, kind chart.Kind, n int) chart.Model {
	likes, shares := chart.Series{Name: "likes"}, chart.Series{Name: "shares"}
	for i := range n {
		x := float64(start.AddDate(0, 0, i).Unix())
		likes.X, shares.X = append(likes.X, x), append(shares.X, x)
		likes.Y = append(likes.Y, math.Round(1000+800*math.Sin(float64(i)/9)+float64(i*7)))
		y := math.Round(300 + 200*math.Cos(float64(i)/7))
		if i%20 > 15 {
			y = math.NaN()
		}
		shares.Y = append(shares.Y, y)
	}
	return chart.Model{
		Kind: kind, Series: []chart.Series{likes, shares}, Time: true, Mirrored: env.RTL(),
		Summary: "n = 120 (Facebook) 75%", Format: format(env),
	}
}

func types(env *kit.Env) chart.Model {
	names := []string{"Photo", "Video", "Status", "Link"}
	if env.RTL() {
		names = []string{"صورة", "فيديو", "نص", "رابط"}
	}
	return chart.Model{
		Kind: chart.Bar, Categories: names, Mirrored: env.RTL(), Format: format(env),
		Series: []chart.Series{{Name: "likes", X: []float64{0, 1, 2, 3}, Y: []float64{426, 45, 22, -7}}},
	}
}

// many is one series of n points, thinned by taking every so-manieth.
func many(env *kit.Env, n int) chart.Model {
	s := chart.Series{Name: "likes", X: make([]float64, n), Y: make([]float64, n)}
	for i := range n {
		s.X[i], s.Y[i] = float64(start.Unix()+int64(i)*60), math.Sin(float64(i)/9000)*float64(i%977)
	}
	thin := func(x, _ []float64, n int) []int {
		out := make([]int, n)
		for i := range out {
			out[i] = i * (len(x) - 1) / (n - 1)
		}
		return out
	}
	return chart.Model{Kind: chart.Line, Series: []chart.Series{s}, Time: true, Format: format(env), Thin: thin}
}
