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
)

// optionRow is one option of the list, with a tick when it is the chosen one.
type optionRow struct {
	widget.BaseWidget
	list  *optionList
	index int
	text  *caption
	tick  *glyph
	box   *canvas.Rectangle
}

// Tapped chooses the option.
func (r *optionRow) Tapped(*fyne.PointEvent) { r.list.close(r.index) }

// MouseIn makes the option the current one.
func (r *optionRow) MouseIn(*desktop.MouseEvent) { r.list.move(r.index) }

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
	if r.index == r.list.current {
		fill, stroke = theme.ColorSurfaceAccent, theme.ColorFocusRing
	}
	fillBox(r.box, fill, stroke)
	r.box.CornerRadius = size(fynetheme.SizeNameMenuRadius)
	r.text.face.bold = r.index == r.list.chosen
	r.text.refresh()
	r.tick.tint(fynetheme.ColorNamePrimary)
	r.tick.image.Hidden = r.index != r.list.chosen
}
