package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget       = (*tabHeader)(nil)
	_ fyne.Focusable    = (*tabHeader)(nil)
	_ fyne.Tappable     = (*tabHeader)(nil)
	_ fyne.Accessible   = (*tabHeader)(nil)
	_ desktop.Hoverable = (*tabHeader)(nil)
)

// tabHeader is the row of titles. The chosen one is told by weight, colour and
// a line below. What finds no room is in a menu at the reading end; the chosen
// one is always on show. The row is one stop of the Tab key.
type tabHeader struct {
	widget.BaseWidget

	env      *Env
	titles   []*tabTitle
	selected int
	hovered  int // -1 for none, len(titles) for the menu
	focused  bool
	choose   func(i int)
	more     *tabTitle // opens the menu

	base, line, hover *canvas.Rectangle
	ring              *ring
}

// tabTitle is what is drawn of one tab.
type tabTitle struct {
	text  string
	icon  *glyph
	label *caption
	badge *caption
	plate *canvas.Rectangle // below the badge

	x, width float32 // from the left; set by arrange
	hidden   bool    // in the menu
}

func newTabTitle(env *Env, text string, icon fyne.Resource) *tabTitle {
	t := &tabTitle{
		text: text, icon: newGlyph(icon),
		label: newCaption(env, text, StyleStrong.face()),
		badge: newCaption(env, "", StyleCaption.face()),
		plate: &canvas.Rectangle{},
	}
	t.label.shown.Alignment = env.startAlign()
	t.badge.shown.Alignment = fyne.TextAlignCenter
	return t
}

// objects are what is drawn of the title.
func (t *tabTitle) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.icon.image, t.label.shown, t.plate, t.badge.shown}
}

// show draws the title, or nothing of it.
func (t *tabTitle) show(on bool) {
	t.hidden = !on
	t.icon.image.Hidden = !on || t.icon.source == nil
	t.label.shown.Hidden = !on
	t.badge.shown.Hidden = !on
	t.plate.Hidden = !on || t.badge.logical == ""
	if !on {
		t.x, t.width = 0, 0
	}
}

func newTabHeader(env *Env, tabs []Tab, choose func(int)) *tabHeader {
	h := &tabHeader{
		env: env, hovered: -1, choose: choose, ring: newRing(),
		base: &canvas.Rectangle{}, line: &canvas.Rectangle{}, hover: box("", "", fynetheme.SizeNameMenuRadius),
	}
	for _, tab := range tabs {
		h.titles = append(h.titles, newTabTitle(env, tab.Title, tab.Icon))
	}
	h.more = newTabTitle(env, env.T("kit_tabs.more"), fynetheme.MoreHorizontalIcon())
	h.ExtendBaseWidget(h)
	return h
}

func (h *tabHeader) setBadge(i int, text string) {
	if h.titles[i].badge.logical == text {
		return
	}
	h.titles[i].badge.set(text)
	h.Refresh()
}

// words is a title with its badge.
func (h *tabHeader) words(t *tabTitle) string {
	if t.badge.logical == "" {
		return t.text
	}
	return h.env.T("kit_tabs.with_badge", "title", t.text, "badge", t.badge.logical)
}

// Tapped shows the page of the title under the pointer, or the menu.
func (h *tabHeader) Tapped(ev *fyne.PointEvent) {
	switch i := h.at(ev.Position.X); {
	case i == len(h.titles):
		h.openMore()
	case i >= 0:
		h.choose(i)
	}
}

// openMore opens the menu of the titles that found no room.
func (h *tabHeader) openMore() {
	var items []MenuItem
	for i, t := range h.titles {
		if t.hidden {
			items = append(items, MenuItem{Label: h.words(t), Icon: t.icon.source, Action: func() { h.choose(i) }})
		}
	}
	if len(items) == 0 {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(h).AddXY(h.more.x, 0)
	openMenu(h.env, items, at, fyne.NewSize(h.more.width, h.Size().Height))
}

// at returns the title at a place, the menu after all of them, or -1.
func (h *tabHeader) at(x float32) int {
	for i, t := range append(h.titles[:len(h.titles):len(h.titles)], h.more) {
		if !t.hidden && x >= t.x && x < t.x+t.width {
			return i
		}
	}
	return -1
}

// TypedKey moves along all the titles as the eye sees them; down to the menu.
func (h *tabHeader) TypedKey(ev *fyne.KeyEvent) {
	last := len(h.titles) - 1
	switch ev.Name {
	case h.env.forward():
		h.choose(min(h.selected+1, last))
	case h.env.backward():
		h.choose(max(h.selected-1, 0))
	case fyne.KeyHome:
		h.choose(0)
	case fyne.KeyEnd:
		h.choose(last)
	case fyne.KeyDown:
		if h.more.hidden {
			h.env.Pass(ev)
			return
		}
		h.openMore()
	default:
		h.env.Pass(ev)
	}
}

// TypedRune is part of fyne.Focusable.
func (h *tabHeader) TypedRune(rune) {}

// FocusGained is part of fyne.Focusable.
func (h *tabHeader) FocusGained() {
	h.focused = true
	h.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (h *tabHeader) FocusLost() {
	h.focused = false
	h.Refresh()
}

// MouseIn is part of desktop.Hoverable.
func (h *tabHeader) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved marks the title under the pointer.
func (h *tabHeader) MouseMoved(ev *desktop.MouseEvent) { h.setHovered(h.at(ev.Position.X)) }

// MouseOut is part of desktop.Hoverable.
func (h *tabHeader) MouseOut() { h.setHovered(-1) }

func (h *tabHeader) setHovered(i int) {
	if i != h.hovered {
		h.hovered = i
		h.Refresh()
	}
}

// AccessibilityLabel is the chosen title and its badge.
func (h *tabHeader) AccessibilityLabel() string {
	if h.selected >= len(h.titles) {
		return ""
	}
	return h.words(h.titles[h.selected])
}

// AccessibilityRole is part of fyne.Accessible.
func (h *tabHeader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer is part of fyne.Widget.
func (h *tabHeader) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.base, h.hover, h.line}
	for _, t := range append(h.titles[:len(h.titles):len(h.titles)], h.more) {
		objects = append(objects, t.objects()...)
	}
	return drawn(&drawing{
		widget: h, objects: append(objects, h.ring.line),
		measure: h.least, arrange: h.arrange, paint: h.paint,
	})
}
