package kit

import (
	"fyne.io/fyne/v2"
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
	_ preferring        = (*Button)(nil)
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
	buttonFace
	onTapped func()
}

// NewButton makes a button.
func NewButton(env *Env, o ButtonOptions) *Button {
	b := &Button{
		control:    control{env: env, help: o.Hint},
		buttonFace: newButtonFace(env, o.Kind, o.Text, o.Icon),
		onTapped:   o.OnTapped,
	}
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
func (b *Button) AccessibilityLabel() string {
	if b.text.logical == "" {
		return b.help // an icon alone says nothing
	}
	return b.text.logical
}

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *Button) preferredSize() fyne.Size { return b.whole() }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return b.drawnFor(b, &b.control) }

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
