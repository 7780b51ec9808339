package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
)

var (
	_ fyne.Widget       = (*Chips)(nil)
	_ fyne.Focusable    = (*Chips)(nil)
	_ fyne.Tappable     = (*Chips)(nil)
	_ fyne.Accessible   = (*Chips)(nil)
	_ desktop.Hoverable = (*Chips)(nil)
	_ desktop.Mouseable = (*Chips)(nil)
	_ preferring        = (*Chips)(nil)
)

// Chips are options of which any number can be on. They flow like words. They
// are one stop of the Tab key: the arrows go from chip to chip, Space switches.
type Chips struct {
	control
	options   []Option
	values    []string // the options that are on, in the order of the options
	subject   string   // what is chosen, to those who cannot see it
	onChanged func([]string)

	chips   []*chip
	ring    *ring
	current int // the chip the keyboard is at
	under   int // the chip under the pointer, or -1
	width   float32
}

// chip is one option of Chips.
type chip struct {
	text       *caption
	tick       *glyph
	box, cover *canvas.Rectangle
	place      fyne.Position
	size       fyne.Size
}

// NewChips makes chips that are all off. onChanged gets the values that are on,
// in the order of the options; it may be nil.
func NewChips(env *Env, options []Option, onChanged func(values []string)) *Chips {
	c := &Chips{control: control{env: env}, onChanged: onChanged, ring: newRing(), under: -1}
	c.ExtendBaseWidget(c)
	c.fill(options)
	return c
}

func (c *Chips) fill(options []Option) {
	c.options, c.chips, c.under = options, nil, -1
	for _, o := range options {
		c.chips = append(c.chips, &chip{
			text: newCaption(c.env, o.Label, StyleBody.face()),
			tick: newGlyph(fynetheme.ConfirmIcon()),
			box:  &canvas.Rectangle{}, cover: &canvas.Rectangle{},
		})
	}
	c.current = max(min(c.current, len(options)-1), 0)
}

// Values returns the options that are on, in the order of the options.
func (c *Chips) Values() []string { return slices.Clone(c.values) }

// SetValues switches the options with these values on and all others off.
func (c *Chips) SetValues(values []string) {
	on := c.ordered(values)
	if slices.Equal(on, c.values) {
		return
	}
	c.values = on
	c.Refresh()
}

// SetOptions changes the options; those that are still there stay on.
func (c *Chips) SetOptions(options []Option) {
	if slices.Equal(options, c.options) {
		return
	}
	c.fill(options)
	c.values = c.ordered(c.values)
	c.Refresh()
}

// ordered returns those values that options have, in the order of the options.
func (c *Chips) ordered(values []string) []string {
	var on []string
	for _, o := range c.options {
		if slices.Contains(values, o.Value) {
			on = append(on, o.Value)
		}
	}
	return on
}

// SetSubject says what is chosen here to those who cannot see the label beside
// it; a form row does.
func (c *Chips) SetSubject(subject string) { c.subject = subject }

// Focus gives the chips the keyboard.
func (c *Chips) Focus() { c.env.focus(c) }

// Tapped switches the chip under the pointer.
func (c *Chips) Tapped(at *fyne.PointEvent) {
	c.takeFocus(c)
	c.toggle(c.at(at.Position))
}

// MouseIn implements desktop.Hoverable.
func (c *Chips) MouseIn(at *desktop.MouseEvent) {
	c.under = c.at(at.Position)
	c.control.MouseIn(at)
}

// MouseMoved implements desktop.Hoverable.
func (c *Chips) MouseMoved(at *desktop.MouseEvent) {
	if i := c.at(at.Position); i != c.under {
		c.under = i
		c.Refresh()
	}
}

// at returns the chip at a place, or -1.
func (c *Chips) at(p fyne.Position) int {
	return slices.IndexFunc(c.chips, func(one *chip) bool {
		return p.X >= one.place.X && p.X < one.place.X+one.size.Width &&
			p.Y >= one.place.Y && p.Y < one.place.Y+one.size.Height
	})
}

// TypedKey goes from chip to chip and switches.
func (c *Chips) TypedKey(key *fyne.KeyEvent) {
	c.byKey()
	last := len(c.chips) - 1
	switch key.Name {
	case c.env.forward(), fyne.KeyDown:
		c.move(min(c.current+1, last))
	case c.env.backward(), fyne.KeyUp:
		c.move(max(c.current-1, 0))
	case fyne.KeyHome:
		c.move(0)
	case fyne.KeyEnd:
		c.move(last)
	case fyne.KeySpace:
		c.toggle(c.current)
	default:
		c.env.Pass(key)
	}
}

func (c *Chips) move(to int) {
	c.current = max(to, 0)
	c.Refresh()
}

func (c *Chips) toggle(i int) {
	if c.disabled || i < 0 || i >= len(c.options) {
		return
	}
	c.current = i
	value, values := c.options[i].Value, c.Values()
	if slices.Contains(values, value) {
		values = slices.DeleteFunc(values, func(v string) bool { return v == value })
	} else {
		values = append(values, value)
	}
	c.values = c.ordered(values)
	c.Refresh()
	if c.onChanged != nil {
		c.onChanged(c.Values())
	}
}

// AccessibilityLabel implements fyne.Accessible: the chip the keyboard is at, and
// whether it is on.
func (c *Chips) AccessibilityLabel() string {
	if len(c.options) == 0 {
		return ""
	}
	o := c.options[c.current]
	return c.env.spoken(c.subject, c.env.spokenState(o.Label, slices.Contains(c.values, o.Value)))
}

// AccessibilityRole implements fyne.Accessible.
func (c *Chips) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
