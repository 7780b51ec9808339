package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*tableRow)(nil)
	_ fyne.Accessible = (*tableRow)(nil)
)

// tableRow shows one row.
type tableRow struct {
	widget.BaseWidget
	table *Table
	cells []*caption
}

func newTableRow(t *Table) *tableRow {
	row := &tableRow{table: t, cells: t.newCells(StyleBody.face())}
	row.ExtendBaseWidget(row)
	return row
}

func (row *tableRow) show(i int) {
	for c, cell := range row.cells {
		if text := row.table.cell(i, c); text != cell.logical {
			cell.set(text)
		}
	}
	row.table.arrangeCells(row.cells, row.Size())
}

// AccessibilityLabel is what the row says.
func (row *tableRow) AccessibilityLabel() string {
	texts := make([]string, len(row.cells))
	for i, cell := range row.cells {
		texts[i] = cell.logical
	}
	return strings.Join(texts, "\t")
}

// AccessibilityRole is part of fyne.Accessible.
func (row *tableRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is part of fyne.Widget.
func (row *tableRow) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, len(row.cells))
	for i, cell := range row.cells {
		objects[i] = cell.shown
	}
	return drawn(&drawing{
		widget: row, objects: objects,
		measure: func() fyne.Size {
			return fyne.NewSize(0, StyleBody.face().lineHeight()+2*size(fynetheme.SizeNameInnerPadding))
		},
		arrange: func(space fyne.Size) { row.table.arrangeCells(row.cells, space) },
		paint: func() {
			for _, cell := range row.cells {
				cell.refresh()
			}
		},
	})
}
