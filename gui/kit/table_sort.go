package kit

import (
	"cmp"
	"math"
	"slices"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"athar/domain/text"
)

// Sort is the order that a column is sorted in.
type Sort int

// The orders of a column.
const (
	Unsorted Sort = iota // as the caller has the rows
	Ascending
	Descending
)

// RowOrder makes the comparison with which rows are sorted. It is asked anew for
// each sorting, with the number of rows, and may look at all of them once. In
// descending order the comparison is the other way round, except that what is
// missing comes last in both. It may return nil: then the caller sorts its own
// rows when OnSorted tells it to. Rows that compare as equal stay in the order
// that the caller has them in.
type RowOrder func(rows int, descending bool) (compare func(a, b int) int)

// ByCompare sorts with a comparison of two rows.
func ByCompare(compare func(a, b int) int) RowOrder {
	return func(_ int, descending bool) func(a, b int) int {
		if descending {
			return func(a, b int) int { return compare(b, a) }
		}
		return compare
	}
}

// ByNumber sorts figures; NaN is a missing one.
func ByNumber(figure func(row int) float64) RowOrder {
	return byKey(figure, math.IsNaN, cmp.Compare[float64])
}

// ByTime sorts moments; the zero time is a missing one.
func ByTime(moment func(row int) time.Time) RowOrder {
	return byKey(moment, time.Time.IsZero, time.Time.Compare)
}

// ByText sorts words as a dictionary of the interface's language does: whatever
// the marks and the shape of an alef, and with the numbers in them as numbers.
// "" is a missing one.
func ByText(env *Env, words func(row int) string) RowOrder {
	return func(rows int, descending bool) func(a, b int) int {
		c := collate.New(language.Make(env.Printer.Lang()), collate.Numeric)
		var buffer collate.Buffer
		key := func(row int) []byte {
			folded := text.Fold(words(row))
			if folded == "" {
				return nil
			}
			k := slices.Clone(c.KeyFromString(&buffer, folded))
			buffer.Reset()
			return k
		}
		missing := func(k []byte) bool { return len(k) == 0 }
		return byKey(key, missing, slices.Compare[[]byte])(rows, descending)
	}
}

// byKey sorts by something that is asked of each row once.
func byKey[K any](key func(row int) K, missing func(K) bool, compare func(a, b K) int) RowOrder {
	return func(rows int, descending bool) func(a, b int) int {
		keys := make([]K, rows)
		for i := range keys {
			keys[i] = key(i)
		}
		return func(a, b int) int {
			switch ma, mb := missing(keys[a]), missing(keys[b]); {
			case ma && mb:
				return 0
			case ma:
				return 1
			case mb:
				return -1
			case descending:
				return compare(keys[b], keys[a])
			}
			return compare(keys[a], keys[b])
		}
	}
}

// sorted is how the rows of a table are sorted.
type sorted struct {
	column int // -1 for none
	sort   Sort
	rows   []int // the caller's row at each place; nil: as the caller has them
	places []int // the place of each of the caller's rows
}

// SortBy sorts the rows by a column. It does not call OnSorted.
func (t *Table) SortBy(column int, sort Sort) {
	if column < 0 || column >= len(t.columns) || t.columns[column].Order == nil || sort == Unsorted {
		column, sort = -1, Unsorted
	}
	if column == t.sorted.column && sort == t.sorted.sort {
		return
	}
	t.sorted.column, t.sorted.sort = column, sort
	t.Refresh()
	t.rows.reveal(t.rows.current)
}

// Sorted returns the column that the rows are sorted by, -1 for none, and how.
func (t *Table) Sorted() (column int, sort Sort) { return t.sorted.column, t.sorted.sort }

// sortNext is what a press on a title does: sorted up, down, and not at all.
func (t *Table) sortNext(column int) {
	if column < 0 || t.columns[column].Order == nil {
		return
	}
	next := Ascending
	if column == t.sorted.column {
		next = (t.sorted.sort + 1) % 3
	}
	t.SortBy(column, next)
	if t.OnSorted != nil {
		t.OnSorted(t.sorted.column, t.sorted.sort)
	}
}

// sort puts the rows in order.
func (t *Table) sort() {
	s := &t.sorted
	s.rows, s.places = nil, nil
	if s.column < 0 {
		return
	}
	n := t.count()
	compare := t.columns[s.column].Order(n, s.sort == Descending)
	if compare == nil {
		return
	}
	s.rows, s.places = make([]int, n), make([]int, n)
	for i := range s.rows {
		s.rows[i] = i
	}
	slices.SortStableFunc(s.rows, compare)
	for place, row := range s.rows {
		s.places[row] = place
	}
}

// row returns the caller's row at a place, -1 for none.
func (t *Table) row(place int) int {
	switch {
	case place < 0 || place >= t.count():
		return -1
	case place < len(t.sorted.rows):
		return t.sorted.rows[place]
	}
	return place // not sorted, or come since
}

// position returns the place of one of the caller's rows, -1 for none.
func (t *Table) position(row int) int {
	switch {
	case row < 0 || row >= t.count():
		return -1
	case row < len(t.sorted.places):
		return t.sorted.places[row]
	}
	return row
}

func (t *Table) length() int { return t.count() }
