package kit

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/gui/theme"
)

const (
	usualColumn     = 120
	narrowestColumn = 48   // a figure and the arrow of sorting
	widestColumn    = 1200 // what fits no window is no help
	columnStep      = 16   // of the keys
)

// scaled is a length that grows with the text.
func scaled(length float32) float32 { return length * size(theme.Space32) / 32 }

// Widths returns the widths that the person gave the columns, at text scale 1; 0
// for a column that was left alone.
func (t *Table) Widths() []float32 { return slices.Clone(t.chosen) }

// SetWidths gives the columns the widths that Widths or OnResized told; those of
// another number of columns are not taken. It does not call OnResized.
func (t *Table) SetWidths(widths []float32) {
	if len(widths) != len(t.columns) || slices.Equal(widths, t.chosen) {
		return
	}
	for i, w := range widths {
		t.chosen[i] = 0
		if w > 0 { // and no NaN
			t.chosen[i] = min(max(w, narrowestColumn), widestColumn)
		}
	}
	t.relay()
}

// relay lays the columns out anew.
func (t *Table) relay() {
	t.width = 0
	for i := range t.rows.slots {
		t.rows.slots[i].index = -1
	}
	t.rows.arrange()
	t.header.Refresh()
}

// resize gives a column a width in pixels. The columns before it keep theirs, so
// that the border stays under the pointer.
func (t *Table) resize(col int, width float32) {
	now := t.layOut(t.rows.wide())
	one := scaled(1)
	for i := range col {
		t.chosen[i] = now[i] / one
	}
	t.chosen[col] = min(max(width/one, narrowestColumn), widestColumn)
	t.relay()
}

// fit makes a column as wide as its title and the texts in the rows on show and
// some hundred more: to read them all would take seconds.
func (t *Table) fit(col int) {
	const most = 300
	widest := t.header.natural(col)
	f := StyleBody.face()
	first := max(0, min(int(t.rows.offset/t.rows.rowHeight()), t.count()-most))
	for i := first; i < min(first+most, t.count()); i++ {
		widest = max(widest, f.measure(t.env.Visual(t.cell(t.row(i), col))))
	}
	t.resize(col, widest+2*size(theme.Space8)+2)
	t.tellResized()
}

func (t *Table) tellResized() {
	if t.OnResized != nil {
		t.OnResized(t.Widths())
	}
}

// leastWidth is the width below which the table scrolls sideways.
func (t *Table) leastWidth() float32 {
	total := float32(0)
	for i := range t.columns {
		total += t.leastColumn(i)
	}
	return total
}

// leastColumn grows with the text, or a projector would show ellipses only.
func (t *Table) leastColumn(col int) float32 {
	switch w := t.columns[col].Width; {
	case t.chosen[col] > 0:
		return scaled(t.chosen[col])
	case w > 0:
		return scaled(w)
	}
	return scaled(usualColumn)
}

// stretches reports whether a column takes what is left of the width: words do,
// or all columns where there are no words, but none that the person has set.
func (t *Table) stretches(col int) bool {
	words := slices.ContainsFunc(t.columns, func(c TableColumn) bool { return !c.Numeric })
	return t.chosen[col] == 0 && !(words && t.columns[col].Numeric)
}

// layOut divides the width among the columns.
func (t *Table) layOut(width float32) []float32 {
	if t.width == width && len(t.widths) == len(t.columns) {
		return t.widths
	}
	t.width, t.widths = width, t.widths[:0]
	stretch := 0
	for i := range t.columns {
		t.widths = append(t.widths, t.leastColumn(i))
		if t.stretches(i) {
			stretch++
		}
	}
	left := width - t.leastWidth()
	if left <= 0 || stretch == 0 {
		return t.widths
	}
	for i := range t.columns {
		if t.stretches(i) {
			t.widths[i] += left / float32(stretch)
		}
	}
	return t.widths
}

// arrangeCells puts one line of captions into the columns of a row.
func (t *Table) arrangeCells(cells []*caption, space fyne.Size) {
	pad := size(theme.Space8)
	at := float32(0)
	for i, width := range t.layOut(space.Width) {
		inner := max(0, width-2*pad)
		cells[i].put(t.env.place(at+pad, inner, space.Width), 0, inner, space.Height)
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
