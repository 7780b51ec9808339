package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*MenuBar)(nil)
	_ fyne.Focusable    = (*MenuBar)(nil)
	_ fyne.Tappable     = (*MenuBar)(nil)
	_ fyne.Accessible   = (*MenuBar)(nil)
	_ desktop.Hoverable = (*MenuBar)(nil)
	_ desktop.Mouseable = (*MenuBar)(nil)
)

// Menu is one menu of the bar.
type Menu struct {
	Label string
	Items func() []MenuItem // asked each time the menu opens
}

// MenuBar is the row of menus at the top of the window, from the reading start
// to the end. It is our own because the toolkit's cannot be mirrored. It is one
// stop of the Tab key; the arrow keys move in it as the eye sees.
type MenuBar struct {
	widget.BaseWidget

	env    *Env
	menus  []Menu
	titles []*caption

	current   int // the menu under the keyboard
	hovered   int // the menu under the pointer, -1 for none
	focused   bool
	popup     *menuPopup     // the open menu, nil when closed
	switching bool           // one menu closes because another opens
	before    fyne.Focusable // what had the keyboard when the pointer went down

	ground, line *canvas.Rectangle
	ring         *ring
}

// NewMenuBar makes the bar.
func NewMenuBar(env *Env, menus []Menu) *MenuBar {
	b := &MenuBar{
		env: env, menus: menus, hovered: -1,
		ground: box("", "", fynetheme.SizeNameMenuRadius), line: &canvas.Rectangle{}, ring: newRing(),
	}
	for _, m := range menus {
		title := newCaption(env, m.Label, StyleBody.face())
		title.shown.Alignment = fyne.TextAlignCenter
		b.titles = append(b.titles, title)
	}
	b.ExtendBaseWidget(b)
	env.catchKeys(b.catch)
	return b
}

// catch takes F10 from wherever the keyboard is and nobody wants it.
func (b *MenuBar) catch(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyF10 {
		return false
	}
	b.Focus()
	return true
}

// Focus gives the bar the keyboard. F10 does so by itself as long as something
// has the focus; when nothing has, only the window hears of it.
func (b *MenuBar) Focus() { b.env.Window.Canvas().Focus(b) }

// Open opens a menu by its place in the bar.
func (b *MenuBar) Open(i int) {
	if i < 0 || i >= len(b.menus) {
		return
	}
	b.close()
	b.current = i
	items := b.menus[i].Items()
	p := newMenuPopup(b.env, items)
	p.layer.place = func(window fyne.Size) (fyne.Position, fyne.Size) {
		x, width := b.span(i)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(x, 0)
		return under(b.env, window, at, fyne.NewSize(width, b.Size().Height), p.MinSize())
	}
	p.layer.beside = b.pressedBeside
	p.layer.hovered = b.hoveredBeside
	p.onSide = func(right bool) { b.Open(b.beside(right)) }
	p.onClosed = b.closed
	b.popup = p
	p.open()
	b.Refresh()
}

// close closes the open menu in favour of another.
func (b *MenuBar) close() {
	if b.popup == nil {
		return
	}
	b.switching = true
	b.popup.close()
	b.switching = false
}

// closed is told by the menu that it closed.
func (b *MenuBar) closed() {
	b.popup = nil
	if !b.switching {
		b.hovered = -1
	}
	b.Refresh()
}

// pressedBeside closes the open menu; on another title it opens that one.
func (b *MenuBar) pressedBeside(at fyne.Position) {
	i, was := b.menuAtAbsolute(at), b.current
	b.popup.close()
	if i >= 0 && i != was {
		b.Open(i)
	}
}

// hoveredBeside follows the pointer along the bar while a menu is open.
func (b *MenuBar) hoveredBeside(at fyne.Position) {
	if i := b.menuAtAbsolute(at); i >= 0 && i != b.current {
		b.Open(i)
	}
}

func (b *MenuBar) menuAtAbsolute(at fyne.Position) int {
	p := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b))
	if p.Y < 0 || p.Y >= b.Size().Height {
		return -1
	}
	return b.menuAt(p.X)
}

func (b *MenuBar) menuAt(x float32) int {
	for i := range b.menus {
		if left, width := b.span(i); x >= left && x < left+width {
			return i
		}
	}
	return -1
}

// span is where a title stands, counted from the left.
func (b *MenuBar) span(i int) (x, width float32) {
	from := float32(0)
	for j := range i {
		from += b.titleWidth(j)
	}
	width = b.titleWidth(i)
	return b.env.place(from, width, b.Size().Width), width
}

func (b *MenuBar) titleWidth(i int) float32 {
	return b.titles[i].size().Width + 2*size(theme.Space12)
}

// beside is the menu to that side for the eye, beginning again at the other end.
func (b *MenuBar) beside(right bool) int {
	step := 1
	if right == b.env.RTL() {
		step = -1
	}
	n := len(b.menus)
	return (b.current + step + n) % n
}

// AccessibilityLabel names the menus.
func (b *MenuBar) AccessibilityLabel() string {
	labels := make([]string, len(b.menus))
	for i, m := range b.menus {
		labels[i] = m.Label
	}
	return strings.Join(labels, "\n")
}

// AccessibilityRole is part of fyne.Accessible.
func (b *MenuBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer is part of fyne.Widget.
func (b *MenuBar) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{b.line, b.ground}
	for _, t := range b.titles {
		objects = append(objects, t.shown)
	}
	return drawn(&drawing{
		widget: b, objects: append(objects, b.ring.line),
		measure: b.least, arrange: b.arrange, paint: b.paint,
	})
}

func (b *MenuBar) least() fyne.Size {
	width := float32(0)
	for i := range b.titles {
		width += b.titleWidth(i)
	}
	return fyne.NewSize(width, size(theme.SizeTarget))
}

func (b *MenuBar) arrange(space fyne.Size) {
	for i, t := range b.titles {
		x, width := b.span(i)
		t.put(x, 0, width, space.Height)
	}
	place(b.line, 0, space.Height-1, space.Width, 1)
	marked := b.hovered
	if b.popup != nil {
		marked = b.current
	}
	b.ground.Hidden = marked < 0
	if marked >= 0 {
		x, width := b.span(marked)
		place(b.ground, x, 2, width, space.Height-4)
	}
	b.ring.line.Hidden = !b.focused || b.popup != nil || len(b.menus) == 0
	if !b.ring.line.Hidden {
		x, width := b.span(b.current)
		place(b.ring.line, x+1, 1, width-2, space.Height-2)
	}
}

func (b *MenuBar) paint() {
	for _, t := range b.titles {
		t.refresh()
	}
	b.line.FillColor = fynetheme.Color(theme.ColorBorder)
	fill := fynetheme.ColorNameHover
	if b.popup != nil {
		fill = fynetheme.ColorNamePressed
	}
	fillBox(b.ground, fill, "")
	b.ring.show(b.focused && b.popup == nil, fynetheme.SizeNameMenuRadius)
}
