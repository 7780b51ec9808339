package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func threeTabs(env *Env, told *[]string) *Tabs {
	return NewTabs(env, []Tab{
		{Key: "a", Title: "One", Content: NewLabel(env, "first", StyleBody)},
		{Key: "b", Title: "Two", Content: Gap(3000)},
		{Key: "c", Title: "Three", Content: NewLabel(env, "third", StyleBody)},
	}, func(key string) { *told = append(*told, key) })
}

func TestTabsStandFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var told []string
		tabs := threeTabs(env, &told)
		show(env, tabs, 600, 400)
		first, second := tabs.header.titles[0], tabs.header.titles[1]
		if env.RTL() != (first.x > second.x) {
			t.Errorf("the first title is at %v, the second at %v", first.x, second.x)
		}
		if from := env.place(first.x, first.width, 600); from != 0 {
			t.Errorf("the first title begins %v after the reading start", from)
		}
	})
}

func TestTabsMoveAsTheEyeSees(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var told []string
		tabs := threeTabs(env, &told)
		show(env, tabs, 600, 400)
		tabs.Focus()
		for _, name := range []fyne.KeyName{env.forward(), env.forward(), env.forward(), env.backward(), fyne.KeyHome, fyne.KeyEnd} {
			press(env, name)
		}
		if want := []string{"b", "c", "b", "a", "c"}; !slices.Equal(told, want) {
			t.Errorf("keys showed %v, want %v", told, want)
		}
	})
}

func TestATabIsOneStopOfTheTabKey(t *testing.T) {
	env := window(t, "en", lookNow)
	var told []string
	tabs := threeTabs(env, &told)
	show(env, tabs, 600, 400)
	c := env.Window.Canvas()
	c.FocusNext()
	if c.Focused() != fyne.Focusable(tabs.header) {
		t.Fatalf("the focus is on %T", c.Focused())
	}
	c.FocusNext()
	if c.Focused() != fyne.Focusable(tabs.header) {
		t.Errorf("a second stop: %T", c.Focused())
	}
}

func TestPressingATitleShowsItsPage(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var told []string
		tabs := threeTabs(env, &told)
		show(env, tabs, 600, 400)
		third := tabs.header.titles[2]
		test.TapCanvas(env.Window.Canvas(), fyne.NewPos(third.x+third.width/2, 10))
		if !slices.Equal(told, []string{"c"}) || !slices.Contains(texts(tabs), "third") || slices.Contains(texts(tabs), "first") {
			t.Errorf("told %v, reads %v", told, texts(tabs))
		}
	})
}

func TestShowingATabByProgramTellsNobody(t *testing.T) {
	env := window(t, "ar", lookNow)
	var told []string
	tabs := threeTabs(env, &told)
	tabs.SetSelected("c")
	tabs.SetSelected("nowhere")
	if len(told) != 0 || tabs.Selected() != "c" {
		t.Errorf("told %v, shows %q", told, tabs.Selected())
	}
}

func TestAHiddenTallPageDoesNotMakeTheWindowGrow(t *testing.T) {
	env := window(t, "en", lookNow)
	var told []string
	tabs := threeTabs(env, &told)
	if h := tabs.MinSize().Height; h > 200 {
		t.Errorf("least height is %v", h)
	}
	tabs.SetSelected("b")
	tabs.SetSelected("a")
	if h := tabs.MinSize().Height; h > 200 {
		t.Errorf("after a visit, least height is %v", h)
	}
}

func TestTitlesGiveWayInANarrowWindow(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var told []string
		tabs := threeTabs(env, &told)
		tabs.SetBadge("b", "120")
		show(env, tabs, tabs.MinSize().Width, 400)
		for i, title := range tabs.header.titles {
			if title.x < -0.5 || title.x+title.width > tabs.Size().Width+0.5 {
				t.Errorf("title %d is at %v, %v wide, in %v", i, title.x, title.width, tabs.Size().Width)
			}
		}
	})
}

func TestChoosingATabDoesNotMoveTheTitles(t *testing.T) {
	env := window(t, "en", lookNow)
	var told []string
	tabs := threeTabs(env, &told)
	show(env, tabs, 600, 400)
	before := tabs.header.titles[2].x
	tabs.SetSelected("c")
	if after := tabs.header.titles[2].x; after != before {
		t.Errorf("the title moved from %v to %v", before, after)
	}
}
