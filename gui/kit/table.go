package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var _ fyne.Widget = (*Table)(nil)

// TableColumn is one column of a Table.
type TableColumn struct {
	Title string
	// Width is the least width at text scale 1; 0 is a usual one. What is left
	// of the table's width goes to the columns of text.
	Width float32
	// Numeric columns stand on the right in both languages: only there do the
	// units of figures of different length line up.
	Numeric bool
}

// Table shows any number of rows in columns, with the titles always in view.
// The columns go from the reading start to the end. The arrow keys select a row
// and Ctrl+C copies it.
type Table struct {
	widget.BaseWidget

	// OnSelected is called when the person chooses another row. May be nil.
	OnSelected func(row int)
	// OnActivated is called for Enter, Space and a double press. May be nil.
	OnActivated func(row int)

	env     *Env
	columns []TableColumn
	count   func() int
	cell    func(row, col int) string
	rows    *rows
	header  *tableHeader

	widths []float32 // of the columns, for the width below
	width  float32
}

// NewTable makes a table. rows and cell are asked whenever something is drawn,
// cell for what is visible only.
func NewTable(env *Env, columns []TableColumn, rows func() int, cell func(row, col int) string) *Table {
	t := &Table{env: env, columns: columns, count: rows, cell: cell}
	t.header = newTableHeader(t)
	t.rows = newRows(env, rowsModel{
		count:      rows,
		make:       func() fyne.CanvasObject { return newTableRow(t) },
		update:     func(i int, o fyne.CanvasObject) { o.(*tableRow).show(i) },
		width:      t.leastWidth,
		onSideways: func() { t.header.arrange(t.header.Size()) },
		onSelected: func(i int) {
			if t.OnSelected != nil {
				t.OnSelected(i)
			}
		},
		onActivated: func(i int) {
			if t.OnActivated != nil {
				t.OnActivated(i)
			}
		},
		onShortcut: t.shortcut,
	})
	t.ExtendBaseWidget(t)
	return t
}

// Refresh shows the rows anew, after what they show has changed.
func (t *Table) Refresh() {
	t.width = 0
	t.header.Refresh()
	t.rows.Refresh()
	t.BaseWidget.Refresh()
}

// SelectRow moves the selection and scrolls to it; -1 takes it away. It does
// not call OnSelected.
func (t *Table) SelectRow(i int) { t.rows.selectRow(i) }

// Selected returns the selected row, -1 for none.
func (t *Table) Selected() int { return t.rows.current }

// Focus gives the table the keyboard.
func (t *Table) Focus() { t.env.Window.Canvas().Focus(t.rows) }

// RowText returns a row as text, the cells parted by tabs, as spreadsheets
// take it from the clipboard.
func (t *Table) RowText(row int) string {
	cells := make([]string, len(t.columns))
	for c := range t.columns {
		cells[c] = strings.Join(strings.Fields(t.cell(row, c)), " ")
	}
	return strings.Join(cells, "\t")
}

func (t *Table) shortcut(s fyne.Shortcut) bool {
	if _, ok := s.(*fyne.ShortcutCopy); !ok || t.rows.current < 0 {
		return false
	}
	fyne.CurrentApp().Clipboard().SetContent(t.RowText(t.rows.current))
	return true
}

const usualColumn = 120

// leastWidth is the width below which the table scrolls sideways.
func (t *Table) leastWidth() float32 {
	total := float32(0)
	for _, c := range t.columns {
		total += t.leastColumn(c)
	}
	return total
}

// leastColumn grows with the text, or a projector would show ellipses only.
func (t *Table) leastColumn(c TableColumn) float32 {
	scale := size(theme.Space32) / 32
	if c.Width <= 0 {
		return usualColumn * scale
	}
	return c.Width * scale
}

// layOut divides the width among the columns.
func (t *Table) layOut(width float32) []float32 {
	if t.width == width && len(t.widths) == len(t.columns) {
		return t.widths
	}
	t.width = width
	t.widths = t.widths[:0]
	stretch := 0
	for _, c := range t.columns {
		t.widths = append(t.widths, t.leastColumn(c))
		if !c.Numeric {
			stretch++
		}
	}
	left := width - t.leastWidth()
	if left <= 0 {
		return t.widths
	}
	for i, c := range t.columns {
		switch {
		case stretch == 0:
			t.widths[i] += left / float32(len(t.columns))
		case !c.Numeric:
			t.widths[i] += left / float32(stretch)
		}
	}
	return t.widths
}

// arrangeCells puts one line of captions into the columns of a row of that
// width.
func (t *Table) arrangeCells(cells []*caption, space fyne.Size, from float32) {
	pad := size(theme.Space8)
	at := from
	for i, width := range t.layOut(space.Width) {
		inner := max(0, width-2*pad)
		x := t.env.place(at+pad, inner, space.Width)
		cells[i].put(x, 0, inner, space.Height)
		at += width
	}
}

func (t *Table) newCells(f face) []*caption {
	cells := make([]*caption, len(t.columns))
	for i, c := range t.columns {
		cells[i] = newCaption(t.env, "", f)
		cells[i].shown.Alignment = t.env.startAlign()
		if c.Numeric {
			cells[i].shown.Alignment = fyne.TextAlignTrailing
		}
	}
	return cells
}

// CreateRenderer is part of fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: t, objects: []fyne.CanvasObject{t.rows, t.header},
		measure: t.least, arrange: t.arrange, paint: func() {},
	})
}

func (t *Table) least() fyne.Size {
	h, r := t.header.MinSize(), t.rows.MinSize()
	return fyne.NewSize(max(r.Width, 2*usualColumn), h.Height+r.Height)
}

func (t *Table) arrange(space fyne.Size) {
	top := t.header.MinSize().Height
	place(t.rows, 0, top, space.Width, space.Height-top)
	place(t.header, 0, 0, space.Width, top)
}

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
	row.table.arrangeCells(row.cells, row.Size(), 0)
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
		arrange: func(space fyne.Size) { row.table.arrangeCells(row.cells, space, 0) },
		paint: func() {
			for _, cell := range row.cells {
				cell.refresh()
			}
		},
	})
}
