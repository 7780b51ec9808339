package metric

// LTTB returns the indices of the points that keep the look of a line when only
// threshold points can be drawn: Largest Triangle Three Buckets (Sveinn
// Steinarsson, "Downsampling Time Series for Visual Representation", 2013). The
// first and the last point are always kept. All indices are returned when
// threshold is 0 or not below the number of points.
//
// Of points that make equally large triangles the first wins. A threshold of 1
// or 2 gives the ends.
func LTTB(xs, ys []float64, threshold int) []int {
	n := min(len(xs), len(ys))
	if threshold <= 0 || threshold >= n {
		return upTo(n)
	}
	if threshold < 3 {
		return []int{0, n - 1}[:threshold]
	}
	kept := make([]int, 0, threshold)
	kept = append(kept, 0)
	every := float64(n-2) / float64(threshold-2) // points per bucket, not a whole number
	edge := func(bucket int) int { return int(float64(bucket)*every) + 1 }
	last := 0
	for bucket := range threshold - 2 {
		x, y := centre(xs, ys, edge(bucket+1), min(edge(bucket+2), n))
		last = largest(xs, ys, last, edge(bucket), edge(bucket+1), x, y)
		kept = append(kept, last)
	}
	return append(kept, n-1)
}

// centre returns the mean of the points from to before to.
func centre(xs, ys []float64, from, to int) (x, y float64) {
	for i := from; i < to; i++ {
		x += xs[i]
		y += ys[i]
	}
	n := float64(to - from)
	return x / n, y / n
}

// largest returns the point from to before to that makes the largest triangle
// with the point kept last and the centre of the next bucket.
func largest(xs, ys []float64, last, from, to int, x, y float64) int {
	best, area := from, -1.0
	for i := from; i < to; i++ {
		a := (xs[last]-x)*(ys[i]-ys[last]) - (xs[last]-xs[i])*(y-ys[last])
		if a < 0 {
			a = -a
		}
		if a > area {
			best, area = i, a
		}
	}
	return best
}

func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}
