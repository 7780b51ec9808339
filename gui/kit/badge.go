package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Badge)(nil)
	_ fyne.Accessible = (*Badge)(nil)
)

// Tone is the kind of a message.
type Tone int

// The tones. The words must say the same as the colour.
const (
	ToneNeutral Tone = iota
	ToneInfo
	ToneSuccess
	ToneWarning
	ToneDanger
)

// colors returns the surface under a message of the tone and the colour of the
// text on it.
func (t Tone) colors() (surface, ink fyne.ThemeColorName) {
	switch t {
	case ToneInfo:
		return theme.ColorSurfaceAccent, fynetheme.ColorNamePrimary
	case ToneSuccess:
		return theme.ColorSurfaceSuccess, fynetheme.ColorNameSuccess
	case ToneWarning:
		return theme.ColorSurfaceWarning, fynetheme.ColorNameWarning
	case ToneDanger:
		return theme.ColorSurfaceError, fynetheme.ColorNameError
	}
	return fynetheme.ColorNameButton, fynetheme.ColorNameForeground
}

// Badge is a word or a number on a coloured surface: a state, a count.
type Badge struct {
	widget.BaseWidget
	env  *Env
	tone Tone
	text *caption
	box  *canvas.Rectangle
}

// NewBadge makes a badge. A badge with the text "" is not seen and takes no
// room.
func NewBadge(env *Env, text string, tone Tone) *Badge {
	b := &Badge{env: env, tone: tone, box: &canvas.Rectangle{}}
	b.text = newCaption(env, text, face{size: theme.TextCaption, bold: true, color: fynetheme.ColorNameForeground})
	b.text.shown.Alignment = fyne.TextAlignCenter
	b.Hidden = text == ""
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the text and the tone.
func (b *Badge) Set(text string, tone Tone) {
	if text == b.text.logical && tone == b.tone {
		return
	}
	b.tone, b.Hidden = tone, text == ""
	b.text.set(text)
	b.Refresh()
}

// Text returns the logical text.
func (b *Badge) Text() string { return b.text.logical }

// AccessibilityLabel implements fyne.Accessible.
func (b *Badge) AccessibilityLabel() string { return b.text.logical }

// AccessibilityRole implements fyne.Accessible.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  b,
		objects: []fyne.CanvasObject{b.box, b.text.shown},
		measure: b.measure, arrange: b.arrange, paint: b.paint,
	})
}

func (b *Badge) measure() fyne.Size {
	s := b.text.size().AddWidthHeight(2*size(theme.Space8)+1, size(theme.Space4))
	return fyne.NewSize(max(s.Width, s.Height), s.Height)
}

func (b *Badge) arrange(space fyne.Size) {
	// A badge keeps its height in whatever it is put.
	least := b.measure()
	width := min(least.Width, space.Width)
	x, y := b.env.place(0, width, space.Width), (space.Height-least.Height)/2
	place(b.box, x, y, width, least.Height)
	pad := min(size(theme.Space8), (width-b.text.size().Width)/2)
	b.text.put(x+pad, y, width-2*pad, least.Height)
}

func (b *Badge) paint() {
	surface, ink := b.tone.colors()
	fillBox(b.box, surface, ink) // the border is seen on a selected row, whose ground may be the same
	b.text.face.color = ink
	b.text.refresh()
	b.box.CornerRadius = b.measure().Height / 2
}
