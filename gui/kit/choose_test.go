package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

var answers = []Option{{"yes", "نعم Yes"}, {"partly", "جزئيًا Partly"}, {"no", "لا No"}}

func TestACheckSwitchesByMouseAndSpace(t *testing.T) {
	env := window(t, "en", theme.Options{})
	var heard []bool
	c := NewCheck(env, "Remember", func(on bool) { heard = append(heard, on) })
	show(env, Column(c), 300, 60)
	test.Tap(c)
	press(env, fyne.KeySpace)
	c.SetChecked(true)
	if !c.Checked() || !slices.Equal(heard, []bool{true, false}) {
		t.Errorf("checked %v, heard %v", c.Checked(), heard)
	}
	c.Disable("Not now.")
	test.Tap(c)
	if !c.Checked() || len(heard) != 2 {
		t.Error("a disabled check was switched")
	}
}

func TestTheBoxOfACheckStandsAtTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		c := NewCheck(env, "English words in any language عربي", nil)
		show(env, Column(c), 500, 60)
		if box, text := start(env, c.box), start(env, c.text); box > 8 || text < box+c.box.Size().Width {
			t.Errorf("box at %v, words at %v", box, text)
		}
		_, left, right := c.text.letters.painted(c.text.Size().Width)
		if got := map[bool]float32{false: left, true: right}[env.RTL()]; !near(got, 0) {
			t.Errorf("the words are %v away from the box", got)
		}
	})
}

func TestALongCheckShowsAllItsWords(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	c := NewCheck(env, longText, nil)
	show(env, Scroll(Column(c)), 300, 100)
	if got := lowest(c.text) + c.text.Position().Y; got > c.Size().Height {
		t.Errorf("the words reach to %v in a height of %v", got, c.Size().Height)
	}
}

func TestTheArrowsOfAChoiceFollowTheReader(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var heard []string
		c := NewChoice(env, answers, func(v string) { heard = append(heard, v) })
		c.SetValue("partly")
		show(env, Column(c), 500, 60)
		c.Focus()
		press(env, env.forward(), env.forward(), env.backward(), fyne.KeyHome, fyne.KeyEnd)
		if want := []string{"no", "partly", "yes", "no"}; !slices.Equal(heard, want) {
			t.Errorf("heard %v, want %v", heard, want)
		}
		if env.RTL() == (env.forward() == fyne.KeyRight) {
			t.Error("forward is the wrong arrow")
		}
	})
}

func TestASegmentOfAChoiceIsChosenByMouse(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		c := NewChoice(env, answers, nil)
		show(env, Column(c), 500, 60)
		x := env.place(5, 0, 500) // just inside the reading start
		test.TapAt(c, fyne.NewPos(x, 10))
		if c.Value() != "yes" {
			t.Errorf("the first segment chose %q", c.Value())
		}
		test.TapAt(c, fyne.NewPos(env.place(495, 0, 500), 10))
		if c.Value() != "yes" {
			t.Errorf("the room behind the segments chose %q", c.Value())
		}
		if !c.segments[0].tick.image.Visible() || c.segments[1].tick.image.Visible() {
			t.Error("the chosen segment is told by its colour alone")
		}
	})
}

func TestChoosingMovesNoSegment(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	c := NewChoice(env, answers, nil)
	show(env, Column(c), 500, 60)
	places := func() (x []float32) {
		for _, s := range c.segments {
			x = append(x, s.x, s.width)
		}
		return x
	}
	before := places()
	for _, o := range answers {
		c.SetValue(o.Value)
		if got := places(); !slices.Equal(got, before) {
			t.Errorf("choosing %s moved segments from %v to %v", o.Value, before, got)
		}
	}
}

func TestChipsSwitchByMouseAndKeys(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var heard [][]string
		c := NewChips(env, answers, func(v []string) { heard = append(heard, v) })
		c.SetValues([]string{"no", "never"})
		show(env, Column(c), 500, 100)
		test.TapAt(c, c.chips[0].place.AddXY(5, 5))
		press(env, env.forward(), fyne.KeySpace, fyne.KeyEnd, fyne.KeySpace)
		want := [][]string{{"yes", "no"}, {"yes", "partly", "no"}, {"yes", "partly"}}
		if !slices.EqualFunc(heard, want, slices.Equal) {
			t.Errorf("heard %v, want %v", heard, want)
		}
		c.Disable("Not now.")
		press(env, fyne.KeySpace)
		if len(heard) != 3 {
			t.Error("a disabled chip was switched")
		}
	})
}

func TestChipsFlowFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		c := NewChips(env, append(answers, stages...), nil)
		show(env, Scroll(Column(c, block(1, 1))), 260, 400)
		first, last := c.chips[0], c.chips[len(c.chips)-1]
		if got := env.place(first.place.X, first.size.Width, 260); !near(got, 0) {
			t.Errorf("the first chip starts at %v", got)
		}
		if bottom := last.place.Y + last.size.Height; bottom > c.Size().Height+0.6 || last.place.Y == 0 {
			t.Errorf("the last chip reaches to %v in a height of %v", bottom, c.Size().Height)
		}
	})
}

func TestChipsKeepTheirValuesWhenOptionsChange(t *testing.T) {
	env := window(t, "en", theme.Options{})
	c := NewChips(env, answers, func([]string) { t.Error("a setter was reported") })
	show(env, Column(c), 300, 100)
	c.SetValues([]string{"no", "yes"})
	c.SetOptions(append(stages[1:2:2], answers[1:]...))
	if got := c.Values(); !slices.Equal(got, []string{"no"}) {
		t.Errorf("values = %v", got)
	}
	c.SetOptions(nil)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if len(c.Values()) != 0 || c.AccessibilityLabel() != "" {
		t.Error("no options, and still something is on")
	}
}
