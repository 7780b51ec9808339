package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// buttonFace is what is seen of a button: of one that stands alone and of one in
// a Toolbar.
type buttonFace struct {
	kind       ButtonKind
	text       *caption
	icon       *glyph
	box, cover *canvas.Rectangle
	ring       *ring
}

func newButtonFace(env *Env, kind ButtonKind, text string, icon fyne.Resource) buttonFace {
	f := buttonFace{
		kind:  kind,
		text:  newCaption(env, text, StyleBody.face()),
		icon:  newGlyph(icon),
		box:   box("", "", fynetheme.SizeNameButtonRadius),
		cover: box("", "", fynetheme.SizeNameButtonRadius),
		ring:  newRing(),
	}
	f.text.shown.Alignment = env.startAlign()
	return f
}

// drawnFor is the renderer of the widget w, whose control is c.
func (f *buttonFace) drawnFor(w fyne.Widget, c *control) fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  w,
		objects: []fyne.CanvasObject{f.ring.line, f.box, f.cover, f.icon.image, f.text.shown},
		measure: f.measure, arrange: f.arrange, paint: func() { f.paint(c) },
	})
}

// content returns the width of the icon and the text together.
func (f *buttonFace) content() float32 {
	width := float32(0)
	if f.text.logical != "" {
		width = f.text.size().Width
	}
	if f.icon.source != nil {
		if width > 0 {
			width += size(theme.Space8)
		}
		width += size(fynetheme.SizeNameInlineIcon)
	}
	return width
}

// whole is the size that shows all of the text.
func (f *buttonFace) whole() fyne.Size {
	height := inputHeight()
	if f.text.logical == "" {
		return fyne.NewSquareSize(height)
	}
	return fyne.NewSize(max(f.content()+2*size(theme.Space12), height), height)
}

// measure is the least size. A button may carry what a person has written, such as
// a title: no text makes the window wider than a screen.
func (f *buttonFace) measure() fyne.Size {
	whole := f.whole()
	return fyne.NewSize(min(whole.Width, longestButton*size(theme.TextBody)), whole.Height)
}

// longestButton is how wide the longest text makes a button at least, in the heights
// of its letters: more than any word of a catalog needs.
const longestButton = 20

func (f *buttonFace) arrange(space fyne.Size) {
	env := f.text.env
	place(f.box, 0, 0, space.Width, space.Height)
	place(f.cover, 0, 0, space.Width, space.Height)
	f.ring.around(0, 0, space.Width, space.Height)
	room := space.Width - 2*size(theme.Space12)
	if f.text.logical == "" {
		room = space.Width
	}
	start := (space.Width - min(f.content(), room)) / 2
	if f.icon.source != nil {
		side := size(fynetheme.SizeNameInlineIcon)
		f.icon.put(env.place(start, side, space.Width), 0, side, space.Height)
		start += side + size(theme.Space8)
		room -= side + size(theme.Space8)
	}
	width := max(min(f.text.size().Width, room), 0)
	f.text.put(env.place(start, width, space.Width), 0, width, space.Height)
}

func (f *buttonFace) paint(c *control) {
	fill, stroke, ink := f.kind.colors(c.disabled)
	fillBox(f.box, fill, stroke)
	fillBox(f.cover, c.veil(), "")
	f.box.CornerRadius = size(fynetheme.SizeNameButtonRadius)
	f.cover.CornerRadius = f.box.CornerRadius
	f.text.face = face{theme.TextBody, ink, f.kind == ButtonPrimary || f.kind == ButtonDanger}
	f.text.refresh()
	f.icon.tint(ink)
	f.ring.show(c.ringed(), fynetheme.SizeNameButtonRadius)
}

// colors returns the colours of a button of the kind.
func (k ButtonKind) colors(disabled bool) (fill, stroke, ink fyne.ThemeColorName) {
	switch {
	case disabled && k == ButtonQuiet:
		return "", "", fynetheme.ColorNameDisabled
	case disabled:
		return fynetheme.ColorNameDisabledButton, theme.ColorBorder, fynetheme.ColorNameDisabled
	case k == ButtonPrimary:
		return fynetheme.ColorNamePrimary, "", fynetheme.ColorNameForegroundOnPrimary
	case k == ButtonDanger:
		return fynetheme.ColorNameError, "", fynetheme.ColorNameForegroundOnError
	case k == ButtonQuiet:
		return "", "", fynetheme.ColorNameForeground
	}
	return fynetheme.ColorNameButton, theme.ColorBorder, fynetheme.ColorNameForeground
}
