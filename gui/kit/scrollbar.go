package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget       = (*scrollBar)(nil)
	_ fyne.Draggable    = (*scrollBar)(nil)
	_ fyne.Tappable     = (*scrollBar)(nil)
	_ desktop.Hoverable = (*scrollBar)(nil)
)

// scrollBar is the bar of lists, tables and scrollers. The toolkit's own stands on
// the right in every language.
type scrollBar struct {
	widget.BaseWidget

	upright bool
	mirror  bool // a lying bar that begins on the right

	whole, seen float64 // lengths of the content and of what is visible of it
	offset      float64 // how much of the content is before what is visible
	onMoved     func(offset float64)

	hovered bool
	thumb   *canvas.Rectangle
}

func newScrollBar(upright, mirror bool, onMoved func(float64)) *scrollBar {
	b := &scrollBar{upright: upright, mirror: mirror, onMoved: onMoved, thumb: &canvas.Rectangle{}}
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// show tells the bar what is visible; a bar that has nothing to do is hidden.
func (b *scrollBar) show(whole, seen, offset float64) {
	if whole == b.whole && seen == b.seen && offset == b.offset {
		return
	}
	b.whole, b.seen, b.offset = whole, seen, offset
	SetVisible(b, whole > seen)
	b.arrange()
}

// track is the bar's length and the thumb's.
func (b *scrollBar) track() (length, thumb float64) {
	length = float64(b.Size().Width)
	if b.upright {
		length = float64(b.Size().Height)
	}
	least := float64(2 * size(fynetheme.SizeNameScrollBar))
	if b.whole <= 0 {
		return length, length
	}
	return length, min(length, max(least, length*b.seen/b.whole))
}

func (b *scrollBar) arrange() {
	length, thumb := b.track()
	at := 0.0
	if b.whole > b.seen {
		at = (length - thumb) * b.offset / (b.whole - b.seen)
	}
	if b.mirror && !b.upright {
		at = length - thumb - at
	}
	thick := size(fynetheme.SizeNameScrollBarSmall)
	if b.hovered {
		thick *= 2
	}
	across := (size(fynetheme.SizeNameScrollBar) - thick) / 2
	if b.upright {
		b.thumb.Resize(fyne.NewSize(thick, float32(thumb)))
		b.thumb.Move(fyne.NewPos(across, float32(at)))
	} else {
		b.thumb.Resize(fyne.NewSize(float32(thumb), thick))
		b.thumb.Move(fyne.NewPos(float32(at), across))
	}
}

// Dragged moves the content in proportion.
func (b *scrollBar) Dragged(ev *fyne.DragEvent) {
	length, thumb := b.track()
	if length <= thumb {
		return
	}
	by := float64(ev.Dragged.DY)
	if !b.upright {
		by = float64(ev.Dragged.DX)
		if b.mirror {
			by = -by
		}
	}
	b.onMoved(b.offset + by*(b.whole-b.seen)/(length-thumb))
}

// DragEnd is part of fyne.Draggable.
func (b *scrollBar) DragEnd() {}

// Tapped goes on by a page towards the pointer.
func (b *scrollBar) Tapped(ev *fyne.PointEvent) {
	at, start, long := ev.Position.X, b.thumb.Position().X, b.thumb.Size().Width
	if b.upright {
		at, start, long = ev.Position.Y, b.thumb.Position().Y, b.thumb.Size().Height
	}
	page := b.seen * 0.9
	if b.mirror && !b.upright {
		page = -page
	}
	switch {
	case at < start:
		b.onMoved(b.offset - page)
	case at > start+long:
		b.onMoved(b.offset + page)
	}
}

// MouseIn makes the bar thicker, easier to catch.
func (b *scrollBar) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.arrange()
}

// MouseMoved is part of desktop.Hoverable.
func (b *scrollBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes the bar thin again.
func (b *scrollBar) MouseOut() {
	b.hovered = false
	b.arrange()
}

// CreateRenderer is part of fyne.Widget.
func (b *scrollBar) CreateRenderer() fyne.WidgetRenderer {
	r := &scrollBarRenderer{b}
	r.Refresh()
	return r
}

type scrollBarRenderer struct{ bar *scrollBar }

func (r *scrollBarRenderer) Layout(fyne.Size) { r.bar.arrange() }

func (r *scrollBarRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(size(fynetheme.SizeNameScrollBar))
}

func (r *scrollBarRenderer) Refresh() {
	r.bar.thumb.FillColor = fynetheme.Color(fynetheme.ColorNameScrollBar)
	r.bar.thumb.CornerRadius = size(fynetheme.SizeNameScrollBarRadius)
	r.bar.arrange()
	r.bar.thumb.Refresh()
}

func (r *scrollBarRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.bar.thumb} }
func (r *scrollBarRenderer) Destroy()                     {}
