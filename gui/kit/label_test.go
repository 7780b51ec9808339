package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/theme"
)

func TestALabelStandsAtTheReadingStartAndANumberAtTheEnd(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		word, number := NewLabel(env, mixedArabic, StyleBody), NewLabel(env, "1,234", StyleNumber)
		if word.text.shown.Alignment != env.startAlign() || number.text.shown.Alignment != env.endAlign() {
			t.Errorf("word is aligned %v, number %v", word.text.shown.Alignment, number.text.shown.Alignment)
		}
		word.SetStyle(StyleNumber)
		if word.text.shown.Alignment != env.endAlign() {
			t.Error("a label that becomes a number stays at the start")
		}
	})
}

func TestALabelShowsPaintingOrderAndSaysLogicalOrder(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	l := NewLabel(env, mixedArabic, StyleBody)
	show(env, l, 600, 30)
	if got := l.text.shown.Text; got != env.Visual(mixedArabic) {
		t.Errorf("painted %q", got)
	}
	if l.AccessibilityLabel() != mixedArabic || l.Text() != mixedArabic {
		t.Errorf("says %q and %q", l.AccessibilityLabel(), l.Text())
	}
}

func TestALabelWithoutRoomEndsInAnEllipsisAndRecovers(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		l := NewLabel(env, strings.Repeat(mixedArabic+" ", 3), StyleBody)
		show(env, Stack(l), 200, 30)
		if !strings.Contains(l.text.shown.Text, "…") {
			t.Errorf("%q has no ellipsis", l.text.shown.Text)
		}
		if got := l.text.face.measure(l.text.shown.Text); got > 200 {
			t.Errorf("the shortened text is %v wide", got)
		}
		l.SetText("نعم")
		if strings.Contains(l.text.shown.Text, "…") {
			t.Error("a short text keeps the ellipsis")
		}
		l.SetText(strings.Repeat(mixedArabic+" ", 3))
		env.Window.Resize(fyne.NewSize(3000, 30))
		if strings.Contains(l.text.shown.Text, "…") {
			t.Error("with room enough the ellipsis stays")
		}
	})
}

func TestANumberIsNeverShortened(t *testing.T) {
	env := window(t, "en", theme.Options{})
	l := NewLabel(env, strings.Repeat("1,234,567", 5), StyleNumber)
	if got, want := l.MinSize().Width, l.preferredSize().Width; got != want {
		t.Errorf("least width %v, whole number %v", got, want)
	}
}

func TestALabelTakesTheColourOfANewTheme(t *testing.T) {
	env := window(t, "en", theme.Options{})
	l := NewLabel(env, "word", StyleDanger)
	show(env, l, 100, 30)
	before := l.text.shown.Color
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Variant: theme.Dark}))
	if l.text.shown.Color == before {
		t.Error("the colour is the old one")
	}
}
