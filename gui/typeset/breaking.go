package typeset

import "unicode/utf8"

// line is a line of a block: which cells it has and where it stands. What is on it in
// detail (see lineBox) is found out when somebody asks: most lines of a long text are
// out of sight.
type line struct {
	start, end      int32 // cells
	top             float32
	ascent, descent float32
	soft            bool // wrapped: the next line goes on where this one ends
	cut             bool // shortened, with an ellipsis at its end
	box             *lineBox
}

// fill is a line that is being filled with cells.
type fill struct {
	start  int32
	x      unit
	chance int32 // the last cell before which the line may end
}

// breakLines fills lines with cells as long as there is room. A line ends at the last
// chance of UAX #14; without one, before the cell that has no room. Blanks at its end need
// no room, they hang over.
func (s *setter) breakLines(b *block) {
	b.lines = b.lines[:0]
	room := units(s.params.Width)
	f := fill{chance: -1}
	for i := int32(0); i < int32(b.len()); {
		if b.breaks[i] == must && i > f.start {
			s.addLine(b, f.start, i, false)
			f = fill{start: i, chance: -1}
		}
		if b.breaks[i] == may {
			f.chance = i
		}
		width := s.advance(b, i, f.x)
		if room > 0 && f.x+width > room && i > f.start && width > 0 && !s.hangs(b, i) {
			end := s.softEnd(b, f, i)
			f = fill{start: end, chance: -1}
			i = end
			continue
		}
		f.x += width
		i++
	}
	s.addLine(b, f.start, int32(b.len()), false)
	if n := b.len(); n > 0 && s.fonts.character(b.text[b.cells[n-1]]).traits.has(endsLine) {
		s.addLine(b, int32(n), int32(n), false)
	}
}

// softEnd adds the filled line, which has no room for cell i, and returns where it ends.
func (s *setter) softEnd(b *block, f fill, i int32) int32 {
	end := i
	if f.chance > f.start {
		end = f.chance
	}
	for {
		s.addLine(b, f.start, end, true)
		visible := end
		for visible > f.start && s.hangs(b, visible-1) {
			visible--
		}
		if visible-1 <= f.start || !s.tears(b, f.start) && !s.tears(b, end) {
			return end
		}
		// Letters that were torn apart may be wider than they were together.
		box := s.box(b, len(b.lines)-1)
		if box.right-box.left <= units(s.params.Width) {
			return end
		}
		b.lines = b.lines[:len(b.lines)-1]
		end = visible - 1
	}
}

// tears reports whether a line that begins with the cell has torn a piece at another place
// than a blank.
func (s *setter) tears(b *block, cell int32) bool {
	if cell == 0 || s.fonts.character(b.text[b.cells[cell-1]]).traits.has(isSpace) {
		return false
	}
	return b.pieces[b.pieceOf(cell)].start < cell
}

// hangs reports whether the cell is a blank, or nothing at all, that may hang over the end
// of a line.
func (s *setter) hangs(b *block, i int32) bool {
	return s.fonts.character(b.text[b.cells[i]]).traits.has(isSpace | isInvisible)
}

// advance returns the width of a cell whose line has come to x, counted from the side on
// which the line begins.
func (s *setter) advance(b *block, i int32, x unit) unit {
	if b.text[b.cells[i]] != '\t' {
		return unit(b.advances[i])
	}
	stop := s.tabStop()
	return (x/stop+1)*stop - x
}

// tabStop returns the distance between tab stops.
func (s *setter) tabStop() unit {
	width := s.params.TabWidth
	if width <= 0 {
		width = 2 * s.params.Size
	}
	return max(units(width), 1)
}

// addLine appends a line with the cells.
func (s *setter) addLine(b *block, start, end int32, soft bool) {
	l := line{start: start, end: end, soft: soft}
	s.lineHeight(b, &l)
	if n := len(b.lines); n > 0 {
		l.top = b.lines[n-1].top + b.lines[n-1].height()
	}
	b.lines = append(b.lines, l)
	b.height = l.top + l.height()
}

func (l line) height() float32 { return l.ascent + l.descent }

// lineHeight makes room for the regular face, so that lines are equally high as a rule,
// and for all other faces that occur on the line.
func (s *setter) lineHeight(b *block, l *line) {
	l.ascent, l.descent = s.fonts.metrics(FaceRegular, s.params.Size)
	for k := b.pieceOf(l.start); k < len(b.pieces) && b.pieces[k].start < l.end; k++ {
		if face := b.pieces[k].face; face != FaceRegular {
			ascent, descent := s.fonts.metrics(face, s.params.Size)
			l.ascent, l.descent = max(l.ascent, ascent), max(l.descent, descent)
		}
	}
}

// pieceOf returns the index of the piece with the cell.
func (b *block) pieceOf(cell int32) int {
	low, high := 0, len(b.pieces)
	for low < high {
		if mid := (low + high) / 2; b.pieces[mid].end <= cell {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// cutLine turns line k into the last one that is shown: as much of what begins there as
// leaves room for the ellipsis.
func (s *setter) cutLine(b *block, k int) {
	l := &b.lines[k]
	room := units(s.params.Width) - s.ellipsisWidth(s.ellipsisPiece(b, min(l.start+1, l.end)))
	x, end := unit(0), l.start
	for ; end < int32(b.len()); end++ {
		if end > l.start && b.breaks[end] == must {
			break
		}
		x += s.advance(b, end, x)
		if s.params.Width > 0 && x > room {
			break
		}
	}
	b.lines = b.lines[:k+1]
	for {
		for end > l.start && s.hangs(b, end-1) {
			end--
		}
		*l = line{start: l.start, end: end, top: l.top, cut: true}
		// A letter may be wider as the last one than in the midst of its word.
		box := s.box(b, k)
		if s.params.Width <= 0 || end <= l.start || box.right-box.left <= units(s.params.Width) {
			break
		}
		end--
	}
	s.lineHeight(b, l)
	l.box = nil // the runs stand elsewhere on a line of this height
	b.height = l.top + l.height()
}

func (s *setter) ellipsisWidth(p piece) unit {
	r, _ := utf8.DecodeRuneInString(ellipsis)
	sh := &s.fonts.shaper
	sh.painted, sh.cell = append(sh.painted[:0], r), append(sh.cell[:0], 0)
	var width [1]int32
	sh.shape(s.fonts.atSize(p.face, s.params.Size), p.script, width[:], 0)
	return unit(width[0])
}
