package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*lineView)(nil)
	_ fyne.Focusable    = (*lineView)(nil)
	_ fyne.Disableable  = (*lineView)(nil)
	_ fyne.Tappable     = (*lineView)(nil)
	_ fyne.Accessible   = (*lineView)(nil)
	_ desktop.Hoverable = (*lineView)(nil)
)

// lineView is one line of the self-check list: a sentence to press. Of all the
// lines one is a stop of the Tab key, and the arrow keys move through them, as
// in a list; for the toolkit the others are disabled.
type lineView struct {
	widget.BaseWidget
	env  *kit.Env
	line line

	onGo   func(domain.Place)
	onMove func(from *lineView, key fyne.KeyName)

	stop                      bool // the one that the Tab key comes to
	focused, hovered, byMouse bool

	text        *kit.Paragraph
	row         *fyne.Container
	cover, ring *canvas.Rectangle
}

func newLineView(env *kit.Env, onGo func(domain.Place), onMove func(*lineView, fyne.KeyName)) *lineView {
	l := &lineView{
		env: env, onGo: onGo, onMove: onMove,
		text:  kit.NewParagraph(env, "", kit.StyleBody),
		cover: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
	}
	arrow := fynetheme.NavigateNextIcon()
	if env.RTL() {
		arrow = fynetheme.NavigateBackIcon()
	}
	l.row = kit.Border(env, nil, nil, nil, widget.NewIcon(arrow), l.text)
	l.ExtendBaseWidget(l)
	return l
}

func (l *lineView) set(to line) {
	l.line = to
	l.text.SetText(to.Text)
}

// Enable is part of fyne.Disableable.
func (l *lineView) Enable() { l.stop = true }

// Disable is part of fyne.Disableable.
func (l *lineView) Disable() { l.stop = false }

// Disabled says whether the Tab key passes over the line.
func (l *lineView) Disabled() bool { return !l.stop }

// Tapped goes to the place.
func (l *lineView) Tapped(*fyne.PointEvent) {
	l.byMouse = true
	l.onMove(l, "")
	l.onGo(l.line.At)
}

// TypedKey goes to the place or to another line.
func (l *lineView) TypedKey(key *fyne.KeyEvent) {
	l.byMouse = false
	l.Refresh()
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.onGo(l.line.At)
	default:
		l.onMove(l, key.Name)
	}
}

// TypedRune is part of fyne.Focusable.
func (l *lineView) TypedRune(rune) {}

// TypedShortcut offers the window its shortcuts.
func (l *lineView) TypedShortcut(s fyne.Shortcut) {
	if l.env.Shortcut != nil {
		l.env.Shortcut(s)
	}
}

// FocusGained is part of fyne.Focusable.
func (l *lineView) FocusGained() {
	l.focused = true
	l.hint(l.env.T("home.missing.hint"))
	l.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (l *lineView) FocusLost() {
	l.focused, l.byMouse = false, false
	l.hint("")
	l.Refresh()
}

func (l *lineView) hint(sentence string) {
	if l.env.Hint != nil {
		l.env.Hint(sentence)
	}
}

// MouseIn is part of desktop.Hoverable.
func (l *lineView) MouseIn(*desktop.MouseEvent) {
	l.hovered = true
	l.Refresh()
}

// MouseMoved is part of desktop.Hoverable.
func (l *lineView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (l *lineView) MouseOut() {
	l.hovered = false
	l.Refresh()
}

// Text returns the logical text.
func (l *lineView) Text() string { return l.line.Text }

// AccessibilityLabel implements fyne.Accessible.
func (l *lineView) AccessibilityLabel() string { return l.line.Text }

// AccessibilityRole implements fyne.Accessible.
func (l *lineView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MinSize is the sentence and the room around it, and never less than what a
// finger or an unsteady hand needs.
func (l *lineView) MinSize() fyne.Size {
	across, down := l.padding()
	least := l.row.MinSize().AddWidthHeight(2*across, 2*down)
	return fyne.NewSize(least.Width, max(least.Height, fynetheme.Size(theme.SizeTarget)))
}

func (l *lineView) padding() (across, down float32) {
	return fynetheme.Size(theme.Space8), fynetheme.Size(theme.Space4)
}

// CreateRenderer implements fyne.Widget.
func (l *lineView) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l}
	r.paint()
	return r
}

type lineRenderer struct{ line *lineView }

func (r *lineRenderer) MinSize() fyne.Size { return r.line.MinSize() }

func (r *lineRenderer) Layout(space fyne.Size) {
	l := r.line
	across, _ := l.padding()
	l.row.Resize(fyne.NewSize(space.Width-2*across, l.row.MinSize().Height))
	height := l.row.MinSize().Height // the sentence was wrapped at the width it got
	l.row.Resize(fyne.NewSize(space.Width-2*across, height))
	l.row.Move(fyne.NewPos(across, (space.Height-height)/2))
	l.cover.Resize(space)
	l.ring.Resize(space)
}

func (r *lineRenderer) paint() {
	l := r.line
	radius := fynetheme.Size(fynetheme.SizeNameButtonRadius)
	l.cover.Hidden = !l.hovered
	l.cover.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	l.cover.CornerRadius = radius
	l.ring.Hidden = !l.focused || l.byMouse
	l.ring.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	l.ring.StrokeWidth = fynetheme.Size(theme.SizeFocusRing)
	l.ring.CornerRadius = radius
}

func (r *lineRenderer) Refresh() {
	r.paint()
	r.Layout(r.line.Size())
	canvas.Refresh(r.line)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line.cover, r.line.row, r.line.ring}
}

func (r *lineRenderer) Destroy() {}
