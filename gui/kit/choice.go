package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*Choice)(nil)
	_ fyne.Focusable    = (*Choice)(nil)
	_ fyne.Tappable     = (*Choice)(nil)
	_ fyne.Accessible   = (*Choice)(nil)
	_ desktop.Hoverable = (*Choice)(nil)
	_ desktop.Mouseable = (*Choice)(nil)
)

// Choice is a row of joined buttons of which one is on. It is one stop of the
// Tab key; the arrows choose.
type Choice struct {
	control
	options  []Option
	value    string
	onChosen func(string)

	track    *canvas.Rectangle
	segments []*segment
	ring     *ring
	under    int // the segment under the pointer
}

// segment is one option of a Choice.
type segment struct {
	text       *caption
	tick       *glyph
	box, cover *canvas.Rectangle
	x, width   float32
}

// NewChoice makes a choice with nothing chosen but the option with the value "",
// if there is one. onChosen may be nil.
func NewChoice(env *Env, options []Option, onChosen func(value string)) *Choice {
	c := &Choice{
		control: control{env: env}, options: options, onChosen: onChosen,
		track: &canvas.Rectangle{}, ring: newRing(),
	}
	for _, o := range options {
		c.segments = append(c.segments, &segment{
			text: newCaption(env, o.Label, StyleBody.face()),
			tick: newGlyph(fynetheme.ConfirmIcon()),
			box:  &canvas.Rectangle{}, cover: &canvas.Rectangle{},
		})
	}
	c.ExtendBaseWidget(c)
	return c
}

// Value returns the chosen value.
func (c *Choice) Value() string { return c.value }

// SetValue chooses the option with the value; with a value that no option has,
// nothing is chosen.
func (c *Choice) SetValue(value string) {
	if value == c.value {
		return
	}
	c.value = value
	c.Refresh()
}

// Focus gives the choice the keyboard.
func (c *Choice) Focus() { c.env.focus(c) }

// Tapped chooses the option under the pointer.
func (c *Choice) Tapped(at *fyne.PointEvent) {
	c.takeFocus(c)
	c.choose(c.at(at.Position.X))
}

// MouseMoved implements desktop.Hoverable.
func (c *Choice) MouseMoved(at *desktop.MouseEvent) {
	if i := c.at(at.Position.X); i != c.under {
		c.under = i
		c.Refresh()
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Choice) MouseIn(at *desktop.MouseEvent) {
	c.under = c.at(at.Position.X)
	c.control.MouseIn(at)
}

// at returns the segment at a place, or -1.
func (c *Choice) at(x float32) int {
	for i, s := range c.segments {
		if x >= s.x && x < s.x+s.width {
			return i
		}
	}
	return -1
}

// TypedKey chooses the neighbour in the arrow's direction; Home and End the
// first and the last.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	c.byKey()
	chosen := indexOf(c.options, c.value)
	switch key.Name {
	case c.env.forward(), fyne.KeyDown:
		c.choose(min(chosen+1, len(c.options)-1))
	case c.env.backward(), fyne.KeyUp:
		c.choose(max(chosen-1, 0))
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(len(c.options) - 1)
	default:
		c.env.Pass(key)
	}
}

func (c *Choice) choose(i int) {
	if c.disabled || i < 0 || i >= len(c.options) || c.options[i].Value == c.value {
		return
	}
	c.SetValue(c.options[i].Value)
	if c.onChosen != nil {
		c.onChosen(c.value)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Choice) AccessibilityLabel() string {
	label, _ := labelOf(c.options, c.value)
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{c.ring.line, c.track}
	for _, s := range c.segments {
		objects = append(objects, s.box, s.cover, s.tick.image, s.text.shown)
	}
	return drawn(&drawing{
		widget: c, objects: objects,
		measure: c.measure, arrange: c.arrange, paint: c.paint,
	})
}

// segmentWidth returns the width a segment needs. It has room for the tick
// whether it is chosen or not: choosing must not move the others.
func (c *Choice) segmentWidth(s *segment) float32 {
	face := s.text.face
	face.bold = true // as when chosen
	return s.text.widthIn(face) + 1 +
		size(fynetheme.SizeNameInlineIcon) + size(theme.Space4) + 2*size(theme.Space8)
}

func (c *Choice) measure() fyne.Size {
	width := float32(0)
	for _, s := range c.segments {
		width += c.segmentWidth(s)
	}
	return fyne.NewSize(width, inputHeight())
}

func (c *Choice) arrange(space fyne.Size) {
	total := c.measure().Width
	place(c.track, c.env.place(0, total, space.Width), 0, total, space.Height)
	c.ring.around(c.track.Position().X, 0, total, space.Height)
	start := float32(0)
	inset := size(fynetheme.SizeNameInputBorder)
	for _, s := range c.segments {
		s.width = c.segmentWidth(s)
		s.x = c.env.place(start, s.width, space.Width)
		start += s.width
		place(s.box, s.x+inset, inset, s.width-2*inset, space.Height-2*inset)
		place(s.cover, s.x+inset, inset, s.width-2*inset, space.Height-2*inset)
		c.arrangeSegment(s, space.Height)
	}
}

// arrangeSegment centres the tick and the words of the chosen segment, and the
// words alone of the others.
func (c *Choice) arrangeSegment(s *segment, height float32) {
	side, gap := size(fynetheme.SizeNameInlineIcon), size(theme.Space4)
	inner := min(s.text.size().Width, s.width)
	content := inner
	if s.tick.image.Visible() {
		content += side + gap
	}
	start := (s.width - content) / 2
	if s.tick.image.Visible() {
		s.tick.put(s.x+c.env.place(start, side, s.width), 0, side, height)
		start += side + gap
	}
	s.text.put(s.x+c.env.place(start, inner, s.width), 0, inner, height)
}

func (c *Choice) paint() {
	radius := size(fynetheme.SizeNameButtonRadius)
	fillBox(c.track, fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder)
	c.track.CornerRadius = radius
	for i, s := range c.segments {
		chosen := c.options[i].Value == c.value
		fill, ink := fyne.ThemeColorName(""), fynetheme.ColorNameForeground
		switch {
		case c.disabled && chosen:
			fill, ink = fynetheme.ColorNameDisabledButton, fynetheme.ColorNameDisabled
		case c.disabled:
			ink = fynetheme.ColorNameDisabled
		case chosen:
			fill, ink = fynetheme.ColorNamePrimary, fynetheme.ColorNameForegroundOnPrimary
		}
		fillBox(s.box, fill, "")
		veil := fyne.ThemeColorName("")
		if i == c.under {
			veil = c.veil()
		}
		fillBox(s.cover, veil, "")
		s.box.CornerRadius, s.cover.CornerRadius = radius-1, radius-1
		s.text.face = face{theme.TextBody, ink, chosen}
		s.text.refresh()
		s.tick.tint(ink)
		s.tick.image.Hidden = !chosen
	}
	c.ring.show(c.ringed(), fynetheme.SizeNameButtonRadius)
}
