package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*wheelArea)(nil)
	_ fyne.Scrollable = (*wheelArea)(nil)
)

// wheelArea takes the wheel of the mouse while there is something to scroll. The
// toolkit gives the wheel to the innermost thing that could take it, also if that
// has no use for it; a hidden one lets it through.
type wheelArea struct {
	widget.BaseWidget
	turned func(by fyne.Delta)
}

func newWheelArea(turned func(by fyne.Delta)) *wheelArea {
	w := &wheelArea{turned: turned}
	w.Hidden = true
	w.ExtendBaseWidget(w)
	return w
}

// cover takes the wheel over an area or lets it through.
func (w *wheelArea) cover(area fyne.Size, needed bool) {
	w.Resize(area)
	SetVisible(w, needed)
}

// Scrolled is part of fyne.Scrollable.
func (w *wheelArea) Scrolled(ev *fyne.ScrollEvent) { w.turned(ev.Scrolled) }

// CreateRenderer is part of fyne.Widget: nothing is seen of it.
func (w *wheelArea) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: w, measure: func() fyne.Size { return fyne.Size{} }, arrange: func(fyne.Size) {}, paint: func() {},
	})
}

// scrollAround turns the wheel for what o stands in, once o is at its end: the
// innermost scroller that follows the keyboard and can go on. The toolkit hands
// nothing on by itself, and a page could not be left by the wheel below a list.
func (e *Env) scrollAround(o fyne.CanvasObject, by fyne.Delta) {
	if by.DY == 0 || e.Window == nil {
		return
	}
	scrollers := e.following()
	if f := dialogIn(e.Window.Canvas().Overlays().Top()); f != nil {
		scrollers = append(scrollers, f.scroll)
	}
	scrollers = slices.DeleteFunc(scrollers, func(s *Scroller) bool {
		_, inside := s.placeOf(o)
		return !inside || fyne.CanvasObject(s) == o
	})
	slices.SortStableFunc(scrollers, func(a, b *Scroller) int { return int(a.Size().Height - b.Size().Height) })
	for _, s := range scrollers {
		before := s.Offset.Y
		if s.ScrollToOffset(s.Offset.SubtractXY(0, by.DY)); s.Offset.Y != before {
			return
		}
	}
}
