package kit

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
)

// Follow makes a scroller show whatever in it gains the keyboard, so that the Tab
// key never leads out of sight, and page with Page Up and Page Down when nothing
// in it uses them. At its end it hands the wheel on to what it stands in. It returns
// the scroller.
func Follow(env *Env, s *Scroller) *Scroller {
	s.env = env
	s.read(env.RTL())
	env.scrolls = append(env.scrolls, weak.Make(s)) // weak: pages come and go, the Env stays
	return s
}

// following returns the scrollers that follow the keyboard and are not hidden
// themselves; what is around them may be.
func (e *Env) following() (all []*Scroller) {
	e.scrolls = slices.DeleteFunc(e.scrolls, func(p weak.Pointer[Scroller]) bool { return p.Value() == nil })
	for _, p := range e.scrolls {
		if s := p.Value(); s != nil && s.Visible() {
			all = append(all, s)
		}
	}
	return all
}

// ShowFocused shows what has the keyboard now, in every scroller that follows it.
// The widgets of this package do so by themselves; one of another package calls
// it when it gains the focus.
func (e *Env) ShowFocused() { e.reveal() }

// reveal shows what has the keyboard now, in every scroller that follows it.
func (e *Env) reveal() {
	e.noticed()
	if e.Window == nil {
		return
	}
	if o, ok := e.Window.Canvas().Focused().(fyne.CanvasObject); ok {
		e.revealPart(o)
	}
}

// revealPart shows the part of what has the keyboard that it is at. Of what is
// open over the window only a dialog scrolls that way, and what in it does.
func (e *Env) revealPart(o fyne.CanvasObject) {
	if e.Window == nil {
		return
	}
	scrollers := e.following()
	if top := e.Window.Canvas().Overlays().Top(); top != nil {
		f := dialogIn(top)
		if f == nil {
			return
		}
		scrollers = append(scrollers, f.scroll)
	}
	for _, s := range scrollers {
		Reveal(s, o)
	}
}

// turnPage scrolls with Page Up and Page Down: the innermost that what has the
// keyboard lies in and that can go on, or else the largest.
func (e *Env) turnPage(key *fyne.KeyEvent) {
	if key.Name != fyne.KeyPageUp && key.Name != fyne.KeyPageDown || e.Window == nil {
		return
	}
	o, focused := e.Window.Canvas().Focused().(fyne.CanvasObject)
	scrollers := slices.DeleteFunc(e.following(), func(s *Scroller) bool {
		if focused {
			_, inside := s.placeOf(o)
			return !inside
		}
		return !s.isOnShow()
	})
	slices.SortFunc(scrollers, func(a, b *Scroller) int {
		if focused {
			a, b = b, a
		}
		return int(b.Size().Height - a.Size().Height)
	})
	for _, s := range scrollers {
		if s.page(key.Name == fyne.KeyPageDown) {
			return
		}
	}
}

// Reveal scrolls as little as shows o, which should lie in the scroller; what lies
// elsewhere moves nothing. Of what is higher than the scroller, the top is shown.
func Reveal(s *Scroller, o fyne.CanvasObject) {
	view := s.Size()
	at, found := s.placeOf(o)
	if !found || view.Height == 0 {
		return
	}
	const margin = 12 // the ring around what has the focus is seen whole
	whole, x := s.Content.Size(), at.X
	if s.mirrored {
		x = whole.Width - at.X - o.Size().Width
	}
	s.ScrollToOffset(fyne.NewPos(
		nearest(s.Offset.X, view.Width, x-margin, x+o.Size().Width+margin, whole.Width),
		nearest(s.Offset.Y, view.Height, at.Y-margin, at.Y+o.Size().Height+margin, whole.Height)))
}

// nearest is the offset nearest to the present one at which a view shows what
// reaches from one place to another of the whole.
func nearest(offset, view, from, to, whole float32) float32 {
	from, to = max(0, from), min(whole, to)
	return min(max(offset, to-view), from)
}

// placeOf returns where o stands in what is scrolled. What lies in containers is
// found even if it was made just now; of the parts of a widget only the driver
// can tell, and only after it has drawn them.
func (s *Scroller) placeOf(o fyne.CanvasObject) (at fyne.Position, found bool) {
	if s.Content == nil {
		return at, false
	}
	if at, found = placeIn(s.Content, o); found {
		return at, true
	}
	if !s.holds(o) {
		return at, false
	}
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(s.Content)), true
}

// holds reports whether o, which is on show, lies in the scroller. That one
// stands where the other does says nothing: pages of tabs lie over each other, and
// what is scrolled reaches unseen below what is around. So the driver is asked
// whether it would still find o without the scroller; it looks at nothing hidden
// and says (0,0) of what it does not find. Nothing is drawn meanwhile.
func (s *Scroller) holds(o fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	if s.Hidden || driver.AbsolutePositionForObject(o).IsZero() {
		return false
	}
	s.Hidden = true
	defer func() { s.Hidden = false }()
	return driver.AbsolutePositionForObject(o).IsZero()
}

// isOnShow reports whether there is something to scroll and nothing hidden around
// it: the driver finds the bar then. Pages stand below a menu bar or titles, never
// in the corner of the window.
func (s *Scroller) isOnShow() bool {
	return !fyne.CurrentApp().Driver().AbsolutePositionForObject(s.bar).IsZero()
}

// placeIn returns where o stands in something, found through containers only.
func placeIn(in, o fyne.CanvasObject) (at fyne.Position, found bool) {
	if in == o {
		return at, true
	}
	c, ok := in.(*fyne.Container)
	if !ok {
		return at, false
	}
	for _, child := range c.Objects {
		if !child.Visible() {
			continue
		}
		if at, found = placeIn(child, o); found {
			return child.Position().Add(at), true
		}
	}
	return at, false
}
