package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseDown remembers what had the keyboard: the toolkit takes it away on every
// press beside it, and Paste in a menu has to know into which field.
func (b *MenuBar) MouseDown(*desktop.MouseEvent) { b.before = b.env.Window.Canvas().Focused() }

// MouseUp is part of desktop.Mouseable.
func (b *MenuBar) MouseUp(*desktop.MouseEvent) {}

// Tapped opens the menu under the pointer.
func (b *MenuBar) Tapped(ev *fyne.PointEvent) {
	if b.before != nil {
		b.env.Window.Canvas().Focus(b.before)
		b.before = nil
	}
	b.Open(b.menuAt(ev.Position.X))
}

// TypedKey moves along the bar and opens.
func (b *MenuBar) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		b.current = b.beside(ev.Name == fyne.KeyRight)
	case fyne.KeyHome:
		b.current = 0
	case fyne.KeyEnd:
		b.current = len(b.menus) - 1
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Open(b.current)
		return
	case fyne.KeyEscape, fyne.KeyF10:
		b.env.Window.Canvas().Unfocus()
		return
	default:
		b.env.Pass(ev)
		return
	}
	b.Refresh()
}

// TypedRune is part of fyne.Focusable.
func (b *MenuBar) TypedRune(rune) {}

// TypedShortcut hands shortcuts on to the window.
func (b *MenuBar) TypedShortcut(s fyne.Shortcut) { b.env.offer(s) }

// FocusGained begins at the first menu, unless one has just been closed.
func (b *MenuBar) FocusGained() {
	b.focused = true
	b.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (b *MenuBar) FocusLost() {
	b.focused = false
	b.Refresh()
}

// MouseIn is part of desktop.Hoverable.
func (b *MenuBar) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved marks the title under the pointer.
func (b *MenuBar) MouseMoved(ev *desktop.MouseEvent) { b.hover(b.menuAt(ev.Position.X)) }

// MouseOut is part of desktop.Hoverable.
func (b *MenuBar) MouseOut() { b.hover(-1) }

func (b *MenuBar) hover(i int) {
	if i != b.hovered {
		b.hovered = i
		b.Refresh()
	}
}
