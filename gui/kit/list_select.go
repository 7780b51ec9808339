package kit

import "fyne.io/fyne/v2"

// SelectRows selects rows, and moves the keyboard to the first of those given,
// which is scrolled to. It does not call OnSelected.
func (l *List) SelectRows(first int, more ...int) {
	if l.o.Multiple {
		l.picked.clear()
		l.picked.anchor = first
		for _, row := range append(more, first) {
			l.picked.set(row, l.length(), true)
		}
	}
	l.rows.selectRow(first)
	if l.o.Multiple {
		l.rows.arrange()
	}
}

// SelectedRows returns the selected rows from top to bottom.
func (l *List) SelectedRows() []int {
	var rows []int
	for row := range l.length() {
		if l.rows.isChosen(row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// pick follows the person to a row.
func (l *List) pick(row int, how picking) bool {
	if l.picked.pick(l, row, how) && l.o.OnSelected != nil {
		l.o.OnSelected(row)
	}
	return true
}

// shortcut selects all.
func (l *List) shortcut(s fyne.Shortcut) bool {
	if _, all := s.(*fyne.ShortcutSelectAll); !all || l.length() == 0 {
		return false
	}
	l.picked.all(l.length())
	l.rows.current = max(l.rows.current, 0)
	l.rows.arrange()
	if l.o.OnSelected != nil {
		l.o.OnSelected(l.rows.current)
	}
	return true
}

// A list shows its rows in their own order.
func (l *List) row(place int) int {
	if place < 0 || place >= l.length() {
		return -1
	}
	return place
}

func (l *List) position(row int) int { return l.row(row) }

func (l *List) length() int { return l.o.Count() }
