package typeset

// Selection returns what to paint behind the runes from start up to end: for each line as
// many rectangles as its selected characters make on the screen, where neighbours are one.
// A selected line break is shown as a blank at the line's end, so that empty lines are
// seen to be selected. Lines out of sight need not be asked for: see SelectionIn.
func (l *Layout) Selection(start, end int) []Rect {
	return l.SelectionIn(start, end, 0, l.Lines())
}

// SelectionIn is Selection for the lines from first up to last only.
func (l *Layout) SelectionIn(start, end, first, last int) []Rect {
	if start > end {
		start, end = end, start
	}
	start, end = l.clamp(start), l.clamp(end)
	if start == end {
		return nil
	}
	a, _ := l.place(Position{Index: start})
	z, _ := l.place(Position{Index: end})
	var rects []Rect
	for i := max(a.index, first); i <= z.index && i < last; i++ {
		rects = l.selectLine(rects, l.row(i), start, end)
	}
	return rects
}

// selectLine adds the rectangles on one line.
func (l *Layout) selectLine(rects []Rect, r row, start, end int) []Rect {
	rect := Rect{Line: r.index, Y: l.tops[r.of] + r.line.top, Height: r.line.height()}
	n := r.box.cells()
	for place := 0; place < n; place++ {
		from := place
		for place < n && r.selected(place, start, end) {
			place++
		}
		if from < place {
			rects = appendRect(rects, rect, l.gapX(r, from), l.gapX(r, place))
		}
	}
	lineBreak := r.endRune()
	if !r.last() || start > lineBreak || end <= lineBreak || len(r.block.end) == 0 {
		return rects
	}
	x, blank := l.gapX(r, r.endGap()), l.blank()
	if r.rtl() {
		return appendRect(rects, rect, x-blank, x)
	}
	return appendRect(rects, rect, x, x+blank)
}

// selected reports whether the cell at a place, counted from the left, is selected: all of
// it or a part, for half a letter cannot be shown.
func (r row) selected(place, start, end int) bool {
	cell := r.line.start + r.box.order[place]
	return r.start+int(r.block.cells[cell]) < end && r.start+int(r.block.cells[cell+1]) > start
}

// appendRect adds the rectangle from left to right, to the one before it if they touch.
func appendRect(rects []Rect, rect Rect, left, right float32) []Rect {
	if n := len(rects); n > 0 && rects[n-1].Line == rect.Line {
		switch before := &rects[n-1]; {
		case before.X+before.Width == left:
			before.Width = right - before.X
			return rects
		case right == before.X:
			before.X, before.Width = left, before.Width+right-left
			return rects
		}
	}
	rect.X, rect.Width = left, right-left
	if rect.Width > 0 {
		rects = append(rects, rect)
	}
	return rects
}

// blank returns the width of a blank.
func (l *Layout) blank() float32 {
	s := &l.setter
	b := block{text: []rune{' '}, cells: []int32{0, 1}}
	var width [1]int32
	s.measure(&b, piece{end: 1, script: common}, width[:])
	return unit(width[0]).pixels()
}
