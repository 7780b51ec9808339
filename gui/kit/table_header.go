package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*tableHeader)(nil)
	_ fyne.Accessible = (*tableHeader)(nil)
)

// tableHeader is the line of titles. It stays when the rows scroll and moves
// sideways with them.
type tableHeader struct {
	widget.BaseWidget
	table        *Table
	cells        []*caption
	ground, line *canvas.Rectangle
}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{table: t, cells: t.newCells(headerFace), ground: &canvas.Rectangle{}, line: &canvas.Rectangle{}}
	for i, c := range t.columns {
		h.cells[i].set(c.Title)
	}
	h.ExtendBaseWidget(h)
	return h
}

// headerFace is how the titles of columns look.
var headerFace = face{theme.TextCaption, theme.ColorTextMuted, true}

// AccessibilityLabel names the columns.
func (h *tableHeader) AccessibilityLabel() string {
	titles := make([]string, len(h.cells))
	for i, cell := range h.cells {
		titles[i] = cell.logical
	}
	return strings.Join(titles, "\t")
}

// AccessibilityRole is part of fyne.Accessible.
func (h *tableHeader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is part of fyne.Widget.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.ground}
	for _, cell := range h.cells {
		objects = append(objects, cell.shown)
	}
	return clipped{drawn(&drawing{
		widget: h, objects: append(objects, h.line),
		measure: h.least, arrange: h.arrange, paint: h.paint,
	})}
}

func (h *tableHeader) least() fyne.Size {
	return fyne.NewSize(0, size(theme.SizeTarget))
}

// arrange lays the titles out as wide as the rows are and moves them as far.
func (h *tableHeader) arrange(space fyne.Size) {
	place(h.ground, 0, 0, space.Width, space.Height)
	place(h.line, 0, space.Height-1, space.Width, 1)
	width := h.table.rows.wide()
	x := h.table.rows.left(width)
	h.table.arrangeCells(h.cells, fyne.NewSize(width, space.Height), 0)
	for _, cell := range h.cells {
		cell.shown.Move(cell.shown.Position().AddXY(x, 0))
	}
}

func (h *tableHeader) paint() {
	h.ground.FillColor = fynetheme.Color(fynetheme.ColorNameHeaderBackground)
	h.line.FillColor = fynetheme.Color(fynetheme.ColorNameInputBorder)
	for _, cell := range h.cells {
		cell.refresh()
	}
}

// clipped is a renderer outside whose widget nothing is drawn.
type clipped struct{ fyne.WidgetRenderer }

// IsClip is what painters ask for.
func (clipped) IsClip() {}
