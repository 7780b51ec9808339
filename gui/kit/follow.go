package kit

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Follow makes a scroll show whatever in it gains the keyboard, so that the Tab
// key never leads out of sight. It returns the scroll.
func Follow(env *Env, s *container.Scroll) *container.Scroll {
	env.scrolls = append(env.scrolls, weak.Make(s)) // weak: pages come and go, the Env stays
	return s
}

// reveal shows what has the keyboard now, in every scroll that follows it.
func (e *Env) reveal() {
	if e.Window == nil || len(e.scrolls) == 0 {
		return
	}
	c := e.Window.Canvas()
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok || c.Overlays().Top() != nil { // dialogs are small enough to need none
		return
	}
	e.scrolls = slices.DeleteFunc(e.scrolls, func(p weak.Pointer[container.Scroll]) bool { return p.Value() == nil })
	for _, p := range e.scrolls {
		if s := p.Value(); s != nil && s.Visible() {
			Reveal(s, o)
		}
	}
}

// Reveal scrolls as little as shows o, which should lie in the scroll; what lies
// elsewhere moves nothing. Of what is higher than the scroll, the top is shown.
func Reveal(s *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(s) == nil || s.Content == nil {
		return
	}
	page := driver.AbsolutePositionForObject(s.Content)
	at := driver.AbsolutePositionForObject(o).Subtract(page)
	size := s.Content.Size()
	if at.X < 0 || at.X+o.Size().Width > size.Width || at.Y < 0 || at.Y+o.Size().Height > size.Height {
		return
	}
	const margin = 12 // the ring around what has the focus is seen whole
	view := s.Size().Height
	top, bottom := max(0, at.Y-margin), min(size.Height, at.Y+o.Size().Height+margin)
	offset := min(max(s.Offset.Y, bottom-view), top)
	if offset != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, offset))
	}
}
