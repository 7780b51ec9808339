package metrics

import (
	"slices"
	"strconv"

	"athar/domain/metric"
)

// buckets takes over what periods add up to.
func (f *figures) buckets(list []metric.Bucket) {
	n := len(list)
	f.X, f.Y = make([]float64, n), make([]float64, n)
	f.Sums, f.Means, f.Count = make([]float64, n), make([]float64, n), make([]int, n)
	for i, b := range list {
		f.X[i] = float64(b.Start.Unix())
		f.put(i, b.Sum, b.Mean(), b.Count)
	}
}

func (f *figures) put(i int, sum, mean float64, count int) {
	f.Sums[i], f.Means[i], f.Count[i] = sum, mean, count
	if f.Y[i] = sum; !f.Adds {
		f.Y[i], f.Sums[i] = mean, metric.Missing
	}
}

// rows takes over every figure with a moment.
func (f *figures) rows(s metric.Series) {
	points := s.Points()
	f.X, f.Y = make([]float64, len(points.Times)), points.Values
	for i, at := range points.Times {
		f.X[i] = float64(at)
	}
}

// words takes over groups: numbers in their order, words by their figure, rows
// without a word at the end.
func (f *figures) words(groups []metric.Group) {
	f.Words = make([]string, len(groups))
	f.X, f.Y = make([]float64, len(groups)), make([]float64, len(groups))
	f.Sums, f.Means, f.Count = make([]float64, len(groups)), make([]float64, len(groups)), make([]int, len(groups))
	f.sort(groups)
	for i, g := range groups {
		f.X[i], f.Words[i] = float64(i), g.Word
		sum := g.Sum
		if g.Count == 0 {
			sum = metric.Missing
		}
		f.put(i, sum, g.Mean, g.Count)
	}
}

func (f *figures) sort(groups []metric.Group) {
	number := make(map[string]float64, len(groups))
	for _, g := range groups {
		if v, err := strconv.ParseFloat(g.Word, 64); err == nil {
			number[g.Word] = v
		}
	}
	figure := func(g metric.Group) float64 {
		if f.Adds || g.Count == 0 {
			return g.Sum
		}
		return g.Mean
	}
	slices.SortStableFunc(groups, func(a, b metric.Group) int {
		na, aIs := number[a.Word]
		nb, bIs := number[b.Word]
		switch {
		case (a.Word == "") != (b.Word == ""):
			return order(a.Word == "", true)
		case aIs && bIs:
			return order(na > nb, na != nb)
		case aIs != bIs:
			return order(bIs, true)
		}
		return order(figure(a) < figure(b), figure(a) != figure(b))
	})
}

// order returns 1 when a comes after b, -1 when before, 0 when they are equal.
func order(after, differ bool) int {
	switch {
	case !differ:
		return 0
	case after:
		return 1
	}
	return -1
}
