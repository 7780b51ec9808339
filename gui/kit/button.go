package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Accessible   = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
	_ desktop.Mouseable = (*Button)(nil)
)

// ButtonKind is the weight of a button.
type ButtonKind int

// The kinds of buttons.
const (
	ButtonPlain   ButtonKind = iota
	ButtonPrimary            // the main action; at most one in a view
	ButtonDanger             // takes something away
	ButtonQuiet              // no surface of its own: toolbars
)

// ButtonOptions is what a button is made from.
type ButtonOptions struct {
	Text string
	Icon fyne.Resource // at the reading start; may be nil
	Kind ButtonKind
	// Hint is a sentence on what the button does, shown while pointed at.
	Hint     string
	OnTapped func()
}

// Button is a thing to press with the mouse, Space or Enter.
type Button struct {
	control
	kind     ButtonKind
	onTapped func()

	text       *caption
	icon       *glyph
	box, cover *canvas.Rectangle
	ring       *ring
}

// NewButton makes a button.
func NewButton(env *Env, o ButtonOptions) *Button {
	b := &Button{
		control:  control{env: env, help: o.Hint},
		kind:     o.Kind,
		onTapped: o.OnTapped,
		text:     newCaption(env, o.Text, StyleBody.face()),
		icon:     newGlyph(o.Icon),
		box:      box("", "", fynetheme.SizeNameButtonRadius),
		cover:    box("", "", fynetheme.SizeNameButtonRadius),
		ring:     newRing(),
	}
	b.text.shown.Alignment = env.startAlign()
	b.ExtendBaseWidget(b)
	return b
}

// Text returns the logical text.
func (b *Button) Text() string { return b.text.logical }

// SetText changes the text.
func (b *Button) SetText(text string) {
	if text == b.text.logical {
		return
	}
	b.text.set(text)
	b.Refresh()
}

// SetIcon changes the icon; nil takes it away.
func (b *Button) SetIcon(icon fyne.Resource) {
	if icon == b.icon.source {
		return
	}
	b.icon.source = icon
	b.icon.image.Hidden = icon == nil
	b.Refresh()
}

// Focus gives the button the keyboard.
func (b *Button) Focus() { b.env.focus(b) }

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	b.takeFocus(b)
	b.press()
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	b.byKey()
	if isPress(key.Name) {
		b.press()
		return
	}
	b.env.Pass(key)
}

func (b *Button) press() {
	if !b.disabled && b.onTapped != nil {
		b.onTapped()
	}
}

// SetHint changes what is shown in the status line while the button is pointed
// at or has the focus.
func (b *Button) SetHint(hint string) {
	if hint == b.help {
		return
	}
	b.help = hint
	b.tell()
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string { return b.text.logical }

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  b,
		objects: []fyne.CanvasObject{b.ring.line, b.box, b.cover, b.icon.image, b.text.shown},
		measure: b.measure, arrange: b.arrange, paint: b.paint,
	})
}

// content returns the width of the icon and the text together.
func (b *Button) content() float32 {
	width := float32(0)
	if b.text.logical != "" {
		width = b.text.size().Width
	}
	if b.icon.source != nil {
		if width > 0 {
			width += size(theme.Space8)
		}
		width += size(fynetheme.SizeNameInlineIcon)
	}
	return width
}

func (b *Button) measure() fyne.Size {
	height := inputHeight()
	if b.text.logical == "" {
		return fyne.NewSquareSize(height)
	}
	return fyne.NewSize(max(b.content()+2*size(theme.Space12), height), height)
}

func (b *Button) arrange(space fyne.Size) {
	place(b.box, 0, 0, space.Width, space.Height)
	place(b.cover, 0, 0, space.Width, space.Height)
	b.ring.around(0, 0, space.Width, space.Height)
	room := space.Width - 2*size(theme.Space12)
	if b.text.logical == "" {
		room = space.Width
	}
	start := (space.Width - min(b.content(), room)) / 2
	if b.icon.source != nil {
		side := size(fynetheme.SizeNameInlineIcon)
		b.icon.put(b.env.place(start, side, space.Width), 0, side, space.Height)
		start += side + size(theme.Space8)
		room -= side + size(theme.Space8)
	}
	width := max(min(b.text.size().Width, room), 0)
	b.text.put(b.env.place(start, width, space.Width), 0, width, space.Height)
}

func (b *Button) paint() {
	fill, stroke, ink := b.colors()
	fillBox(b.box, fill, stroke)
	fillBox(b.cover, b.veil(), "")
	b.box.CornerRadius = size(fynetheme.SizeNameButtonRadius)
	b.cover.CornerRadius = b.box.CornerRadius
	b.text.face = face{theme.TextBody, ink, b.kind == ButtonPrimary || b.kind == ButtonDanger}
	b.text.refresh()
	b.icon.tint(ink)
	b.ring.show(b.ringed(), fynetheme.SizeNameButtonRadius)
}

func (b *Button) colors() (fill, stroke, ink fyne.ThemeColorName) {
	switch {
	case b.disabled && b.kind == ButtonQuiet:
		return "", "", fynetheme.ColorNameDisabled
	case b.disabled:
		return fynetheme.ColorNameDisabledButton, theme.ColorBorder, fynetheme.ColorNameDisabled
	case b.kind == ButtonPrimary:
		return fynetheme.ColorNamePrimary, "", fynetheme.ColorNameForegroundOnPrimary
	case b.kind == ButtonDanger:
		return fynetheme.ColorNameError, "", fynetheme.ColorNameForegroundOnError
	case b.kind == ButtonQuiet:
		return "", "", fynetheme.ColorNameForeground
	}
	return fynetheme.ColorNameButton, theme.ColorBorder, fynetheme.ColorNameForeground
}

// inputHeight is the height of buttons and of fields of one line.
func inputHeight() float32 {
	return max(StyleBody.face().lineHeight()+2*size(fynetheme.SizeNameInnerPadding), size(theme.SizeTarget))
}

// focus gives w the keyboard. It asks the window, not the driver for the
// widget's canvas: the driver knows none for a widget that was not drawn yet.
func (e *Env) focus(w fyne.Focusable) {
	if e.Window != nil {
		e.Window.Canvas().Focus(w)
	}
}
