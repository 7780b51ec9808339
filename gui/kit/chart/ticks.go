package chart

import (
	"math"
	"time"
)

// valueTicks returns round values that cover low to high with at most count
// steps, in steps of 1, 2 or 5 times a power of ten (Heckbert, "Nice Numbers
// for Graph Labels", Graphics Gems, 1990). The first is at or below low, the
// last at or above high.
func valueTicks(low, high float64, count int) []float64 {
	span := high - low
	if !(span > 0) || math.IsInf(span, 0) || count < 1 {
		return []float64{low}
	}
	step := niceStep(span / float64(count))
	first, last := math.Floor(low/step), math.Ceil(high/step)
	ticks := make([]float64, 0, int(last-first)+1)
	for i := first; i <= last; i++ {
		ticks = append(ticks, i*step)
	}
	return ticks
}

// niceStep returns the smallest of 1, 2, 5 times a power of ten that is not
// below raw.
func niceStep(raw float64) float64 {
	base := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, f := range []float64{1, 2, 5} {
		if f*base >= raw*(1-1e-12) {
			return f * base
		}
	}
	return 10 * base
}

// TimeStep is the distance between two ticks of a time axis.
type TimeStep int

// The steps.
const (
	Hours TimeStep = iota
	Days
	Months
	Years
)

// timeGrid is a step with how many of it lie between two ticks.
type timeGrid struct {
	step TimeStep
	n    int
}

// seconds is the usual length of the grid's step.
func (g timeGrid) seconds() float64 {
	hours := map[TimeStep]float64{Hours: 1, Days: 24, Months: 24 * 30.44, Years: 24 * 365.25}
	return hours[g.step] * float64(g.n) * 3600
}

// timeTicks returns moments at round places (full hours, days, first of
// months, years) between low and high in seconds since 1970 UTC, at most count
// of them, and their step.
func timeTicks(low, high float64, count int) ([]float64, TimeStep) {
	grid := gridFor((high - low) / float64(max(count, 1)))
	var ticks []float64
	for t := grid.first(time.Unix(int64(math.Floor(low)), 0).UTC()); float64(t.Unix()) <= high; t = grid.next(t) {
		if s := float64(t.Unix()); s >= low {
			ticks = append(ticks, s)
		}
		if len(ticks) > count+2 {
			break
		}
	}
	return ticks, grid.step
}

// gridFor returns the finest grid whose ticks are at least gap seconds apart.
func gridFor(gap float64) timeGrid {
	for _, g := range []timeGrid{
		{Hours, 1},
		{Hours, 3},
		{Hours, 6},
		{Hours, 12},
		{Days, 1},
		{Days, 2},
		{Days, 7},
		{Days, 14},
		{Months, 1},
		{Months, 2},
		{Months, 3},
		{Months, 6},
		{Years, 1},
		{Years, 2},
		{Years, 5},
		{Years, 10},
	} {
		if g.seconds() >= gap {
			return g
		}
	}
	return timeGrid{Years, int(math.Ceil(niceStep(gap / (365.25 * 24 * 3600))))}
}

// first returns a place of the grid at or before t.
func (g timeGrid) first(t time.Time) time.Time {
	y, m, d := t.Date()
	switch g.step {
	case Hours:
		return time.Date(y, m, d, t.Hour()/g.n*g.n, 0, 0, 0, time.UTC)
	case Days:
		day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		days := int(day.Unix() / 86400)
		return day.AddDate(0, 0, -(((days % g.n) + g.n) % g.n))
	case Months:
		return time.Date(y, time.Month((int(m)-1)/g.n*g.n+1), 1, 0, 0, 0, 0, time.UTC)
	default:
		return time.Date(y-((y%g.n)+g.n)%g.n, 1, 1, 0, 0, 0, 0, time.UTC)
	}
}

func (g timeGrid) next(t time.Time) time.Time {
	switch g.step {
	case Hours:
		return t.Add(time.Duration(g.n) * time.Hour)
	case Days:
		return t.AddDate(0, 0, g.n)
	case Months:
		return t.AddDate(0, g.n, 0)
	default:
		return t.AddDate(g.n, 0, 0)
	}
}
