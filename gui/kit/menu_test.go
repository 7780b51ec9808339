package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

// lookNow is the look where a test does not care.
var lookNow = theme.Options{}

// top is the open menu, or nil.
func topMenu(env *Env) *menuPopup {
	l, ok := env.Window.Canvas().Overlays().Top().(*layer)
	if !ok {
		return nil
	}
	p, _ := l.content.(*menuPopup)
	return p
}

func menuStage(env *Env, log *[]string) (bar *MenuBar, field *Field) {
	say := func(s string) func() { return func() { *log = append(*log, s) } }
	field = NewField(env, FieldOptions{})
	bar = NewMenuBar(env, []Menu{
		{"File", func() []MenuItem {
			*log = append(*log, "asked")
			return []MenuItem{
				{Label: "New", Action: say("new")},
				{Separator: true},
				{Label: "Save", Disabled: "Nothing to save.", Action: say("save")},
				{Label: "Export", Items: []MenuItem{{Label: "PDF", Action: say("pdf")}}},
			}
		}},
		{"Edit", func() []MenuItem { return []MenuItem{{Label: "Undo", Action: say("undo")}} }},
		{"Help", func() []MenuItem { return []MenuItem{{Label: "About", Action: say("about")}} }},
	})
	show(env, Border(env, bar, nil, nil, nil, field), 800, 600)
	return bar, field
}

func TestMenusOpenUnderTheirTitlesAtTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var log []string
		bar, _ := menuStage(env, &log)
		bar.Open(1)
		p := topMenu(env)
		x, width := bar.span(1)
		if got, want := start(env, p), env.place(x, width, 800); got < want-1 || got > want+1 { // whole pixels
			t.Errorf("the menu begins at %v, its title at %v", got, want)
		}
		if y := p.Position().Y; y < bar.Size().Height {
			t.Errorf("the menu is at %v, over the bar", y)
		}
	})
}

func TestArrowKeysMoveInTheMenuBarAsTheEyeSees(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var log []string
		bar, _ := menuStage(env, &log)
		bar.Focus()
		press(env, env.forward())
		press(env, fyne.KeyDown)
		if got := topMenu(env).rows[0].item.Label; got != "Undo" {
			t.Fatalf("opened the menu with %q", got)
		}
		press(env, env.forward())
		if got := topMenu(env).rows[0].item.Label; got != "About" {
			t.Fatalf("forward opened the menu with %q", got)
		}
		press(env, env.backward())
		press(env, fyne.KeyReturn)
		if topMenu(env) != nil || !slices.Equal(log, []string{"undo"}) {
			t.Errorf("log %v, menu open: %v", log, topMenu(env) != nil)
		}
	})
}

func TestItemsAreAskedForEachTimeTheMenuOpens(t *testing.T) {
	env := window(t, "en", lookNow)
	var log []string
	bar, _ := menuStage(env, &log)
	bar.Open(0)
	press(env, fyne.KeyEscape)
	bar.Open(0)
	if !slices.Equal(log, []string{"asked", "asked"}) {
		t.Error(log)
	}
}

func TestADisabledRowSaysWhyAndDoesNothing(t *testing.T) {
	env := window(t, "en", lookNow)
	hint := ""
	env.Hint = func(s string) { hint = s }
	var log []string
	bar, _ := menuStage(env, &log)
	bar.Open(0)
	press(env, fyne.KeyDown)
	if hint != "Nothing to save." {
		t.Errorf("hint is %q", hint)
	}
	press(env, fyne.KeyReturn)
	if topMenu(env) == nil || slices.Contains(log, "save") {
		t.Errorf("log %v, menu open: %v", log, topMenu(env) != nil)
	}
	press(env, fyne.KeyEscape)
	if hint != "" {
		t.Errorf("hint stays %q", hint)
	}
}

func TestRowsOfAGroupCanBeReachedAndItsHeadingCannot(t *testing.T) {
	env := window(t, "en", lookNow)
	var log []string
	bar, _ := menuStage(env, &log)
	bar.Open(0)
	press(env, fyne.KeyEnd)
	press(env, fyne.KeyReturn)
	if !slices.Equal(log, []string{"asked", "pdf"}) {
		t.Error(log)
	}
}

func TestEscapeClosesTheMenuAndGivesTheFocusBack(t *testing.T) {
	env := window(t, "ar", lookNow)
	var log []string
	_, field := menuStage(env, &log)
	field.Focus()
	c := env.Window.Canvas()
	before := c.Focused()
	ShowMenu(env, []MenuItem{{Label: "x"}}, field)
	if c.Focused() == before {
		t.Fatal("the menu has no keyboard")
	}
	press(env, fyne.KeyEscape)
	if topMenu(env) != nil || c.Focused() != before {
		t.Errorf("the focus is on %T", c.Focused())
	}
}

func TestAnActionFindsTheFocusWhereItWas(t *testing.T) {
	env := window(t, "en", lookNow)
	var log []string
	_, field := menuStage(env, &log)
	field.Focus()
	c := env.Window.Canvas()
	before := c.Focused()
	var found fyne.Focusable
	ShowMenu(env, []MenuItem{{Label: "x", Action: func() { found = c.Focused() }}}, field)
	press(env, fyne.KeyReturn)
	if found != before {
		t.Errorf("the action found the focus on %T", found)
	}
}

func TestPressingBesideAMenuClosesIt(t *testing.T) {
	env := window(t, "en", lookNow)
	var log []string
	bar, _ := menuStage(env, &log)
	bar.Open(0)
	test.TapCanvas(env.Window.Canvas(), fyne.NewPos(700, 500))
	if topMenu(env) != nil {
		t.Error("the menu is still open")
	}
}

func TestAnOpenMenuBarFollowsThePointer(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var log []string
		bar, _ := menuStage(env, &log)
		x, _ := bar.span(0)
		test.TapCanvas(env.Window.Canvas(), fyne.NewPos(x+5, 5))
		x, _ = bar.span(2)
		test.MoveMouse(env.Window.Canvas(), fyne.NewPos(x+5, 5))
		if p := topMenu(env); p == nil || p.rows[0].item.Label != "About" {
			t.Fatal("the third menu is not open")
		}
		test.TapCanvas(env.Window.Canvas(), fyne.NewPos(x+5, 5))
		if topMenu(env) != nil {
			t.Error("pressing the title again does not close its menu")
		}
	})
}

func TestALetterGoesToTheRowThatBeginsWithIt(t *testing.T) {
	env := window(t, "ar", lookNow)
	show(env, Gap(10), 400, 400)
	ShowMenu(env, []MenuItem{{Label: "فتح"}, {Label: "حفظ"}, {Label: "حذف"}}, env.Window.Content())
	p := topMenu(env)
	var got []int
	for range 3 {
		p.TypedRune('ح')
		got = append(got, p.current)
	}
	if !slices.Equal(got, []int{1, 2, 1}) {
		t.Error(got)
	}
}

func TestALongMenuStaysInTheWindowAndScrolls(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		anchor := NewButton(env, ButtonOptions{Text: "more"})
		show(env, Border(env, nil, Row(env, Spacer(), anchor), nil, nil), 300, 240)
		items := make([]MenuItem, 40)
		for i := range items {
			items[i].Label = "مياه نظيفة Clean water 2026 مياه نظيفة Clean water"
		}
		ShowMenu(env, items, anchor)
		p := topMenu(env)
		at, s := p.Position(), p.Size()
		if at.X < 0 || at.Y < 0 || at.X+s.Width > 300 || at.Y+s.Height > 240 {
			t.Errorf("the menu is at %v, %v large", at, s)
		}
		press(env, fyne.KeyEnd)
		if p.scroll.Offset.Y == 0 {
			t.Error("the last row is out of sight")
		}
	})
}

func TestShortcutsAreWrittenAsOnTheKeys(t *testing.T) {
	for _, c := range []struct {
		in   fyne.Shortcut
		want string
	}{
		{nil, ""},
		{&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierControl}, "Ctrl+N"},
		{&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}, "Ctrl+Shift+S"},
		{&desktop.CustomShortcut{KeyName: fyne.KeyDelete}, "Del"},
		{&desktop.CustomShortcut{KeyName: fyne.KeyF10}, "F10"},
	} {
		if got := ShortcutName(c.in); got != c.want {
			t.Errorf("%v is written %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTheMenuBarGivesTheKeyboardBackOnEscape(t *testing.T) {
	env := window(t, "en", lookNow)
	var log []string
	bar, _ := menuStage(env, &log)
	bar.Focus()
	press(env, fyne.KeyEscape)
	if f := env.Window.Canvas().Focused(); f != nil {
		t.Errorf("the focus is on %T", f)
	}
}

func TestF10ReachesTheMenuBarFromWhereverTheKeyboardIs(t *testing.T) {
	env := window(t, "en", lookNow)
	bar := NewMenuBar(env, []Menu{{"File", func() []MenuItem { return nil }}})
	count := 3
	list := numbers(env, &count, &listLog{})
	show(env, Border(env, bar, nil, nil, nil, list), 400, 400)
	list.Focus()
	press(env, fyne.KeyF10)
	if env.Window.Canvas().Focused() != fyne.Focusable(bar) {
		t.Errorf("the focus is on %T", env.Window.Canvas().Focused())
	}
}

func TestAMenuOpenedByThePointerLeavesTheFieldItsFocus(t *testing.T) {
	env := window(t, "en", lookNow)
	var log []string
	bar, field := menuStage(env, &log)
	field.Focus()
	c := env.Window.Canvas()
	bar.MouseDown(&desktop.MouseEvent{})
	c.Unfocus() // what the window does on a press beside the field
	bar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	press(env, fyne.KeyReturn)
	if c.Focused() != fyne.Focusable(field.box) {
		t.Errorf("the focus is on %T", c.Focused())
	}
}
