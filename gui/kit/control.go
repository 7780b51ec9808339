package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

// control is what all widgets to press or to choose with share: pointed at,
// pressed, in possession of the keyboard, disabled and why. A disabled control
// keeps its place in the order of the Tab key, so that the reason can be read
// without a mouse.
type control struct {
	widget.BaseWidget
	env  *Env
	help string // what it does; shown while pointed at

	hovered, pressed, focused bool
	// byMouse says that the focus came with a click: then the ring waits for
	// the first key.
	byMouse  bool
	disabled bool
	reason   string
}

// Enable makes the control usable.
func (c *control) Enable() {
	if !c.disabled {
		return
	}
	c.disabled, c.reason = false, ""
	c.tell()
	c.BaseWidget.Refresh()
}

// Disable makes the control unusable. The reason is a sentence; it is shown
// while the control is pointed at or has the focus.
func (c *control) Disable(reason string) {
	if c.disabled && c.reason == reason {
		return
	}
	c.disabled, c.reason, c.pressed = true, reason, false
	c.tell()
	c.BaseWidget.Refresh()
}

// Disabled reports whether the control is unusable.
func (c *control) Disabled() bool { return c.disabled }

// tell shows the hint of the moment if this control is the one that is pointed
// at or has the focus.
func (c *control) tell() {
	if !c.hovered && !c.focused {
		return
	}
	if c.disabled {
		c.env.hint(c.reason)
		return
	}
	c.env.hint(c.help)
}

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.focused = true
	c.env.reveal()
	c.tell()
	c.BaseWidget.Refresh()
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() {
	c.focused, c.byMouse = false, false
	if !c.hovered {
		c.env.hint("")
	}
	c.BaseWidget.Refresh()
}

// TypedRune implements fyne.Focusable.
func (c *control) TypedRune(rune) {}

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.tell()
	c.BaseWidget.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() {
	c.hovered, c.pressed = false, false
	c.env.hint("")
	c.BaseWidget.Refresh()
}

// MouseDown implements desktop.Mouseable.
func (c *control) MouseDown(*desktop.MouseEvent) {
	c.pressed = !c.disabled
	c.BaseWidget.Refresh()
}

// MouseUp implements desktop.Mouseable.
func (c *control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.BaseWidget.Refresh()
}

// takeFocus gives w, whose control this is, the keyboard after a click.
func (c *control) takeFocus(w fyne.Focusable) {
	if c.focused {
		return
	}
	c.byMouse = true
	c.env.focus(w)
}

// byKey notes that the keyboard is in use, which shows the ring.
func (c *control) byKey() {
	if c.byMouse {
		c.byMouse = false
		c.BaseWidget.Refresh()
	}
}

// ringed reports whether the focus ring is to be shown.
func (c *control) ringed() bool { return c.focused && !c.byMouse }

// veil returns the colour over the control that answers the mouse, or "".
func (c *control) veil() fyne.ThemeColorName {
	switch {
	case c.disabled:
		return ""
	case c.pressed:
		return fynetheme.ColorNamePressed
	case c.hovered:
		return fynetheme.ColorNameHover
	}
	return ""
}

// isPress reports whether a key presses what has the focus.
func isPress(key fyne.KeyName) bool {
	return key == fyne.KeySpace || key == fyne.KeyReturn || key == fyne.KeyEnter
}

// ring is the line around what has the keyboard.
type ring struct{ line *canvas.Rectangle }

func newRing() *ring {
	r := &ring{line: &canvas.Rectangle{}}
	r.line.Hide()
	return r
}

// show draws the ring or takes it away.
func (r *ring) show(on bool, radius fyne.ThemeSizeName) {
	r.line.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	r.line.StrokeWidth = size(theme.SizeFocusRing)
	r.line.CornerRadius = size(radius) + ringDistance()
	r.line.Hidden = !on
	r.line.Refresh()
}

// ringDistance is how far the middle of the ring's line is from what it is
// around.
func ringDistance() float32 { return size(theme.SizeFocusRing)/2 + 2 }

// around places the ring outside a box with a gap between them: a ring in the
// accent's colour on the edge of a button in the accent's colour would not be
// seen. It stays within half the distance between neighbours.
func (r *ring) around(x, y, width, height float32) {
	out := ringDistance()
	place(r.line, x-out, y-out, width+2*out, height+2*out)
}
