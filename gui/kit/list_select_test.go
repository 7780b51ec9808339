package kit

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// many is a list in which several rows can be selected and moved.
func many(env *Env, count *int, o ListOptions) *List {
	o.Count = func() int { return *count }
	o.Row = func() fyne.CanvasObject { return NewLabel(env, "", StyleBody) }
	o.Update = func(i int, row fyne.CanvasObject) { row.(*Label).SetText(strconv.Itoa(i)) }
	o.Multiple = true
	l := NewList(env, o)
	show(env, l, 300, 400)
	l.Focus()
	return l
}

// down presses the mouse on a row of a list.
func down(l *List, row int, held fyne.KeyModifier) {
	at := fyne.NewPos(20, (float32(row)+0.5)*float32(l.rows.rowHeight())-float32(l.rows.offset))
	l.rows.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: held,
	})
}

// carryTo takes the pressed row to a height, counted in rows from the top of what is
// seen.
func carryTo(l *List, rows float32) {
	l.rows.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{
		Position: fyne.NewPos(20, rows*float32(l.rows.rowHeight())),
	}})
}

func TestSeveralRowsOfAListAreSelected(t *testing.T) {
	env := window(t, "ar", lookNow)
	count, told := 20, []int{}
	l := many(env, &count, ListOptions{OnSelected: func(i int) { told = append(told, i) }})
	for _, c := range []struct {
		row  int
		held fyne.KeyModifier
		want []int
	}{
		{2, 0, []int{2}},
		{4, fyne.KeyModifierShift, []int{2, 3, 4}},
		{0, fyne.KeyModifierControl, []int{0, 2, 3, 4}},
		{3, fyne.KeyModifierControl, []int{0, 2, 4}},
		{3, 0, []int{3}},
	} {
		down(l, c.row, c.held)
		if got := l.SelectedRows(); !slices.Equal(got, c.want) || l.Selected() != c.row {
			t.Errorf("row %d with %d: %v at %d, want %v", c.row, c.held, got, l.Selected(), c.want)
		}
	}
	if want := []int{2, 4, 0, 3, 3}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	l.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := l.SelectedRows(); len(got) != count {
		t.Errorf("of all: %v", got)
	}
	count = 2
	if l.Refresh(); len(l.SelectedRows()) != 2 {
		t.Errorf("of two that are left: %v", l.SelectedRows())
	}
	l.SelectRows(1, 0)
	if got := l.SelectedRows(); !slices.Equal(got, []int{0, 1}) || l.Selected() != 1 || len(told) != 6 {
		t.Errorf("by program: %v at %d, told %v", got, l.Selected(), told)
	}
	if l.Unselect(); len(l.SelectedRows()) != 0 || l.Selected() != -1 {
		t.Errorf("none: %v at %d", l.SelectedRows(), l.Selected())
	}
}

func TestARowIsTakenElsewhere(t *testing.T) {
	env := window(t, "en", lookNow)
	count := 6
	var moved [][2]int
	free := true
	l := many(env, &count, ListOptions{
		OnMoved: func(from, to int) { moved = append(moved, [2]int{from, to}) },
		Movable: func() bool { return free },
	})
	for _, c := range []struct {
		name string
		do   func()
		want [2]int
	}{
		{"down by the pointer", func() { down(l, 1, 0); carryTo(l, 2); carryTo(l, 4.1); l.rows.DragEnd() }, [2]int{1, 3}},
		{"up by the pointer", func() { down(l, 4, 0); carryTo(l, 0.2); l.rows.DragEnd() }, [2]int{4, 0}},
		{"to the end", func() { down(l, 0, 0); carryTo(l, 20); l.rows.DragEnd() }, [2]int{0, 5}},
		{"up by a key", func() { l.Select(3); alt(l, fyne.KeyUp) }, [2]int{3, 2}},
		{"down by a key", func() { l.Select(3); alt(l, fyne.KeyDown) }, [2]int{3, 4}},
	} {
		moved = nil
		if c.do(); len(moved) != 1 || moved[0] != c.want {
			t.Errorf("%s: %v, want %v", c.name, moved, c.want)
		}
	}
	moved = nil
	for name, do := range map[string]func(){
		"back to its place":     func() { down(l, 2, 0); carryTo(l, 4); carryTo(l, 2.4); l.rows.DragEnd() },
		"given up":              func() { down(l, 2, 0); carryTo(l, 4); press(env, fyne.KeyEscape); l.rows.DragEnd() },
		"from where no row is":  func() { down(l, 30, 0); carryTo(l, 1); l.rows.DragEnd() },
		"beyond the first":      func() { l.Select(0); alt(l, fyne.KeyUp) },
		"beyond the last":       func() { l.Select(5); alt(l, fyne.KeyDown) },
		"where rows have to be": func() { free = false; down(l, 2, 0); carryTo(l, 4); l.rows.DragEnd(); free = true },
	} {
		if do(); len(moved) != 0 {
			t.Errorf("%s: moved %v", name, moved)
		}
	}
	if !l.rows.carried.mark.Hidden {
		t.Error("the mark stayed")
	}
}

func alt(l *List, key fyne.KeyName) {
	l.rows.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
}
