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

// Check is a thing to switch on and off, with its words beside it in as many
// lines as they need.
type Check struct {
	control
	checked   bool
	onChanged func(bool)

	text       *Paragraph
	box, cover *canvas.Rectangle
	tick       *glyph
	ring       *ring
}

// NewCheck makes a check that is off. onChanged may be nil.
func NewCheck(env *Env, label string, onChanged func(bool)) *Check {
	c := &Check{
		control:   control{env: env},
		onChanged: onChanged,
		text:      NewParagraph(env, label, StyleBody),
		box:       &canvas.Rectangle{},
		cover:     &canvas.Rectangle{},
		tick:      newGlyph(fynetheme.ConfirmIcon()),
		ring:      newRing(),
	}
	// The words stay beside the box whatever language they are in.
	c.text.atStart = true
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
	c.text.SetText(label)
}

// Focus gives the check the keyboard.
func (c *Check) Focus() { c.env.focus(c) }

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
	c.env.Pass(key)
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

// AccessibilityLabel implements fyne.Accessible: the words, and whether it is on.
func (c *Check) AccessibilityLabel() string { return c.env.spokenState(c.text.Text(), c.checked) }

// AccessibilityRole implements fyne.Accessible.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  c,
		objects: []fyne.CanvasObject{c.cover, c.ring.line, c.box, c.tick.image, c.text},
		measure: c.measure, arrange: c.arrange, paint: c.paint,
	})
}

// side is the length of the box's edge.
func (c *Check) side() float32 { return size(fynetheme.SizeNameInlineIcon) }

// start returns where the words begin.
func (c *Check) start() float32 { return size(theme.Space4) + c.side() + size(theme.Space8) }

func (c *Check) measure() fyne.Size { return c.around(c.text.MinSize()) }

func (c *Check) preferredSize() fyne.Size { return c.around(c.text.preferredSize()) }

// around returns the size of the whole when the words take the given one.
func (c *Check) around(words fyne.Size) fyne.Size {
	return fyne.NewSize(c.start()+words.Width+size(theme.Space4),
		max(words.Height+2*size(theme.Space4), size(theme.SizeTarget)))
}

func (c *Check) arrange(space fyne.Size) {
	place(c.cover, 0, 0, space.Width, space.Height)
	width := max(space.Width-c.start()-size(theme.Space4), 0)
	words := settle(c.text, width)
	top := (space.Height - words) / 2
	place(c.text, c.env.place(c.start(), width, space.Width), top, width, words)

	// The box stands beside the first line, a little smaller than an icon, or it
	// outweighs the words.
	side := c.side()
	x := c.env.place(size(theme.Space4), side, space.Width)
	y := top + (StyleBody.face().lineHeight()-side)/2
	place(c.box, x+1, y+1, side-2, side-2)
	c.ring.around(x+1, y+1, side-2, side-2)
	c.tick.put(x, y, side, side)
}

func (c *Check) paint() {
	fill, stroke := fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder
	style, tick := StyleBody, fynetheme.ColorNameForegroundOnPrimary
	switch {
	case c.disabled:
		fill, stroke = fynetheme.ColorNameDisabledButton, fynetheme.ColorNameDisabled
		style, tick = styleDisabled, fynetheme.ColorNameDisabled
	case c.checked:
		fill, stroke = fynetheme.ColorNamePrimary, fynetheme.ColorNamePrimary
	}
	fillBox(c.box, fill, stroke)
	fillBox(c.cover, c.veil(), "")
	c.box.CornerRadius = size(fynetheme.SizeNameMenuRadius)
	c.cover.CornerRadius = size(fynetheme.SizeNameInputRadius)
	c.tick.tint(tick)
	c.tick.image.Hidden = !c.checked
	c.text.SetStyle(style)
	c.ring.show(c.ringed(), fynetheme.SizeNameMenuRadius)
}
