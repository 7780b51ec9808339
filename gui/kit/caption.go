package kit

import (
	"path/filepath"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

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
	fileEnd bool // what is shortened is a file's name: its end stays

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
		visual = c.short(func(visual string) bool { return c.face.measure(visual) <= width })
	}
	if visual != c.shown.Text {
		c.shown.Text = visual
		c.shown.Refresh()
	}
}

// short returns as much of the text as fits, in painting order.
func (c *caption) short(fits func(visual string) bool) string {
	if c.fileEnd {
		if visual, ok := shortName(c.logical, c.direction(), fits); ok {
			return visual
		}
	}
	return typeset.Ellipsis(c.logical, c.direction(), fits)
}

// shortName leaves out what is in the middle of a file's name, so that its kind and
// the number before it are still read. ok says that there is room for that.
func shortName(name string, base bidi.Direction, fits func(visual string) bool) (visual string, ok bool) {
	const before = 4 // runes before the dot that stay
	runes := []rune(name)
	end := len(runes) - utf8.RuneCountInString(filepath.Ext(name)) - before
	for end > 0 && unicode.Is(unicode.M, runes[end]) { // with its letter
		end--
	}
	if end <= 0 {
		return "", false
	}
	at := func(n int) string {
		return typeset.Visual(strings.TrimRight(string(runes[:n]), " ")+"…"+string(runes[end:]), base)
	}
	n := sort.Search(end, func(n int) bool { return !fits(at(n + 1)) })
	for n > 0 && n < end && unicode.Is(unicode.M, runes[n]) {
		n--
	}
	return at(n), n > 0
}

// put fits the text into a box and places it, centred in height. x counts from
// the left.
func (c *caption) put(x, y, width, height float32) {
	c.fit(width)
	line := c.face.lineHeight()
	place(c.shown, x, y+(height-line)/2, width, line)
}
