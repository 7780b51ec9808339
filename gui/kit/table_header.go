package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

var (
	_ fyne.Widget         = (*tableHeader)(nil)
	_ fyne.Accessible     = (*tableHeader)(nil)
	_ fyne.Focusable      = (*tableHeader)(nil)
	_ fyne.Shortcutable   = (*tableHeader)(nil)
	_ fyne.Tappable       = (*tableHeader)(nil)
	_ fyne.DoubleTappable = (*tableHeader)(nil)
	_ fyne.Draggable      = (*tableHeader)(nil)
	_ desktop.Hoverable   = (*tableHeader)(nil)
	_ desktop.Mouseable   = (*tableHeader)(nil)
	_ desktop.Cursorable  = (*tableHeader)(nil)
)

// tableHeader is the line of titles. It stays when the rows scroll and moves
// sideways with them. It sorts and changes the widths of columns.
type tableHeader struct {
	control
	table        *Table
	cells        []*caption
	up, down     *glyph // the mark of the sorted column; one is shown
	ground, line *canvas.Rectangle
	cover        *canvas.Rectangle   // over the title that is pointed at
	borders      []*canvas.Rectangle // between the columns
	frame        *canvas.Rectangle   // the focus ring

	spots   []columnSpot
	current int  // the title the keyboard is at
	under   int  // the title under the pointer, -1 for none
	border  int  // the column whose border is under the pointer, -1 for none
	drag    drag // of a border
	done    bool // the press was heard by MouseUp; Tapped is still to come
}

// columnSpot is where a column is seen; x counts from the left.
type columnSpot struct{ x, width float32 }

// drag is a press on the titles, and the dragging of a border.
type drag struct {
	column int // -1 for none
	width  float32
	moved  bool
	held   bool // the button is down
}

// headerFace is how the titles of columns look.
var headerFace = face{theme.TextCaption, theme.ColorTextMuted, true}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{
		control: control{env: t.env}, table: t, cells: t.newCells(headerFace),
		up: newGlyph(fynetheme.MenuDropUpIcon()), down: newGlyph(fynetheme.MenuDropDownIcon()),
		ground: &canvas.Rectangle{}, line: &canvas.Rectangle{}, cover: &canvas.Rectangle{}, frame: &canvas.Rectangle{},
		spots: make([]columnSpot, len(t.columns)), under: -1, border: -1, drag: drag{column: -1},
	}
	for i, c := range t.columns {
		h.cells[i].set(c.Title)
		h.borders = append(h.borders, &canvas.Rectangle{})
	}
	h.ExtendBaseWidget(h)
	return h
}

// AccessibilityLabel names the columns and says which one is sorted, and how.
// With the keyboard in the titles it is the one title the keyboard is at.
func (h *tableHeader) AccessibilityLabel() string {
	if h.focused && h.current < len(h.cells) {
		return h.words(h.current)
	}
	titles := make([]string, len(h.cells))
	for i := range h.cells {
		titles[i] = h.words(i)
	}
	return strings.Join(titles, "\t")
}

// words is a title and how its column is sorted.
func (h *tableHeader) words(col int) string {
	title := h.cells[col].logical
	switch h.sort(col) {
	case Ascending:
		return h.env.T("kit_table.sorted_up", "title", title)
	case Descending:
		return h.env.T("kit_table.sorted_down", "title", title)
	}
	return title
}

// sort is how a column is sorted.
func (h *tableHeader) sort(col int) Sort {
	if col != h.table.sorted.column {
		return Unsorted
	}
	return h.table.sorted.sort
}

// AccessibilityRole is part of fyne.Accessible.
func (h *tableHeader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of fyne.Widget.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.ground, h.cover}
	for _, b := range h.borders {
		objects = append(objects, b)
	}
	for _, cell := range h.cells {
		objects = append(objects, cell.shown)
	}
	return clipped{drawn(&drawing{
		widget: h, objects: append(objects, h.up.image, h.down.image, h.line, h.frame),
		measure: h.least, arrange: h.arrange, paint: h.paint,
	})}
}

func (h *tableHeader) least() fyne.Size { return fyne.NewSize(0, size(theme.SizeTarget)) }

// natural is the width of a title with the mark of sorting.
func (h *tableHeader) natural(col int) float32 {
	width := h.cells[col].size().Width
	if h.table.columns[col].Order != nil {
		width += h.markRoom()
	}
	return width
}

// markRoom is the width of the mark of sorting.
func (h *tableHeader) markRoom() float32 { return size(fynetheme.SizeNameInlineIcon) }

// arrange lays the titles out as wide as the rows are and moves them as far.
func (h *tableHeader) arrange(space fyne.Size) {
	place(h.ground, 0, 0, space.Width, space.Height)
	place(h.line, 0, space.Height-1, space.Width, 1)
	wide := h.table.rows.wide()
	shift, at := h.table.rows.left(wide), float32(0)
	const inset = 8
	for i, width := range h.table.layOut(wide) {
		spot := columnSpot{h.env.place(at, width, wide) + shift, width}
		h.spots[i] = spot
		at += width
		h.arrangeTitle(i, spot, space.Height)
		edge := h.edge(i)
		place(h.borders[i], edge-0.5, inset, 1, space.Height-2*inset)
		if i == h.current {
			place(h.frame, spot.x+1, 1, spot.width-2, space.Height-3)
		}
		if i == h.under {
			place(h.cover, spot.x, 0, spot.width, space.Height-1)
		}
	}
}

// arrangeTitle puts a title over its cells and the mark of sorting beside it:
// behind words, and before figures, whose units stay under one another.
func (h *tableHeader) arrangeTitle(col int, spot columnSpot, height float32) {
	pad := size(theme.Space8)
	inner := max(0, spot.width-2*pad)
	if h.sort(col) == Unsorted {
		h.cells[col].put(spot.x+pad, 0, inner, height)
		return
	}
	room := h.markRoom()
	words := max(0, inner-room)
	seen := min(h.cells[col].size().Width, words)
	x, mark := spot.x+pad, spot.x+pad+seen
	if h.table.columns[col].Numeric || h.env.RTL() {
		x, mark = x+room, spot.x+spot.width-pad-seen-room
	}
	h.cells[col].put(x, 0, words, height)
	h.up.put(mark, 0, room, height)
	h.down.put(mark, 0, room, height)
}

// edge is where a column ends, from the left.
func (h *tableHeader) edge(col int) float32 {
	if h.env.RTL() {
		return h.spots[col].x
	}
	return h.spots[col].x + h.spots[col].width
}

func (h *tableHeader) paint() {
	h.ground.FillColor = fynetheme.Color(fynetheme.ColorNameHeaderBackground)
	h.line.FillColor = fynetheme.Color(fynetheme.ColorNameInputBorder)
	h.cover.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	h.cover.Hidden = h.under < 0 || h.border >= 0 || h.table.columns[h.under].Order == nil
	for i, cell := range h.cells {
		cell.face = headerFace
		if h.sort(i) != Unsorted {
			cell.face.color = fynetheme.ColorNameForeground
		}
		cell.refresh()
		h.borders[i].FillColor = fynetheme.Color(theme.ColorBorder)
		if i == h.border || i == h.drag.column {
			h.borders[i].FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
		}
	}
	h.up.tint(fynetheme.ColorNameForeground)
	h.down.tint(fynetheme.ColorNameForeground)
	h.up.image.Hidden = h.table.sorted.sort != Ascending
	h.down.image.Hidden = h.table.sorted.sort != Descending
	h.frame.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	h.frame.StrokeWidth = size(theme.SizeFocusRing)
	h.frame.CornerRadius = size(fynetheme.SizeNameSelectionRadius)
	h.frame.Hidden = !h.ringed() || len(h.cells) == 0
}

// clipped is a renderer outside whose widget nothing is drawn.
type clipped struct{ fyne.WidgetRenderer }

// IsClip is what painters ask for.
func (clipped) IsClip() {}
