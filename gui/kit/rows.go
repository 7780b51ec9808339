package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget         = (*rows)(nil)
	_ fyne.Focusable      = (*rows)(nil)
	_ fyne.Tappable       = (*rows)(nil)
	_ fyne.DoubleTappable = (*rows)(nil)
	_ fyne.Scrollable     = (*rows)(nil)
	_ fyne.Shortcutable   = (*rows)(nil)
	_ desktop.Hoverable   = (*rows)(nil)
	_ desktop.Mouseable   = (*rows)(nil)
)

// rows shows the visible few of any number of equally high rows, and moves a
// selection among them. List and Table are made of it. The place of a row is
// computed from the top of what is visible, in float64: the millionth row is as
// sharp as the first.
type rows struct {
	widget.BaseWidget

	env *Env
	rowsModel

	current int // the selected row, -1 for none
	hovered int // the row under the pointer, -1 for none
	focused bool
	pressed bool // by the mouse; Tapped is still to come

	height     float64 // of a row
	offset     float64 // of what is visible, from the first row's top
	sideways   float64 // of what is visible, from the reading start
	slots      []rowSlot
	bar, lying *scrollBar

	choice, edge, hover, ring *canvas.Rectangle
}

// rowsModel is what the owner of rows provides.
type rowsModel struct {
	count  func() int
	make   func() fyne.CanvasObject
	update func(i int, row fyne.CanvasObject)

	// width is how wide rows have to be to show everything; nil: as wide as
	// there is room.
	width func() float32
	// onSideways is told that the rows moved sideways; may be nil.
	onSideways func()

	onSelected  func(i int) // by the person; may be nil
	onActivated func(i int) // Enter or a double press; may be nil
	// onPressed and onKey come before everything else; may be nil.
	onPressed  func(i int)
	onKey      func(*fyne.KeyEvent) bool
	onShortcut func(fyne.Shortcut) bool
	onRune     func(rune)
}

// rowSlot is a row's object and which row it shows now, -1 for none. Slots are
// used in turn: while scrolling by one row only one changes what it shows.
type rowSlot struct {
	object fyne.CanvasObject
	line   *canvas.Rectangle
	index  int
}

func newRows(env *Env, m rowsModel) *rows {
	a := &rows{env: env, rowsModel: m, current: -1, hovered: -1}
	a.choice, a.edge, a.hover, a.ring = &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Rectangle{}
	a.bar = newScrollBar(true, false, a.scrollTo)
	a.lying = newScrollBar(false, env.RTL(), a.scrollSideways)
	a.ExtendBaseWidget(a)
	return a
}

// Refresh shows every visible row anew.
func (a *rows) Refresh() {
	a.height = 0
	for i := range a.slots {
		a.slots[i].index = -1
	}
	if a.current >= a.count() {
		a.current = -1
	}
	a.BaseWidget.Refresh()
}

// refreshRow shows one row anew, if it is visible.
func (a *rows) refreshRow(i int) {
	for _, s := range a.slots {
		if s.index == i && i >= 0 {
			a.update(i, s.object)
		}
	}
}

// selectRow moves the selection and brings it into view; out of range means
// none. It tells nobody.
func (a *rows) selectRow(i int) {
	if i < 0 || i >= a.count() {
		i = -1
	}
	if i == a.current {
		return
	}
	a.current = i
	a.reveal(i)
}

// choose is selectRow by the person.
func (a *rows) choose(i int) {
	if i < 0 || i >= a.count() || i == a.current {
		a.reveal(a.current)
		return
	}
	a.selectRow(i)
	if a.onSelected != nil {
		a.onSelected(i)
	}
}

func (a *rows) activate(i int) {
	if a.onActivated != nil && i >= 0 && i < a.count() {
		a.onActivated(i)
	}
}

// reveal scrolls as little as shows the whole row.
func (a *rows) reveal(i int) {
	if view := a.view(); i >= 0 && view > 0 {
		top := float64(i) * a.rowHeight()
		a.offset = min(a.offset, top)
		a.offset = max(a.offset, top+a.rowHeight()-view)
	}
	a.arrange()
}

func (a *rows) scrollTo(offset float64) {
	a.offset = offset
	a.arrange()
}

func (a *rows) scrollSideways(offset float64) {
	a.sideways = offset
	a.arrange()
}

// Scrolled moves the rows by the wheel; with nothing above or below, sideways.
func (a *rows) Scrolled(ev *fyne.ScrollEvent) {
	dx, dy := float64(ev.Scrolled.DX), float64(ev.Scrolled.DY)
	if !a.bar.Visible() && dx == 0 {
		dx, dy = dy, 0
	}
	if a.env.RTL() {
		dx = -dx
	}
	a.offset -= dy
	a.sideways -= dx
	a.arrange()
}

// view is the height that shows rows: the lying bar takes its part.
func (a *rows) view() float64 {
	h := float64(a.Size().Height)
	if a.lying.Visible() {
		h -= float64(a.lying.MinSize().Height)
	}
	return h
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
	s := rowSlot{object: a.make(), line: canvas.NewRectangle(fynetheme.Color(theme.ColorBorder)), index: -1}
	s.object.Hide()
	s.line.Hide()
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
		s.line.Show()
	}
}

// arrangeMarks puts the signs of selection, pointer and focus on their rows.
func (a *rows) arrangeMarks() {
	width, h := a.Size().Width, float32(a.height)
	at := func(i int) float32 { return float32(float64(i)*a.height - a.offset) }
	put := func(mark *canvas.Rectangle, i int, x, w float32) {
		mark.Hidden = i < 0
		place(mark, x, at(i), w, h)
	}
	const edge = 3
	put(a.choice, a.current, 0, width)
	put(a.edge, a.current, a.env.place(0, edge, width), edge)
	put(a.hover, a.hovered, 0, width)
	in := size(theme.SizeFocusRing)
	switch {
	case !a.focused:
		a.ring.Hide()
	case a.current >= 0:
		a.ring.Show()
		place(a.ring, in, at(a.current)+in, width-2*in, h-2*in)
	default: // the focus is on the list as a whole
		a.ring.Show()
		place(a.ring, in, in, width-2*in, a.Size().Height-2*in)
	}
}

func (a *rows) arrangeBars(area fyne.Size) {
	thick := a.bar.MinSize().Width
	place(a.bar, a.env.place(area.Width-thick, thick, area.Width), 0, thick, float32(a.view()))
	place(a.lying, 0, area.Height-thick, area.Width, thick)
}

// MinSize is two rows; the rest is for whoever lays out.
func (a *rows) MinSize() fyne.Size {
	return fyne.NewSize(2*size(theme.SizeTarget), 2*float32(a.rowHeight()))
}

// CreateRenderer is part of fyne.Widget.
func (a *rows) CreateRenderer() fyne.WidgetRenderer {
	r := &rowsRenderer{rows: a}
	r.paint()
	return r
}

type rowsRenderer struct {
	rows    *rows
	objects []fyne.CanvasObject
}

// IsClip tells the painter that nothing is drawn outside.
func (r *rowsRenderer) IsClip() {}

func (r *rowsRenderer) Layout(fyne.Size) { r.rows.arrange() }

func (r *rowsRenderer) MinSize() fyne.Size { return r.rows.MinSize() }

func (r *rowsRenderer) Refresh() {
	r.paint()
	r.rows.arrange()
	canvas.Refresh(r.rows)
}

func (r *rowsRenderer) paint() {
	a := r.rows
	a.choice.FillColor = fynetheme.Color(theme.ColorSurfaceAccent)
	a.edge.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	a.hover.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	a.ring.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	a.ring.StrokeWidth = size(theme.SizeFocusRing)
	a.ring.CornerRadius = size(fynetheme.SizeNameSelectionRadius)
	for _, s := range a.slots {
		s.line.FillColor = fynetheme.Color(theme.ColorBorder)
	}
}

func (r *rowsRenderer) Objects() []fyne.CanvasObject {
	a := r.rows
	if want := 2*len(a.slots) + 6; len(r.objects) != want {
		r.objects = make([]fyne.CanvasObject, 0, want)
		for _, s := range a.slots {
			r.objects = append(r.objects, s.line)
		}
		r.objects = append(r.objects, a.choice, a.edge, a.hover)
		for _, s := range a.slots {
			r.objects = append(r.objects, s.object)
		}
		r.objects = append(r.objects, a.ring, a.bar, a.lying)
	}
	return r.objects
}

func (r *rowsRenderer) Destroy() {}
