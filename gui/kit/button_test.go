package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

func TestAButtonIsPressedByMouseSpaceAndEnter(t *testing.T) {
	env := window(t, "en", theme.Options{})
	pressed := 0
	b := NewButton(env, ButtonOptions{Text: "Save", OnTapped: func() { pressed++ }})
	show(env, Row(env, b), 200, 60)
	test.Tap(b)
	press(env, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA)
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
}

func TestADisabledButtonDoesNothingAndSaysWhy(t *testing.T) {
	env := window(t, "en", theme.Options{})
	hint := hints(env)
	pressed := false
	b := NewButton(env, ButtonOptions{Text: "Save", Hint: "Keeps the text", OnTapped: func() { pressed = true }})
	show(env, Row(env, b), 200, 60)
	b.MouseIn(nil)
	if *hint != "Keeps the text" {
		t.Errorf("hint = %q", *hint)
	}
	b.Disable("There is nothing to save.")
	if *hint != "There is nothing to save." {
		t.Errorf("hint while disabled = %q", *hint)
	}
	b.MouseOut()
	if *hint != "" {
		t.Errorf("hint after the pointer left = %q", *hint)
	}
	b.Focus()
	if *hint != "There is nothing to save." {
		t.Errorf("hint with the focus = %q", *hint)
	}
	test.Tap(b)
	press(env, fyne.KeySpace)
	if pressed {
		t.Error("a disabled button was pressed")
	}
	b.Enable()
	test.Tap(b)
	if !pressed {
		t.Error("an enabled button was not pressed")
	}
}

func TestTheIconOfAButtonStandsBeforeItsText(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		b := NewButton(env, ButtonOptions{Text: "نعم Yes", Icon: fynetheme.ConfirmIcon()})
		show(env, Row(env, b), 300, 60)
		icon, text := start(env, b.icon.image), start(env, b.text.shown)
		if icon >= text {
			t.Errorf("icon at %v, text at %v from the start", icon, text)
		}
	})
}

func TestTheRingShowsForTheKeyboardAndNotForTheMouse(t *testing.T) {
	env := window(t, "en", theme.Options{})
	b := NewButton(env, ButtonOptions{Text: "Save"})
	show(env, Row(env, b), 200, 60)
	test.Tap(b)
	if b.ring.line.Visible() {
		t.Error("a click shows the ring")
	}
	press(env, fyne.KeyDown)
	if !b.ring.line.Visible() {
		t.Error("a key does not show the ring")
	}
	env.Window.Canvas().Unfocus()
	if b.ring.line.Visible() {
		t.Error("the ring stays without the focus")
	}
	env.Window.Canvas().FocusNext()
	if !b.ring.line.Visible() {
		t.Error("the Tab key does not show the ring")
	}
}

func TestAButtonIsLargeEnoughToHit(t *testing.T) {
	env := window(t, "ar", theme.Options{TextScale: 1.3})
	for _, b := range []*Button{
		NewButton(env, ButtonOptions{Text: "لا"}),
		NewButton(env, ButtonOptions{Icon: fynetheme.DeleteIcon()}),
	} {
		if got, want := b.MinSize(), size(theme.SizeTarget); got.Height < want || got.Width < want {
			t.Errorf("%q is %v, want at least %v each way", b.Text(), got, want)
		}
	}
}

func TestUnusedKeysGoToTheInnermostWhoAsked(t *testing.T) {
	env := window(t, "en", theme.Options{})
	var heard []string
	catch := func(name string, used bool) func() {
		return env.catchKeys(func(k *fyne.KeyEvent) bool {
			heard = append(heard, name+" "+string(k.Name))
			return used
		})
	}
	catch("outer", true)
	release := catch("inner", false)
	show(env, Row(env, NewButton(env, ButtonOptions{Text: "Save"})), 200, 60)
	env.Window.Canvas().FocusNext()
	press(env, fyne.KeyEscape, fyne.KeySpace)
	release()
	press(env, fyne.KeyEscape)
	if want := []string{"inner Escape", "outer Escape", "outer Escape"}; !slices.Equal(heard, want) {
		t.Errorf("heard %v, want %v", heard, want)
	}
}
