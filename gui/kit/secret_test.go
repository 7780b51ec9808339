package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

// passphrase has both kinds of letters.
const passphrase = "نهر Blue 7"

func hidden(t *testing.T, env *Env, o SecretOptions) *Secret {
	t.Helper()
	s := NewSecret(env, o)
	row := NewFormItem(env, "Passphrase", "", s)
	show(env, Column(row, NewButton(env, ButtonOptions{Text: "next"})), 400, 200)
	s.Focus()
	return s
}

// drawnIn returns all that is drawn in the window.
func drawnIn(env *Env) string {
	var b strings.Builder
	walk(env.Window.Content(), func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok {
			b.WriteString(t.Text)
		}
	})
	return b.String()
}

func TestASecretShowsDotsUntilItIsAskedForTheText(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := hidden(t, env, SecretOptions{})
		test.Type(s.field.box, "Blue")
		if got := drawnIn(env); !strings.Contains(got, dots(4)) || strings.Contains(got, "Blue") {
			t.Errorf("hidden, it shows %q", got)
		}
		test.Tap(s.field.clear)
		if got := drawnIn(env); !strings.Contains(got, "Blue") {
			t.Errorf("asked for, it shows %q", got)
		}
		test.Type(s.field.box, "s")
		test.Tap(s.field.clear)
		if got := drawnIn(env); strings.Contains(got, "Blue") || string(s.Bytes()) != "Blues" {
			t.Errorf("hidden again, it shows %q and is %q", got, s.Bytes())
		}
	})
}

func TestASecretIsEditedLikeEveryText(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		heard := 0
		s := hidden(t, env, SecretOptions{OnChanged: func() { heard++ }})
		test.Type(s.field.box, passphrase)
		press(env, fyne.KeyBackspace, fyne.KeyHome, fyne.KeyDelete)
		if got, want := string(s.Bytes()), "هر Blue "; got != want {
			t.Errorf("it is %q, want %q", got, want)
		}
		if heard != len([]rune(passphrase))+2 {
			t.Errorf("%d changes were told", heard)
		}
		s.field.box.TypedShortcut(&fyne.ShortcutSelectAll{})
		clipboard := test.NewClipboard()
		clipboard.SetContent("ﻻ pasted\n")
		s.field.box.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		if got := string(s.Bytes()); got != "لا pasted" {
			t.Errorf("pasted over everything it is %q", got)
		}
	})
}

func TestNothingComesOutOfASecret(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := hidden(t, env, SecretOptions{})
		clipboard := test.NewClipboard()
		for _, shown := range []bool{false, true} {
			s.Clear()
			test.Type(s.field.box, passphrase)
			s.ShowText(shown)
			for _, out := range []fyne.Shortcut{
				&fyne.ShortcutSelectAll{}, &fyne.ShortcutCopy{Clipboard: clipboard}, &fyne.ShortcutCut{Clipboard: clipboard},
				&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{},
			} {
				s.field.box.TypedShortcut(out)
			}
			if got := string(s.Bytes()); clipboard.Content() != "" || got != passphrase {
				t.Errorf("shown %v: %q is on the clipboard, the secret is %q", shown, clipboard.Content(), got)
			}
			if text, _ := env.Typing(); text != "" || s.field.Text() != "" {
				t.Errorf("shown %v: the window is told %q", shown, text)
			}
			if said := s.AccessibilityLabel(); strings.Contains(said, "Blue") || !strings.Contains(said, "Passphrase") {
				t.Errorf("shown %v: it says %q", shown, said)
			}
			if n := len(s.field.box.past.done); n > 0 {
				t.Errorf("%d steps are kept", n)
			}
		}
	})
}

func TestAClearedSecretIsOverwritten(t *testing.T) {
	env := window(t, "en", theme.Options{})
	s := hidden(t, env, SecretOptions{})
	test.Type(s.field.box, passphrase)
	s.ShowText(true)
	held := s.field.box.mask.runes
	drawn := slices.Clone(s.field.box.texts)
	s.Clear()
	if slices.ContainsFunc(held, func(r rune) bool { return r != 0 }) || !s.Empty() {
		t.Errorf("what is left is %q", string(held))
	}
	for _, text := range drawn {
		if text.Text != "" {
			t.Errorf("drawn was %q", text.Text)
		}
	}
	test.Type(s.field.box, "x")
	if got := drawnIn(env); !strings.Contains(got, string(dot)) {
		t.Errorf("what is typed next is shown: %q", got)
	}
}

func TestASecretNeverOutgrowsItsRoom(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	s := hidden(t, env, SecretOptions{})
	clipboard := test.NewClipboard()
	clipboard.SetContent(strings.Repeat("م", 3*MaxSecret))
	before := cap(s.field.box.mask.runes)
	for range 2 {
		s.field.box.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	}
	if n := len(s.field.box.mask.runes); n != MaxSecret || cap(s.field.box.mask.runes) != before {
		t.Errorf("%d runes, room for %d", n, cap(s.field.box.mask.runes))
	}
}

func TestASecretSaysWhichLettersAreTyped(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := hidden(t, env, SecretOptions{})
		for _, c := range []struct{ typed, says string }{
			{"12", ""},
			{"سر", "kit_secret.arabic"},
			{"key", "kit_secret.latin"},
			{"سر key", "kit_secret.both"},
		} {
			s.Clear()
			test.Type(s.field.box, c.typed)
			want := ""
			if c.says != "" {
				want = env.T(c.says)
			}
			if got := s.letters.Text(); got != want {
				t.Errorf("%q: it says %q, want %q", c.typed, got, want)
			}
		}
	})
}

func TestASecretTellsOfCapsLock(t *testing.T) {
	env := window(t, "en", theme.Options{})
	s := hidden(t, env, SecretOptions{})
	tells := func() bool { return strings.Contains(s.letters.Text(), env.T("kit_secret.caps")) }
	shift := func(f func(*fyne.KeyEvent), typed string, want bool) {
		t.Helper()
		f(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		test.Type(s.field.box, typed)
		if tells() != want {
			t.Errorf("after %q it tells of Caps Lock: %v", typed, tells())
		}
	}
	shift(s.field.box.KeyUp, "A", true)
	shift(s.field.box.KeyUp, "a", false)
	shift(s.field.box.KeyDown, "A", false)
	shift(s.field.box.KeyDown, "a", true)
	shift(s.field.box.KeyUp, "a", false)
}

func TestTheMenuOfASecretOffersToPasteAndToShow(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := hidden(t, env, SecretOptions{})
		test.Type(s.field.box, passphrase)
		var labels []string
		for _, item := range s.field.box.menu() {
			labels = append(labels, item.Label)
		}
		if want := []string{env.T("kit.edit_paste"), env.T("kit_secret.show")}; !slices.Equal(labels, want) {
			t.Errorf("it offers %q, want %q", labels, want)
		}
		s.field.box.menu()[1].Action()
		if !s.shown() {
			t.Error("the menu does not show the text")
		}
	})
}
