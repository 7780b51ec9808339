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

	// Multiple lets the person select several rows, with Shift, Ctrl and Ctrl+A.
	// OnSelected is then told the row that the keyboard is at.
	Multiple bool
	// OnMoved is called when the person takes a row to another place, by pointer
	// or with Alt and an arrow key; to is where it is afterwards. nil where rows
	// stay where they are.
	OnMoved func(from, to int)
	// Movable reports whether OnMoved can be called now; nil: always.
	Movable func() bool
}

// List shows any number of rows and keeps one of them selected. Only what is
// visible has objects.
type List struct {
	widget.BaseWidget
	rows   *rows
	o      ListOptions
	picked picked
}

// NewList makes a list without a selection.
func NewList(env *Env, o ListOptions) *List {
	l := &List{o: o, picked: picked{anchor: -1}}
	m := rowsModel{
		count: o.Count, make: o.Row, update: o.Update,
		onSelected: o.OnSelected, onActivated: o.OnActivated, onMoved: o.OnMoved, movable: o.Movable,
	}
	if o.Multiple {
		m.chosen, m.pick, m.onShortcut = l.picked.has, l.pick, l.shortcut
	}
	l.rows = newRows(env, m)
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
	l.picked.cut(l.o.Count())
	l.rows.Refresh()
	l.BaseWidget.Refresh()
}

// RefreshRow shows one row anew.
func (l *List) RefreshRow(i int) { l.rows.refreshRow(i) }

// Select selects one row alone and scrolls to it. It does not call OnSelected.
func (l *List) Select(i int) { l.SelectRows(i) }

// Unselect takes the selection away.
func (l *List) Unselect() { l.SelectRows(-1) }

// Selected returns the row the keyboard is at, which is the selected one where
// only one can be; -1 for none.
func (l *List) Selected() int { return l.rows.current }

// Focus gives the list the keyboard.
func (l *List) Focus() { l.rows.env.Window.Canvas().Focus(l.rows) }

// CreateRenderer is part of fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.rows) }
