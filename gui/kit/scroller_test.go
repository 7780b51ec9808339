package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

func TestTheBarOfAPageStandsAtTheReadingEnd(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for name, s := range map[string]*Scroller{
			"a row":                 Scroll(Column(block(1, 1), Row(env, block(10, 900)))),
			"words":                 Scroll(Pad(8, Column(NewLabel(env, "x", StyleBody), block(10, 900)))),
			"told by the follower":  Follow(env, Scroll(block(10, 900))),
			"in a container of its": Scroll(container.New(sides{}, Column(NewButton(env, ButtonOptions{Text: "b"}), block(10, 900)))),
		} {
			show(env, s, 300, 200)
			if got, want := start(env, s.bar), 300-s.bar.Size().Width; !near(got, want) || !s.bar.Visible() {
				t.Errorf("%s: the bar is %v from the reading start, want %v", name, got, want)
			}
		}
	})
}

func TestAPageFillsTheRoomAndScrollsOnlyWhatIsHigher(t *testing.T) {
	env := window(t, "en", lookNow)
	tall, low := block(10, 500), block(10, 50)
	s := Scroll(tall)
	show(env, s, 300, 200)
	if tall.Size() != fyne.NewSize(300, 500) {
		t.Errorf("the content is %v", tall.Size())
	}
	s.ScrollToOffset(fyne.NewPos(40, 9999))
	if s.Offset != fyne.NewPos(0, 300) || tall.Position() != fyne.NewPos(0, -300) {
		t.Errorf("offset %v, content at %v", s.Offset, tall.Position())
	}
	s.ScrollToTop()
	s.ScrollToOffset(fyne.NewPos(0, -50))
	if s.Offset.Y != 0 {
		t.Errorf("offset %v", s.Offset)
	}
	s = Scroll(low)
	show(env, s, 300, 200)
	if low.Size() != fyne.NewSize(300, 200) || s.bar.Visible() || s.lying.Visible() {
		t.Errorf("what is lower than the room is %v, bars %v %v", low.Size(), s.bar.Visible(), s.lying.Visible())
	}
}

func TestAWidePageBeginsAtTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		content := Row(env, block(100, 20), block(700, 20), block(100, 20))
		s := ScrollAcross(env, content)
		show(env, s, 300, 200)
		if got := start(env, content.Objects[0]); got != 0 {
			t.Errorf("it begins at %v", got)
		}
		if !s.lying.Visible() || s.bar.Visible() {
			t.Errorf("bars: lying %v, upright %v", s.lying.Visible(), s.bar.Visible())
		}
		s.ScrollToOffset(fyne.NewPos(9999, 0))
		last := content.Objects[2]
		if got := start(env, last) + last.Size().Width; !near(got, 300) {
			t.Errorf("the end is at %v of 300", got)
		}
		// the thumb goes from the reading start to the end, and so does the drag
		if got := start(env, s.lying.thumb) + s.lying.thumb.Size().Width; !near(got, 300) {
			t.Errorf("the thumb ends at %v of 300", got)
		}
		by := float32(-2000)
		if env.RTL() {
			by = 2000
		}
		s.lying.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: by}})
		if s.Offset.X != 0 {
			t.Errorf("dragged to %v", s.Offset.X)
		}
	})
}

func TestTheWheelDragAndTrackMoveAPage(t *testing.T) {
	env := window(t, "ar", lookNow)
	s := Follow(env, Scroll(block(10, 1200)))
	show(env, s, 300, 200)
	c := env.Window.Canvas()
	test.Scroll(c, fyne.NewPos(100, 100), 0, -30)
	if s.Offset.Y != 30 {
		t.Errorf("the wheel led to %v", s.Offset.Y)
	}
	test.TapCanvas(c, fyne.NewPos(4, 190)) // on the track, below the thumb; in Arabic it is on the left
	if s.Offset.Y != 210 {
		t.Errorf("the track led to %v", s.Offset.Y)
	}
	length, thumb := s.bar.track()
	s.bar.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: float32(length - thumb)}})
	if s.Offset.Y != 1000 {
		t.Errorf("the thumb led to %v", s.Offset.Y)
	}
}

func TestTheWheelGoesThroughWhatHasNoUseForIt(t *testing.T) {
	env := window(t, "en", lookNow)
	count := 2
	short := numbers(env, &count, &listLog{})
	inner := Scroll(NewLabel(env, "x", StyleBody))
	outer := Scroll(Column(
		container.NewGridWrap(fyne.NewSize(200, 100), short), container.NewGridWrap(fyne.NewSize(200, 100), inner), block(10, 900)))
	show(env, outer, 300, 300)
	for _, y := range []float32{20, 130} {
		outer.ScrollToTop()
		test.Scroll(env.Window.Canvas(), fyne.NewPos(50, y), 0, -10)
		if outer.Offset.Y != 10 {
			t.Errorf("at %v the wheel did not reach the page", y)
		}
	}
	outer.ScrollToTop()
	count = 100
	short.Refresh()
	test.Scroll(env.Window.Canvas(), fyne.NewPos(50, 20), 0, -10)
	if outer.Offset.Y != 0 || short.rows.offset != 10 {
		t.Errorf("over a long list the page is at %v, the list at %v", outer.Offset.Y, short.rows.offset)
	}
}

// The toolkit turns only the innermost thing: what is at its end hands the wheel on.
func TestTheWheelGoesOnToThePageAtTheEndOfWhatIsInIt(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		count := 10
		list := numbers(env, &count, &listLog{})
		inner := Follow(env, Scroll(block(10, 300)))
		side := Split(env, list, inner, 0.5)
		page := Follow(env, Scroll(Column(container.NewGridWrap(fyne.NewSize(400, 200), side), block(10, 900))))
		show(env, Pad(8, page), 420, 300) // nothing is found in the corner of the window
		turn := func(o fyne.CanvasObject, by float32) {
			page.ScrollToTop()
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			test.Scroll(env.Window.Canvas(), at.AddXY(40, 20), 0, by)
		}
		turn(list, -1e6)
		turn(inner, -1e6)
		if page.Offset.Y != 0 || list.rows.offset == 0 || inner.Offset.Y != 100 {
			t.Fatalf("the page is at %v, the list at %v, what is beside at %v", page.Offset.Y, list.rows.offset, inner.Offset.Y)
		}
		for _, o := range []fyne.CanvasObject{list, inner} {
			if turn(o, -30); page.Offset.Y != 30 {
				t.Errorf("%T is at its end and the page at %v", o, page.Offset.Y)
			}
		}
		if turn(list, 10); page.Offset.Y != 0 {
			t.Error("the list could go back, and the page went")
		}
	})
}

func TestPageKeysScrollThePageWhenNothingElseTakesThem(t *testing.T) {
	env := window(t, "en", lookNow)
	b := NewButton(env, ButtonOptions{Text: "b"})
	s := Follow(env, Scroll(Column(b, block(10, 900))))
	show(env, s, 300, 200)
	b.Focus()
	press(env, fyne.KeyPageDown)
	if s.Offset.Y != 180 {
		t.Errorf("Page Down from a button leads to %v", s.Offset.Y)
	}
	press(env, fyne.KeyPageUp)
	env.Window.Canvas().Unfocus()
	env.Pass(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if s.Offset.Y != 180 {
		t.Errorf("Page Down with the keyboard nowhere leads to %v", s.Offset.Y)
	}
	s.ScrollToTop()
	ShowDialog(env, DialogOptions{Title: "t"})
	press(env, fyne.KeyPageDown)
	if s.Offset.Y != 0 {
		t.Error("a page below a dialog was scrolled")
	}
}

func TestOnlyWhatLiesInItSeesThePageKey(t *testing.T) {
	env := window(t, "en", lookNow)
	elsewhere, b := NewButton(env, ButtonOptions{Text: "b"}), NewButton(env, ButtonOptions{Text: "c"})
	first, second := Follow(env, Scroll(Column(b, block(10, 900)))), Follow(env, Scroll(block(10, 900)))
	show(env, Border(env, elsewhere, nil, nil, nil, Grid(env, 2, first, second)), 400, 200)
	b.Focus()
	press(env, fyne.KeyPageDown)
	if first.Offset.Y == 0 || second.Offset.Y != 0 {
		t.Errorf("the pages are at %v and %v", first.Offset.Y, second.Offset.Y)
	}
}

// A page that is clipped must not be drawn over what is above it.
func TestNothingIsDrawnOutsideAPage(t *testing.T) {
	env := window(t, "en", lookNow)
	page := canvas.NewRectangle(fynetheme.Color(fynetheme.ColorNameError))
	page.SetMinSize(fyne.NewSize(10, 500))
	s := Scroll(page)
	show(env, Border(env, Gap(40), nil, nil, nil, s), 100, 100)
	s.ScrollToOffset(fyne.NewPos(0, 200))
	picture := env.Window.Canvas().Capture()
	if picture.At(50, 20) == picture.At(50, 70) {
		t.Errorf("above the page the window is %v, as the page", picture.At(50, 20))
	}
}
