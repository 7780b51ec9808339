package persistence

import (
	"encoding/binary"
	"math"

	"athar/domain/metric"
)

// The rows of a data set lie in blocks of about a thousand, which hold all
// columns of their rows. A block's payload starts with what it is:
//
//	'r'  rows: count, times, ids, columns, dims
//	'w'  words of a dim: dim, count, words
//
// Numbers are unsigned varints, signed ones zigzag varints, floats eight bytes
// little endian. Blocks of words come before the blocks of rows.
const (
	blockRows  = 'r'
	blockWords = 'w'

	blockSchema  = 1
	rowsPerBlock = 1000
	maxBlock     = 448 << 10 // leaves room for the envelope
	maxCell      = 64 << 10  // bytes of one id or word
)

// How the times of a block lie.
const (
	timesNone  = 0 // no row has one
	timesAll   = 1 // differences
	timesSome  = 2 // a bit per row, then differences of those there are
	idsNone    = 0
	idsFront   = 1 // bytes shared with the id before, then the rest
	cellsNone  = 0 // no row has a figure
	cellsInts  = 1 // whole numbers
	cellsSome  = 2 // a bit per row, then whole numbers where there are any
	cellsFloat = 3 // floats; NaN where a figure is missing
)

// appendRows appends a block of the rows from to to.
func appendRows(b []byte, t *metric.Table, from, to int) []byte {
	b = append(b, blockRows)
	b = binary.AppendUvarint(b, uint64(to-from))
	b = appendTimes(b, t.Times[from:to])
	if t.IDs == nil {
		b = append(b, idsNone)
	} else {
		b = appendIDs(append(b, idsFront), t.IDs[from:to])
	}
	for i := range t.Columns {
		b = appendCells(b, t.Columns[i].Values[from:to])
	}
	for i := range t.Dims {
		for _, word := range t.Dims[i].Index[from:to] {
			b = binary.AppendUvarint(b, uint64(word))
		}
	}
	return b
}

func appendTimes(b []byte, times []int64) []byte {
	known := 0
	for _, s := range times {
		if s != metric.NoTime {
			known++
		}
	}
	switch known {
	case 0:
		return append(b, timesNone)
	case len(times):
		b = append(b, timesAll)
	default:
		b = append(b, timesSome)
		b = appendBits(b, len(times), func(i int) bool { return times[i] != metric.NoTime })
	}
	last := int64(0)
	for _, s := range times {
		if s != metric.NoTime {
			b = binary.AppendVarint(b, s-last) // may wrap around, and back when read
			last = s
		}
	}
	return b
}

func appendIDs(b []byte, ids []string) []byte {
	last := ""
	for _, id := range ids {
		n := 0
		for n < len(id) && n < len(last) && id[n] == last[n] {
			n++
		}
		b = binary.AppendUvarint(b, uint64(n))
		b = binary.AppendUvarint(b, uint64(len(id)-n))
		b = append(b, id[n:]...)
		last = id
	}
	return b
}

func appendCells(b []byte, values []float64) []byte {
	known, whole := 0, true
	for _, v := range values {
		if metric.IsMissing(v) {
			continue
		}
		known++
		whole = whole && isWhole(v)
	}
	switch {
	case known == 0:
		return append(b, cellsNone)
	case !whole:
		b = append(b, cellsFloat)
		for _, v := range values {
			if metric.IsMissing(v) {
				v = metric.Missing // one bit pattern for all of them
			}
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
		return b
	case known == len(values):
		b = append(b, cellsInts)
	default:
		b = append(b, cellsSome)
		b = appendBits(b, len(values), func(i int) bool { return !metric.IsMissing(values[i]) })
	}
	for _, v := range values {
		if !metric.IsMissing(v) {
			b = binary.AppendVarint(b, int64(v))
		}
	}
	return b
}

// isWhole reports whether the value comes back the same from an int64. Minus
// zero does not.
func isWhole(v float64) bool {
	const most = 1 << 53
	return v >= -most && v <= most && v == math.Trunc(v) && (v != 0 || !math.Signbit(v))
}

func appendBits(b []byte, n int, set func(int) bool) []byte {
	at := len(b)
	b = append(b, make([]byte, (n+7)/8)...)
	for i := range n {
		if set(i) {
			b[at+i/8] |= 1 << (i % 8)
		}
	}
	return b
}

// appendWords appends a block of a dim's words from index from on, as many as
// fit, and returns the index of the first that did not.
func appendWords(b []byte, dim int, words []string, from int) ([]byte, int) {
	to, size := from, 0
	for to < len(words) && (to == from || size+len(words[to])+4 <= maxBlock) {
		size += len(words[to]) + 4
		to++
	}
	b = append(b, blockWords)
	b = binary.AppendUvarint(b, uint64(dim))
	b = binary.AppendUvarint(b, uint64(to-from))
	for _, w := range words[from:to] {
		b = binary.AppendUvarint(b, uint64(len(w)))
		b = append(b, w...)
	}
	return b, to
}
