package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/text/bidi"
	"athar/gui/theme"
)

var (
	_ fyne.Widget        = (*inputButton)(nil)
	_ fyne.Tappable      = (*inputButton)(nil)
	_ fyne.Accessible    = (*inputButton)(nil)
	_ desktop.Hoverable  = (*inputButton)(nil)
	_ desktop.Cursorable = (*inputButton)(nil)
)

// inputButton is a small sign inside a field or an editor. What it does can be
// done by key in the text itself, so the Tab key does not stop at it.
type inputButton struct {
	control
	icon     *glyph
	cover    *canvas.Rectangle
	onTapped func()
}

// newInputButton makes a button whose name is also its hint.
func newInputButton(env *Env, icon fyne.Resource, name string, onTapped func()) *inputButton {
	b := &inputButton{
		control: control{env: env, help: name}, icon: newGlyph(icon),
		cover: box("", "", fynetheme.SizeNameButtonRadius), onTapped: onTapped,
	}
	b.ExtendBaseWidget(b)
	return b
}

// set changes sign and name.
func (b *inputButton) set(icon fyne.Resource, name string) {
	b.icon.source, b.help = icon, name
	b.Refresh()
}

// appear shows or hides the button.
func (b *inputButton) appear(visible bool) {
	switch {
	case visible == b.Visible():
	case visible:
		b.Show()
	default:
		b.hovered, b.pressed = false, false
		b.Hide()
	}
}

// Tapped implements fyne.Tappable.
func (b *inputButton) Tapped(*fyne.PointEvent) { b.onTapped() }

// Cursor implements desktop.Cursorable: it is no text that is pointed at.
func (b *inputButton) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// AccessibilityLabel implements fyne.Accessible.
func (b *inputButton) AccessibilityLabel() string { return b.help }

// AccessibilityRole implements fyne.Accessible.
func (b *inputButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *inputButton) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: b, objects: []fyne.CanvasObject{b.cover, b.icon.image},
		measure: func() fyne.Size { return fyne.NewSquareSize(size(theme.SizeTarget)) },
		arrange: b.arrange, paint: b.paint,
	})
}

func (b *inputButton) arrange(space fyne.Size) {
	const inset = 4 // the sign of being pointed at stays off the frame
	place(b.cover, inset, inset, space.Width-2*inset, space.Height-2*inset)
	b.icon.put(0, 0, space.Width, space.Height)
}

func (b *inputButton) paint() {
	fillBox(b.cover, b.veil(), "")
	ink := theme.ColorTextMuted
	if b.hovered {
		ink = fynetheme.ColorNameForeground
	}
	b.icon.tint(ink)
}

// The signs of the directions a text can be made to go in: lines at the side
// where they begin, and an arrow to where they go.
var (
	autoIcon = directionIcon("auto", "M4 5h16v2H4zM7 10h10v2H7zM3 17l4-3.5V16h10v-2.5l4 3.5-4 3.5V18H7v2.5z")
	rtlIcon  = directionIcon("rtl", "M4 5h16v2H4zM10 10h10v2H10zM4 17l4-3.5V16h12v2H8v2.5z")
	ltrIcon  = directionIcon("ltr", "M4 5h16v2H4zM4 10h10v2H4zM20 17l-4-3.5V16H4v2h12v2.5z")
)

func directionIcon(name, path string) fyne.Resource {
	return fyne.NewStaticResource("direction-"+name+".svg",
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="`+path+`"/></svg>`))
}

// directionLook returns the sign of a choice of direction and the key of its
// name.
func directionLook(d bidi.Direction) (icon fyne.Resource, key string) {
	switch d {
	case bidi.RTL:
		return rtlIcon, "kit.direction_rtl"
	case bidi.LTR:
		return ltrIcon, "kit.direction_ltr"
	}
	return autoIcon, "kit.direction_auto"
}
