package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseDown selects at once. The toolkit holds Tapped back until it knows that
// no second press follows, and a list that answers late feels broken.
func (a *rows) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		a.press(ev.Position)
		a.pressed = true
	}
}

// MouseUp is part of desktop.Mouseable.
func (a *rows) MouseUp(*desktop.MouseEvent) {}

// Tapped is for presses that are no mouse's.
func (a *rows) Tapped(ev *fyne.PointEvent) {
	if !a.pressed {
		a.press(ev.Position)
	}
	a.pressed = false
}

// DoubleTapped opens the row.
func (a *rows) DoubleTapped(ev *fyne.PointEvent) {
	a.pressed = false
	i := a.rowAt(ev.Position.Y)
	a.choose(i)
	a.activate(i)
}

func (a *rows) press(at fyne.Position) {
	a.takeFocus()
	i := a.rowAt(at.Y)
	a.choose(i)
	if a.onPressed != nil && i >= 0 {
		a.onPressed(i)
	}
}

func (a *rows) takeFocus() {
	if c := a.env.Window.Canvas(); c.Focused() != fyne.Focusable(a) {
		c.Focus(a)
	}
}

// FocusGained shows the ring.
func (a *rows) FocusGained() {
	a.focused = true
	a.arrange()
}

// FocusLost takes the ring away.
func (a *rows) FocusLost() {
	a.focused = false
	a.arrange()
}

// TypedRune is for owners that find rows by their letters.
func (a *rows) TypedRune(r rune) {
	if a.onRune != nil {
		a.onRune(r)
	}
}

// TypedKey moves the selection.
func (a *rows) TypedKey(ev *fyne.KeyEvent) {
	if a.onKey != nil && a.onKey(ev) {
		return
	}
	last := a.count() - 1
	page := max(1, int(a.view()/a.rowHeight())-1)
	switch ev.Name {
	case fyne.KeyDown:
		a.choose(min(a.current+1, last))
	case fyne.KeyUp:
		a.choose(max(a.current-1, 0))
	case fyne.KeyPageDown:
		a.choose(min(max(a.current, 0)+page, last))
	case fyne.KeyPageUp:
		a.choose(max(a.current-page, 0))
	case fyne.KeyHome:
		a.choose(0)
	case fyne.KeyEnd:
		a.choose(last)
	case fyne.KeyLeft, fyne.KeyRight:
		a.step(ev.Name == a.env.forward())
	case fyne.KeyReturn, fyne.KeyEnter:
		if a.onActivated == nil || a.current < 0 {
			a.env.Pass(ev)
			return
		}
		a.activate(a.current)
	case fyne.KeySpace:
		a.activate(a.current)
	default:
		a.env.Pass(ev)
	}
}

// step scrolls sideways by about a word.
func (a *rows) step(forward bool) {
	const by = 64
	if forward {
		a.scrollSideways(a.sideways + by)
	} else {
		a.scrollSideways(a.sideways - by)
	}
}

// TypedShortcut hands on what the owner does not use.
func (a *rows) TypedShortcut(s fyne.Shortcut) {
	if a.onShortcut == nil || !a.onShortcut(s) {
		a.env.offer(s)
	}
}

// MouseIn shows which row a press would take.
func (a *rows) MouseIn(ev *desktop.MouseEvent) { a.MouseMoved(ev) }

// MouseMoved follows the pointer.
func (a *rows) MouseMoved(ev *desktop.MouseEvent) { a.hoverRow(a.rowAt(ev.Position.Y)) }

// MouseOut forgets the pointer.
func (a *rows) MouseOut() { a.hoverRow(-1) }

func (a *rows) hoverRow(i int) {
	if i == a.hovered {
		return
	}
	a.hovered = i
	a.arrangeMarks()
	a.hover.Refresh()
}
