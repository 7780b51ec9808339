package chart

import "math"

// pixelsPerPoint is how far apart the points of a thinned line are.
const pixelsPerPoint = 2

// loneDot is the most points a line may have for each to get a mark.
const loneDot = 60

// lines draws every series as a line that stops at missing values.
func (s *Scene) lines(m Model, k Metrics) {
	for i, series := range m.Series {
		ink := InkSeries + Ink(i)
		var px, py float32
		inLine, alone := false, false
		flush := func() {
			if alone {
				s.Marks = append(s.Marks, Mark{px, py, k.Line * 2.5, i, ink})
			}
			inLine, alone = false, false
		}
		for _, j := range visiblePoints(m, series, s.Plot.W) {
			y := series.Y[j]
			if math.IsNaN(y) {
				flush()
				continue
			}
			x, yy := s.axes.x(series.X[j]), s.axes.y(y)
			if inLine {
				s.Strokes = append(s.Strokes, Stroke{px, py, x, yy, k.Line, ink})
			}
			alone = !inLine // a value between two gaps would not be seen as a line
			px, py, inLine = x, yy, true
			if len(series.X) <= loneDot {
				s.Marks = append(s.Marks, Mark{x, yy, k.Line * 2.5, i, ink})
			}
		}
		flush()
	}
}

// visiblePoints returns the indices of the points to draw: all, or as many as
// the width can show. Missing values always stay, or a gap would close.
func visiblePoints(m Model, series Series, width float32) []int {
	n := int(width / pixelsPerPoint)
	if len(series.X) <= n || m.Thin == nil {
		all := make([]int, len(series.X))
		for i := range all {
			all[i] = i
		}
		return all
	}
	if len(series.Outline) <= n {
		return thinRuns(m.Thin, series, n)
	}
	outline := Series{X: pick(series.X, series.Outline), Y: pick(series.Y, series.Outline)}
	thinned := thinRuns(m.Thin, outline, n)
	for i, at := range thinned {
		thinned[i] = series.Outline[at]
	}
	return thinned
}

// outlinePoints is enough for a chart as wide as any screen.
const outlinePoints = 8000

// OutlineOf returns the indices of the points of a very long line that keep its
// shape and its gaps, nil for a line that is short enough as it is. Whoever
// prepares a model away from the window's goroutine calls it there: looking at
// hundreds of thousands of points takes longer than a frame should.
func OutlineOf(x, y []float64, thin func(x, y []float64, n int) []int) []int {
	if len(x) <= outlinePoints {
		return nil
	}
	return thinRuns(thin, Series{X: x, Y: y}, outlinePoints)
}

func pick(from []float64, indices []int) []float64 {
	out := make([]float64, len(indices))
	for i, at := range indices {
		out[i] = from[at]
	}
	return out
}

// thinRuns thins each run of values by itself and keeps one missing value
// between two runs.
func thinRuns(thin func(x, y []float64, n int) []int, series Series, n int) []int {
	var out []int
	total := len(series.X)
	for start := 0; start < total; {
		if math.IsNaN(series.Y[start]) {
			if len(out) == 0 || !math.IsNaN(series.Y[out[len(out)-1]]) {
				out = append(out, start)
			}
			start++
			continue
		}
		end := start
		for end < total && !math.IsNaN(series.Y[end]) {
			end++
		}
		share := max(3, n*(end-start)/total)
		if end-start <= share {
			for i := start; i < end; i++ {
				out = append(out, i)
			}
		} else {
			for _, i := range thin(series.X[start:end], series.Y[start:end], share) {
				out = append(out, start+i)
			}
		}
		start = end
	}
	return out
}

// maxThinned is how many thinned runs of values are remembered.
const maxThinned = 256

// remembering returns the model with a Thin that does not do the same work
// twice: Fyne lays a new widget out and refreshes it right after, and of a long
// line thinning is what takes the time.
func (m Model) remembering() Model {
	thin := m.Thin
	if thin == nil {
		return m
	}
	type run struct {
		first     *float64 // of the values: they stay where they are
		length, n int
	}
	known := map[run][]int{}
	m.Thin = func(x, y []float64, n int) []int {
		r := run{&y[0], len(y), n}
		if kept, ok := known[r]; ok {
			return kept
		}
		if len(known) == maxThinned {
			clear(known)
		}
		known[r] = thin(x, y, n)
		return known[r]
	}
	return m
}

// bars draws every value as a bar from zero; several series stand side by side.
func (s *Scene) bars(m Model) {
	n := m.length()
	slotWidth := s.Plot.W / float32((s.axes.to-s.axes.from)/slot(m.Series[0].X))
	barWidth := max(1, slotWidth*0.8/float32(len(m.Series)))
	zero := s.axes.y(0)
	for i, series := range m.Series {
		shift := (float32(i) - float32(len(m.Series)-1)/2) * barWidth
		if m.Mirrored {
			shift = -shift
		}
		last, tallest := float32(-1), 0.0
		for j := range series.X {
			y := series.Y[j]
			if math.IsNaN(y) || y == 0 {
				continue
			}
			x := s.axes.x(series.X[j]) + shift - barWidth/2
			if column := float32(math.Floor(float64(x))); n > maxBars {
				// Bars thinner than a pixel share a column; the tallest is seen anyway.
				if column == last && math.Abs(y) <= tallest {
					continue
				}
				if column == last {
					s.Boxes = s.Boxes[:len(s.Boxes)-1]
				}
				x, last, tallest = column, column, math.Abs(y)
			}
			// A bar too small to be seen is a pixel high, on its side of zero.
			height := max(1, float32(math.Abs(float64(s.axes.y(y)-zero))))
			top := zero
			if y > 0 {
				top -= height
			}
			s.Boxes = append(s.Boxes, Box{x, top, barWidth, height, InkSeries + Ink(i)})
		}
	}
}

// Nearest returns the index of the point nearest to a place, -1 when there is
// none.
func (s Scene) Nearest(m Model, x float32) int {
	n := m.length()
	if n == 0 || s.Plot.W <= 0 {
		return -1
	}
	want := s.axes.at(x)
	xs := m.Series[0].X
	low, high := 0, n-1
	for low < high {
		mid := (low + high) / 2
		if xs[mid] < want {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low > 0 && want-xs[low-1] < xs[low]-want {
		low--
	}
	return low
}

// PlaceOf returns where the value of a series at an index is; ok is false when
// it is missing.
func (s Scene) PlaceOf(series Series, index int) (x, y float32, ok bool) {
	v := series.Y[index]
	if math.IsNaN(v) {
		return 0, 0, false
	}
	return s.axes.x(series.X[index]), s.axes.y(v), true
}
