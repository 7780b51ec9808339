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
// a line below. The row is one stop of the Tab key.
type tabHeader struct {
	widget.BaseWidget

	env      *Env
	titles   []*tabTitle
	selected int
	hovered  int // -1 for none
	focused  bool
	choose   func(i int)

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
}

func newTabHeader(env *Env, tabs []Tab, choose func(int)) *tabHeader {
	h := &tabHeader{
		env: env, hovered: -1, choose: choose, ring: newRing(),
		base: &canvas.Rectangle{}, line: &canvas.Rectangle{}, hover: box("", "", fynetheme.SizeNameMenuRadius),
	}
	for _, tab := range tabs {
		t := &tabTitle{
			text: tab.Title, icon: newGlyph(tab.Icon),
			label: newCaption(env, tab.Title, StyleStrong.face()),
			badge: newCaption(env, "", StyleCaption.face()),
			plate: &canvas.Rectangle{},
		}
		t.label.shown.Alignment = env.startAlign()
		t.badge.shown.Alignment = fyne.TextAlignCenter
		h.titles = append(h.titles, t)
	}
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

// Tapped shows the page of the title under the pointer.
func (h *tabHeader) Tapped(ev *fyne.PointEvent) {
	if i := h.at(ev.Position.X); i >= 0 {
		h.choose(i)
	}
}

func (h *tabHeader) at(x float32) int {
	for i, t := range h.titles {
		if x >= t.x && x < t.x+t.width {
			return i
		}
	}
	return -1
}

// TypedKey moves along the titles as the eye sees them.
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

// AccessibilityLabel is the chosen title.
func (h *tabHeader) AccessibilityLabel() string {
	if h.selected >= len(h.titles) {
		return ""
	}
	return h.titles[h.selected].text
}

// AccessibilityRole is part of fyne.Accessible.
func (h *tabHeader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer is part of fyne.Widget.
func (h *tabHeader) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.base, h.hover, h.line}
	for _, t := range h.titles {
		objects = append(objects, t.icon.image, t.label.shown, t.plate, t.badge.shown)
	}
	return drawn(&drawing{
		widget: h, objects: append(objects, h.ring.line),
		measure: h.least, arrange: h.arrange, paint: h.paint,
	})
}

// least allows for titles as short as their icon: on a narrow window with large
// text they are shortened, which is better than a window that does not fit the
// screen.
func (h *tabHeader) least() fyne.Size {
	target := size(theme.SizeTarget)
	return fyne.NewSize(float32(len(h.titles))*2*target, target+2*size(theme.Space4))
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

func (h *tabHeader) arrange(space fyne.Size) {
	total := float32(0)
	for _, t := range h.titles {
		total += h.natural(t)
	}
	share := float32(1)
	if total > space.Width && total > 0 {
		share = space.Width / total
	}
	place(h.base, 0, space.Height-1, space.Width, 1)
	from := float32(0)
	for i, t := range h.titles {
		t.width = h.natural(t) * share
		t.x = h.env.place(from, t.width, space.Width)
		from += t.width
		h.arrangeTitle(t, space.Height)
		if i == h.selected {
			const thick = 3
			pad := size(theme.Space8)
			place(h.line, t.x+pad, space.Height-thick, t.width-2*pad, thick)
			place(h.ring.line, t.x+1, 1, t.width-2, space.Height-2-thick)
		}
		if i == h.hovered {
			place(h.hover, t.x+1, 2, t.width-2, space.Height-6)
		}
	}
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
		t.label.face = StyleBody.face()
		t.label.face.color = theme.ColorTextMuted
		if i == h.selected {
			t.label.face = StyleStrong.face()
			t.label.face.color = fynetheme.ColorNamePrimary
		}
		t.label.refresh()
		t.icon.tint(t.label.face.color)
		t.badge.face = StyleCaption.face()
		t.badge.face.color = fynetheme.ColorNameForeground
		t.badge.refresh()
		fillBox(t.plate, theme.ColorSurfaceAccent, "")
		t.plate.CornerRadius = t.badge.size().Height / 2
		t.plate.Hidden = t.badge.logical == ""
	}
}
