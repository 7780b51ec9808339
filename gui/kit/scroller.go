package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Scroller)(nil)

// Scroll shows o as wide as there is room, and scrolls it when it is higher.
func Scroll(o fyne.CanvasObject) *Scroller {
	s := &Scroller{Content: o}
	s.bar = newScrollBar(true, false, func(y float64) { s.ScrollToOffset(fyne.NewPos(s.Offset.X, float32(y))) })
	s.lying = newScrollBar(false, false, func(x float64) { s.ScrollToOffset(fyne.NewPos(float32(x), s.Offset.Y)) })
	s.wheel = newWheelArea(s.turn)
	s.ExtendBaseWidget(s)
	return s
}

// ScrollAcross shows o at its least size or as large as there is room, and
// scrolls it when it is wider or higher; it begins at the reading start.
func ScrollAcross(env *Env, o fyne.CanvasObject) *Scroller {
	s := Scroll(o)
	s.across = true
	s.read(env.RTL())
	return s
}

// Scroller shows a part of what is larger than the room for it. Its bar stands
// at the reading end of what is in it, where the toolkit's stands on the right in
// every language. The wheel goes on to what is around while there is nothing to
// scroll, and, when it follows the keyboard, once it is at its end; see Follow.
type Scroller struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	// Offset is where what is visible begins, from the top and from the reading
	// start. It is for reading; see ScrollToOffset.
	Offset fyne.Position

	env        *Env // nil where nothing follows the keyboard
	across     bool // sideways, too
	mirrored   bool
	known      bool // which way it is read
	bar, lying *scrollBar
	wheel      *wheelArea
}

// ScrollToOffset shows what is there, as far as there is something.
func (s *Scroller) ScrollToOffset(p fyne.Position) {
	s.Offset = p
	s.arrange()
}

// ScrollToTop shows the beginning.
func (s *Scroller) ScrollToTop() { s.ScrollToOffset(fyne.NewPos(s.Offset.X, 0)) }

// ScrollToBottom shows the end.
func (s *Scroller) ScrollToBottom() {
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, s.Content.Size().Height))
}

// turn follows the wheel; with nothing above or below it moves sideways.
func (s *Scroller) turn(by fyne.Delta) {
	before, asked := s.Offset, by
	if !s.bar.Visible() && by.DX == 0 {
		by.DX, by.DY = by.DY, 0
	}
	if s.mirrored {
		by.DX = -by.DX
	}
	s.ScrollToOffset(s.Offset.SubtractXY(by.DX, by.DY))
	if s.Offset == before && s.env != nil {
		s.env.scrollAround(s, asked)
	}
}

// page goes on by what is visible, less a line or two that stay in sight, and
// reports whether there was anything to go to.
func (s *Scroller) page(down bool) bool {
	before, by := s.Offset.Y, 0.9*s.Size().Height
	if !down {
		by = -by
	}
	s.ScrollToOffset(s.Offset.AddXY(0, by))
	return s.Offset.Y != before
}

// read sets the direction in which the content is read.
func (s *Scroller) read(rtl bool) {
	s.mirrored, s.known = rtl, true
	s.lying.mirror = rtl
}

// arrange lays the content out and puts the bars beside it. The height is asked
// for once the content has its width, which it follows.
func (s *Scroller) arrange() {
	room := s.Size()
	if room.Width <= 0 || room.Height <= 0 {
		return
	}
	if rtl, known := readsRTL(s.Content); known && !s.known {
		s.read(rtl)
	}
	whole := room
	if s.across {
		whole.Width = max(room.Width, s.Content.MinSize().Width)
	}
	whole.Height = max(room.Height, settle(s.Content, whole.Width))
	s.Offset.X = max(0, min(s.Offset.X, whole.Width-room.Width))
	s.Offset.Y = max(0, min(s.Offset.Y, whole.Height-room.Height))
	x := -s.Offset.X
	if s.mirrored {
		x = room.Width - whole.Width + s.Offset.X
	}
	place(s.Content, x, -s.Offset.Y, whole.Width, whole.Height)
	s.arrangeBars(room, whole)
}

func (s *Scroller) arrangeBars(room, whole fyne.Size) {
	thick, end := s.bar.MinSize().Width, room.Width
	s.bar.show(float64(whole.Height), float64(room.Height), float64(s.Offset.Y))
	s.lying.show(float64(whole.Width), float64(room.Width), float64(s.Offset.X))
	high := room.Height
	if s.bar.Visible() && s.lying.Visible() {
		high = max(0, high-thick)
	}
	x := end - thick
	if s.mirrored {
		x = 0
	}
	place(s.bar, x, 0, thick, high)
	place(s.lying, 0, room.Height-thick, room.Width, thick)
	s.wheel.cover(room, s.bar.Visible() || s.lying.Visible())
}

// MinSize is the width of the content and little height: what is higher scrolls.
func (s *Scroller) MinSize() fyne.Size {
	least := fyne.NewSquareSize(2 * size(fynetheme.SizeNameScrollBar))
	if !s.across {
		least.Width = max(least.Width, s.Content.MinSize().Width)
	}
	return least
}

// CreateRenderer is part of fyne.Widget.
func (s *Scroller) CreateRenderer() fyne.WidgetRenderer { return &scrollerRenderer{s} }

type scrollerRenderer struct{ scroller *Scroller }

// IsClip tells the painter that nothing is drawn outside.
func (r *scrollerRenderer) IsClip() {}

func (r *scrollerRenderer) Layout(fyne.Size) { r.scroller.arrange() }

func (r *scrollerRenderer) MinSize() fyne.Size { return r.scroller.MinSize() }

func (r *scrollerRenderer) Refresh() {
	r.scroller.arrange()
	canvas.Refresh(r.scroller)
}

// Objects has the wheel's place below the content: what can be scrolled in there
// comes first.
func (r *scrollerRenderer) Objects() []fyne.CanvasObject {
	s := r.scroller
	return []fyne.CanvasObject{s.wheel, s.Content, s.bar, s.lying}
}

func (r *scrollerRenderer) Destroy() {}
