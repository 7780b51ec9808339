package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*Line)(nil)
	_ fyne.Focusable    = (*Line)(nil)
	_ fyne.Disableable  = (*Line)(nil)
	_ fyne.Tappable     = (*Line)(nil)
	_ fyne.Accessible   = (*Line)(nil)
	_ desktop.Hoverable = (*Line)(nil)
	_ desktop.Mouseable = (*Line)(nil)
)

// LineOptions is what a line is made from. What a person does calls the
// functions; each may be nil.
type LineOptions struct {
	Content fyne.CanvasObject // what is read; sentences in it may wrap
	Card    bool              // the line is the head of a card, within its border
	Hint    string            // what can be done with it

	OnPress func()                 // pressed, by the mouse or by Enter or Space
	OnMove  func(key fyne.KeyName) // Up, Down, Home or End: to another line
	OnRune  func(rune)             // a letter or digit
	OnFocus func(clicked bool)     // the keyboard has come to it, by a click or otherwise
}

// Line is something to press that is as wide as the page and as high as what is
// on it, for lines under one another through which the arrow keys move. Who
// wants the Tab key to come to one of them only disables the others: it passes
// them over, while a click works as ever.
type Line struct {
	control
	o     LineOptions
	label string
	skip  bool

	cover, edge *canvas.Rectangle
}

// NewLine makes a line. label is what it says to those who cannot see it.
func NewLine(env *Env, label string, o LineOptions) *Line {
	l := &Line{control: control{env: env, help: o.Hint}, o: o, label: label, cover: &canvas.Rectangle{}, edge: &canvas.Rectangle{}}
	l.ExtendBaseWidget(l)
	return l
}

// SetLabel changes what the line says to those who cannot see it.
func (l *Line) SetLabel(label string) { l.label = label }

// SetHint changes what is said to be possible with the line.
func (l *Line) SetHint(hint string) {
	if hint == l.help {
		return
	}
	l.help = hint
	l.tell()
}

// Enable lets the Tab key come to the line.
func (l *Line) Enable() { l.skip = false }

// Disable makes the Tab key pass the line over.
func (l *Line) Disable() { l.skip = true }

// Disabled reports whether the Tab key passes the line over.
func (l *Line) Disabled() bool { return l.skip }

// Focus gives the line the keyboard, and makes it one that the Tab key comes to.
func (l *Line) Focus() {
	l.Enable() // Fyne gives what is disabled no focus
	l.env.focus(l)
}

// Tapped implements fyne.Tappable.
func (l *Line) Tapped(*fyne.PointEvent) {
	l.Enable()
	l.takeFocus(l)
	l.press()
}

func (l *Line) press() {
	if l.o.OnPress != nil {
		l.o.OnPress()
	}
}

// TypedKey implements fyne.Focusable.
func (l *Line) TypedKey(key *fyne.KeyEvent) {
	l.byKey()
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd:
		if l.o.OnMove != nil {
			l.o.OnMove(key.Name)
		}
	default:
		if isPress(key.Name) {
			l.press()
			return
		}
		l.env.Pass(key)
	}
}

// TypedRune implements fyne.Focusable.
func (l *Line) TypedRune(r rune) {
	if l.o.OnRune != nil {
		l.o.OnRune(r)
	}
}

// FocusGained implements fyne.Focusable.
func (l *Line) FocusGained() {
	l.control.FocusGained()
	if l.o.OnFocus != nil {
		l.o.OnFocus(l.byMouse)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (l *Line) AccessibilityLabel() string { return l.label }

// AccessibilityRole implements fyne.Accessible.
func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  l,
		objects: []fyne.CanvasObject{l.cover, l.o.Content, l.edge},
		measure: l.measure, arrange: l.arrange, paint: l.paint,
	})
}

func (l *Line) padding() (across, down float32) {
	if l.o.Card {
		return size(theme.Space12), size(theme.Space8)
	}
	return size(theme.Space8), size(theme.Space4)
}

// measure is the content and the room around it, and never less than what a
// finger or an unsteady hand needs.
func (l *Line) measure() fyne.Size {
	across, down := l.padding()
	least := l.o.Content.MinSize().AddWidthHeight(2*across, 2*down)
	return fyne.NewSize(least.Width, max(least.Height, size(theme.SizeTarget)))
}

func (l *Line) arrange(space fyne.Size) {
	across, _ := l.padding()
	o, width := l.o.Content, space.Width-2*across
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height // its sentences were wrapped at the width they got
	place(o, across, (space.Height-height)/2, width, height)
	place(l.cover, 0, 0, space.Width, space.Height)
	inside := float32(0)
	if l.o.Card {
		inside = 2 // the ring stays within the card's border
	}
	place(l.edge, inside, inside, space.Width-2*inside, space.Height-2*inside)
}

func (l *Line) paint() {
	radius := size(fynetheme.SizeNameButtonRadius)
	if l.o.Card {
		radius = size(fynetheme.SizeNameCardRadius)
	}
	fillBox(l.cover, l.veil(), "")
	l.cover.CornerRadius, l.edge.CornerRadius = radius, radius
	l.edge.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	l.edge.StrokeWidth = size(theme.SizeFocusRing)
	l.edge.Hidden = !l.ringed()
}
