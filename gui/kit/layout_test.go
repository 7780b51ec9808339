package kit

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"athar/gui/theme"
)

// block is an object of a fixed least size.
func block(width, height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func TestARowRunsFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		a, b, c := block(50, 20), block(30, 40), block(60, 20)
		show(env, Row(env, a, b, Spacer(), c), 300, 60)
		for i, want := range []float32{0, 58, 240} {
			if got := start(env, []fyne.CanvasObject{a, b, c}[i]); !near(got, want) {
				t.Errorf("object %d starts at %v, want %v", i, got, want)
			}
		}
		if y := a.Position().Y; !near(y, 20) {
			t.Errorf("a low object stands at %v, not in the middle", y)
		}
	})
}

func TestANarrowRowShortensLabelsAndNothingElse(t *testing.T) {
	env := window(t, "en", theme.Options{})
	label, fixed := NewLabel(env, strings.Repeat("long words ", 20), StyleBody), block(100, 20)
	show(env, Row(env, label, fixed), 400, 40)
	if got := fixed.Size().Width; got != 100 {
		t.Errorf("the fixed object is %v wide", got)
	}
	if got := label.Size().Width; !near(got, 292) {
		t.Errorf("the label is %v wide, want the rest of 292", got)
	}
}

func TestBorderPutsStartAndEndOnTheirSides(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		top, bottom, first, last, centre := block(10, 10), block(10, 12), block(40, 10), block(20, 10), block(5, 5)
		show(env, Border(env, top, bottom, first, last, centre), 300, 200)
		for name, c := range map[string]struct {
			o                   fyne.CanvasObject
			start, width, y, he float32
		}{
			"top": {top, 0, 300, 0, 10}, "bottom": {bottom, 0, 300, 188, 12},
			"start": {first, 0, 40, 18, 162}, "end": {last, 280, 20, 18, 162}, "centre": {centre, 48, 224, 18, 162},
		} {
			if !near(start(env, c.o), c.start) || !near(c.o.Size().Width, c.width) ||
				!near(c.o.Position().Y, c.y) || !near(c.o.Size().Height, c.he) {
				t.Errorf("%s at %v size %v, want start %v y %v width %v height %v",
					name, start(env, c.o), c.o.Size(), c.start, c.y, c.width, c.he)
			}
		}
	})
}

// A painter in software panics at a negative size.
func TestWhatHasNoRoomInABorderIsNotLessThanNothing(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		first, centre := block(40, 10), block(5, 5)
		b := Border(env, block(10, 30), block(10, 30), first, block(40, 10), centre)
		b.Layout.Layout(b.Objects, fyne.NewSize(60, 40))
		for _, o := range []fyne.CanvasObject{first, centre} {
			if s := o.Size(); s.Width < 0 || s.Height < 0 {
				t.Errorf("its size is %v", s)
			}
		}
	})
}

func TestGridFillsLinesFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		a, b, c := block(10, 10), block(10, 30), block(10, 10)
		show(env, Grid(env, 2, a, b, c), 216, 200)
		if !near(start(env, a), 0) || !near(start(env, b), 116) || !near(start(env, c), 0) {
			t.Errorf("cells start at %v, %v, %v", start(env, a), start(env, b), start(env, c))
		}
		if !near(a.Size().Height, 30) || !near(c.Position().Y, 46) {
			t.Errorf("lines: first is %v high, second starts at %v", a.Size().Height, c.Position().Y)
		}
	})
}

func TestColumnsBecomeOneInANarrowWindow(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		a, b := block(50, 20), block(50, 20)
		columns := Columns(env, 150, a, b)
		show(env, Scroll(columns), 400, 100)
		if !near(a.Position().Y, b.Position().Y) || near(start(env, a), start(env, b)) {
			t.Errorf("wide: %v and %v are not side by side", a.Position(), b.Position())
		}
		env.Window.Resize(fyne.NewSize(200, 100))
		if !near(start(env, a), 0) || !near(start(env, b), 0) || !near(b.Position().Y, 36) {
			t.Errorf("narrow: %v and %v are not under one another", a.Position(), b.Position())
		}
		if got := columns.MinSize().Height; !near(got, 56) {
			t.Errorf("narrow columns ask for %v, want 56", got)
		}
	})
}

func TestColumnsTakeFewerWhenAnObjectNeedsMoreRoom(t *testing.T) {
	env := window(t, "en", theme.Options{})
	a, b := block(250, 20), block(50, 20)
	show(env, Scroll(Columns(env, 150, a, b)), 400, 100)
	if near(a.Position().Y, b.Position().Y) {
		t.Error("an object wider than its column stands beside another one")
	}
}

func TestFlowGoesToTheNextLine(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		a, b, c := block(90, 20), block(90, 20), block(90, 20)
		flow := Flow(env, a, b, c)
		show(env, Scroll(Column(flow, block(1, 1))), 200, 300)
		if !near(start(env, b), 98) || !near(start(env, c), 0) || !near(c.Position().Y, 28) {
			t.Errorf("second at %v, third at %v below %v", start(env, b), start(env, c), c.Position().Y)
		}
		if got := flow.Size().Height; !near(got, 48) {
			t.Errorf("two lines are %v high", got)
		}
		env.Window.Resize(fyne.NewSize(400, 300))
		if got := flow.Size().Height; !near(got, 20) {
			t.Errorf("one line is %v high", got)
		}
	})
}

func TestMaxWidthKeepsToTheStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		o := block(10, 10)
		show(env, MaxWidth(env, 100, o), 300, 50)
		if !near(start(env, o), 0) || !near(o.Size().Width, 100) {
			t.Errorf("starts at %v, %v wide", start(env, o), o.Size().Width)
		}
		env.Window.Resize(fyne.NewSize(80, 50))
		if !near(o.Size().Width, 80) {
			t.Errorf("in a narrow window %v wide", o.Size().Width)
		}
	})
}

func TestHiddenObjectsTakeNoRoom(t *testing.T) {
	env := window(t, "en", theme.Options{})
	gone := block(50, 50)
	gone.Hide()
	for name, c := range map[string]struct {
		layout *fyne.Container
		want   fyne.Size
	}{
		"row":    {Row(env, block(10, 10), gone, block(10, 10)), fyne.NewSize(28, 10)},
		"column": {Column(block(10, 10), gone, block(10, 10)), fyne.NewSize(10, 28)},
		"tight":  {ColumnTight(block(10, 10), gone, block(10, 10)), fyne.NewSize(10, 24)},
		"border": {Border(env, gone, nil, gone, nil, block(10, 10)), fyne.NewSize(10, 10)},
		"grid":   {Grid(env, 1, block(10, 10), gone), fyne.NewSize(10, 10)},
		"pad":    {Pad(5, block(10, 10)), fyne.NewSize(20, 20)},
		"stack":  {Stack(block(10, 20), block(20, 10), gone), fyne.NewSize(20, 20)},
	} {
		if got := c.layout.MinSize(); got != c.want {
			t.Errorf("%s asks for %v, want %v", name, got, c.want)
		}
	}
	if got := Gap(7).MinSize(); got != fyne.NewSize(7, 7) {
		t.Errorf("a gap of 7 is %v", got)
	}
}

func TestASpacerInAColumnPushesDown(t *testing.T) {
	env := window(t, "en", theme.Options{})
	a, b := block(10, 10), block(10, 10)
	show(env, Column(a, Spacer(), b), 100, 100)
	if !near(b.Position().Y, 90) {
		t.Errorf("the object after the spacer is at %v", b.Position().Y)
	}
}
