package typeset

import (
	"sort"

	"athar/domain/text/bidi"
)

// Position is a place between two runes, or at an end of the text.
type Position struct {
	// Index is the number of runes before it.
	Index int
	// Affinity tells which of two places on the screen is meant where one index has two.
	Affinity Affinity
}

// Affinity is the side to which a position belongs where the text turns its direction, and
// where a line is wrapped.
type Affinity uint8

const (
	// Downstream is beside the rune behind the position: at the beginning of the next line.
	Downstream Affinity = iota
	// Upstream is beside the rune before it: at the end of the wrapped line, or where
	// typing would go on with what was typed last.
	Upstream
)

// Caret is a position on the screen.
type Caret struct {
	Line           int
	X, Top, Height float32
}

// Rect is a part of a line, from the left end to the right and as high as the line.
type Rect struct {
	Line                int
	X, Y, Width, Height float32
}

// row is a line of the layout together with what is known about it.
type row struct {
	block *block
	line  *line
	box   *lineBox
	start int // of the block, in runes
	index int // of the line, in the layout
	k     int // of the line, in the block
	of    int // of the block, in the layout
}

// row returns line i, which has to exist.
func (l *Layout) row(i int) row {
	l.locate()
	of := sort.SearchInts(l.firsts[1:len(l.blocks)+1], i+1)
	b := l.blocks[of]
	k := i - l.firsts[of]
	return row{
		block: b, line: &b.lines[k], box: l.setter.box(b, k),
		start: l.starts[of], index: i, k: k, of: of,
	}
}

// Line returns line i, from 0 to Lines()-1.
func (l *Layout) Line(i int) LineBox {
	r := l.row(i)
	return LineBox{
		Start: r.firstRune(), End: r.endRune(),
		Top: l.tops[r.of] + r.line.top, Height: r.line.height(), Baseline: r.line.ascent,
		X: l.origin(r) + r.box.left.pixels(), Width: (r.box.right - r.box.left).pixels(),
		Direction: r.block.direction(), Soft: r.line.soft, Runs: r.box.runs,
	}
}

// LineAt returns the line at height y; the first or the last for what is above or below.
func (l *Layout) LineAt(y float32) int {
	l.locate()
	of := sort.Search(len(l.blocks)-1, func(k int) bool { return l.tops[k+1] > y })
	for of > 0 && len(l.blocks[of].lines) == 0 {
		of-- // cut away
	}
	lines := l.blocks[of].lines
	y -= l.tops[of]
	k := sort.Search(len(lines)-1, func(k int) bool { return lines[k+1].top > y })
	return l.firsts[of] + k
}

func (r row) firstRune() int { return r.start + int(r.block.cells[r.line.start]) }

func (r row) endRune() int { return r.start + int(r.block.cells[r.line.end]) }

func (r row) rtl() bool { return r.block.direction() == bidi.RTL }

// last reports whether the line is the last of its paragraph.
func (r row) last() bool { return r.k == len(r.block.lines)-1 }

// origin returns where the left end of the line's box is: its hanging blanks may be
// outside of the width.
func (l *Layout) origin(r row) float32 {
	p := l.setter.params
	if p.Width <= 0 {
		return 0
	}
	room := p.Width - (r.box.right - r.box.left).pixels()
	switch rtl := r.rtl(); p.Align {
	case AlignCenter:
		room /= 2
	case AlignRight:
	case AlignLeft:
		room = 0
	default:
		if rtl == (p.Align == AlignEnd) {
			room = 0
		}
	}
	return room - r.box.left.pixels()
}

// gapX returns where a gap of the line is. Blanks that hang over do not take the caret out
// of the width; only a character that is wider does.
func (l *Layout) gapX(r row, gap int) float32 {
	low, high := l.bounds(r)
	return min(max(l.origin(r)+r.box.gaps[gap].pixels(), low), high)
}

// bounds returns how far left and right the caret may stand on a line.
func (l *Layout) bounds(r row) (low, high float32) {
	x, n := l.origin(r), r.box.cells()
	if width := l.setter.params.Width; width > 0 {
		return min(0, x+r.box.left.pixels()), max(width, x+r.box.right.pixels())
	}
	return x, x + r.box.gaps[n].pixels()
}

// place finds the line and the gap of a position.
func (l *Layout) place(p Position) (r row, gap int) {
	index := l.clamp(p.Index)
	of := l.blockAt(index)
	for of > 0 && len(l.blocks[of].lines) == 0 {
		of--
		index = l.starts[of] + len(l.blocks[of].text)
	}
	b := l.blocks[of]
	local := min(index-l.starts[of], len(b.text))
	cell := int32(b.cellAt(local))
	if int(b.cells[cell]) != local {
		p.Affinity = Downstream // a rune within a cell stands for the cell
	}
	k := sort.Search(len(b.lines)-1, func(k int) bool { return b.lines[k+1].start > cell })
	if p.Affinity == Upstream && k > 0 && b.lines[k].start == cell && b.lines[k-1].soft {
		k--
	}
	r = l.row(l.firsts[of] + k)
	return r, r.gap(min(cell, r.line.end), p.Affinity)
}

// gap returns the gap beside a cell of the line: before it if the position belongs to it,
// else behind the cell before. The ends of a paragraph are at the ends of its lines, on
// the side that the paragraph's direction says.
func (r row) gap(cell int32, affinity Affinity) int {
	c, n := int(cell-r.line.start), r.box.cells()
	switch {
	case c == n && (n == 0 || affinity == Downstream):
		return r.endGap()
	case c == 0 && affinity == Upstream:
		return r.startGap()
	case affinity == Downstream:
		return r.edge(c, false)
	}
	return r.edge(c-1, true)
}

// startGap is where the line begins to be read, endGap where that ends.
func (r row) startGap() int {
	if r.rtl() {
		return r.box.cells()
	}
	return 0
}

func (r row) endGap() int { return r.box.cells() - r.startGap() }

// edge returns the gap at an end of cell c of the line: at its logical end, or its start.
func (r row) edge(c int, end bool) int {
	if r.box.rtl[c] != end {
		return int(r.box.place[c]) + 1
	}
	return int(r.box.place[c])
}

// Caret returns where the caret stands for a position: always within a line.
func (l *Layout) Caret(p Position) Caret {
	r, gap := l.place(p)
	return Caret{Line: r.index, X: l.gapX(r, gap), Top: l.tops[r.of] + r.line.top, Height: r.line.height()}
}

// Hit returns the position closest to a point. Above the first line it is on the first,
// below the last on the last, and beside a line it is at that end of the line.
func (l *Layout) Hit(x, y float32) Position {
	return l.hitLine(l.row(l.LineAt(y)), x)
}

func (l *Layout) hitLine(r row, x float32) Position {
	n := r.box.cells()
	low, high := l.bounds(r)
	inside := x - l.origin(r)
	place := sort.Search(n, func(i int) bool { return r.box.gaps[i+1].pixels() > inside })
	switch {
	case n == 0 || inside < r.box.gaps[0].pixels() || x <= low && r.box.gaps[0] < r.box.left:
		return r.at(0, 0)
	case place == n || x >= high:
		return r.at(n, 0)
	}
	c := int(r.box.order[place])
	middle := (r.box.gaps[place] + r.box.gaps[place+1]).pixels() / 2
	return r.beside(c, inside >= middle != r.box.rtl[c])
}

// beside returns the position at the logical end of cell c of the line, or at its start.
func (r row) beside(c int, end bool) Position {
	cell := int(r.line.start) + c
	if end {
		return Position{r.start + int(r.block.cells[cell+1]), Upstream}
	}
	return Position{r.start + int(r.block.cells[cell]), Downstream}
}

// lineEdge returns the position at the line's end, or at its start. What was wrapped ends
// before the next line begins; a line that is not wrapped, before the break that ends it.
func (r row) lineEdge(end bool) Position {
	switch {
	case !end && r.k > 0 || !end && r.box.cells() == 0:
		return Position{r.firstRune(), Downstream}
	case !end:
		// The paragraph's start is on its start side whatever its first letter.
		p := Position{r.firstRune(), Downstream}
		if r.edge(0, false) != r.startGap() {
			p.Affinity = Upstream
		}
		return p
	case r.line.soft:
		return Position{r.endRune(), Upstream}
	case !r.last():
		return r.beforeBreak()
	}
	return Position{r.endRune(), Downstream}
}

// beforeBreak returns the position before the character that forces the line to end.
func (r row) beforeBreak() Position {
	if n := r.box.cells(); n > 0 {
		return r.beside(n-1, false)
	}
	return Position{r.firstRune(), Downstream}
}
