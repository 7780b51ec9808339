package kit

import "slices"

// picked is which rows of a table or list are selected, where several can be.
type picked struct {
	rows   []bool // by the caller's count; may be shorter than the table
	anchor int    // the row at which a range begins, -1 for none
}

func (p *picked) has(row int) bool { return row >= 0 && row < len(p.rows) && p.rows[row] }

func (p *picked) set(row, count int, on bool) {
	if row < 0 || row >= count {
		return
	}
	if row >= len(p.rows) {
		p.rows = append(p.rows, make([]bool, count-len(p.rows))...)
	}
	p.rows[row] = on
}

func (p *picked) clear() { clear(p.rows) }

// cut forgets the rows beyond a count.
func (p *picked) cut(count int) {
	p.rows = p.rows[:min(len(p.rows), count)]
	if p.anchor >= count {
		p.anchor = -1
	}
}

// all selects every row.
func (p *picked) all(count int) {
	for row := range count {
		p.set(row, count, true)
	}
}

// inOrder says which row is shown at which place.
type inOrder interface {
	row(place int) int
	position(row int) int
	length() int
}

// pick does what going to a place means and reports whether that selects.
func (p *picked) pick(o inOrder, place int, how picking) bool {
	row, n := o.row(place), o.length()
	switch how {
	case pickNone:
		return false
	case pickOne:
		p.clear()
		p.set(row, n, true)
		p.anchor = row
	case pickToggle:
		p.set(row, n, !p.has(row))
		p.anchor = row
	case pickRange:
		if p.anchor < 0 {
			p.anchor = row
		}
		p.clear()
		from := o.position(p.anchor)
		for i := min(from, place); i <= max(from, place); i++ {
			p.set(o.row(i), n, true)
		}
	}
	return true
}

// SelectRow moves the selection and scrolls to it; -1 takes it away. It does
// not call OnSelected.
func (t *Table) SelectRow(row int) {
	t.picked.clear()
	t.picked.set(row, t.count(), true)
	t.picked.anchor = row
	t.rows.selectRow(t.position(row))
	t.rows.arrange()
}

// Selected returns the row the keyboard is at, which is the selected one where
// only one can be; -1 for none.
func (t *Table) Selected() int { return t.row(t.rows.current) }

// SelectedRows returns the selected rows in the order in which they are shown.
func (t *Table) SelectedRows() []int {
	if !t.Multiple {
		if at := t.Selected(); at >= 0 {
			return []int{at}
		}
		return nil
	}
	var places []int
	for row, on := range t.picked.rows {
		if on && row < t.count() {
			places = append(places, t.position(row))
		}
	}
	slices.Sort(places)
	for i, place := range places {
		places[i] = t.row(place)
	}
	return places
}

// isPicked reports whether the row at a place shows that it is selected.
func (t *Table) isPicked(place int) bool {
	if !t.Multiple {
		return place == t.rows.current
	}
	return t.picked.has(t.row(place))
}

// pick follows the person to a place.
func (t *Table) pick(place int, how picking) bool {
	row := t.row(place)
	if !t.Multiple || row < 0 {
		return false
	}
	if t.picked.pick(t, place, how) {
		t.tellSelected(row)
	}
	return true
}

// pickAll selects every row.
func (t *Table) pickAll() {
	t.picked.all(t.count())
	t.rows.arrange()
	t.tellSelected(t.Selected())
}

func (t *Table) tellSelected(row int) {
	if t.OnSelected != nil {
		t.OnSelected(row)
	}
}
