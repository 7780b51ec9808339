package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
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

// least has room for the chosen title, shortened, and for the menu.
func (h *tabHeader) least() fyne.Size {
	target := size(theme.SizeTarget)
	width := min(float32(len(h.titles)), 1) * 2 * target
	if len(h.titles) > 1 {
		width += h.natural(h.more)
	}
	return fyne.NewSize(width, target+2*size(theme.Space4))
}

// natural is the width of a title with everything in it. The label is measured
// in bold whether it is chosen or not, so that nothing moves when it becomes so.
func (h *tabHeader) natural(t *tabTitle) float32 {
	width := 2*size(theme.Space12) + boldWidth(t.label)
	if t.icon.source != nil {
		width += size(fynetheme.SizeNameInlineIcon) + size(theme.Space8)
	}
	if t.badge.logical != "" {
		width += h.badgeWidth(t) + size(theme.Space8)
	}
	return width
}

func boldWidth(c *caption) float32 {
	f := c.face
	f.bold = true
	return f.measure(c.env.Visual(c.logical))
}

func (h *tabHeader) badgeWidth(t *tabTitle) float32 {
	height := t.badge.size().Height
	return max(t.badge.size().Width+size(theme.Space12), height)
}

// fit decides which titles are on show: as many as there is room for from the
// first on, and the chosen one in any case.
func (h *tabHeader) fit(room float32) {
	total := float32(0)
	for _, t := range h.titles {
		total += h.natural(t)
	}
	full := false
	h.more.show(total > room+0.5 && len(h.titles) > 1)
	if !h.more.hidden {
		h.mark()
		total = h.natural(h.more) + h.natural(h.titles[h.selected])
	}
	for i, t := range h.titles {
		if h.more.hidden || i == h.selected {
			t.show(true)
			continue
		}
		total += h.natural(t)
		full = full || total > room
		t.show(!full)
	}
}

// mark gives the menu a badge as long as a title in it may have one: before it is
// known which ones do, because the badge takes room itself.
func (h *tabHeader) mark() {
	badge := ""
	for i, t := range h.titles {
		if i != h.selected && t.badge.logical != "" {
			badge = "•"
		}
	}
	if h.more.badge.logical != badge {
		h.more.badge.set(badge)
	}
	h.more.show(true)
}

func (h *tabHeader) arrange(space fyne.Size) {
	h.fit(space.Width)
	room := space.Width
	if !h.more.hidden {
		h.more.width = h.natural(h.more)
		room -= h.more.width
		h.more.x = h.env.place(room, h.more.width, space.Width)
		h.arrangeTitle(h.more, space.Height)
	}
	place(h.base, 0, space.Height-1, space.Width, 1)
	from := float32(0)
	for i, t := range h.titles {
		if t.hidden {
			continue
		}
		t.width = min(h.natural(t), room)
		t.x = h.env.place(from, t.width, space.Width)
		from += t.width
		h.arrangeTitle(t, space.Height)
		if i == h.selected {
			const thick = 3
			pad := size(theme.Space8)
			place(h.line, t.x+pad, space.Height-thick, t.width-2*pad, thick)
			place(h.ring.line, t.x+1, 1, t.width-2, space.Height-2-thick)
		}
	}
	if over := h.title(h.hovered); over != nil {
		place(h.hover, over.x+1, 2, over.width-2, space.Height-6)
	}
}

// title returns a title, or the menu after all of them, nil for none.
func (h *tabHeader) title(i int) *tabTitle {
	switch {
	case i < 0:
		return nil
	case i < len(h.titles):
		return h.titles[i]
	}
	return h.more
}

func (h *tabHeader) arrangeTitle(t *tabTitle, height float32) {
	at := size(theme.Space12)
	put := func(width float32) float32 { // the left edge of the next part of that width
		x := t.x + h.env.place(at, width, t.width)
		at += width + size(theme.Space8)
		return x
	}
	if t.icon.source != nil {
		side := size(fynetheme.SizeNameInlineIcon)
		t.icon.put(put(side), 0, side, height)
	}
	badge := float32(0)
	if t.badge.logical != "" {
		badge = h.badgeWidth(t)
	}
	label := t.width - at - size(theme.Space12)
	if badge > 0 {
		label -= badge + size(theme.Space8)
	}
	label = max(label, 0)
	t.label.put(put(label), 0, label, height)
	if badge > 0 {
		x, tall := put(badge), t.badge.size().Height
		place(t.plate, x, (height-tall)/2, badge, tall)
		t.badge.put(x, 0, badge, height)
	}
}

func (h *tabHeader) paint() {
	h.base.FillColor = fynetheme.Color(theme.ColorBorder)
	h.line.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	fillBox(h.hover, fynetheme.ColorNameHover, "")
	h.hover.Hidden = h.hovered < 0
	h.line.Hidden = len(h.titles) == 0
	h.ring.show(h.focused && len(h.titles) > 0, fynetheme.SizeNameMenuRadius)
	for i, t := range h.titles {
		h.paintTitle(t, i == h.selected)
	}
	h.paintTitle(h.more, false)
}

func (h *tabHeader) paintTitle(t *tabTitle, chosen bool) {
	t.label.face = StyleBody.face()
	t.label.face.color = theme.ColorTextMuted
	if chosen {
		t.label.face = StyleStrong.face()
		t.label.face.color = fynetheme.ColorNamePrimary
	}
	t.label.refresh()
	t.icon.tint(t.label.face.color)
	t.badge.face = StyleCaption.face()
	t.badge.face.color = fynetheme.ColorNameForeground
	t.badge.refresh()
	fillBox(t.plate, theme.ColorSurfaceAccent, theme.ColorBorder)
	t.plate.CornerRadius = t.badge.size().Height / 2
	t.show(!t.hidden)
}
