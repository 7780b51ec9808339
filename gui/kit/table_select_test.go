package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// several is a table in which several rows can be selected, and what it tells.
func several(env *Env, rows int) (*Table, *[]int) {
	table := figures(env, rows)
	table.Multiple = true
	told := new([]int)
	table.OnSelected = func(row int) { *told = append(*told, row) }
	show(env, table, 500, 400)
	table.Focus()
	return table, told
}

// click presses on a row with keys held down.
func click(table *Table, row int, held fyne.KeyModifier) {
	at := fyne.NewPos(20, (float32(row)+0.5)*float32(table.rows.rowHeight())-float32(table.rows.offset))
	table.rows.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: held,
	})
	table.rows.Tapped(&fyne.PointEvent{Position: at})
}

func ctrl(key fyne.KeyName, more fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl | more}
}

func TestSeveralRowsAreSelectedWithTheMouse(t *testing.T) {
	env := window(t, "ar", lookNow)
	table, told := several(env, 20)
	for _, c := range []struct {
		row  int
		held fyne.KeyModifier
		want []int
	}{
		{2, 0, []int{2}},
		{5, fyne.KeyModifierShift, []int{2, 3, 4, 5}},
		{1, fyne.KeyModifierShift, []int{1, 2}},
		{6, fyne.KeyModifierControl, []int{1, 2, 6}},
		{1, fyne.KeyModifierControl, []int{2, 6}},
		{3, fyne.KeyModifierShift, []int{1, 2, 3}},
		{3, 0, []int{3}},
	} {
		if click(table, c.row, c.held); !slices.Equal(table.SelectedRows(), c.want) {
			t.Errorf("row %d with %d: %v, want %v", c.row, c.held, table.SelectedRows(), c.want)
		}
	}
	if len(*told) != 7 {
		t.Errorf("told %v", *told)
	}
}

func TestSeveralRowsAreSelectedWithTheKeyboard(t *testing.T) {
	env := window(t, "en", lookNow)
	table, _ := several(env, 20)
	want := func(step string, rows ...int) {
		t.Helper()
		if got := table.SelectedRows(); !slices.Equal(got, rows) {
			t.Errorf("%s: %v, want %v", step, got, rows)
		}
	}
	press(env, fyne.KeyDown, fyne.KeyDown)
	want("Down", 1)
	table.rows.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(env, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	want("Shift+Down", 1, 2)
	table.rows.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	table.rows.TypedShortcut(ctrl(fyne.KeyDown, 0))
	table.rows.TypedShortcut(ctrl(fyne.KeyDown, 0))
	want("Ctrl+Down", 1, 2)
	table.rows.TypedShortcut(ctrl(fyne.KeySpace, 0))
	want("Ctrl+Space", 1, 2, 4)
	table.rows.TypedShortcut(ctrl(fyne.KeyEnd, fyne.KeyModifierShift))
	if got := table.SelectedRows(); len(got) != 16 || got[0] != 4 {
		t.Errorf("Ctrl+Shift+End: %v", got)
	}
	table.rows.TypedShortcut(ctrl(fyne.KeyHome, 0))
	want("Ctrl+Home", 0)
	table.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := table.SelectedRows(); len(got) != 20 {
		t.Errorf("Ctrl+A: %v", got)
	}
	table.SelectRow(-1)
	want("nothing")
}

func TestARangeFollowsTheOrderOnShow(t *testing.T) {
	env := window(t, "en", lookNow)
	table := places(env)
	table.Multiple = true
	show(env, table, 600, 400)
	table.SortBy(1, Descending) // 6 2 0 3 4 7 5 1
	click(table, 1, 0)
	click(table, 3, fyne.KeyModifierShift)
	if got, want := table.SelectedRows(), []int{2, 0, 3}; !slices.Equal(got, want) {
		t.Errorf("selected %v, want %v", got, want)
	}
	if lines := strings.Split(table.SelectedText(), "\n"); len(lines) != 4 || !strings.HasPrefix(lines[1], "Zoo\t") {
		t.Errorf("copies %q", lines)
	}
}

func TestATableOfOneSelectionKeepsToOne(t *testing.T) {
	env := window(t, "en", lookNow)
	table, _ := several(env, 20)
	table.Multiple = false
	click(table, 2, 0)
	click(table, 5, fyne.KeyModifierShift)
	table.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := table.SelectedRows(); !slices.Equal(got, []int{5}) {
		t.Errorf("selected %v", got)
	}
}

func TestRowsThatAreGoneAreNoLongerSelected(t *testing.T) {
	env := window(t, "en", lookNow)
	rows := 20
	table := NewTable(env, []TableColumn{{Title: "x"}}, func() int { return rows }, func(int, int) string { return "c" })
	table.Multiple = true
	show(env, table, 300, 300)
	table.Focus()
	table.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
	rows = 3
	table.Refresh()
	if got := table.SelectedRows(); len(got) != 3 {
		t.Errorf("selected %v", got)
	}
	rows = 10
	table.Refresh()
	if got := table.SelectedRows(); len(got) != 3 {
		t.Errorf("after more have come: %v", got)
	}
}

func TestSeveralRowsAreCopiedUnderTheTitles(t *testing.T) {
	env := window(t, "ar", lookNow)
	table, _ := several(env, 20)
	click(table, 1, 0)
	click(table, 2, fyne.KeyModifierShift)
	table.rows.TypedShortcut(&fyne.ShortcutCopy{})
	want := "Platform\tViews\tRate\nFacebook 1\t7\t4.5%\nFacebook 2\t14\t4.5%"
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
}

func TestWhatASpreadsheetWouldRunIsCopiedAsText(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1":                 "'=1+1",
		" \t=HYPERLINK(\"x\")": `'=HYPERLINK("x")`,
		"\u200e=1":             "'\u200e=1",
		"＝1":                   "'＝1",
		"+cmd|' /C calc'!A0":   "'+cmd|' /C calc'!A0",
		"-2+3":                 "'-2+3",
		"--5":                  "'--5",
		"@SUM(A1)":             "'@SUM(A1)",
		"-":                    "'-",
		"-5":                   "-5",
		"+3.5":                 "+3.5",
		"-1,234.5%":            "-1,234.5%",
		"\u200e-١٬٢٣٤":         "\u200e-١٬٢٣٤",
		"a=b":                  "a=b",
		"":                     "",
		"line\none":            "line one",
	} {
		if got := clipboardCell(cell); got != want {
			t.Errorf("%q is copied as %q, want %q", cell, got, want)
		}
	}
}
