package chart

import "math"

// Kind is how values are drawn.
type Kind int

// The kinds.
const (
	Line Kind = iota // a line through the values, broken where one is missing
	Bar              // a bar a value, from zero
)

// Series is a row of values with a name. X ascends; Y is NaN where there is no
// value. Both have the same length.
type Series struct {
	Name string
	X, Y []float64

	// Outline, which may be nil, holds the indices of the points that keep the
	// shape of a very long line; see OutlineOf. Pointing still finds every point.
	Outline []int
}

// Model is what a chart shows. All series of one model share their X.
type Model struct {
	Kind   Kind
	Series []Series

	// Time says that X is in seconds since 1970 UTC. Without it, X counts
	// categories from 0 and Categories names them.
	Time       bool
	Categories []string

	// Mirrored draws time and categories from right to left, the value axis on
	// the right.
	Mirrored bool

	// Summary is the line above the picture: how many values, from when to when.
	Summary string
	// Empty is shown instead of a picture when there is no value.
	Empty string

	Format Format

	// Thin chooses at most n of the points so that the line keeps its shape and
	// returns their indices, ascending. Lines of more points than pixels need it.
	Thin func(x, y []float64, n int) []int
}

// Format writes numbers and moments for people. All fields are required.
type Format struct {
	Value func(v float64) string                // on the axis and when pointed at
	Point func(x float64) string                // the moment pointed at
	Tick  func(x float64, step TimeStep) string // a moment on the axis
}

// empty reports whether there is no value at all.
func (m Model) empty() bool {
	for _, s := range m.Series {
		for _, y := range s.Y {
			if !math.IsNaN(y) {
				return false
			}
		}
	}
	return true
}

// length returns the number of points of a series.
func (m Model) length() int {
	if len(m.Series) == 0 {
		return 0
	}
	return len(m.Series[0].X)
}

// valueRange returns the range the value axis has to show. Bars begin at zero,
// whatever the values; lines of values that are all far from zero do not.
func (m Model) valueRange() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, s := range m.Series {
		for _, y := range s.Y {
			if !math.IsNaN(y) {
				low, high = min(low, y), max(high, y)
			}
		}
	}
	if m.Kind == Bar || low > 0 && low < high/2 {
		low, high = min(low, 0), max(high, 0)
	}
	if low == high {
		if low == 0 {
			return 0, 1
		}
		low, high = min(0, low), max(0, high)
	}
	return low, high
}
