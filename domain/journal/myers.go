package journal

// maxSteps bounds the work of one comparison: sequences that differ by more
// insertions and removals are taken as having nothing in common between their
// equal ends. Memory is at most the square of it in bytes, twice.
const maxSteps = 2000

// hunk says that a[fromA:toA] became b[fromB:toB].
type hunk struct {
	fromA, toA int
	fromB, toB int
}

// compare returns the hunks that turn a into b, in order and apart from each
// other, after Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
func compare(a, b []string) []hunk {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	ids := map[string]int32{}
	ia, ib := numbered(a[head:len(a)-tail], ids), numbered(b[head:len(b)-tail], ids)
	out := shortest(ia, ib)
	for i := range out {
		out[i].fromA += head
		out[i].toA += head
		out[i].fromB += head
		out[i].toB += head
	}
	return out
}

// numbered replaces tokens by numbers, which compare at once.
func numbered(tokens []string, ids map[string]int32) []int32 {
	out := make([]int32, len(tokens))
	for i, t := range tokens {
		id, ok := ids[t]
		if !ok {
			id = int32(len(ids))
			ids[t] = id
		}
		out[i] = id
	}
	return out
}

// shortest finds a shortest edit script, or gives up in one hunk.
func shortest(a, b []int32) []hunk {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	whole := []hunk{{0, len(a), 0, len(b)}}
	if len(a) == 0 || len(b) == 0 {
		return whole
	}
	most := min(len(a)+len(b), maxSteps)
	// far[k+off] is how far into a the furthest path on diagonal k reaches, where
	// k is the place in a less the place in b. trace keeps it for every step.
	off := most + 1
	far := make([]int32, 2*off+1)
	var trace [][]int32
	for d := 0; d <= most; d++ {
		for k := -d; k <= d; k += 2 {
			x := far[k-1+off] + 1
			if k == -d || k != d && far[k-1+off] < far[k+1+off] {
				x = far[k+1+off]
			}
			y := x - int32(k)
			for int(x) < len(a) && int(y) < len(b) && a[x] == b[y] {
				x, y = x+1, y+1
			}
			far[k+off] = x
			if int(x) == len(a) && int(y) == len(b) {
				return backtrack(trace, len(a), len(b))
			}
		}
		row := make([]int32, d+1) // diagonals -d, -d+2 … d
		for i := range row {
			row[i] = far[2*i-d+off]
		}
		trace = append(trace, row)
	}
	return whole
}

// backtrack walks the trace from the end and returns the hunks in order.
func backtrack(trace [][]int32, x, y int) []hunk {
	var out []hunk // last one first
	for d := len(trace); d > 0; d-- {
		row := trace[d-1]
		at := func(k int) int { return int(row[(k+d-1)/2]) }
		k := x - y
		fromX, fromY := 0, 0
		if k == -d || k != d && at(k-1) < at(k+1) {
			fromX = at(k + 1)
			fromY = fromX - (k + 1)
		} else {
			fromX = at(k - 1)
			fromY = fromX - (k - 1)
		}
		// One token was removed or inserted at (fromX, fromY); equal ones followed.
		step := hunk{fromX, fromX, fromY, fromY}
		if x-y > fromX-fromY {
			step.toA++
		} else {
			step.toB++
		}
		if n := len(out); n > 0 && out[n-1].fromA == step.toA && out[n-1].fromB == step.toB {
			out[n-1].fromA, out[n-1].fromB = step.fromA, step.fromB
		} else {
			out = append(out, step)
		}
		x, y = fromX, fromY
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
