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

// manyTabs are more than fit into a narrow window.
func manyTabs(env *Env, told *[]string) *Tabs {
	var tabs []Tab
	for _, key := range []string{"a", "b", "c", "d", "e", "f"} {
		tabs = append(tabs, Tab{Key: key, Title: "Title عنوان " + key, Content: NewLabel(env, "page "+key, StyleBody)})
	}
	return NewTabs(env, tabs, func(key string) { *told = append(*told, key) })
}

// onShow are the keys of the titles that are not in the menu.
func onShow(t *Tabs) (keys []string) {
	for i, title := range t.header.titles {
		if !title.hidden {
			keys = append(keys, t.tabs[i].Key)
		}
	}
	return keys
}

func TestTitlesWithoutRoomAreInAMenuAndTheChosenOneIsOnShow(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var told []string
		tabs := manyTabs(env, &told)
		show(env, tabs, 480, 300)
		if got := onShow(tabs); !slices.Equal(got, []string{"a", "b", "c"}) {
			t.Fatalf("on show are %v", got)
		}
		more := tabs.header.more
		if end := env.place(more.x, more.width, 480) + more.width; !near(end, 480) {
			t.Errorf("the menu ends at %v of 480", end)
		}
		tabs.SetSelected("e")
		if got := onShow(tabs); !slices.Equal(got, []string{"a", "b", "e"}) {
			t.Errorf("with another chosen, on show are %v", got)
		}
		for i, title := range tabs.header.titles {
			if !title.hidden && (title.x < -0.5 || title.x+title.width > 480.5) {
				t.Errorf("title %d is at %v, %v wide", i, title.x, title.width)
			}
		}
		env.Window.Resize(fyne.NewSize(1200, 300))
		if got := onShow(tabs); len(got) != 6 || !tabs.header.more.hidden {
			t.Errorf("in a wide window, on show are %v", got)
		}
		env.Window.Resize(fyne.NewSize(tabs.MinSize().Width, 300))
		if got := onShow(tabs); !slices.Equal(got, []string{"e"}) {
			t.Errorf("in the narrowest window, on show are %v", got)
		}
	})
}

func TestTheMenuOfTabsShowsWhatIsChosenInIt(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var told []string
		tabs := manyTabs(env, &told)
		tabs.SetBadge("e", "12")
		show(env, tabs, 480, 300)
		if got := tabs.header.more.badge.logical; got == "" {
			t.Error("the menu does not tell of a badge in it")
		}
		more := tabs.header.more
		test.TapCanvas(env.Window.Canvas(), fyne.NewPos(more.x+more.width/2, 10))
		top := env.Window.Canvas().Overlays().Top()
		if got, want := texts(top)[0], "Title عنوان d\nTitle عنوان e (12)\nTitle عنوان f"; got != want {
			t.Fatalf("the menu reads %q, want %q", got, want)
		}
		press(env, fyne.KeyDown, fyne.KeyReturn)
		if !slices.Equal(told, []string{"e"}) || !slices.Contains(texts(tabs), "page e") {
			t.Errorf("told %v, reads %q", told, texts(tabs))
		}
		if got := tabs.header.AccessibilityLabel(); got != "Title عنوان e (12)" {
			t.Errorf("the chosen title reads %q", got)
		}
	})
}

func TestArrowsGoOnThroughTheTabsInTheMenu(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var told []string
		tabs := manyTabs(env, &told)
		show(env, tabs, 480, 300)
		tabs.Focus()
		for range 6 {
			press(env, env.forward())
			if !slices.Contains(onShow(tabs), tabs.Selected()) {
				t.Errorf("%q is chosen and not on show", tabs.Selected())
			}
		}
		press(env, fyne.KeyHome, fyne.KeyEnd)
		if want := []string{"b", "c", "d", "e", "f", "a", "f"}; !slices.Equal(told, want) {
			t.Errorf("keys showed %v, want %v", told, want)
		}
		press(env, fyne.KeyDown, fyne.KeyEscape)
		if env.Window.Canvas().Focused() != fyne.Focusable(tabs.header) {
			t.Errorf("after the menu the keyboard is at %T", env.Window.Canvas().Focused())
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
