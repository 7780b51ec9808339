package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"athar/domain/text/bidi"
	"athar/gui/typeset"
)

// caption is one line of text inside a widget: it holds the logical string and
// paints the visual one, shortened at the logical end when there is no room.
type caption struct {
	env     *Env
	base    bidi.Direction // Auto asks the text
	face    face
	logical string
	shown   *canvas.Text

	natural float32 // the width of the whole text; computed by refresh
	fitted  float32 // the width the text was last fitted to
}

func newCaption(env *Env, text string, f face) *caption {
	c := &caption{env: env, face: f, logical: text, shown: &canvas.Text{}, fitted: -1}
	c.refresh()
	return c
}

// set changes the text; the caller lays its widget out again.
func (c *caption) set(text string) {
	c.logical = text
	c.refresh()
}

// refresh takes the sizes and colours of the current theme and measures again.
func (c *caption) refresh() {
	c.face.dress(c.shown)
	c.shown.Text = c.visual()
	c.natural = c.face.measure(c.shown.Text)
	width := c.fitted
	c.fitted = -1
	if width >= 0 {
		c.fit(width)
	}
	c.shown.Refresh()
}

// direction returns the direction in which the text is read.
func (c *caption) direction() bidi.Direction {
	if c.base != bidi.Auto {
		return c.base
	}
	return c.env.base(c.logical)
}

// visual returns the whole text in painting order.
func (c *caption) visual() string { return typeset.Visual(c.logical, c.direction()) }

// widthIn returns the width of the whole text in another face.
func (c *caption) widthIn(f face) float32 { return f.measure(c.visual()) }

// size returns the size of the whole text.
func (c *caption) size() fyne.Size { return fyne.NewSize(c.natural, c.face.lineHeight()) }

// fit shortens the text to a width.
func (c *caption) fit(width float32) {
	if sameLength(width, c.fitted) {
		return
	}
	c.fitted = width
	visual := c.visual()
	if c.natural > width+0.01 {
		visual = typeset.Ellipsis(c.logical, c.direction(), func(visual string) bool {
			return c.face.measure(visual) <= width
		})
	}
	if visual != c.shown.Text {
		c.shown.Text = visual
		c.shown.Refresh()
	}
}

// put fits the text into a box and places it, centred in height. x counts from
// the left.
func (c *caption) put(x, y, width, height float32) {
	c.fit(width)
	line := c.face.lineHeight()
	place(c.shown, x, y+(height-line)/2, width, line)
}
