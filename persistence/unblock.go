package persistence

import (
	"encoding/binary"
	"math"

	"athar/domain/metric"
)

// blockReader reads a block's payload. After the first thing that does not fit
// it is bad and gives zeros.
type blockReader struct {
	buf []byte
	bad bool
}

func (r *blockReader) take(n uint64) []byte {
	if r.bad || n > uint64(len(r.buf)) {
		r.bad = true
		return nil
	}
	out := r.buf[:n]
	r.buf = r.buf[n:]
	return out
}

func (r *blockReader) byte() byte {
	b := r.take(1)
	if r.bad {
		return 0
	}
	return b[0]
}

func (r *blockReader) uvarint() uint64 {
	v, n := binary.Uvarint(r.buf)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.take(uint64(n))
	return v
}

func (r *blockReader) varint() int64 {
	v, n := binary.Varint(r.buf)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.take(uint64(n))
	return v
}

// bits returns a bit per row; never fewer than n bits.
func (r *blockReader) bits(n int) []byte {
	b := r.take(uint64(n+7) / 8)
	if r.bad {
		return make([]byte, (n+7)/8)
	}
	return b
}

func isSet(bits []byte, i int) bool { return bits[i/8]&(1<<(i%8)) != 0 }

// read appends what the block holds to the table, whose columns and dims are
// there already. It reports whether the block was well formed.
func (r *blockReader) read(t *metric.Table, withIDs bool) bool {
	switch r.byte() {
	case blockRows:
		r.rows(t, withIDs)
	case blockWords:
		r.words(t)
	default:
		r.bad = true
	}
	return !r.bad && len(r.buf) == 0
}

func (r *blockReader) rows(t *metric.Table, withIDs bool) {
	count := r.uvarint()
	if count == 0 || count > rowsPerBlock {
		r.bad = true
		return
	}
	n := int(count)
	t.Times = r.times(t.Times, n)
	if mode := r.byte(); (mode == idsFront) != withIDs || mode > idsFront {
		r.bad = true
	}
	if withIDs {
		t.IDs = r.ids(t.IDs, n)
	}
	for i := range t.Columns {
		t.Columns[i].Values = r.cells(t.Columns[i].Values, n)
	}
	for i := range t.Dims {
		d := &t.Dims[i]
		for range n {
			word := r.uvarint()
			if word >= uint64(len(d.Words)) {
				r.bad = true
			}
			if r.bad {
				return
			}
			d.Index = append(d.Index, uint16(word))
		}
	}
}

func (r *blockReader) times(to []int64, n int) []int64 {
	mode := r.byte()
	var known []byte
	switch mode {
	case timesNone, timesAll:
	case timesSome:
		known = r.bits(n)
	default:
		r.bad = true
	}
	last := int64(0)
	for i := range n {
		if r.bad {
			return to
		}
		if mode == timesNone || (mode == timesSome && !isSet(known, i)) {
			to = append(to, metric.NoTime)
			continue
		}
		last += r.varint()
		to = append(to, last)
	}
	return to
}

func (r *blockReader) ids(to []string, n int) []string {
	last := ""
	for range n {
		shared, rest := r.uvarint(), r.uvarint()
		if shared > uint64(len(last)) || rest > maxCell || shared+rest > maxCell {
			r.bad = true
		}
		tail := r.take(rest)
		if r.bad {
			return to
		}
		id := last[:shared] + string(tail)
		to = append(to, id)
		last = id
	}
	return to
}

func (r *blockReader) cells(to []float64, n int) []float64 {
	mode := r.byte()
	var known []byte
	switch mode {
	case cellsNone, cellsInts, cellsFloat:
	case cellsSome:
		known = r.bits(n)
	default:
		r.bad = true
	}
	for i := range n {
		if r.bad {
			return to
		}
		switch {
		case mode == cellsNone, mode == cellsSome && !isSet(known, i):
			to = append(to, metric.Missing)
		case mode == cellsFloat:
			if raw := r.take(8); !r.bad {
				to = append(to, math.Float64frombits(binary.LittleEndian.Uint64(raw)))
			}
		default:
			to = append(to, float64(r.varint()))
		}
	}
	return to
}

func (r *blockReader) words(t *metric.Table) {
	dim, count := r.uvarint(), r.uvarint()
	if dim >= uint64(len(t.Dims)) || count > math.MaxUint16+1 {
		r.bad = true
		return
	}
	d := &t.Dims[dim]
	for range count {
		size := r.uvarint()
		if size > maxCell || len(d.Words) > math.MaxUint16 {
			r.bad = true
		}
		word := r.take(size)
		if r.bad {
			return
		}
		d.Words = append(d.Words, string(word))
	}
}
