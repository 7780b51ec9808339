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

// Choice is a row of joined buttons of which one is on, for options of one or
// two words each. It is one stop of the Tab key; the digits 1 to 9 choose, in
// either digit system, and so do the arrows.
//
// The arrows choose at once, as in every desktop's radio buttons and segmented
// controls: what depends on the choice follows the eye, and nothing is left
// half chosen when the focus goes elsewhere by a click. Walking over three
// options therefore calls onChosen three times. Who keeps what was chosen should
// make one step of undoing out of changes that follow one another quickly, as for
// typing: only there is it known what belongs together.
type Choice struct {
	control
	options  []Option
	value    string
	onChosen func(string)
	subject  string // what is chosen, to those who cannot see it

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

// SetSubject says what is chosen here to those who cannot see the label beside
// or above the choice. A FormRow does it with its label.
func (c *Choice) SetSubject(subject string) { c.subject = subject }

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
// first and the last. With nothing chosen, Space and Enter choose the first.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	c.byKey()
	chosen := indexOf(c.options, c.value)
	if i, ok := stepped(c.env, key.Name, chosen, len(c.options)); ok {
		c.choose(i)
		return
	}
	if isPress(key.Name) && !c.disabled && chosen < 0 {
		c.choose(0)
		return
	}
	c.env.Pass(key)
}

// TypedRune chooses by a digit.
func (c *Choice) TypedRune(key rune) {
	c.byKey()
	c.choose(digitPlace(key))
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
	return c.env.spoken(c.subject, label)
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
