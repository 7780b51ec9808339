package kit

import (
	"fyne.io/fyne/v2"
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
	// Order lets the person sort by the column; nil: it cannot be sorted.
	Order RowOrder
}

// Table shows any number of rows in columns, with the titles always in view.
// The columns go from the reading start to the end.
//
// Rows are counted as the caller counts them, however the person has sorted
// them. The titles are one stop of the Tab key, the rows another: on a title the
// arrow keys go from column to column, Enter sorts, and plus and minus (or
// Ctrl+Shift and an arrow) change the width; on the rows the arrow keys select
// and Ctrl+C copies.
type Table struct {
	widget.BaseWidget

	// Multiple lets the person select several rows, with Shift, Ctrl and
	// Ctrl+A.
	Multiple bool
	// OnSelected is called when the person selects another row, or other rows,
	// with the one the keyboard is at. May be nil.
	OnSelected func(row int)
	// OnActivated is called for Enter, Space and a double press. May be nil.
	OnActivated func(row int)
	// OnSorted is called when the person sorts. May be nil.
	OnSorted func(column int, sort Sort)
	// OnResized is called when the person has changed the width of a column, with
	// what SetWidths takes. May be nil.
	OnResized func(widths []float32)

	env     *Env
	columns []TableColumn
	count   func() int
	cell    func(row, col int) string
	rows    *rows
	header  *tableHeader
	empty   *fyne.Container // what is shown when there are no rows

	sorted sorted
	picked picked

	widths []float32 // of the columns, for the width below
	width  float32
	chosen []float32 // widths the person gave, at text scale 1; 0 for none
}

// NewTable makes a table. rows and cell are asked whenever something is drawn,
// cell for what is visible only.
func NewTable(env *Env, columns []TableColumn, rows func() int, cell func(row, col int) string) *Table {
	t := &Table{
		env: env, columns: columns, count: rows, cell: cell, empty: Stack(),
		sorted: sorted{column: -1}, picked: picked{anchor: -1}, chosen: make([]float32, len(columns)),
	}
	t.empty.Hide()
	t.header = newTableHeader(t)
	t.rows = newRows(env, rowsModel{
		count:      rows,
		make:       func() fyne.CanvasObject { return newTableRow(t) },
		update:     func(i int, o fyne.CanvasObject) { o.(*tableRow).show(t.row(i)) },
		width:      t.leastWidth,
		onSideways: func() { t.header.arrange(t.header.Size()) },
		chosen:     t.isPicked,
		pick:       t.pick,
		onSelected: func(i int) { t.tellSelected(t.row(i)) },
		onActivated: func(i int) {
			if t.OnActivated != nil {
				t.OnActivated(t.row(i))
			}
		},
		onShortcut: t.shortcut,
	})
	t.ExtendBaseWidget(t)
	return t
}

// SetEmpty sets what is shown below the titles while there are no rows: an empty
// state, or a sentence.
func (t *Table) SetEmpty(o fyne.CanvasObject) {
	t.empty.Objects = []fyne.CanvasObject{o}
	t.Refresh()
}

// Refresh shows the rows anew, after what they show has changed. They are sorted
// again; the selection stays on the rows with the same numbers and is lost where
// there are none any more.
func (t *Table) Refresh() {
	t.width = 0
	at := t.Selected()
	t.sort()
	t.picked.cut(t.count())
	t.rows.current = t.position(at)
	t.empty.Hidden = t.count() > 0 || len(t.empty.Objects) == 0
	t.header.Refresh()
	t.rows.Refresh()
	t.BaseWidget.Refresh()
}

// Focus gives the rows the keyboard.
func (t *Table) Focus() { t.env.focus(t.rows) }

// CreateRenderer is part of fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	t.empty.Hidden = t.count() > 0 || len(t.empty.Objects) == 0
	return drawn(&drawing{
		widget: t, objects: []fyne.CanvasObject{t.header, t.rows, t.empty},
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
	pad := size(theme.Space8)
	place(t.empty, pad, top+pad, space.Width-2*pad, space.Height-top-2*pad)
}
