package kit

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/gui/theme"
)

// slideLog is what a slider told.
type slideLog struct{ changed, committed []float64 }

func textScale(env *Env, log *slideLog) *Slider {
	return NewSlider(env, SliderOptions{
		Min: 1, Max: 2, Step: 0.1, Ticks: true, Format: env.Printer.Percent, Hint: "How big text is.",
		OnChanged:   func(v float64) { log.changed = append(log.changed, v) },
		OnCommitted: func(v float64) { log.committed = append(log.committed, v) },
	})
}

func mouse(x float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}, Button: desktop.MouseButtonPrimary}
}

func slide(s *Slider, x float32) {
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}})
}

func TestTheKeyTowardsTheHigherEndRaises(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for _, c := range []struct {
			from float64
			key  fyne.KeyName
			want float64
		}{
			{1.5, env.forward(), 1.6},
			{1.5, env.backward(), 1.4},
			{1.5, fyne.KeyUp, 1.6},
			{1.5, fyne.KeyDown, 1.4},
			{1.5, fyne.KeyPageUp, 2},
			{1.5, fyne.KeyPageDown, 1},
			{1.5, fyne.KeyHome, 1},
			{1.5, fyne.KeyEnd, 2},
			{2, env.forward(), 2},
			{1, env.backward(), 1},
			{1.5, fyne.KeyTab, 1.5},
		} {
			log := &slideLog{}
			s := textScale(env, log)
			s.SetValue(c.from)
			show(env, Column(s), 400, 60)
			s.Focus()
			before := s.middle()
			press(env, c.key)
			if !sameValue(s.Value(), c.want) {
				t.Errorf("%s from %v leads to %v, want %v", c.key, c.from, s.Value(), c.want)
			}
			if raised := s.Value() > c.from; raised && (s.middle() > before) == env.RTL() {
				t.Errorf("%s moves the thumb from %v to %v", c.key, before, s.middle())
			}
			if changed := c.from != c.want; changed != (len(log.committed) == 1) || changed != (len(log.changed) == 1) {
				t.Errorf("%s from %v: %+v", c.key, c.from, *log)
			}
		}
	})
}

func sameValue(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestAKeyHeldDownIsOneStepOfUndoing(t *testing.T) {
	env := window(t, "ar", lookNow)
	log := &slideLog{}
	s := textScale(env, log)
	show(env, Column(s), 400, 60)
	s.Focus()
	s.KeyDown(&fyne.KeyEvent{Name: fyne.KeyUp})
	press(env, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if len(log.changed) != 3 || len(log.committed) != 0 {
		t.Fatalf("before the release: %+v", *log)
	}
	s.KeyUp(&fyne.KeyEvent{Name: fyne.KeyUp})
	if len(log.committed) != 1 || !sameValue(log.committed[0], 1.3) {
		t.Errorf("after the release: %+v", *log)
	}
	s.KeyDown(&fyne.KeyEvent{Name: fyne.KeyUp})
	press(env, fyne.KeyUp)
	env.Window.Canvas().Unfocus() // the release will go elsewhere
	if len(log.committed) != 2 || !sameValue(log.committed[1], 1.4) {
		t.Errorf("after the focus went: %+v", *log)
	}
}

func TestOneDragIsOneStepOfUndoing(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		log := &slideLog{}
		s := textScale(env, log)
		show(env, Column(s), 400, 60)
		at := s.middle()
		s.MouseDown(mouse(at + 3)) // beside its middle: the thumb must not jump
		if s.Value() != 1 {
			t.Fatalf("taking the thumb moves it to %v", s.Value())
		}
		for _, v := range []float64{1.2, 1.5, 1.3} {
			slide(s, s.at(v)+3)
			if !sameValue(s.Value(), v) {
				t.Fatalf("dragged to %v, is at %v", v, s.Value())
			}
		}
		slide(s, env.place(-5000, 0, 400)) // beyond the reading start
		least := s.Value()
		slide(s, env.place(5000, 0, 400))
		s.MouseUp(mouse(5000))
		s.DragEnd()
		if !slices.Equal(log.committed, []float64{2}) || least != 1 {
			t.Errorf("from %v: %+v", least, *log)
		}
		s.MouseDown(mouse(s.middle()))
		s.MouseUp(mouse(s.middle()))
		if len(log.committed) != 1 {
			t.Error("a press that moves nothing is told")
		}
	})
}

func TestAPressOnTheTrackBringsTheThumb(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		log := &slideLog{}
		s := textScale(env, log)
		show(env, Column(s), 400, 60)
		for _, v := range []float64{1.8, 1.1, 2, 1} {
			s.MouseDown(mouse(s.at(v)))
			s.MouseUp(mouse(s.at(v)))
			if !sameValue(s.Value(), v) {
				t.Errorf("a press at %v leads to %v", v, s.Value())
			}
		}
		if len(log.committed) != 4 {
			t.Errorf("%+v", *log)
		}
	})
}

func TestTheLeastValueIsAtTheReadingStartAndTheFigureAtTheEnd(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := textScale(env, &slideLog{})
		show(env, s, 400, 60)
		from, figure := start(env, s.thumb), start(env, s.text.shown)
		s.SetValue(2)
		to := start(env, s.thumb)
		if from > 8 || to <= from || figure < to+s.thumb.Size().Width {
			t.Errorf("from %v to %v, figure at %v", from, to, figure)
		}
		if !near(start(env, s.filled), start(env, s.track)) || !near(s.filled.Size().Width, s.track.Size().Width) {
			t.Error("at its most the track is not filled")
		}
		if first := s.ticks[0]; start(env, first) > start(env, s.ticks[10]) || len(s.ticks) != 11 {
			t.Errorf("%d marks, the first at %v", len(s.ticks), start(env, first))
		}
	})
}

func TestNothingMovesWhileTheFigureChanges(t *testing.T) {
	env := window(t, "en", lookNow)
	s := NewSlider(env, SliderOptions{Min: 0, Max: 1200, Step: 100, Format: func(v float64) string { return strconv.Itoa(int(v)) + strings.Repeat("!", int(v/100)%5) }})
	show(env, s, 400, 60)
	width := s.track.Size().Width
	for v := range 13 {
		s.SetValue(float64(v) * 100)
		if s.track.Size().Width != width {
			t.Errorf("at %v the track is %v wide, it was %v", s.Value(), s.track.Size().Width, width)
		}
		if strings.Contains(s.text.shown.Text, "…") {
			t.Errorf("the figure is cut: %q", s.text.shown.Text)
		}
	}
}

func TestTheWheelTurnsOnlyWhatHasTheKeyboard(t *testing.T) {
	env := window(t, "en", lookNow)
	log := &slideLog{}
	s := textScale(env, log)
	show(env, Column(s), 400, 60)
	if _, takes := any(s).(fyne.Scrollable); takes || s.wheel.Visible() {
		t.Fatal("the slider keeps the wheel from the page")
	}
	s.Focus()
	if !s.wheel.Visible() || s.wheel.Size() != s.Size() {
		t.Fatalf("the wheel is seen: %v, on %v of %v", s.wheel.Visible(), s.wheel.Size(), s.Size())
	}
	for _, by := range []float32{10, 10, -10, 0} {
		s.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: by}})
	}
	if !sameValue(s.Value(), 1.1) || len(log.committed) != 3 {
		t.Errorf("at %v: %+v", s.Value(), *log)
	}
	env.Window.Canvas().Unfocus()
	if s.wheel.Visible() {
		t.Error("the wheel is kept after the focus went")
	}
}

func TestSettingAValueTellsNobodyAndTakesOnlyWhatCanBeChosen(t *testing.T) {
	env := window(t, "en", lookNow)
	log := &slideLog{}
	s := textScale(env, log)
	show(env, s, 400, 60)
	for in, want := range map[float64]float64{1.26: 1.3, 0: 1, 99: 2, math.Inf(1): 2, math.Inf(-1): 1} {
		s.SetValue(in)
		if !sameValue(s.Value(), want) {
			t.Errorf("%v became %v, want %v", in, s.Value(), want)
		}
	}
	s.SetValue(1.5)
	s.SetValue(math.NaN())
	s.DragEnd()
	if !sameValue(s.Value(), 1.5) || log.changed != nil || log.committed != nil {
		t.Errorf("at %v, told %+v", s.Value(), *log)
	}
}

func TestASliderThatCannotMoveStaysWhereItIs(t *testing.T) {
	env := window(t, "ar", lookNow)
	for _, o := range []SliderOptions{{Min: 3, Max: 3}, {Min: 3, Max: 1, Step: 1, Ticks: true}, {Min: 3, Max: math.NaN(), Step: math.NaN()}} {
		o.Format = env.Printer.Number
		o.OnChanged = func(v float64) { t.Errorf("moved to %v", v) }
		s := NewSlider(env, o)
		show(env, s, 300, 60)
		s.Focus()
		press(env, fyne.KeyEnd, fyne.KeyUp, fyne.KeyPageDown)
		s.MouseDown(mouse(200))
		slide(s, 20)
		s.DragEnd()
		if s.Value() != 3 {
			t.Errorf("is at %v", s.Value())
		}
	}
}

func TestADisabledSliderSaysWhyAndDoesNotMove(t *testing.T) {
	env := window(t, "en", lookNow)
	hint := hints(env)
	log := &slideLog{}
	s := textScale(env, log)
	s.SetSubject("Size of text")
	show(env, Column(s), 400, 60)
	s.Focus()
	if *hint != "How big text is." {
		t.Errorf("hint %q", *hint)
	}
	s.Disable("Not now.")
	press(env, fyne.KeyEnd, env.forward())
	s.MouseDown(mouse(300))
	slide(s, 350)
	s.DragEnd()
	s.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 5}})
	if s.Value() != 1 || *hint != "Not now." || len(log.changed) != 0 {
		t.Errorf("is at %v, hint %q, %+v", s.Value(), *hint, *log)
	}
	if got := s.AccessibilityLabel(); got != "Size of text: "+env.Printer.Percent(1) {
		t.Errorf("says %q", got)
	}
}

func TestMarksThatWouldRunIntoALineAreLeftOut(t *testing.T) {
	env := window(t, "en", theme.Options{})
	s := textScale(env, &slideLog{})
	show(env, s, 400, 60)
	if !s.ticks[3].Visible() {
		t.Error("there is room and no mark")
	}
	env.Window.Resize(fyne.NewSize(110, 60))
	if slices.ContainsFunc(s.ticks, (*canvas.Rectangle).Visible) {
		t.Errorf("marks on %v", s.track.Size().Width)
	}
}
