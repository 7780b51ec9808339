package chart_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/kit/chart"
)

func shown(t *testing.T, env *kit.Env, m chart.Model) *chart.Chart {
	t.Helper()
	c := chart.New(env, m)
	guitest.Show(env, c, 700, 320)
	return c
}

func press(c *chart.Chart, keys ...fyne.KeyName) {
	for _, k := range keys {
		c.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestArrowKeysStepAsTheEyeSees(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := shown(t, env, weeks(env, chart.Line, 60))
		later, earlier := fyne.KeyRight, fyne.KeyLeft
		if env.RTL() {
			later, earlier = earlier, later
		}
		press(c, later)
		if c.Index() != 0 {
			t.Fatalf("the first step leads to %d, want the first point", c.Index())
		}
		press(c, later, later, earlier)
		if c.Index() != 1 {
			t.Fatalf("index %d, want 1", c.Index())
		}
		press(c, fyne.KeyEnd, later)
		if c.Index() != 59 {
			t.Fatalf("index %d past the end, want the last point", c.Index())
		}
		press(c, fyne.KeyEscape)
		if c.Index() != -1 || c.Told() != nil {
			t.Fatal("Escape leaves something pointed at")
		}
	})
}

func TestPointingShowsTheNearestValueAndTellsTheTable(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		m := weeks(env, chart.Line, 60)
		c := shown(t, env, m)
		var told []int
		c.OnPoint = func(i int) { told = append(told, i) }
		at := func(x float32) *desktop.MouseEvent {
			return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 100)}}
		}
		c.MouseIn(at(0))
		left := c.Index()
		c.MouseMoved(at(699))
		right := c.Index()
		if wantLeft := map[bool]int{false: 0, true: 59}[env.RTL()]; left != wantLeft || right != 59-wantLeft {
			t.Fatalf("the ends are %d and %d", left, right)
		}
		if got := c.Told()[1]; got != "likes: "+m.Format.Value(m.Series[0].Y[right]) {
			t.Fatalf("the value is told as %q", got)
		}
		c.MouseOut()
		if len(told) != 3 || told[2] != -1 {
			t.Fatalf("told %v", told)
		}
		c.Point(5)
		if c.Index() != 5 || len(told) != 3 {
			t.Fatal("pointing by the program must show and not tell")
		}
	})
}

func TestAMissingValueIsToldAsMissing(t *testing.T) {
	env := guitest.Env(t, "en")
	m := weeks(env, chart.Line, 10)
	m.Series[0].Y[3] = math.NaN()
	c := shown(t, env, m)
	c.Point(3)
	if got := c.Told()[1]; got != "likes: –" {
		t.Fatalf("told %q", got)
	}
}

func TestAnEmptyModelSaysSoAndTakesNoKeys(t *testing.T) {
	env := guitest.Env(t, "en")
	c := shown(t, env, chart.Model{Empty: "No figures yet."})
	press(c, fyne.KeyRight, fyne.KeyEnd)
	test.Tap(c)
	if c.Index() != -1 || c.AccessibilityLabel() != "No figures yet." {
		t.Fatalf("index %d, says %q", c.Index(), c.AccessibilityLabel())
	}
}

func TestALongLineIsThinnedOnceForASize(t *testing.T) {
	env := guitest.Env(t, "en")
	m := many(env, 5000)
	thin, times := m.Thin, 0
	m.Thin = func(x, y []float64, n int) []int {
		times++
		return thin(x, y, n)
	}
	c := shown(t, env, m)
	if times == 0 {
		t.Fatal("never thinned")
	}
	times = 0
	c.Refresh()
	if times != 0 {
		t.Fatal("thinned again for the same size")
	}
	c.Resize(fyne.NewSize(400, 300))
	if times != 1 {
		t.Fatalf("thinned %d times for another size", times)
	}
}

func TestPictures(t *testing.T) {
	dir := guitest.Shots(t)
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		for name, m := range map[string]chart.Model{
			"line": weeks(env, chart.Line, 120), "bar": weeks(env, chart.Bar, 40), "category": types(env),
		} {
			c := shown(t, env, m)
			c.Point(2)
			c.FocusGained()
			guitest.Picture(t, env, dir, "chart-"+name+"-"+env.Printer.Lang())
		}
	})
}

func BenchmarkFirstChart300000(b *testing.B) {
	env := guitest.Env(b, "en")
	m := many(env, 300_000)
	for b.Loop() {
		guitest.Show(env, chart.New(env, m), 1000, 400)
	}
}

func BenchmarkHover300000(b *testing.B) {
	env := guitest.Env(b, "en")
	m := many(env, 300_000)
	c := chart.New(env, m)
	guitest.Show(env, c, 1000, 400)
	i := 0
	for b.Loop() {
		i += 7919
		c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(100+i%800), 100)}})
	}
}
