package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// at returns the column at a place, or -1.
func (h *tableHeader) at(x float32) int {
	for i, s := range h.spots {
		if x >= s.x && x < s.x+s.width {
			return i
		}
	}
	return -1
}

// borderAt returns the column whose end is near a place, or -1.
func (h *tableHeader) borderAt(x float32) int {
	const reach = 5
	for i := len(h.spots) - 1; i >= 0; i-- { // of two, the one that can be made wider
		if edge := h.edge(i); x > edge-reach && x < edge+reach {
			return i
		}
	}
	return -1
}

// MouseIn is part of desktop.Hoverable.
func (h *tableHeader) MouseIn(ev *desktop.MouseEvent) {
	h.hovered = true
	h.MouseMoved(ev)
}

// MouseMoved marks the title or the border under the pointer.
func (h *tableHeader) MouseMoved(ev *desktop.MouseEvent) {
	if h.drag.column >= 0 {
		return
	}
	under, border := h.at(ev.Position.X), h.borderAt(ev.Position.X)
	if under == h.under && border == h.border {
		return
	}
	h.under, h.border = under, border
	h.explain(under)
	h.Refresh()
}

// MouseOut is part of desktop.Hoverable.
func (h *tableHeader) MouseOut() {
	h.under, h.border = -1, -1
	h.control.MouseOut()
}

// Cursor is part of desktop.Cursorable.
func (h *tableHeader) Cursor() desktop.Cursor {
	if h.border >= 0 || h.drag.column >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// explain says in the status line what a title is for.
func (h *tableHeader) explain(col int) {
	switch {
	case col < 0 || col >= len(h.cells):
		h.help = ""
	case h.table.columns[col].Order == nil:
		h.help = h.env.T("kit_table.width_hint")
	default:
		h.help = h.env.T("kit_table.sort_hint")
	}
	h.tell()
}

// MouseDown takes hold of a border.
func (h *tableHeader) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		h.grab(ev.Position.X)
	}
}

// MouseUp sorts, unless a border was dragged. Tapped would come too late: the
// toolkit holds it back to see whether a second press follows.
func (h *tableHeader) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	h.done = true
	h.release(ev.Position.X)
}

// Tapped is for presses that are no mouse's.
func (h *tableHeader) Tapped(ev *fyne.PointEvent) {
	if !h.done {
		h.grab(ev.Position.X)
		h.release(ev.Position.X)
	}
	h.done = false
}

// grab begins a press.
func (h *tableHeader) grab(x float32) {
	h.takeFocus(h)
	h.drag = drag{column: h.borderAt(x), held: true}
	if c := h.drag.column; c >= 0 {
		h.drag.width = h.spots[c].width
		h.current = c
	}
}

// release ends a press, once: the end of a drag and that of the press are told
// apart. A press that took hold of no border sorts.
func (h *tableHeader) release(x float32) {
	held := h.drag
	if !held.held {
		return
	}
	h.drag = drag{column: -1}
	if held.column >= 0 {
		if held.moved {
			h.table.tellResized()
		}
		h.Refresh()
		return
	}
	if col := h.at(x); col >= 0 {
		h.current = col
		h.table.sortNext(col)
		h.Refresh()
	}
}

// Dragged moves the border that was taken hold of.
func (h *tableHeader) Dragged(ev *fyne.DragEvent) {
	c := h.drag.column
	if c < 0 {
		return
	}
	by := ev.Dragged.DX
	if h.env.RTL() {
		by = -by
	}
	h.drag.moved = true
	h.drag.width += by // apart from the column's own, which has a least
	h.table.resize(c, h.drag.width)
}

// DragEnd is part of fyne.Draggable: the button may have been let go elsewhere.
func (h *tableHeader) DragEnd() { h.release(-1) }

// DoubleTapped on a border makes the column as wide as what is in it.
func (h *tableHeader) DoubleTapped(ev *fyne.PointEvent) {
	h.done = false
	if col := h.borderAt(ev.Position.X); col >= 0 {
		h.table.fit(col)
	}
}

// FocusGained is part of fyne.Focusable.
func (h *tableHeader) FocusGained() {
	h.explain(h.current)
	h.control.FocusGained()
}

// TypedKey goes along the titles as the eye sees them, sorts, and leads down to
// the rows.
func (h *tableHeader) TypedKey(ev *fyne.KeyEvent) {
	h.byKey()
	last := len(h.cells) - 1
	switch {
	case ev.Name == h.env.forward():
		h.move(min(h.current+1, last))
	case ev.Name == h.env.backward():
		h.move(h.current - 1)
	case ev.Name == fyne.KeyHome:
		h.move(0)
	case ev.Name == fyne.KeyEnd:
		h.move(last)
	case ev.Name == fyne.KeyDown:
		h.table.Focus()
	case isPress(ev.Name) && last >= 0 && h.table.columns[h.current].Order != nil:
		h.table.sortNext(h.current)
		h.Refresh()
	default:
		h.env.Pass(ev)
	}
}

// TypedRune makes the column wider or narrower.
func (h *tableHeader) TypedRune(r rune) {
	switch r {
	case '+', '=': // the same key, with Shift and without
		h.widen(columnStep)
	case '-', '−', '_':
		h.widen(-columnStep)
	}
}

// TypedShortcut moves the end of the column with Ctrl, Shift and an arrow.
func (h *tableHeader) TypedShortcut(s fyne.Shortcut) {
	k, ok := s.(*desktop.CustomShortcut)
	if ok && k.Modifier == fyne.KeyModifierControl|fyne.KeyModifierShift {
		switch k.KeyName {
		case h.env.forward():
			h.widen(columnStep)
			return
		case h.env.backward():
			h.widen(-columnStep)
			return
		}
	}
	h.env.offer(s)
}

// widen changes the width of the column the keyboard is at by so many pixels at
// text scale 1.
func (h *tableHeader) widen(by float32) {
	if h.current >= len(h.spots) {
		return
	}
	h.table.resize(h.current, h.spots[h.current].width+scaled(by))
	h.table.tellResized()
	h.reveal()
}

// move makes a title the current one and brings it into view.
func (h *tableHeader) move(to int) {
	h.current = max(to, 0)
	h.explain(h.current)
	h.reveal()
	h.Refresh()
}

// reveal scrolls sideways as little as shows the column.
func (h *tableHeader) reveal() {
	if h.current >= len(h.spots) {
		return
	}
	rows, from := h.table.rows, float32(0)
	for _, w := range h.table.layOut(rows.wide())[:h.current] {
		from += w
	}
	end := from + h.spots[h.current].width
	offset := max(rows.sideways, float64(end-rows.room()))
	rows.scrollSideways(min(offset, float64(from)))
}
