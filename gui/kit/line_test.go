package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

func TestALineIsPressedByMouseAndKeys(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	presses, moves, runes := 0, []fyne.KeyName(nil), ""
	l := NewLine(env, mixedArabic, LineOptions{
		Content: NewParagraph(env, mixedArabic, StyleBody), Hint: "hint",
		OnPress: func() { presses++ },
		OnMove:  func(key fyne.KeyName) { moves = append(moves, key) },
		OnRune:  func(r rune) { runes += string(r) },
	})
	show(env, Column(l), 400, 300)
	last := hints(env)
	test.Tap(l)
	if presses != 1 || env.Window.Canvas().Focused() != fyne.Focusable(l) || !l.edge.Hidden {
		t.Fatalf("%d presses; after a click the line has the keyboard, without a ring", presses)
	}
	press(env, fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown, fyne.KeyEnd, fyne.KeyLeft)
	l.TypedRune('1')
	if presses != 3 || !slices.Equal(moves, []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd}) || runes != "1" {
		t.Errorf("%d presses, moves %v, runes %q", presses, moves, runes)
	}
	if l.edge.Hidden || *last != "hint" {
		t.Errorf("keys show no ring, or the hint is %q", *last)
	}
}

func TestTheTabKeyPassesADisabledLineOverAndAClickDoesNot(t *testing.T) {
	env := window(t, "en", theme.Options{})
	var came []bool
	line := func() *Line {
		return NewLine(env, "line", LineOptions{
			Content: NewLabel(env, "line", StyleBody),
			OnFocus: func(clicked bool) { came = append(came, clicked) },
		})
	}
	first, second, third := line(), line(), line()
	show(env, Column(first, second, third), 400, 300)
	second.Disable()
	third.Disable()
	focused := env.Window.Canvas().Focused
	env.Window.Canvas().FocusNext()
	env.Window.Canvas().FocusNext()
	if focused() != fyne.Focusable(first) {
		t.Fatal("Tab comes to a disabled line")
	}
	test.Tap(second)
	if focused() != fyne.Focusable(second) || second.Disabled() {
		t.Error("a click does not reach a disabled line")
	}
	third.Focus()
	if focused() != fyne.Focusable(third) {
		t.Error("a disabled line cannot be given the keyboard")
	}
	if want := []bool{false, true, false}; len(came) < 3 || !slices.Equal(came[len(came)-3:], want) {
		t.Errorf("clicked: %v", came)
	}
}

func TestALineIsAsHighAsItsWrappedSentence(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		long := NewParagraph(env, mixedEnglish+" "+mixedArabic+" "+mixedEnglish+" "+mixedArabic, StyleBody)
		l, short := NewLine(env, "", LineOptions{Content: long}), NewLine(env, "", LineOptions{Content: NewLabel(env, "x", StyleBody)})
		show(env, Column(l, short), 240, 400)
		if l.Size().Height < long.MinSize().Height || long.Size().Width > 240 {
			t.Errorf("%v for a sentence of %v", l.Size(), long.MinSize())
		}
		if got, least := short.Size().Height, size(theme.SizeTarget); got < least {
			t.Errorf("a short line is %v high, less than %v", got, least)
		}
	})
}
