package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func halves(env *Env) (*split, fyne.CanvasObject, fyne.CanvasObject) {
	a, b := Gap(100), Gap(150)
	s := Split(env, a, b, 0.25).(*split)
	return s, a, b
}

func TestTheStartSideStandsAtTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s, a, b := halves(env)
		show(env, s, 812, 300)
		if got := start(env, a); got != 0 || a.Size().Width != 200 {
			t.Errorf("the start side is at %v, %v wide", got, a.Size().Width)
		}
		if got, want := start(env, b), 200+s.divider.Size().Width; got != want {
			t.Errorf("the end side is at %v, want %v", got, want)
		}
	})
}

func TestTheLineIsWideEnoughToCatch(t *testing.T) {
	env := window(t, "en", lookNow)
	s, _, _ := halves(env)
	if w := s.divider.MinSize().Width; w < 8 {
		t.Errorf("the target is %v wide", w)
	}
}

func TestDraggingFollowsThePointerInBothDirections(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s, a, _ := halves(env)
		show(env, s, 812, 300)
		by := float32(100)
		if env.RTL() {
			by = -by
		}
		s.divider.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: by}})
		if got := a.Size().Width; !near(got, 300) {
			t.Errorf("the start side is %v wide, want 300", got)
		}
		// Beyond what the other side needs the line stays, and it comes back
		// only when the pointer does.
		s.divider.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 10 * by}})
		s.divider.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: -by / 2}})
		if got := a.Size().Width; !near(got, 650) {
			t.Errorf("the start side is %v wide, want 650", got)
		}
		s.divider.DragEnd()
	})
}

func TestArrowKeysMoveTheLineAsTheEyeSees(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s, a, b := halves(env)
		show(env, s, 812, 300)
		env.Window.Canvas().Focus(s.divider)
		press(env, env.forward())
		if a.Size().Width <= 200 {
			t.Errorf("forward made the start side %v wide", a.Size().Width)
		}
		press(env, fyne.KeyHome)
		if got := a.Size().Width; !near(got, 100) {
			t.Errorf("Home made the start side %v wide, not its least", got)
		}
		press(env, fyne.KeyEnd)
		if got := b.Size().Width; !near(got, 150) {
			t.Errorf("End made the end side %v wide, not its least", got)
		}
	})
}

func TestTheShareSurvivesANarrowWindow(t *testing.T) {
	env := window(t, "ar", lookNow)
	s, a, _ := halves(env)
	show(env, s, 812, 300)
	s.Resize(fyne.NewSize(290, 300))
	if got := a.Size().Width; got < 100 {
		t.Errorf("in a narrow window the start side is %v wide", got)
	}
	s.Resize(fyne.NewSize(812, 300))
	if got := a.Size().Width; !near(got, 200) {
		t.Errorf("back in a wide window the start side is %v wide", got)
	}
}
