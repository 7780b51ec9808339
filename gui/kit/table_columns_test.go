package kit

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// dragTitle presses at an x in the line of titles, drags by so much and lets go.
func dragTitle(table *Table, x, by float32) {
	at := func(x float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}, Button: desktop.MouseButtonPrimary}
	}
	table.header.MouseIn(at(x))
	table.header.MouseDown(at(x))
	for range 4 {
		table.header.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: by / 4}})
	}
	table.header.DragEnd()
	table.header.MouseUp(at(x + by))
}

func TestDraggingABorderChangesTheWidthAndTheBorderStaysUnderThePointer(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := places(env)
		var heard []float32
		table.OnResized = func(widths []float32) { heard = widths }
		table.OnSorted = func(int, Sort) { t.Error("dragging sorted") }
		show(env, table, 600, 400)
		edge := table.header.edge(1)
		by := float32(40)
		if env.RTL() {
			by = -40
		}
		dragTitle(table, edge, by)
		if got := table.header.edge(1); !near(got, edge+by) {
			t.Errorf("the border went from %v to %v, the pointer by %v", edge, got, by)
		}
		if got := table.header.spots[1].width; !near(got, 120) {
			t.Errorf("the column is %v wide", got)
		}
		if len(heard) != 4 || !near(heard[1], 120) || heard[2] != 0 {
			t.Errorf("heard %v", heard)
		}
		other := places(env)
		show(env, other, 600, 400)
		other.SetWidths(heard)
		if got := other.header.spots[1].width; !near(got, 120) {
			t.Errorf("a table that was told is %v wide", got)
		}
	})
}

func TestAColumnNeverBecomesTooNarrowToBeCaughtAgain(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := places(env)
		show(env, table, 600, 400)
		by := float32(-500)
		if env.RTL() {
			by = 500
		}
		dragTitle(table, table.header.edge(1), by)
		if got := table.header.spots[1].width; !near(got, narrowestColumn) {
			t.Errorf("the column is %v wide", got)
		}
		table.SetWidths([]float32{float32(math.NaN()), -4, 1, 1e9})
		if got, want := table.Widths(), []float32{0, 0, narrowestColumn, widestColumn}; !slices.Equal(got, want) {
			t.Errorf("widths %v, want %v", got, want)
		}
		table.SetWidths([]float32{1}) // of another table
		if got := table.Widths(); len(got) != 4 {
			t.Errorf("widths %v", got)
		}
	})
}

func TestADoublePressOnABorderFitsTheColumnToItsContent(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := NewTable(env, []TableColumn{{Title: "x", Width: 200}, {Title: "y"}}, func() int { return 3 },
			func(row, col int) string { return []string{"a", mixedArabic, "b"}[row] })
		show(env, table, 400, 300)
		table.header.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(table.header.edge(0), 10)})
		want := StyleBody.face().measure(env.Visual(mixedArabic))
		cell := table.rows.slots[1].object.(*tableRow).cells[0]
		if got := table.header.spots[0].width; got < want || got > want+30 || cell.shown.Text != env.Visual(mixedArabic) {
			t.Errorf("the column is %v wide, the text %v", got, want)
		}
	})
}

func TestKeysChangeTheWidthInTheReadersDirection(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := places(env)
		show(env, table, 600, 400)
		table.header.FocusGained()
		table.header.TypedKey(&fyne.KeyEvent{Name: env.forward()})
		before := table.header.spots[1].width
		table.header.TypedShortcut(&desktop.CustomShortcut{KeyName: env.forward(), Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
		table.header.TypedRune('+')
		if got := table.header.spots[1].width; !near(got, before+2*columnStep) {
			t.Errorf("from %v to %v", before, got)
		}
		table.header.TypedShortcut(&desktop.CustomShortcut{KeyName: env.backward(), Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
		table.header.TypedRune('-')
		if got := table.header.spots[1].width; !near(got, before) {
			t.Errorf("back to %v, was %v", got, before)
		}
	})
}

func TestGoingAlongTheTitlesBringsThemIntoView(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		table := figures(env, 100)
		show(env, table, 200, 300)
		env.Window.Canvas().Focus(table.header)
		press(env, fyne.KeyEnd)
		last := table.header.spots[2]
		if from := env.place(last.x, last.width, 200); from < 0 || from+last.width > 200 {
			t.Errorf("the last title reaches from %v to %v of 200", from, from+last.width)
		}
		press(env, fyne.KeyHome)
		if first := table.header.spots[0]; env.place(first.x, first.width, 200) != 0 {
			t.Errorf("the first title is at %v", first.x)
		}
	})
}
