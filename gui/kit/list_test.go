package kit

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

type listLog struct{ selected, activated []int }

func numbers(env *Env, count *int, log *listLog) *List {
	return NewList(env, ListOptions{
		Count:       func() int { return *count },
		Row:         func() fyne.CanvasObject { return NewLabel(env, "", StyleBody) },
		Update:      func(i int, o fyne.CanvasObject) { o.(*Label).SetText(strconv.Itoa(i)) },
		OnSelected:  func(i int) { log.selected = append(log.selected, i) },
		OnActivated: func(i int) { log.activated = append(log.activated, i) },
	})
}

func TestAListHasObjectsForWhatIsVisibleOnly(t *testing.T) {
	env := window(t, "en", lookNow)
	count := 1_000_000
	l := numbers(env, &count, &listLog{})
	show(env, l, 300, 400)
	if n := len(l.rows.slots); n > 20 {
		t.Errorf("%d objects", n)
	}
	if got := texts(l); got[0] != "0" || got[1] != "1" {
		t.Errorf("reads %v", got)
	}
}

func TestTheLastOfAMillionRowsIsInItsPlace(t *testing.T) {
	env := window(t, "en", lookNow)
	count := 1_000_000
	l := numbers(env, &count, &listLog{})
	show(env, l, 300, 400)
	l.Focus()
	press(env, fyne.KeyEnd)
	shown := texts(l)
	slices.Sort(shown)
	if got := shown[len(shown)-1]; got != "999999" {
		t.Fatalf("reads %v", shown)
	}
	s := l.rows.slots[999_999%len(l.rows.slots)]
	if bottom := s.object.Position().Y + s.object.Size().Height; !near(bottom, 400) {
		t.Errorf("the last row ends at %v of 400", bottom)
	}
}

func TestArrowKeysSelectAndTell(t *testing.T) {
	env := window(t, "ar", lookNow)
	count, log := 100, &listLog{}
	l := numbers(env, &count, log)
	show(env, l, 300, 330)
	l.Focus()
	press(env, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown)
	if want := []int{0, 1, 0, 99, 0, 9}; !slices.Equal(log.selected, want) {
		t.Errorf("told %v, want %v", log.selected, want)
	}
	press(env, fyne.KeyReturn, fyne.KeySpace)
	if want := []int{9, 9}; !slices.Equal(log.activated, want) {
		t.Errorf("activated %v, want %v", log.activated, want)
	}
}

func TestSelectingByProgramTellsNobody(t *testing.T) {
	env := window(t, "en", lookNow)
	count, log := 100, &listLog{}
	l := numbers(env, &count, log)
	show(env, l, 300, 300)
	l.Select(50)
	if l.Selected() != 50 || !slices.Contains(texts(l), "50") {
		t.Errorf("row %d is selected, reads %v", l.Selected(), texts(l))
	}
	l.Unselect()
	l.Select(1000)
	if l.Selected() != -1 || log.selected != nil {
		t.Errorf("row %d is selected, told %v", l.Selected(), log.selected)
	}
}

func TestAPressSelectsAtOnceAndOnce(t *testing.T) {
	env := window(t, "en", lookNow)
	count, log := 100, &listLog{}
	l := numbers(env, &count, log)
	show(env, l, 300, 300)
	at := fyne.NewPos(20, 2.5*float32(l.rows.rowHeight()))
	l.rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	if !slices.Equal(log.selected, []int{2}) {
		t.Fatalf("told %v", log.selected)
	}
	l.rows.Tapped(&fyne.PointEvent{Position: at})
	if !slices.Equal(log.selected, []int{2}) {
		t.Errorf("told %v", log.selected)
	}
	if env.Window.Canvas().Focused() != fyne.Focusable(l.rows) {
		t.Error("the list did not take the keyboard")
	}
	l.rows.DoubleTapped(&fyne.PointEvent{Position: at})
	if !slices.Equal(log.activated, []int{2}) {
		t.Errorf("activated %v", log.activated)
	}
}

func TestPressingBelowTheLastRowSelectsNothing(t *testing.T) {
	env := window(t, "en", lookNow)
	count, log := 2, &listLog{}
	l := numbers(env, &count, log)
	show(env, l, 300, 300)
	test.TapCanvas(env.Window.Canvas(), fyne.NewPos(20, 290))
	if log.selected != nil {
		t.Errorf("told %v", log.selected)
	}
}

func TestAShorterListLosesASelectionBeyondItsEnd(t *testing.T) {
	env := window(t, "en", lookNow)
	count, log := 100, &listLog{}
	l := numbers(env, &count, log)
	show(env, l, 300, 300)
	l.Select(90)
	count = 3
	l.Refresh()
	if got := texts(l); l.Selected() != -1 || !slices.Equal(got, []string{"0", "1", "2"}) {
		t.Errorf("row %d is selected, reads %v", l.Selected(), got)
	}
	count = 0
	l.Refresh()
	if got := texts(l); len(got) != 0 {
		t.Errorf("an empty list reads %v", got)
	}
	l.Focus()
	press(env, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
}

func TestTheWheelScrollsAndStopsAtTheEnds(t *testing.T) {
	env := window(t, "en", lookNow)
	count := 100
	l := numbers(env, &count, &listLog{})
	show(env, l, 300, 300)
	test.Scroll(env.Window.Canvas(), fyne.NewPos(20, 20), 0, -50)
	if l.rows.offset != 50 {
		t.Errorf("offset is %v", l.rows.offset)
	}
	test.Scroll(env.Window.Canvas(), fyne.NewPos(20, 20), 0, -1e9)
	if want := 100*l.rows.rowHeight() - 300; l.rows.offset != want {
		t.Errorf("offset is %v, want %v", l.rows.offset, want)
	}
	test.Scroll(env.Window.Canvas(), fyne.NewPos(20, 20), 0, 1e9)
	if l.rows.offset != 0 {
		t.Errorf("offset is %v", l.rows.offset)
	}
}

func TestTheBarStandsAtTheReadingEnd(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		count := 100
		l := numbers(env, &count, &listLog{})
		show(env, l, 300, 300)
		bar := l.rows.bar
		if got, want := start(env, bar), 300-bar.Size().Width; got != want {
			t.Errorf("the bar is %v from the reading start, want %v", got, want)
		}
		row := l.rows.slots[0].object
		if got := start(env, row); got != 0 || row.Size().Width != 300-bar.Size().Width {
			t.Errorf("rows begin at %v and are %v wide", got, row.Size().Width)
		}
	})
}

func TestDraggingTheBarScrollsInProportion(t *testing.T) {
	env := window(t, "en", lookNow)
	count := 1000
	l := numbers(env, &count, &listLog{})
	show(env, l, 300, 300)
	length, thumb := l.rows.bar.track()
	l.rows.bar.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: float32(length-thumb) / 2}})
	if want := (1000*l.rows.rowHeight() - 300) / 2; l.rows.offset < want-1 || l.rows.offset > want+1 {
		t.Errorf("offset is %v, want %v", l.rows.offset, want)
	}
}

func TestEnterInAListWithNothingToActivateGoesToTheDialog(t *testing.T) {
	env := window(t, "en", lookNow)
	show(env, Gap(10), 600, 600)
	accepted := false
	l := NewList(env, ListOptions{
		Count: func() int { return 3 }, Row: func() fyne.CanvasObject { return NewLabel(env, "", StyleBody) },
		Update: func(int, fyne.CanvasObject) {},
	})
	ShowDialog(env, DialogOptions{Title: "t", Content: l, Accept: "Take", OnAccept: func() bool {
		accepted = true
		return true
	}})
	press(env, fyne.KeyDown, fyne.KeyReturn)
	if !accepted {
		t.Error("Enter went nowhere")
	}
}

func TestDeleteOnARowAsksForIt(t *testing.T) {
	env := window(t, "en", theme.Options{})
	var deleted []int
	l := NewList(env, ListOptions{
		Count:  func() int { return 3 },
		Row:    func() fyne.CanvasObject { return NewLabel(env, "", StyleBody) },
		Update: func(int, fyne.CanvasObject) {}, OnDelete: func(i int) { deleted = append(deleted, i) },
	})
	show(env, l, 300, 300)
	l.Focus()
	l.Unselect()
	press(env, fyne.KeyDelete)
	l.Select(1)
	press(env, fyne.KeyDelete)
	if !slices.Equal(deleted, []int{1}) {
		t.Fatalf("deleted %v, want the selected row and nothing while none is", deleted)
	}
}
