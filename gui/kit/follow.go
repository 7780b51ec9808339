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
	view := s.Size().Height
	at, found := within(s.Content, o)
	if !found || view == 0 {
		return
	}
	const margin = 12 // the ring around what has the focus is seen whole
	top, bottom := max(0, at.Y-margin), min(s.Content.Size().Height, at.Y+o.Size().Height+margin)
	offset := min(max(s.Offset.Y, bottom-view), top)
	if offset != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, offset))
	}
}

// within returns where o stands in a page. What lies in containers is found
// even if it was made just now; of the parts of a widget only the driver can
// tell, and only after it has drawn them.
func within(page, o fyne.CanvasObject) (at fyne.Position, found bool) {
	if page == nil {
		return at, false
	}
	if at, found = placeIn(page, o); found {
		return at, true
	}
	driver := fyne.CurrentApp().Driver()
	at = driver.AbsolutePositionForObject(o)
	if at.IsZero() || driver.CanvasForObject(page) == nil { // what it says of what it does not know
		return at, false
	}
	at = at.Subtract(driver.AbsolutePositionForObject(page))
	size := page.Size()
	found = at.X >= 0 && at.X+o.Size().Width <= size.Width && at.Y >= 0 && at.Y+o.Size().Height <= size.Height
	return at, found
}

// placeIn is within for what lies in containers only.
func placeIn(in, o fyne.CanvasObject) (at fyne.Position, found bool) {
	c, ok := in.(*fyne.Container)
	if !ok {
		return at, false
	}
	for _, child := range c.Objects {
		if !child.Visible() {
			continue
		}
		if child == o {
			return child.Position(), true
		}
		if at, found = placeIn(child, o); found {
			return child.Position().Add(at), true
		}
	}
	return at, false
}
