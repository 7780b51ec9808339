package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*Check)(nil)
	_ fyne.Focusable    = (*Check)(nil)
	_ fyne.Tappable     = (*Check)(nil)
	_ fyne.Accessible   = (*Check)(nil)
	_ desktop.Hoverable = (*Check)(nil)
	_ desktop.Mouseable = (*Check)(nil)
	_ preferring        = (*Check)(nil)
)

// Check is a thing to switch on and off, with its words beside it.
type Check struct {
	control
	checked   bool
	onChanged func(bool)

	text       *caption
	box, cover *canvas.Rectangle
	tick       *glyph
	ring       *ring
}

// NewCheck makes a check that is off. onChanged may be nil.
func NewCheck(env *Env, label string, onChanged func(bool)) *Check {
	c := &Check{
		control:   control{env: env},
		onChanged: onChanged,
		text:      newCaption(env, label, StyleBody.face()),
		box:       &canvas.Rectangle{},
		cover:     &canvas.Rectangle{},
		tick:      newGlyph(fynetheme.ConfirmIcon()),
		ring:      newRing(),
	}
	c.text.shown.Alignment = env.startAlign()
	c.ExtendBaseWidget(c)
	return c
}

// Checked reports whether the check is on.
func (c *Check) Checked() bool { return c.checked }

// SetChecked switches the check.
func (c *Check) SetChecked(on bool) {
	if on == c.checked {
		return
	}
	c.checked = on
	c.Refresh()
}

// SetText changes the words.
func (c *Check) SetText(label string) {
	if label == c.text.logical {
		return
	}
	c.text.set(label)
	c.Refresh()
}

// Focus gives the check the keyboard.
func (c *Check) Focus() { focus(c) }

// Tapped implements fyne.Tappable.
func (c *Check) Tapped(*fyne.PointEvent) {
	c.takeFocus(c)
	c.toggle()
}

// TypedKey implements fyne.Focusable. Enter is left to the dialog around.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	c.byKey()
	if key.Name == fyne.KeySpace {
		c.toggle()
		return
	}
	c.env.pass(key)
}

func (c *Check) toggle() {
	if c.disabled {
		return
	}
	c.SetChecked(!c.checked)
	if c.onChanged != nil {
		c.onChanged(c.checked)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Check) AccessibilityLabel() string { return c.text.logical }

// AccessibilityRole implements fyne.Accessible.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  c,
		objects: []fyne.CanvasObject{c.cover, c.ring.line, c.box, c.tick.image, c.text.shown},
		measure: c.measure, arrange: c.arrange, paint: c.paint,
	})
}

// side is the length of the box's edge.
func (c *Check) side() float32 { return size(fynetheme.SizeNameInlineIcon) }

func (c *Check) measure() fyne.Size {
	whole := c.preferredSize()
	return fyne.NewSize(min(whole.Width, size(theme.SizeTextColumn)/3), whole.Height)
}

func (c *Check) preferredSize() fyne.Size {
	return fyne.NewSize(c.side()+size(theme.Space8)+c.text.size().Width+2*size(theme.Space4), size(theme.SizeTarget))
}

func (c *Check) arrange(space fyne.Size) {
	side, pad := c.side(), size(theme.Space4)
	place(c.cover, 0, 0, space.Width, space.Height)
	x, y := c.env.place(pad, side, space.Width), (space.Height-side)/2
	// The box is a little smaller than an icon, or it outweighs the words.
	place(c.box, x+1, y+1, side-2, side-2)
	c.ring.around(x+1, y+1, side-2, side-2)
	c.tick.put(x, y, side, side)
	start := pad + side + size(theme.Space8)
	width := max(space.Width-start-pad, 0)
	c.text.put(c.env.place(start, width, space.Width), 0, width, space.Height)
}

func (c *Check) paint() {
	fill, stroke := fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder
	ink, tick := fynetheme.ColorNameForeground, fynetheme.ColorNameForegroundOnPrimary
	switch {
	case c.disabled:
		fill, stroke = fynetheme.ColorNameDisabledButton, fynetheme.ColorNameDisabled
		ink, tick = fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabled
	case c.checked:
		fill, stroke = fynetheme.ColorNamePrimary, fynetheme.ColorNamePrimary
	}
	fillBox(c.box, fill, stroke)
	fillBox(c.cover, c.veil(), "")
	c.box.CornerRadius = size(fynetheme.SizeNameMenuRadius)
	c.cover.CornerRadius = size(fynetheme.SizeNameInputRadius)
	c.tick.tint(tick)
	c.tick.image.Hidden = !c.checked
	c.text.face.color = ink
	c.text.refresh()
	c.ring.show(c.ringed(), fynetheme.SizeNameMenuRadius)
}
