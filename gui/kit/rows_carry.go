package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// carried is a row on its way to another place.
type carried struct {
	from int // the row that was pressed, -1 for none
	gap  int // before which row it would go, -1 while nothing is carried
	mark *canvas.Rectangle
}

func newCarried() carried {
	mark := &canvas.Rectangle{}
	mark.Hide()
	return carried{from: -1, gap: -1, mark: mark}
}

// arrange puts the mark between the rows where the carried one would go.
func (c *carried) arrange(left, width float32, top func(row int) float32) {
	const thick = 2
	c.mark.Hidden = c.gap < 0
	place(c.mark, left, max(0, top(c.gap)-thick/2), width, thick)
}

// canMove reports whether the person can take rows elsewhere now.
func (a *rows) canMove() bool { return a.onMoved != nil && (a.movable == nil || a.movable()) }

// Dragged carries the row that was pressed. Near an end the rows go on.
func (a *rows) Dragged(ev *fyne.DragEvent) {
	if !a.canMove() || a.carried.from < 0 {
		return
	}
	h := a.rowHeight()
	y, edge := float64(ev.Position.Y), h/2
	if y < edge {
		a.offset -= edge - y
	} else if view := a.view(); y > view-edge {
		a.offset += y - (view - edge)
	}
	gap := int(math.Round((a.offset + y) / h))
	a.carried.gap = min(max(gap, 0), a.count())
	a.hovered = -1
	a.arrange()
	a.carried.mark.Refresh()
}

// DragEnd puts the row down.
func (a *rows) DragEnd() {
	from, to := a.carried.from, a.carried.gap
	if !a.letGo() {
		return
	}
	if to > from {
		to-- // the row itself is no longer before it
	}
	if to != from && a.canMove() {
		a.onMoved(from, to)
	}
}

// letGo forgets the row that is carried and reports whether there was one.
func (a *rows) letGo() bool {
	was := a.carried.gap >= 0
	a.carried.from, a.carried.gap = -1, -1
	if was {
		a.arrange()
		a.carried.mark.Refresh()
	}
	return was
}

// carry moves the row the keyboard is at with Alt and an arrow key.
func (a *rows) carry(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierAlt || !a.canMove() || a.current < 0 {
		return false
	}
	to := a.current
	switch k.KeyName {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	default:
		return false
	}
	if to >= 0 && to < a.count() {
		a.onMoved(a.current, to)
	}
	return true
}
