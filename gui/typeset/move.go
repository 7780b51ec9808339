package typeset

// Left returns the position one character further left, Right one further right, as the
// eye sees it: at the end of a line they go on to the next line or to the one before,
// depending on the direction of the paragraph. At the end of the text they stay.
//
// Every place of a line is visited once. The end of a wrapped line and the beginning of
// the next are the same place in the text, and only the latter is visited.
func (l *Layout) Left(p Position) Position { return l.step(p, -1) }

// Right is described with Left.
func (l *Layout) Right(p Position) Position { return l.step(p, +1) }

func (l *Layout) step(p Position, by int) Position {
	r, gap := l.place(p)
	gap += by
	leaves := gap < 0 || gap > r.box.cells()
	forward := (by > 0) != r.rtl()
	switch {
	case leaves && forward:
		return l.enter(p, r.index+1, true)
	case leaves:
		return l.enter(p, r.index-1, false)
	case gap == r.endGap() && !r.last():
		return l.enter(p, r.index+1, true)
	}
	return r.at(gap, by)
}

// enter returns the position at which the caret comes to line i: at its start from the
// line before, else at its end. Where there is no such line, p stays.
func (l *Layout) enter(p Position, i int, atStart bool) Position {
	if i < 0 || i >= l.Lines() {
		return p
	}
	r := l.row(i)
	if atStart {
		return r.at(r.startGap(), 0)
	}
	end := r.endGap()
	if r.line.soft || !r.last() {
		// The end itself is where the caret came from, or behind a forced break.
		if n := r.box.cells(); n > 0 {
			if r.rtl() {
				return r.at(end+1, 0)
			}
			return r.at(end-1, 0)
		}
	}
	return r.at(end, 0)
}

// at returns a position for a gap to which the caret moved by that many gaps. Two cells
// meet in a gap and may give it two positions: it gets that of the cell the caret has just
// passed, so that typing goes on there. At the ends of a line it is the line's end.
func (r row) at(gap, by int) Position {
	var candidates [4]Position
	list := candidates[:0]
	if gap == r.endGap() {
		list = append(list, r.lineEdge(true))
	}
	if gap == r.startGap() {
		list = append(list, r.lineEdge(false))
	}
	if passed, ok := r.neighbour(gap, by > 0); ok {
		list = append(list, passed)
	}
	if ahead, ok := r.neighbour(gap, by <= 0); ok {
		list = append(list, ahead)
	}
	for _, p := range list {
		if r.shows(p, gap) {
			return p
		}
	}
	return list[0]
}

// neighbour returns the position that the cell left or right of a gap gives it.
func (r row) neighbour(gap int, left bool) (Position, bool) {
	if left {
		gap--
	}
	if gap < 0 || gap >= r.box.cells() {
		return Position{}, false
	}
	c := int(r.box.order[gap])
	return r.beside(c, left != r.box.rtl[c]), true
}

// shows reports whether the caret for p is in the gap of this line.
func (r row) shows(p Position, gap int) bool {
	cell := int32(r.block.cellAt(p.Index - r.start))
	if p.Affinity == Upstream && cell == r.line.start && r.k > 0 && r.block.lines[r.k-1].soft ||
		cell < r.line.start || cell > r.line.end ||
		cell == r.line.end && !r.last() && !(p.Affinity == Upstream && r.line.soft) {
		return false // it is on another line
	}
	return r.gap(cell, p.Affinity) == gap
}

// LineStart returns the beginning of the line with p, and LineEnd its end: where a reader
// of the paragraph's direction begins and ends.
func (l *Layout) LineStart(p Position) Position {
	r, _ := l.place(p)
	return r.lineEdge(false)
}

// LineEnd is described with LineStart.
func (l *Layout) LineEnd(p Position) Position {
	r, _ := l.place(p)
	return r.lineEdge(true)
}

// Start returns the beginning of the text, and End its end.
func (l *Layout) Start() Position { return l.row(0).lineEdge(false) }

// End is described with Start.
func (l *Layout) End() Position { return l.row(l.Lines() - 1).lineEdge(true) }

// Vertical returns the position so many lines below p, above it if lines is negative, that
// is closest to x; and whether there was a line to go to. Keep the caret's x of the first
// such move for all that follow it: short lines must not draw the caret in.
func (l *Layout) Vertical(p Position, lines int, x float32) (Position, bool) {
	r, _ := l.place(p)
	to := min(max(r.index+lines, 0), l.Lines()-1)
	if to == r.index {
		return p, false
	}
	return l.hitLine(l.row(to), x), true
}

// Next returns the end of the character behind index i, which Delete removes, and Prev the
// start of the one before it. Line breaks are characters. At an end of the text they
// return i.
func (l *Layout) Next(i int) int {
	i = l.clamp(i)
	of := l.blockAt(i)
	b, start := l.blocks[of], l.starts[of]
	if i-start >= len(b.text) {
		return start + b.runes()
	}
	return start + int(b.cells[b.cellAt(i-start)+1])
}

// Prev is described with Next.
func (l *Layout) Prev(i int) int {
	i = l.clamp(i)
	of := l.blockAt(i)
	if i == l.starts[of] {
		if of == 0 {
			return 0
		}
		of--
		return l.starts[of] + len(l.blocks[of].text)
	}
	b, start := l.blocks[of], l.starts[of]
	if i-start > len(b.text) {
		return start + len(b.text)
	}
	c := b.cellAt(i - start)
	if int(b.cells[c]) == i-start {
		c--
	}
	return start + int(b.cells[c])
}
