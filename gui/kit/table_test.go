package kit

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/gui/i18n"
	"athar/gui/theme"
)

func figures(env *Env, rows int) *Table {
	return NewTable(env, []TableColumn{
		{Title: "Platform", Width: 120}, {Title: "Views", Width: 80, Numeric: true}, {Title: "Rate", Width: 80, Numeric: true},
	}, func() int { return rows }, func(row, col int) string {
		return []string{"Facebook " + strconv.Itoa(row), strconv.Itoa(row * 7), "4.5%"}[col]
	})
}

func TestColumnsGoFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := figures(env, 10)
		show(env, table, 500, 300)
		at := -1e9
		for i, cell := range table.header.cells {
			x := float64(start(env, cell.shown))
			if x <= at {
				t.Errorf("column %d begins at %v, the one before at %v", i, x, at)
			}
			at = x
		}
	})
}

func TestFiguresStandOnTheRightInBothLanguages(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := figures(env, 10)
		show(env, table, 500, 300)
		row := table.rows.slots[0].object.(*tableRow)
		if row.cells[1].shown.Alignment != fyne.TextAlignTrailing || row.cells[0].shown.Alignment != env.startAlign() {
			t.Error("figures or words are aligned to the wrong side")
		}
	})
}

func TestTitlesStayAboveTheirColumns(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := figures(env, 100)
		show(env, table, 200, 300) // too narrow: it scrolls sideways
		for _, offset := range []float64{0, 40, 1e6} {
			table.rows.scrollSideways(offset)
			table.rows.scrollTo(offset)
			row := table.rows.slots[table.rows.rowAt(1)%len(table.rows.slots)].object.(*tableRow)
			for i := range table.columns {
				head, cell := left(table.header.cells[i].shown), left(row.cells[i].shown)
				if !near(head, cell) {
					t.Errorf("offset %v: title %d is at %v, its cells at %v", offset, i, head, cell)
				}
			}
		}
	})
}

func TestANarrowTableBeginsAtTheReadingStartAndScrollsToTheEnd(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := figures(env, 100)
		show(env, table, 200, 300)
		if first := start(env, table.header.cells[0].shown); first > 20 {
			t.Errorf("the first column begins at %v", first)
		}
		table.Focus()
		for range 10 {
			press(env, env.forward())
		}
		last := table.header.cells[2].shown
		if end := start(env, last) + last.Size().Width; end > 200 {
			t.Errorf("the last column ends at %v of 200", end)
		}
	})
}

func TestWhatIsLeftOfTheWidthGoesToWords(t *testing.T) {
	env := window(t, "en", lookNow)
	table := figures(env, 1)
	show(env, table, 600, 300)
	if got := table.widths; got[1] != 80 || got[2] != 80 || got[0] != 440 {
		t.Errorf("widths are %v", got)
	}
}

func TestKeysSelectRowsAndTell(t *testing.T) {
	env := window(t, "ar", lookNow)
	table := figures(env, 300_000)
	var told []int
	table.OnSelected = func(i int) { told = append(told, i) }
	show(env, table, 500, 300)
	table.SelectRow(5)
	table.Focus()
	press(env, fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyHome)
	page := int(table.rows.view()/table.rows.rowHeight()) - 1
	if want := []int{6, 299_999, 299_999 - page, 0}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestCopyTakesTheRowInReadingOrder(t *testing.T) {
	env := window(t, "ar", lookNow)
	table := NewTable(env, []TableColumn{{Title: "أ"}, {Title: "ب"}}, func() int { return 2 },
		func(row, col int) string { return []string{mixedArabic, "1,234\nx\ty"}[col] })
	show(env, table, 500, 300)
	var offered []string
	env.Shortcut = func(s fyne.Shortcut) bool { offered = append(offered, s.ShortcutName()); return true }
	table.rows.TypedShortcut(&fyne.ShortcutCopy{})
	table.SelectRow(1)
	table.rows.TypedShortcut(&fyne.ShortcutCopy{})
	table.rows.TypedShortcut(&fyne.ShortcutUndo{})
	if got, want := fyne.CurrentApp().Clipboard().Content(), mixedArabic+"\t1,234 x y"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	if want := []string{"Copy", "Undo"}; !slices.Equal(offered, want) {
		t.Errorf("the window was offered %v, want %v", offered, want)
	}
}

func TestALongCellIsShortenedAndKeepsItsWords(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := NewTable(env, []TableColumn{{Title: "x", Width: 60}}, func() int { return 1 },
			func(int, int) string { return mixedArabic })
		show(env, table, 90, 300)
		cell := table.rows.slots[0].object.(*tableRow).cells[0]
		if cell.logical != mixedArabic {
			t.Errorf("holds %q", cell.logical)
		}
		if width := cell.shown.MinSize().Width; width > cell.shown.Size().Width {
			t.Errorf("the text is %v wide in %v", width, cell.shown.Size().Width)
		}
	})
}

// What scrolling one step costs must not depend on how many rows there are.
func BenchmarkScrollStep(b *testing.B) {
	for _, rows := range []int{1_000, 300_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			env := benchWindow(b)
			table := NewTable(env, []TableColumn{{Title: "a"}, {Title: "b"}, {Title: "c", Numeric: true}, {Title: "d", Numeric: true}, {Title: "e"}, {Title: "f"}},
				func() int { return rows },
				func(row, col int) string { return "تفاعل " + strconv.Itoa(row) + " like " + strconv.Itoa(col) })
			show(env, table, 1366, 700)
			for i := 0; b.Loop(); i++ {
				table.rows.turn(fyne.Delta{DY: -40})
				if i%400 == 399 {
					table.rows.scrollTo(0)
				}
			}
		})
	}
}

// benchWindow is window for benchmarks.
func benchWindow(b *testing.B) *Env {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light}))
	catalog, err := i18n.Load(assets.Locale, "locale", "ar")
	if err != nil {
		b.Fatal(err)
	}
	return &Env{Printer: i18n.NewPrinter(catalog, i18n.Western), Window: test.NewTempWindow(b, nil)}
}
