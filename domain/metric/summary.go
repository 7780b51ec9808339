package metric

import "slices"

// SmallBase is the smallest base a rate is shown for: below it one person more
// or less moves the rate by more than five points.
const SmallBase = 20

// Summary says what figures are like. Mean and Median are Missing when there is
// no figure.
type Summary struct {
	Sum     float64
	Count   int // figures
	Missing int // rows without one
	Mean    float64
	Median  float64
}

// Summarize returns the summary of figures.
func Summarize(values []float64) Summary {
	s := Summary{Mean: Missing, Median: Median(values)}
	s.Sum, s.Count = Total(values)
	s.Missing = len(values) - s.Count
	if s.Count > 0 {
		s.Mean = s.Sum / float64(s.Count)
	}
	return s
}

// Total adds the figures up and counts them; gaps do not count.
func Total(values []float64) (sum float64, count int) {
	for _, v := range values {
		if !IsMissing(v) {
			sum += v
			count++
		}
	}
	return sum, count
}

// Median returns the middle figure, or the mean of the two in the middle;
// Missing when there is none.
func Median(values []float64) float64 {
	sorted := make([]float64, 0, len(values))
	for _, v := range values {
		if !IsMissing(v) {
			sorted = append(sorted, v)
		}
	}
	n := len(sorted)
	if n == 0 {
		return Missing
	}
	slices.Sort(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}

// Rate returns the sum of part over the sum of base, over the rows that have
// both figures. Rates of single rows are never averaged: a post that ten people
// saw would weigh as much as one that a million saw. It is not ok when the base
// is below SmallBase.
func Rate(part, base []float64) (rate, of float64, ok bool) {
	sum := 0.0
	for i := range min(len(part), len(base)) {
		if !IsMissing(part[i]) && !IsMissing(base[i]) {
			sum += part[i]
			of += base[i]
		}
	}
	if of < SmallBase {
		return Missing, of, false
	}
	return sum / of, of, true
}

// Group is the rows with one word of a dimension.
type Group struct {
	Word string // "" for rows without one
	Rows int
	Summary
}

// ByDim returns the figures of a metric for each word of a dimension, over all
// the tables that have both, in order of the words' first appearance.
func ByDim(metric, dim string, tables ...*Table) []Group {
	var order []string
	values := make(map[string][]float64)
	for _, t := range tables {
		c, d := t.Column(metric), t.Dim(dim)
		if c == nil || d == nil {
			continue
		}
		for row, w := range d.Index {
			word := d.Words[w]
			if _, ok := values[word]; !ok {
				order = append(order, word)
			}
			values[word] = append(values[word], c.Values[row])
		}
	}
	groups := make([]Group, len(order))
	for i, word := range order {
		groups[i] = Group{word, len(values[word]), Summarize(values[word])}
	}
	return groups
}
