package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"athar/domain/text/bidi"
)

// LineBox is a line of a Layout: where it stands and what to paint.
type LineBox struct {
	// Start and End are the runes of the whole text that stand on the line: with the
	// blanks that hang over its end, without the line break.
	Start, End int
	// Top is the distance from the layout's top, Height the line's own height, and
	// Baseline the distance from Top to the line on which letters stand. In pixels.
	Top, Height, Baseline float32
	// X is the left end and Width the extent of what is visible: without blanks at the
	// line's end.
	X, Width float32
	// Direction is that of the paragraph, LTR or RTL: the side on which the line begins.
	Direction bidi.Direction
	// Soft says that the line was wrapped: the paragraph goes on in the next one.
	Soft bool
	// Runs are what to paint, from left to right. The slice belongs to the layout; it
	// remains the same one as long as the line does, wherever the line moves to.
	Runs []Run
}

// Run is a part of a line that is painted with one canvas.Text, whose width will be Width
// exactly as long as it has the layout's size and Face.
type Run struct {
	// Text is a visual string: for painting only.
	Text string
	// Start and End are the logical runes painted, from the beginning of the line.
	Start, End int
	// X is the left end, from the left end of the line (LineBox.X); Y is the place of the
	// text's top below the line's.
	X, Y, Width float32
	// Face is what to paint with. The faces from FaceFallback on have to be given to
	// canvas.Text as FontSource.
	Face Face
	// RTL says that the run reads from right to left.
	RTL bool
}

// lineBox is what is on a line in detail. Its cells count from the line's first; lengths
// are from the left end of everything on it, hanging blanks included.
type lineBox struct {
	runs []Run
	// order has for each place from left to right the cell that stands there, place for
	// each cell where it stands.
	order, place []int32
	// gaps are the ends of the cells from left to right: one more than cells. A gap is
	// where the caret can stand.
	gaps []unit
	rtl  []bool // for each cell
	// left and right are the ends of what is visible.
	left, right unit
}

// cells returns the number of cells on the line.
func (x *lineBox) cells() int { return len(x.order) }

// box returns the details of line k, which it works out when asked for the first time.
func (s *setter) box(b *block, k int) *lineBox {
	l := &b.lines[k]
	if l.box == nil {
		l.box = s.newBox(b, l)
	}
	return l.box
}

func (s *setter) newBox(b *block, l *line) *lineBox {
	n := int(l.end - l.start)
	box := &lineBox{
		order: make([]int32, 0, n), place: make([]int32, n),
		gaps: make([]unit, 0, n+1), rtl: make([]bool, n),
	}
	w := boxWriter{setter: s, block: b, line: l, lineBox: box, advances: s.lineAdvances(b, l)}
	box.gaps = append(box.gaps, 0)
	if l.cut && b.direction() == bidi.RTL {
		w.addEllipsis()
	}
	for _, run := range b.levels.LineRuns(int(b.cells[l.start]), int(b.cells[l.end])) {
		w.addLevelRun(run)
	}
	box.left, box.right = box.gaps[0], box.gaps[n]
	switch {
	case l.cut && b.direction() == bidi.LTR:
		w.addEllipsis()
	case l.cut:
		box.left = 0
	}
	w.measureVisible()
	return box
}

// lineAdvances returns the widths of the line's cells, tabs included, for the case that
// the pieces do not have to be shaped again.
func (s *setter) lineAdvances(b *block, l *line) []int32 {
	advances := slices.Clone(b.advances[l.start:l.end])
	x := unit(0)
	for i := range advances {
		width := s.advance(b, l.start+int32(i), x)
		advances[i] = int32(min(width, 1<<30))
		x += width
	}
	return advances
}

// boxWriter puts the pieces of a line side by side, from left to right.
type boxWriter struct {
	*setter
	*lineBox
	block    *block
	line     *line
	advances []int32
	x        unit
}

// addLevelRun adds the parts of pieces that make up a run of one level.
func (w *boxWriter) addLevelRun(run bidi.Run) {
	b := w.block
	start, end := int32(b.cellAt(run.Start)), int32(b.cellAt(run.End))
	first, last := b.pieceOf(start), b.pieceOf(end-1)
	for n := range last - first + 1 {
		k := first + n
		if run.Level.RTL() {
			k = last - n
		}
		p := b.pieces[k]
		p.start, p.end, p.level = max(p.start, start), min(p.end, end), run.Level
		w.addPiece(p, b.pieces[k])
	}
}

// addPiece adds p, which is whole or a part of it.
func (w *boxWriter) addPiece(p, whole piece) {
	b, first := w.block, w.line.start
	advances := w.advances[p.start-first : p.end-first]
	if p != whole && p.kind != tab {
		w.restrict(&p)
		w.measure(b, p, advances)
	} else {
		w.paint(b, p)
	}
	left := w.x
	for n := range p.end - p.start {
		c := p.start + n
		if p.level.RTL() {
			c = p.end - 1 - n
		}
		w.place[c-first] = int32(len(w.order))
		w.order = append(w.order, c-first)
		w.rtl[c-first] = p.level.RTL()
		w.x += unit(advances[c-p.start])
		w.gaps = append(w.gaps, w.x)
	}
	w.addRun(p, left)
}

// restrict makes a part of a piece one of its own. Fyne will look for the script in what
// it paints, so a part without letters has none. A cut before an ellipsis ends the word.
func (w *boxWriter) restrict(p *piece) {
	b := w.block
	if runes := b.text[b.cells[p.start]:b.cells[p.end]]; p.script.Strong() &&
		!slices.ContainsFunc(runes, func(r rune) bool { return w.fonts.character(r).script.Strong() }) {
		p.script = common
	}
	w.findJoins(b, p)
	if w.line.cut && p.end == w.line.end {
		p.joinsAfter = false
	}
}

// addRun adds what is to be painted: the runes in the shaper's buffer.
func (w *boxWriter) addRun(p piece, left unit) {
	sh := &w.fonts.shaper
	if !slices.ContainsFunc(sh.painted, func(r rune) bool { return !w.fonts.character(r).traits.has(isSpace | isIgnorable) }) {
		return
	}
	b := w.block
	ascent, _ := w.fonts.metrics(p.face, w.params.Size)
	origin := b.cells[w.line.start]
	w.runs = append(w.runs, Run{
		Text: w.fonts.paintable(), Face: p.face, RTL: p.level.RTL(),
		Start: int(b.cells[p.start] - origin), End: int(b.cells[p.end] - origin),
		X: left.pixels(), Width: (w.x - left).pixels(), Y: w.line.ascent - ascent,
	})
}

// paintable returns what was painted as a string that Fyne shows in the order it stands in.
func (f *Fonts) paintable() string {
	painted := f.shaper.painted
	if f.plain(painted) {
		return string(painted)
	}
	var text strings.Builder
	text.Grow(6 + 2*len(painted))
	text.WriteRune(override)
	for _, r := range painted {
		text.WriteRune(r)
	}
	text.WriteRune(endOverride)
	return text.String()
}

// measureVisible finds the ends of what is visible and sets the runs off from there.
func (w *boxWriter) measureVisible() {
	b, n := w.block, w.cells()
	for c := n - 1; c >= 0 && !w.line.cut && w.hangs(b, w.line.start+int32(c)); c-- {
		if place := w.place[c]; b.direction() == bidi.RTL && w.gaps[place] == w.left {
			w.left = w.gaps[place+1]
		} else if b.direction() == bidi.LTR && w.gaps[place+1] == w.right {
			w.right = w.gaps[place]
		}
	}
	for i := range w.runs {
		w.runs[i].X -= w.left.pixels()
	}
}

// ellipsisPiece returns the ellipsis behind cells up to end: it looks like the last of them.
func (s *setter) ellipsisPiece(b *block, end int32) piece {
	r, _ := utf8.DecodeRuneInString(ellipsis)
	bold := end > 0 && b.isBold(b.cells[end-1])
	return piece{start: end, end: end, face: s.fonts.pick(s.fonts.character(r).cover, bold), script: common}
}

// addEllipsis puts the ellipsis where the writer has come to. It is no cell: the caret
// cannot go behind it.
func (w *boxWriter) addEllipsis() {
	left, p := w.x, w.ellipsisPiece(w.block, w.line.end)
	w.x += w.ellipsisWidth(p)
	w.addRun(p, left)
	if last := len(w.gaps) - 1; w.block.direction() == bidi.RTL {
		w.gaps[last] = w.x
	} else {
		w.right = w.x
	}
}
