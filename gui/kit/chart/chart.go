package chart

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
)

var (
	_ fyne.Widget       = (*Chart)(nil)
	_ fyne.Focusable    = (*Chart)(nil)
	_ fyne.Tappable     = (*Chart)(nil)
	_ fyne.Accessible   = (*Chart)(nil)
	_ desktop.Hoverable = (*Chart)(nil)
)

// The smallest size a chart asks for.
const leastWidth, leastHeight = 240, 180

// Chart shows a Model. Pointing at it, or stepping with the arrow keys while it
// has the focus, shows the values of one moment or category.
type Chart struct {
	widget.BaseWidget

	// OnPoint is told of the index pointed at, -1 when none is. May be nil.
	OnPoint func(index int)

	env     *kit.Env
	model   Model
	scene   Scene
	index   int // pointed at, -1 for none
	focused bool
	shown   *renderer // nil before the chart is first shown
}

// New returns a chart of a model.
func New(env *kit.Env, m Model) *Chart {
	c := &Chart{env: env, model: m.remembering(), index: -1}
	c.ExtendBaseWidget(c)
	return c
}

// SetModel shows another model.
func (c *Chart) SetModel(m Model) {
	c.model, c.index = m.remembering(), -1
	c.Refresh()
}

// Point points at an index, as a table beside the chart does; -1 at none.
// OnPoint is not told.
func (c *Chart) Point(index int) {
	if index < -1 || index >= c.model.length() {
		index = -1
	}
	c.move(index, false)
}

// Index returns the index pointed at, -1 for none.
func (c *Chart) Index() int { return c.index }

func (c *Chart) move(index int, tell bool) {
	if index == c.index {
		return
	}
	c.index = index
	if c.shown != nil {
		c.shown.point()
	}
	if tell && c.OnPoint != nil {
		c.OnPoint(index)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Chart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (c *Chart) MouseMoved(e *desktop.MouseEvent) {
	if c.model.empty() {
		return
	}
	c.move(c.scene.Nearest(c.model, e.Position.X), true)
}

// MouseOut implements desktop.Hoverable.
func (c *Chart) MouseOut() { c.move(-1, true) }

// Tapped implements fyne.Tappable: a click gives the chart the keyboard.
func (c *Chart) Tapped(e *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	if !c.model.empty() {
		c.move(c.scene.Nearest(c.model, e.Position.X), true)
	}
}

// FocusGained implements fyne.Focusable.
func (c *Chart) FocusGained() {
	c.env.ShowFocused()
	c.focus(true)
}

// FocusLost implements fyne.Focusable.
func (c *Chart) FocusLost() {
	c.move(-1, true)
	c.focus(false)
}

func (c *Chart) focus(focused bool) {
	c.focused = focused
	if c.shown != nil {
		c.shown.focus()
	}
}

// TypedRune implements fyne.Focusable.
func (c *Chart) TypedRune(rune) {}

// TypedKey steps through the points as the eye sees them.
func (c *Chart) TypedKey(e *fyne.KeyEvent) {
	n := c.model.length()
	if c.model.empty() {
		c.env.Pass(e)
		return
	}
	step := 1
	if c.model.Mirrored {
		step = -1
	}
	switch e.Name {
	case fyne.KeyRight:
		c.step(step)
	case fyne.KeyLeft:
		c.step(-step)
	case fyne.KeyPageDown:
		c.step(max(1, n/10))
	case fyne.KeyPageUp:
		c.step(-max(1, n/10))
	case fyne.KeyHome:
		c.move(0, true)
	case fyne.KeyEnd:
		c.move(n-1, true)
	case fyne.KeyEscape:
		if c.index < 0 {
			c.env.Pass(e)
		}
		c.move(-1, true)
	default:
		c.env.Pass(e)
	}
}

// step moves by some points; the first step of all goes to an end.
func (c *Chart) step(by int) {
	n := c.model.length()
	switch {
	case c.index < 0 && by > 0:
		c.move(0, true)
	case c.index < 0:
		c.move(n-1, true)
	default:
		c.move(max(0, min(n-1, c.index+by)), true)
	}
}

// Told returns what the box beside the point says, line by line: the moment or
// category, then a value a series. It is what a screen reader would say.
func (c *Chart) Told() []string {
	if c.index < 0 {
		return nil
	}
	lines := []string{c.pointName(c.index)}
	for _, s := range c.model.Series {
		value := "–"
		if v := s.Y[c.index]; !math.IsNaN(v) {
			value = c.model.Format.Value(v)
		}
		lines = append(lines, c.env.T("kit.chart.value", "name", s.Name, "value", value))
	}
	return lines
}

func (c *Chart) pointName(i int) string {
	if c.model.Time {
		return c.model.Format.Point(c.model.Series[0].X[i])
	}
	if i < len(c.model.Categories) {
		return c.model.Categories[i]
	}
	return ""
}

// AccessibilityLabel implements fyne.Accessible: what is pointed at, else how
// many values there are.
func (c *Chart) AccessibilityLabel() string {
	switch {
	case c.model.empty():
		return c.model.Empty
	case c.index >= 0:
		return strings.Join(c.Told(), "\n")
	}
	return c.model.Summary
}

// AccessibilityRole implements fyne.Accessible.
func (c *Chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	c.shown = newRenderer(c)
	return c.shown
}
