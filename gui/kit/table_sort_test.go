package kit

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

// places is a table of names with figures, one of which is missing, and days.
func places(env *Env) *Table {
	names := []string{"مكتبة", "أحمد", "Zoo", "إبراهيم", "Week 10", "أَمَل", "Week 2", ""}
	views := []float64{5, math.NaN(), 12, 3, 3, -7, 1000, 0}
	days := []int{3, 1, 2, 0, 5, 4, 8, 7} // 0 is missing
	day := func(row int) time.Time {
		if days[row] == 0 {
			return time.Time{}
		}
		return time.Date(2026, 1, days[row], 0, 0, 0, 0, time.UTC)
	}
	return NewTable(env, []TableColumn{
		{Title: "Name", Width: 120, Order: ByText(env, func(row int) string { return names[row] })},
		{Title: "Views", Width: 80, Numeric: true, Order: ByNumber(func(row int) float64 { return views[row] })},
		{Title: "Day", Width: 80, Order: ByTime(day)},
		{Title: "Note", Width: 80},
	}, func() int { return len(names) }, func(row, col int) string {
		return []string{names[row], strconv.FormatFloat(views[row], 'f', -1, 64), strconv.Itoa(days[row]), "–"}[col]
	})
}

// shownRows are the caller's rows in the order in which they are on show.
func shownRows(table *Table) []int {
	rows := make([]int, table.count())
	for i := range rows {
		rows[i] = table.row(i)
	}
	return rows
}

func TestRowsAreSortedByFigureDayAndWordWithMissingOnesLast(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := places(env)
		show(env, table, 600, 400)
		words := []int{6, 4, 2, 3, 1, 5, 0} // Week 2, Week 10, Zoo; إبراهيم, أحمد, أمل, مكتبة
		backwards := slices.Clone(words)
		slices.Reverse(backwards)
		for _, c := range []struct {
			column int
			sort   Sort
			want   []int
		}{
			{0, Ascending, append(words, 7)},
			{0, Descending, append(backwards, 7)},
			{1, Ascending, []int{5, 7, 3, 4, 0, 2, 6, 1}}, // 3 and 4 are equal: as they came
			{1, Descending, []int{6, 2, 0, 3, 4, 7, 5, 1}},
			{2, Ascending, []int{1, 2, 0, 5, 4, 7, 6, 3}},
			{2, Descending, []int{6, 7, 4, 5, 0, 2, 1, 3}},
			{1, Unsorted, []int{0, 1, 2, 3, 4, 5, 6, 7}},
			{3, Ascending, []int{0, 1, 2, 3, 4, 5, 6, 7}}, // has no order
		} {
			table.SortBy(c.column, c.sort)
			if got := shownRows(table); !slices.Equal(got, c.want) {
				t.Errorf("column %d, %d: rows %v, want %v", c.column, c.sort, got, c.want)
			}
		}
	})
}

func TestTheSelectedRowStaysSelectedWhereverSortingPutsIt(t *testing.T) {
	env := window(t, "en", lookNow)
	table := places(env)
	table.Multiple = true
	table.OnSelected = func(int) { t.Error("sorting told of a selection") }
	show(env, table, 600, 400)
	table.SelectRow(6)
	table.SortBy(1, Descending)
	if table.Selected() != 6 || table.rows.current != 0 || !slices.Equal(table.SelectedRows(), []int{6}) {
		t.Errorf("row %d at place %d, %v", table.Selected(), table.rows.current, table.SelectedRows())
	}
	if table.RowText(6) == "" || table.row(0) != 6 {
		t.Errorf("place 0 shows row %d", table.row(0))
	}
}

func TestATitleSortsUpDownAndNotAtAll(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := places(env)
		type told struct {
			column int
			sort   Sort
		}
		var heard []told
		table.OnSorted = func(column int, sort Sort) { heard = append(heard, told{column, sort}) }
		show(env, table, 600, 400)
		title := table.header.spots[1]
		at := fyne.NewPos(title.x+title.width/2, 10)
		for range 4 {
			test.TapCanvas(env.Window.Canvas(), at)
		}
		last := table.header.spots[3]
		test.TapCanvas(env.Window.Canvas(), fyne.NewPos(last.x+last.width/2, 10)) // has no order
		want := []told{{1, Ascending}, {1, Descending}, {-1, Unsorted}, {1, Ascending}}
		if !slices.Equal(heard, want) {
			t.Errorf("heard %v, want %v", heard, want)
		}
	})
}

func TestTheKeyboardSortsFromTheTitles(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		hint := hints(env)
		table := places(env)
		show(env, table, 600, 400)
		env.Window.Canvas().FocusNext()
		if env.Window.Canvas().Focused() != fyne.Focusable(table.header) {
			t.Fatalf("the first stop is %T", env.Window.Canvas().Focused())
		}
		if *hint != env.T("kit_table.sort_hint") {
			t.Errorf("the status line says %q", *hint)
		}
		press(env, env.forward(), fyne.KeyReturn)
		if got, want := table.header.AccessibilityLabel(), env.T("kit_table.sorted_up", "title", "Views"); got != want {
			t.Errorf("the title reads %q, want %q", got, want)
		}
		press(env, fyne.KeySpace)
		if column, sort := table.Sorted(); column != 1 || sort != Descending {
			t.Errorf("sorted by %d, %d", column, sort)
		}
		press(env, fyne.KeyEnd, fyne.KeyReturn) // has no order: Enter goes on to a dialog
		if *hint != env.T("kit_table.width_hint") {
			t.Errorf("the status line says %q", *hint)
		}
		press(env, fyne.KeyDown)
		if env.Window.Canvas().Focused() != fyne.Focusable(table.rows) {
			t.Errorf("Down leads to %T", env.Window.Canvas().Focused())
		}
		if got := table.header.AccessibilityLabel(); !strings.Contains(got, env.T("kit_table.sorted_down", "title", "Views")) {
			t.Errorf("the titles read %q", got)
		}
	})
}

func TestTheMarkOfSortingStandsBesideItsTitle(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := places(env)
		show(env, table, 600, 400)
		for _, column := range []int{0, 1} {
			table.SortBy(column, Descending)
			h, spot := table.header, table.header.spots[column]
			mark := h.down.image
			if !mark.Visible() || h.up.image.Visible() {
				t.Fatalf("column %d: the wrong mark is shown", column)
			}
			if x := mark.Position().X; x < spot.x || x+mark.Size().Width > spot.x+spot.width {
				t.Errorf("column %d: the mark is at %v, the column from %v, %v wide", column, x, spot.x, spot.width)
			}
			title := h.cells[column].shown
			words := fyne.MeasureText(title.Text, title.TextSize, title.TextStyle).Width
			from, to := title.Position().X, title.Position().X+words
			if title.Alignment == fyne.TextAlignTrailing {
				from, to = title.Position().X+title.Size().Width-words, title.Position().X+title.Size().Width
			}
			if x := mark.Position().X; x+mark.Size().Width > from+1 && x < to-1 {
				t.Errorf("column %d: the mark at %v covers the words from %v to %v", column, x, from, to)
			}
		}
	})
}

func TestATableWithoutRowsSaysSo(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	rows := 0
	table := NewTable(env, []TableColumn{{Title: "أ"}}, func() int { return rows }, func(int, int) string { return "cell" })
	table.SetEmpty(NewEmptyState(env, nil, mixedArabic, nil))
	show(env, table, 400, 300)
	if !slices.Contains(texts(table), mixedArabic) {
		t.Errorf("reads %q", texts(table))
	}
	rows = 1
	table.Refresh()
	if got := texts(table); slices.Contains(got, mixedArabic) || !slices.Contains(got, "cell") {
		t.Errorf("reads %q", got)
	}
}
