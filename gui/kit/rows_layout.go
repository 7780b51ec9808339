package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"athar/gui/theme"
)

// view is the height that shows rows: the lying bar takes its part.
func (a *rows) view() float64 {
	h := float64(a.Size().Height)
	if a.lying.Visible() {
		h -= float64(a.lying.MinSize().Height)
	}
	return max(0, h)
}

// rowHeight is a whole number of pixels, so that hairlines stay sharp.
func (a *rows) rowHeight() float64 {
	if a.height == 0 {
		if len(a.slots) == 0 {
			a.addSlot()
		}
		least := size(theme.SizeTarget)
		a.height = math.Ceil(float64(max(least, a.slots[0].object.MinSize().Height)))
	}
	return a.height
}

func (a *rows) addSlot() {
	s := rowSlot{
		object: a.make(), index: -1,
		line: &canvas.Rectangle{}, choice: &canvas.Rectangle{}, edge: &canvas.Rectangle{},
	}
	s.paint()
	s.object.Hide()
	s.line.Hide()
	s.choice.Hide()
	s.edge.Hide()
	a.slots = append(a.slots, s)
}

// rowAt is the row at a height of the widget, -1 for none.
func (a *rows) rowAt(y float32) int {
	i := int(math.Floor((a.offset + float64(y)) / a.rowHeight()))
	if i < 0 || i >= a.count() || float64(y) > a.view() {
		return -1
	}
	return i
}

// arrange puts everything where it belongs for the offset, and keeps the offset
// within what there is.
func (a *rows) arrange() {
	area := a.Size()
	if area.Width <= 0 || area.Height <= 0 {
		return
	}
	n, h := a.count(), a.rowHeight()
	view := a.measureBars(area, float64(n)*h)
	width := a.wide()
	place(a.clip, 0, 0, area.Width, float32(view))

	first := int(a.offset / h)
	last := min(n, int(math.Ceil((a.offset+view)/h)))
	a.provide(last - first)
	x := a.left(width)
	for i := range a.slots {
		if s := &a.slots[i]; s.index < first || s.index >= last {
			s.index = -1
		}
	}
	for i := first; i < last; i++ {
		a.showRow(i, x, width)
	}
	for _, s := range a.slots {
		if s.index < 0 {
			s.object.Hide()
			s.line.Hide()
		}
	}
	a.arrangeMarks()
	a.arrangeBars(area)
	if a.onSideways != nil {
		a.onSideways()
	}
}

// measureBars decides which bars are needed, keeps the offsets within what there
// is and returns the height in which rows are seen. The upright bar takes some of
// the width, so it is decided first.
func (a *rows) measureBars(area fyne.Size, whole float64) (view float64) {
	a.bar.show(whole, float64(area.Height), a.offset)
	wide, room := float64(a.wide()), float64(a.room())
	a.sideways = max(0, min(a.sideways, wide-room))
	a.lying.show(wide, room, a.sideways)
	view = a.view()
	a.offset = max(0, min(a.offset, whole-view))
	a.bar.show(whole, view, a.offset)
	return view
}

// room is the width that rows are seen in: the upright bar stands beside them.
func (a *rows) room() float32 {
	if a.bar.Visible() {
		return a.Size().Width - a.bar.MinSize().Width
	}
	return a.Size().Width
}

// wide is the width of rows.
func (a *rows) wide() float32 {
	if a.width == nil {
		return a.room()
	}
	return max(a.room(), a.width())
}

// left is where the left edge of rows of that width is.
func (a *rows) left(width float32) float32 {
	return a.env.place(float32(-a.sideways), width, a.Size().Width)
}

// provide makes slots for so many rows.
func (a *rows) provide(visible int) {
	if visible <= len(a.slots) {
		return
	}
	for len(a.slots) < visible+1 {
		a.addSlot()
	}
	for i := range a.slots { // another count of slots, another turn for each row
		a.slots[i].index = -1
	}
	canvas.Refresh(a)
}

func (a *rows) showRow(i int, x, width float32) {
	s := &a.slots[i%len(a.slots)]
	y := float32(float64(i)*a.height - a.offset)
	if s.index != i {
		s.index = i
		a.update(i, s.object)
	}
	place(s.object, x, y, width, float32(a.height))
	place(s.line, 0, y+float32(a.height)-1, a.Size().Width, 1)
	if !s.object.Visible() {
		s.object.Show()
		s.line.Hidden = a.plain
	}
}

// arrangeMarks puts the signs of selection, pointer and focus on their rows, beside
// the upright bar.
func (a *rows) arrangeMarks() {
	width, h := a.room(), float32(a.height)
	left := a.env.place(0, width, a.Size().Width)
	at := func(i int) float32 { return float32(float64(i)*a.height - a.offset) }
	put := func(mark *canvas.Rectangle, i int, x, w float32) {
		mark.Hidden = i < 0
		place(mark, left+x, at(i), w, h)
	}
	const edge = 3
	for _, s := range a.slots {
		i := s.index
		if i >= 0 && !a.isChosen(i) {
			i = -1
		}
		put(s.choice, i, 0, width)
		put(s.edge, i, a.env.place(0, edge, width), edge)
	}
	put(a.hover, a.hovered, 0, width)
	a.carried.arrange(left, width, at)
	in := size(theme.SizeFocusRing)
	switch {
	case !a.focused:
		a.ring.Hide()
	case a.current >= 0:
		a.ring.Show()
		place(a.ring, left+in, at(a.current)+in, width-2*in, h-2*in)
	default: // the focus is on the list as a whole
		a.ring.Show()
		place(a.ring, left+in, in, width-2*in, float32(a.view())-2*in)
	}
}

func (a *rows) arrangeBars(area fyne.Size) {
	thick := a.bar.MinSize().Width
	place(a.bar, a.env.place(area.Width-thick, thick, area.Width), 0, thick, float32(a.view()))
	place(a.lying, 0, area.Height-thick, area.Width, thick)
	a.wheel.cover(area, a.bar.Visible() || a.lying.Visible())
}
