package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

// Split puts two things side by side with a line between them that can be
// dragged, or moved with the arrow keys. share is the start side's part of the
// width, 0 to 1; it is kept when the window's size changes, within what the two
// need at least.
func Split(env *Env, start, end fyne.CanvasObject, share float64) fyne.CanvasObject {
	s := &split{env: env, start: start, end: end, share: share}
	s.divider = newDivider(s)
	s.ExtendBaseWidget(s)
	return s
}

var _ fyne.Widget = (*split)(nil)

type split struct {
	widget.BaseWidget

	env        *Env
	start, end fyne.CanvasObject
	share      float64
	divider    *divider
}

// widths divides the width. With too little for both, both give way alike.
func (s *split) widths() (start, bar, end float32) {
	bar = s.divider.MinSize().Width
	free := s.Size().Width - bar
	least, leastEnd := s.start.MinSize().Width, s.end.MinSize().Width
	if least+leastEnd > free {
		start = free * least / (least + leastEnd)
	} else {
		start = max(least, min(free*float32(s.share), free-leastEnd))
	}
	return start, bar, free - start
}

// moveTo puts the line at a width of the start side.
func (s *split) moveTo(start float32) {
	free := s.Size().Width - s.divider.MinSize().Width
	if free <= 0 {
		return
	}
	share := float64(max(s.start.MinSize().Width, min(start, free-s.end.MinSize().Width)) / free)
	if share != s.share {
		s.share = share
		s.arrange(s.Size())
	}
}

func (s *split) arrange(space fyne.Size) {
	start, bar, end := s.widths()
	place(s.start, s.env.place(0, start, space.Width), 0, start, space.Height)
	place(s.divider, s.env.place(start, bar, space.Width), 0, bar, space.Height)
	place(s.end, s.env.place(start+bar, end, space.Width), 0, end, space.Height)
}

func (s *split) least() fyne.Size {
	a, b, bar := s.start.MinSize(), s.end.MinSize(), s.divider.MinSize()
	return fyne.NewSize(a.Width+bar.Width+b.Width, max(a.Height, b.Height))
}

// CreateRenderer is part of fyne.Widget.
func (s *split) CreateRenderer() fyne.WidgetRenderer {
	return &splitRenderer{split: s, objects: []fyne.CanvasObject{s.start, s.divider, s.end}}
}

type splitRenderer struct {
	split   *split
	objects []fyne.CanvasObject
}

func (r *splitRenderer) Layout(space fyne.Size) { r.split.arrange(space) }
func (r *splitRenderer) MinSize() fyne.Size     { return r.split.least() }

func (r *splitRenderer) Refresh() {
	r.split.divider.Refresh()
	r.split.arrange(r.split.Size())
}

func (r *splitRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *splitRenderer) Destroy()                     {}

var (
	_ fyne.Widget        = (*divider)(nil)
	_ fyne.Focusable     = (*divider)(nil)
	_ fyne.Draggable     = (*divider)(nil)
	_ desktop.Hoverable  = (*divider)(nil)
	_ desktop.Cursorable = (*divider)(nil)
)

// divider is the line between the two sides.
type divider struct {
	widget.BaseWidget

	split            *split
	hovered, focused bool
	dragging         bool
	dragged          float32 // the start side's width the pointer asks for

	line, handle *canvas.Rectangle
	ring         *ring
}

func newDivider(s *split) *divider {
	d := &divider{split: s, line: &canvas.Rectangle{}, handle: &canvas.Rectangle{}, ring: newRing()}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged follows the pointer. What it asks for is summed up apart from where
// the line is: held back by a least width, the line waits for the pointer.
func (d *divider) Dragged(ev *fyne.DragEvent) {
	if !d.dragging {
		d.dragging = true
		d.dragged, _, _ = d.split.widths()
	}
	if d.split.env.RTL() {
		d.dragged -= ev.Dragged.DX
	} else {
		d.dragged += ev.Dragged.DX
	}
	d.split.moveTo(d.dragged)
}

// DragEnd is part of fyne.Draggable.
func (d *divider) DragEnd() { d.dragging = false }

// TypedKey moves the line as the eye sees.
func (d *divider) TypedKey(ev *fyne.KeyEvent) {
	start, _, end := d.split.widths()
	by := size(theme.Space24)
	switch ev.Name {
	case d.split.env.forward():
		d.split.moveTo(start + by)
	case d.split.env.backward():
		d.split.moveTo(start - by)
	case fyne.KeyHome:
		d.split.moveTo(0)
	case fyne.KeyEnd:
		d.split.moveTo(start + end)
	default:
		d.split.env.Pass(ev)
	}
}

// TypedRune is part of fyne.Focusable.
func (d *divider) TypedRune(rune) {}

// FocusGained is part of fyne.Focusable.
func (d *divider) FocusGained() {
	d.focused = true
	d.split.env.hint(d.split.env.T("kit.split_hint"))
	d.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (d *divider) FocusLost() {
	d.focused = false
	d.split.env.hint("")
	d.Refresh()
}

// MouseIn is part of desktop.Hoverable.
func (d *divider) MouseIn(*desktop.MouseEvent) {
	d.hovered = true
	d.Refresh()
}

// MouseMoved is part of desktop.Hoverable.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (d *divider) MouseOut() {
	d.hovered = false
	d.Refresh()
}

// Cursor shows that the line can be moved.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer is part of fyne.Widget.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: d, objects: []fyne.CanvasObject{d.line, d.handle, d.ring.line},
		measure: d.least, arrange: d.arrange, paint: d.paint,
	})
}

// least is wide enough to be caught with an unsteady hand.
func (d *divider) least() fyne.Size {
	return fyne.NewSize(size(theme.Space12), size(theme.SizeTarget))
}

func (d *divider) arrange(space fyne.Size) {
	middle := float32(int(space.Width / 2))
	place(d.line, middle, 0, 1, space.Height)
	thick, long := size(theme.Space4), min(size(theme.Space32), space.Height)
	place(d.handle, middle-thick/2, (space.Height-long)/2, thick, long)
	place(d.ring.line, 0, 0, space.Width, space.Height)
}

func (d *divider) paint() {
	d.line.FillColor = fynetheme.Color(theme.ColorBorder)
	d.line.Refresh()
	name := fynetheme.ColorNameInputBorder
	if d.hovered || d.focused {
		name = fynetheme.ColorNamePrimary
	}
	fillBox(d.handle, name, "")
	d.handle.CornerRadius = size(theme.Space4) / 2
	d.ring.show(d.focused, fynetheme.SizeNameMenuRadius)
}
