package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*List)(nil)

// ListOptions says what a List shows and whom it tells.
type ListOptions struct {
	Count  func() int
	Row    func() fyne.CanvasObject           // makes a row; all are as high as the first
	Update func(i int, row fyne.CanvasObject) // shows the i-th in it
	// OnSelected is called when the person chooses another row, by pointer or
	// arrow keys, never by Select. May be nil.
	OnSelected func(i int)
	// OnActivated is called for Enter, Space and a double press. May be nil.
	OnActivated func(i int)
	// OnDelete is called for the Delete key on a row. May be nil.
	OnDelete func(i int)
}

// List shows any number of rows and keeps one of them selected. Only what is
// visible has objects.
type List struct {
	widget.BaseWidget
	rows *rows
}

// NewList makes a list without a selection.
func NewList(env *Env, o ListOptions) *List {
	l := &List{rows: newRows(env, rowsModel{
		count: o.Count, make: o.Row, update: o.Update,
		onSelected: o.OnSelected, onActivated: o.OnActivated,
	})}
	if o.OnDelete != nil {
		l.rows.onKey = func(key *fyne.KeyEvent) bool {
			if key.Name != fyne.KeyDelete || l.Selected() < 0 {
				return false
			}
			o.OnDelete(l.Selected())
			return true
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// Refresh shows the rows anew, after what they show has changed. A selection
// beyond the new end is lost.
func (l *List) Refresh() {
	l.rows.Refresh()
	l.BaseWidget.Refresh()
}

// RefreshRow shows one row anew.
func (l *List) RefreshRow(i int) { l.rows.refreshRow(i) }

// Select moves the selection and scrolls to it. It does not call OnSelected.
func (l *List) Select(i int) { l.rows.selectRow(i) }

// Unselect takes the selection away.
func (l *List) Unselect() { l.rows.selectRow(-1) }

// Selected returns the selected row, -1 for none.
func (l *List) Selected() int { return l.rows.current }

// Focus gives the list the keyboard.
func (l *List) Focus() { l.rows.env.Window.Canvas().Focus(l.rows) }

// CreateRenderer is part of fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.rows) }
