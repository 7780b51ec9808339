package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget         = (*rows)(nil)
	_ fyne.Focusable      = (*rows)(nil)
	_ fyne.Tappable       = (*rows)(nil)
	_ fyne.DoubleTappable = (*rows)(nil)
	_ fyne.Shortcutable   = (*rows)(nil)
	_ desktop.Hoverable   = (*rows)(nil)
	_ desktop.Mouseable   = (*rows)(nil)
	_ desktop.Keyable     = (*rows)(nil)
	_ fyne.Draggable      = (*rows)(nil)
)

// rows shows the visible few of any number of equally high rows, and moves a
// selection among them. List and Table are made of it. The place of a row is
// computed from the top of what is visible, in float64: the millionth row is as
// sharp as the first.
type rows struct {
	widget.BaseWidget

	env *Env
	rowsModel

	current int // the row the keyboard is at, -1 for none
	hovered int // the row under the pointer, -1 for none
	focused bool
	pressed bool // by the mouse; Tapped is still to come
	shift   bool // the key is down: moving extends the selection

	height     float64 // of a row
	offset     float64 // of what is visible, from the first row's top
	sideways   float64 // of what is visible, from the reading start
	slots      []rowSlot
	bar, lying *scrollBar
	wheel      *wheelArea

	clip  *container.Clip // keeps the rows out of the lying bar
	sheet *fyne.Container // within clip

	carried carried // the row that the pointer takes elsewhere

	hover, ring *canvas.Rectangle
	voice       fyne.CanvasObject // says a row that is out of sight; nil until then
}

// rowsModel is what the owner of rows provides.
type rowsModel struct {
	count  func() int
	make   func() fyne.CanvasObject
	update func(i int, row fyne.CanvasObject)
	plain  bool // no lines between the rows

	// width is how wide rows have to be to show everything; nil: as wide as
	// there is room.
	width func() float32
	// onSideways is told that the rows moved sideways; may be nil.
	onSideways func()

	// chosen says which rows are selected; nil: the one the keyboard is at.
	chosen func(i int) bool
	// pick is told how the person went to a row, and reports whether it has seen
	// to the selection: where several rows can be selected. May be nil.
	pick func(i int, how picking) bool

	onSelected  func(i int) // by the person; may be nil
	onActivated func(i int) // Enter or a double press; may be nil
	// onMoved is told that the person took a row to another place; nil where rows
	// stay where they are.
	onMoved func(from, to int)
	// movable reports whether rows can be taken elsewhere now; nil: always.
	movable func() bool
	// onPressed and onKey come before everything else; may be nil.
	onPressed  func(i int)
	onKey      func(*fyne.KeyEvent) bool
	onShortcut func(fyne.Shortcut) bool
	onRune     func(rune)
}

// rowSlot is a row's object and which row it shows now, -1 for none. Slots are
// used in turn: while scrolling by one row only one changes what it shows.
type rowSlot struct {
	object fyne.CanvasObject
	line   *canvas.Rectangle
	index  int

	choice, edge *canvas.Rectangle // the signs of a selected row
}

// picking is how a person goes to a row.
type picking int

const (
	pickOne    picking = iota // and selects it alone
	pickRange                 // and selects all from where the last selecting began
	pickToggle                // and selects it or no longer
	pickNone                  // and selects nothing
)

func newRows(env *Env, m rowsModel) *rows {
	a := &rows{env: env, rowsModel: m, current: -1, hovered: -1, carried: newCarried()}
	a.hover, a.ring = &canvas.Rectangle{}, &canvas.Rectangle{}
	a.sheet = &fyne.Container{}
	a.clip = container.NewClip(a.sheet)
	a.bar = newScrollBar(true, false, a.scrollTo)
	a.lying = newScrollBar(false, env.RTL(), a.scrollSideways)
	a.wheel = newWheelArea(a.turn)
	a.ExtendBaseWidget(a)
	return a
}

// Refresh shows every visible row anew.
func (a *rows) Refresh() {
	a.height = 0
	for i := range a.slots {
		a.slots[i].index = -1
	}
	if a.current >= a.count() {
		a.current = -1
	}
	a.BaseWidget.Refresh()
}

// refreshRow shows one row anew, if it is visible.
func (a *rows) refreshRow(i int) {
	for _, s := range a.slots {
		if s.index == i && i >= 0 {
			a.update(i, s.object)
		}
	}
}

// selectRow moves the selection and brings it into view; out of range means
// none. It tells nobody.
func (a *rows) selectRow(i int) {
	if i < 0 || i >= a.count() {
		i = -1
	}
	if i == a.current {
		return
	}
	a.current = i
	a.reveal(i)
}

// choose is selectRow by the person.
func (a *rows) choose(i int) {
	if i < 0 || i >= a.count() || i == a.current {
		a.reveal(a.current)
		return
	}
	a.selectRow(i)
	if a.onSelected != nil {
		a.onSelected(i)
	}
}

// goTo is what a key or a press on a row does.
func (a *rows) goTo(i int, how picking) {
	if i < 0 || i >= a.count() || a.pick == nil {
		a.choose(i)
		return
	}
	before := a.current
	a.current = i
	if a.pick(i, how) {
		a.reveal(i)
		return
	}
	a.current = before
	a.choose(i)
}

// isChosen reports whether a row shows that it is selected.
func (a *rows) isChosen(i int) bool {
	if a.chosen == nil {
		return i == a.current
	}
	return a.chosen(i)
}

func (a *rows) activate(i int) {
	if a.onActivated != nil && i >= 0 && i < a.count() {
		a.onActivated(i)
	}
}

// reveal scrolls as little as shows the whole row.
func (a *rows) reveal(i int) {
	if view := a.view(); i >= 0 && view > 0 {
		top := float64(i) * a.rowHeight()
		a.offset = min(a.offset, top)
		a.offset = max(a.offset, top+a.rowHeight()-view)
	}
	a.arrange()
}

func (a *rows) scrollTo(offset float64) {
	a.offset = offset
	a.arrange()
}

func (a *rows) scrollSideways(offset float64) {
	a.sideways = offset
	a.arrange()
}

// turn moves the rows by the wheel; with nothing above or below, sideways. At their
// end it moves what they stand in.
func (a *rows) turn(by fyne.Delta) {
	down, across := a.offset, a.sideways
	dx, dy := float64(by.DX), float64(by.DY)
	if !a.bar.Visible() && dx == 0 {
		dx, dy = dy, 0
	}
	if a.env.RTL() {
		dx = -dx
	}
	a.offset -= dy
	a.sideways -= dx
	a.arrange()
	if a.offset == down && a.sideways == across {
		a.env.scrollAround(a, by)
	}
}

// MinSize is two rows; the rest is for whoever lays out.
func (a *rows) MinSize() fyne.Size {
	return fyne.NewSize(2*size(theme.SizeTarget), 2*float32(a.rowHeight()))
}
