package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain/calendar"
)

var (
	_ fyne.Widget        = (*dateGrid)(nil)
	_ fyne.Focusable     = (*dateGrid)(nil)
	_ fyne.Shortcutable  = (*dateGrid)(nil)
	_ fyne.Tappable      = (*dateGrid)(nil)
	_ fyne.Accessible    = (*dateGrid)(nil)
	_ desktop.Hoverable  = (*dateGrid)(nil)
	_ desktop.Cursorable = (*dateGrid)(nil)
)

// A month is shown in six weeks always, or the calendar would jump.
const (
	weekDays  = 7
	dateWeeks = 6
)

// dateGrid is the days of a month under the days of the week. It has the
// keyboard as a whole: the cursor is the day that Enter would choose.
type dateGrid struct {
	control
	popup  *datePopup
	week   calendar.Week
	cursor calendar.Date
	under  int // the cell under the pointer, -1 for none

	heads [weekDays]*caption
	bands [weekDays]*canvas.Rectangle // behind the weekend
	cells [weekDays * dateWeeks]*dateCell
}

func newDateGrid(d *datePopup) *dateGrid {
	p := d.picker
	g := &dateGrid{control: control{env: p.env}, popup: d, week: p.env.Printer.Week(), under: -1}
	g.cursor = p.date
	if g.cursor.IsZero() {
		g.cursor = p.o.Today()
	}
	g.cursor = g.within(g.cursor)
	g.build()
	g.ExtendBaseWidget(g)
	return g
}

// within returns the day, or the nearest that can be chosen.
func (g *dateGrid) within(d calendar.Date) calendar.Date {
	first, last := g.popup.picker.o.Min, g.popup.picker.o.Max
	if first.IsZero() {
		first = calendar.Date{Year: calendar.MinYear, Month: 1, Day: 1}
	}
	if last.IsZero() {
		last = calendar.Date{Year: calendar.MaxYear, Month: 12, Day: 31}
	}
	switch {
	case d.Compare(first) < 0:
		return first
	case d.Compare(last) > 0:
		return last
	}
	return d
}

// goTo makes a day the current one, or the nearest that can be chosen.
func (g *dateGrid) goTo(d calendar.Date) {
	g.cursor = g.within(d)
	g.popup.moved()
	g.tellDay(g.cursor)
	g.Refresh()
}

func (g *dateGrid) moveMonths(months int) { g.goTo(g.cursor.AddMonths(months)) }

// first returns the day in the first cell.
func (g *dateGrid) first() calendar.Date {
	first := calendar.Date{Year: g.cursor.Year, Month: g.cursor.Month, Day: 1}
	return first.AddDays(-g.week.Column(first.Weekday()))
}

// day returns the day in a cell.
func (g *dateGrid) day(cell int) calendar.Date { return g.first().AddDays(cell) }

// tellDay says in the status line which day this is, or why it cannot be chosen.
func (g *dateGrid) tellDay(d calendar.Date) {
	if reason := g.popup.picker.reasonAgainst(d); reason != "" {
		g.env.hint(reason)
		return
	}
	g.env.hint(g.env.bothDates(d))
}

// FocusGained implements fyne.Focusable.
func (g *dateGrid) FocusGained() {
	g.control.FocusGained()
	g.tellDay(g.cursor)
}

// TypedKey moves among the days as the eye does, and chooses.
func (g *dateGrid) TypedKey(key *fyne.KeyEvent) {
	g.byKey()
	column := g.week.Column(g.cursor.Weekday())
	switch key.Name {
	case g.env.forward():
		g.goTo(g.cursor.AddDays(1))
	case g.env.backward():
		g.goTo(g.cursor.AddDays(-1))
	case fyne.KeyDown:
		g.goTo(g.cursor.AddDays(weekDays))
	case fyne.KeyUp:
		g.goTo(g.cursor.AddDays(-weekDays))
	case fyne.KeyHome:
		g.goTo(g.cursor.AddDays(-column))
	case fyne.KeyEnd:
		g.goTo(g.cursor.AddDays(weekDays - 1 - column))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.popup.choose(g.cursor)
	default:
		g.env.Pass(key)
	}
}

// TypedRune goes to today with the key T, which writes ف on an Arabic keyboard.
func (g *dateGrid) TypedRune(r rune) {
	switch r {
	case 't', 'T', 'ف':
		g.byKey()
		g.goTo(g.popup.picker.o.Today())
	}
}

// TypedShortcut goes to another year with Ctrl and the keys that go to another
// month.
func (g *dateGrid) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierShortcutDefault {
		return
	}
	switch c.KeyName {
	case fyne.KeyPageUp:
		g.moveMonths(-12)
	case fyne.KeyPageDown:
		g.moveMonths(+12)
	}
}

// Tapped chooses the day under the pointer.
func (g *dateGrid) Tapped(ev *fyne.PointEvent) {
	if cell := g.cellAt(ev.Position); cell >= 0 {
		g.popup.choose(g.day(cell))
	}
}

// MouseIn implements desktop.Hoverable.
func (g *dateGrid) MouseIn(ev *desktop.MouseEvent) { g.MouseMoved(ev) }

// MouseMoved marks the day under the pointer and names it.
func (g *dateGrid) MouseMoved(ev *desktop.MouseEvent) {
	cell := g.cellAt(ev.Position)
	if cell == g.under {
		return
	}
	g.under = cell
	if cell >= 0 {
		g.tellDay(g.day(cell))
	}
	g.Refresh()
}

// MouseOut implements desktop.Hoverable.
func (g *dateGrid) MouseOut() {
	g.under = -1
	g.env.hint("")
	g.Refresh()
}

// Cursor implements desktop.Cursorable.
func (g *dateGrid) Cursor() desktop.Cursor {
	if g.under >= 0 && g.popup.picker.reasonAgainst(g.day(g.under)) == "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (g *dateGrid) AccessibilityLabel() string { return g.env.bothDates(g.cursor) }

// AccessibilityRole implements fyne.Accessible.
func (g *dateGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
