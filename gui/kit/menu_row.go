package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*menuRow)(nil)
	_ fyne.Tappable     = (*menuRow)(nil)
	_ desktop.Hoverable = (*menuRow)(nil)
	_ fyne.Accessible   = (*menuRow)(nil)
)

// menuRow is one row of an open menu: a mark or icon and the label at the
// start, the shortcut at the end.
type menuRow struct {
	widget.BaseWidget

	popup *menuPopup
	item  MenuItem

	marks     bool    // some row of the menu has a check mark or an icon
	shortcuts float32 // width kept for shortcuts, the same in all rows

	ground      *canvas.Rectangle
	icon        *glyph
	label, keys *caption
}

// shortcutFace is how shortcuts are written.
var shortcutFace = StyleCaption.face()

func newMenuRow(p *menuPopup, item MenuItem) *menuRow {
	row := &menuRow{popup: p, item: item}
	row.ExtendBaseWidget(row)
	return row
}

func (row *menuRow) heading() bool { return len(row.item.Items) > 0 }

// measure looks at all rows for what has to line up.
func (row *menuRow) measure(all []fyne.CanvasObject) {
	for _, o := range all {
		other, ok := o.(*menuRow)
		if !ok {
			continue
		}
		row.marks = row.marks || other.item.Checked || other.item.Icon != nil
		if s := ShortcutName(other.item.Shortcut); s != "" {
			row.shortcuts = max(row.shortcuts, shortcutFace.measure(s))
		}
	}
}

func (row *menuRow) current() bool {
	i := row.popup.current
	return i >= 0 && row.popup.rows[i] == row
}

func (row *menuRow) index() int {
	for i, r := range row.popup.rows {
		if r == row {
			return i
		}
	}
	return -1
}

// Tapped chooses the row.
func (row *menuRow) Tapped(*fyne.PointEvent) { row.popup.choose(row.index()) }

// MouseIn highlights the row.
func (row *menuRow) MouseIn(*desktop.MouseEvent) { row.popup.highlight(row.index()) }

// MouseMoved is part of desktop.Hoverable.
func (row *menuRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut leaves the highlight: the keyboard goes on from where the pointer was.
func (row *menuRow) MouseOut() {}

// AccessibilityLabel is what the row says.
func (row *menuRow) AccessibilityLabel() string { return row.item.Label }

// AccessibilityRole is part of fyne.Accessible.
func (row *menuRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of fyne.Widget.
func (row *menuRow) CreateRenderer() fyne.WidgetRenderer {
	env := row.popup.env
	row.ground = box("", "", fynetheme.SizeNameMenuRadius)
	row.icon = newGlyph(row.item.Icon)
	if row.item.Checked {
		row.icon = newGlyph(fynetheme.ConfirmIcon())
	}
	row.label = newCaption(env, row.item.Label, row.face())
	row.label.shown.Alignment = env.startAlign()
	row.keys = newCaption(env, ShortcutName(row.item.Shortcut), shortcutFace)
	row.keys.shown.Alignment = env.endAlign()
	return drawn(&drawing{
		widget:  row,
		objects: []fyne.CanvasObject{row.ground, row.icon.image, row.label.shown, row.keys.shown},
		measure: row.least, arrange: row.arrange, paint: row.paint,
	})
}

// columns are the widths of the parts around the label.
func (row *menuRow) columns() (pad, mark, keys float32) {
	pad = size(theme.Space8)
	if row.marks {
		mark = size(fynetheme.SizeNameInlineIcon) + pad
	}
	if row.shortcuts > 0 {
		keys = row.shortcuts + 3*pad
	}
	return pad, mark, keys
}

func (row *menuRow) least() fyne.Size {
	pad, mark, keys := row.columns()
	const narrowest = 160
	return fyne.NewSize(max(2*pad+mark+row.label.size().Width+keys, narrowest), size(theme.SizeTarget))
}

func (row *menuRow) arrange(space fyne.Size) {
	env := row.popup.env
	pad, mark, keys := row.columns()
	place(row.ground, 1, 1, space.Width-2, space.Height-2) // the scroller cuts what is on its edge
	side := size(fynetheme.SizeNameInlineIcon)
	row.icon.put(env.place(pad, side, space.Width), 0, side, space.Height)
	width := space.Width - 2*pad - mark - keys
	row.label.put(env.place(pad+mark, width, space.Width), 0, width, space.Height)
	row.keys.put(env.place(space.Width-pad-keys, keys, space.Width), 0, keys, space.Height)
}

func (row *menuRow) paint() {
	row.label.face = row.face()
	row.label.refresh()
	row.keys.face = shortcutFace
	if row.item.Disabled != "" {
		row.keys.face.color = fynetheme.ColorNameDisabled
	}
	row.keys.refresh()
	row.icon.tint(row.label.face.color)
	fillBox(row.ground, fynetheme.ColorNameHover, theme.ColorFocusRing)
	row.ground.CornerRadius = size(fynetheme.SizeNameMenuRadius)
	row.ground.Hidden = row.heading() || !row.current()
}

// face is how the label looks.
func (row *menuRow) face() face {
	switch {
	case row.heading():
		return face{theme.TextCaption, theme.ColorTextMuted, true}
	case row.item.Disabled != "":
		return styleDisabled.face()
	}
	return StyleBody.face()
}

// newMenuLine is the line between groups of rows.
func newMenuLine() fyne.CanvasObject { return container.New(menuLine{}, newSeparator()) }

type menuLine struct{}

func (menuLine) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	place(objects[0], 0, float32(int(space.Height/2)), space.Width, objects[0].MinSize().Height)
}

func (menuLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, size(theme.Space8)+objects[0].MinSize().Height)
}

// menuColumn puts rows under one another without gaps.
type menuColumn struct{}

func (menuColumn) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		place(o, 0, y, space.Width, h)
		y += h
	}
}

func (menuColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		all = fyne.NewSize(max(all.Width, m.Width), all.Height+m.Height)
	}
	return all
}
