package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*wheel)(nil)
	_ fyne.Scrollable = (*wheel)(nil)
)

// wheel lies unseen over a text of many lines and hears of the wheel of the
// mouse. While all of the text is in view it is hidden, so that the wheel turns
// the page around: Fyne tells only the innermost thing that can be scrolled.
type wheel struct {
	widget.BaseWidget
	turned func(*fyne.ScrollEvent)
}

func newWheel(turned func(*fyne.ScrollEvent)) *wheel {
	w := &wheel{turned: turned}
	w.ExtendBaseWidget(w)
	w.Hide()
	return w
}

// needed shows or hides the wheel.
func (w *wheel) needed(needed bool) {
	switch {
	case needed == w.Visible():
	case needed:
		w.Show()
	default:
		w.Hide()
	}
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) { w.turned(ev) }

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: w, measure: func() fyne.Size { return fyne.Size{} },
		arrange: func(fyne.Size) {}, paint: func() {},
	})
}

// turn scrolls the text, and the page around it when the text is at its end.
func (b *textbox) turn(ev *fyne.ScrollEvent) {
	before := b.offset.Y
	b.scrollTo(before - ev.Scrolled.DY)
	if b.offset.Y == before {
		b.env.scrollAround(b, ev)
	}
}

// scrollTo shows another part of a text of many lines.
func (b *textbox) scrollTo(y float32) {
	b.offset.Y = y
	b.draw()
}

// scrollAround turns the wheel for the page that o stands on, if it follows the
// keyboard.
func (e *Env) scrollAround(o fyne.CanvasObject, ev *fyne.ScrollEvent) {
	for _, p := range e.scrolls {
		s := p.Value()
		if s == nil || !s.Visible() {
			continue
		}
		if _, found := within(s.Content, o); found {
			s.ScrollToOffset(s.Offset.SubtractXY(0, ev.Scrolled.DY))
			return
		}
	}
}
