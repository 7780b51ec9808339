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
	_ fyne.Widget       = (*optionRow)(nil)
	_ fyne.Tappable     = (*optionRow)(nil)
	_ desktop.Hoverable = (*optionRow)(nil)
	_ fyne.Accessible   = (*optionRow)(nil)
	_ fyne.Widget       = (*optionHead)(nil)
)

// optionRow is one option of the list, with a tick when it is the chosen one.
type optionRow struct {
	widget.BaseWidget
	list   *optionList
	index  int    // of the option
	place  int    // among those on show
	folded string // the label, for searching
	text   *caption
	tick   *glyph
	box    *canvas.Rectangle
}

// Tapped chooses the option.
func (r *optionRow) Tapped(*fyne.PointEvent) { r.list.close(r.index) }

// MouseIn makes the option the current one.
func (r *optionRow) MouseIn(*desktop.MouseEvent) { r.list.move(r.place) }

// MouseMoved implements desktop.Hoverable.
func (r *optionRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *optionRow) MouseOut() {}

// AccessibilityLabel implements fyne.Accessible.
func (r *optionRow) AccessibilityLabel() string { return r.text.logical }

// AccessibilityRole implements fyne.Accessible.
func (r *optionRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *optionRow) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  r,
		objects: []fyne.CanvasObject{r.box, r.text.shown, r.tick.image},
		measure: r.measure, arrange: r.arrange, paint: r.paint,
	})
}

func (r *optionRow) measure() fyne.Size {
	side := size(fynetheme.SizeNameInlineIcon)
	return fyne.NewSize(r.text.size().Width+side+4*size(theme.Space12), inputHeight())
}

func (r *optionRow) arrange(space fyne.Size) {
	env, pad := r.list.env, size(theme.Space12)
	side := size(fynetheme.SizeNameInlineIcon)
	place(r.box, size(theme.Space4), 0, space.Width-2*size(theme.Space4), space.Height)
	r.tick.put(env.place(space.Width-side-pad, side, space.Width), 0, side, space.Height)
	width := space.Width - side - 3*pad
	r.text.put(env.place(pad, width, space.Width), 0, width, space.Height)
}

func (r *optionRow) paint() {
	fill, stroke := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	if r.list.row(r.list.current) == r {
		fill, stroke = theme.ColorSurfaceAccent, theme.ColorFocusRing
	}
	fillBox(r.box, fill, stroke)
	r.box.CornerRadius = size(fynetheme.SizeNameMenuRadius)
	r.text.face.bold = r.index == r.list.chosen
	r.text.refresh()
	r.tick.tint(fynetheme.ColorNamePrimary)
	r.tick.image.Hidden = r.index != r.list.chosen
}

// optionHead is the heading of a group of options.
type optionHead struct {
	widget.BaseWidget
	env  *Env
	text *caption
}

func newOptionHead(env *Env, words string) *optionHead {
	h := &optionHead{env: env, text: newCaption(env, words, headerFace)}
	h.text.shown.Alignment = env.startAlign()
	h.ExtendBaseWidget(h)
	return h
}

// AccessibilityLabel implements fyne.Accessible.
func (h *optionHead) AccessibilityLabel() string { return h.text.logical }

// AccessibilityRole implements fyne.Accessible.
func (h *optionHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (h *optionHead) CreateRenderer() fyne.WidgetRenderer {
	pad := size(theme.Space12)
	return drawn(&drawing{
		widget:  h,
		objects: []fyne.CanvasObject{h.text.shown},
		measure: func() fyne.Size { return h.text.size().AddWidthHeight(2*pad, pad) },
		arrange: func(space fyne.Size) { h.text.put(pad, pad/2, space.Width-2*pad, space.Height-pad/2) },
		paint:   h.text.refresh,
	})
}
