package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseDown selects at once. The toolkit holds Tapped back until it knows that
// no second press follows, and a list that answers late feels broken.
func (a *rows) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		a.carried.from = a.rowAt(ev.Position.Y)
		a.press(ev.Position, pickingOf(ev.Modifier))
		a.pressed = true
	}
}

// pickingOf is what a press with these keys held down means.
func pickingOf(held fyne.KeyModifier) picking {
	switch {
	case held&fyne.KeyModifierShift != 0:
		return pickRange
	case held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		return pickToggle
	}
	return pickOne
}

// MouseUp is part of desktop.Mouseable.
func (a *rows) MouseUp(*desktop.MouseEvent) {}

// Tapped is for presses that are no mouse's.
func (a *rows) Tapped(ev *fyne.PointEvent) {
	if !a.pressed {
		a.press(ev.Position, pickOne)
	}
	a.pressed = false
}

// DoubleTapped opens the row.
func (a *rows) DoubleTapped(ev *fyne.PointEvent) {
	a.pressed = false
	i := a.rowAt(ev.Position.Y)
	a.goTo(i, pickOne)
	a.activate(i)
}

func (a *rows) press(at fyne.Position, how picking) {
	a.takeFocus()
	i := a.rowAt(at.Y)
	a.goTo(i, how)
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
	a.focused, a.shift = true, false
	a.env.reveal()
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

// KeyDown is part of desktop.Keyable.
func (a *rows) KeyDown(key *fyne.KeyEvent) { a.noteShift(key.Name, true) }

// KeyUp is part of desktop.Keyable.
func (a *rows) KeyUp(key *fyne.KeyEvent) { a.noteShift(key.Name, false) }

func (a *rows) noteShift(key fyne.KeyName, down bool) {
	if key == desktop.KeyShiftLeft || key == desktop.KeyShiftRight {
		a.shift = down
	}
}

// TypedKey moves the selection.
func (a *rows) TypedKey(ev *fyne.KeyEvent) {
	if a.onKey != nil && a.onKey(ev) || ev.Name == fyne.KeyEscape && a.letGo() {
		return
	}
	how := pickOne
	if a.shift {
		how = pickRange
	}
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		a.goTo(a.reached(ev.Name), how)
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

// reached is the row that a key leads to.
func (a *rows) reached(key fyne.KeyName) int {
	last := a.count() - 1
	page := max(1, int(a.view()/a.rowHeight())-1)
	switch key {
	case fyne.KeyDown:
		return min(a.current+1, last)
	case fyne.KeyUp:
		return min(max(a.current-1, 0), last)
	case fyne.KeyPageDown:
		return min(max(a.current, 0)+page, last)
	case fyne.KeyPageUp:
		return min(max(a.current-page, 0), last)
	case fyne.KeyHome:
		return min(0, last)
	}
	return last
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

// TypedShortcut hands on what neither the owner nor the moving uses.
func (a *rows) TypedShortcut(s fyne.Shortcut) {
	if a.onShortcut != nil && a.onShortcut(s) || a.move(s) || a.carry(s) {
		return
	}
	a.env.offer(s)
}

// move goes through the rows with Ctrl held down: to the ends, and where several
// can be selected, without selecting.
func (a *rows) move(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierControl {
		return false
	}
	how := pickOne
	if k.Modifier&fyne.KeyModifierShift != 0 {
		how = pickRange
	}
	switch k.KeyName {
	case fyne.KeyHome, fyne.KeyEnd:
		a.goTo(a.reached(k.KeyName), how)
	case fyne.KeyUp, fyne.KeyDown:
		if a.pick == nil {
			return false
		}
		if how == pickOne {
			how = pickNone
		}
		a.goTo(a.reached(k.KeyName), how)
	case fyne.KeySpace:
		if a.pick == nil {
			return false
		}
		a.goTo(a.current, pickToggle)
	default:
		return false
	}
	return true
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
