package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// painted returns what a text paints, from the left, and where that ends on both
// sides of a box of the given width.
func (t *lettering) painted(width float32) (text string, before, behind float32) {
	before, behind = width, width
	for _, o := range t.sheet.Objects {
		run := o.(*canvas.Text)
		text += strings.Trim(run.Text, "\u202d\u202c")
		before = min(before, run.Position().X)
		behind = min(behind, width-run.Position().X-run.Size().Width)
	}
	return text, before, behind
}

func TestALabelStandsAtTheReadingStartAndANumberOnTheRight(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		word, number := NewLabel(env, mixedEnglish, StyleBody), NewLabel(env, "1,234", StyleNumber)
		show(env, Column(word, number), 600, 80)
		free := func(l *Label) (left, right float32) {
			_, left, right = l.letters.painted(l.Size().Width)
			return left, right
		}
		left, right := free(word)
		if env.RTL() {
			left, right = right, left
		}
		if !near(left, 0) || right < 100 {
			t.Errorf("a word is %v behind the start and %v before the end", left, right)
		}
		if left, right := free(number); !near(right, 0) || left < 100 {
			t.Errorf("a number is %v from the left and %v from the right", left, right)
		}
		word.SetStyle(StyleNumber)
		if _, right := free(word); !near(right, 0) {
			t.Errorf("a label that becomes a number is %v from the right", right)
		}
	})
}

func TestTheUnitsOfNumbersInAColumnStandUnderOneAnother(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		long, short := NewLabel(env, "1,234.5", StyleNumber), NewLabel(env, "7.5", StyleNumber)
		show(env, Row(env, ColumnTight(long, short), Spacer()), 400, 80)
		_, _, a := long.letters.painted(long.Size().Width)
		_, _, b := short.letters.painted(short.Size().Width)
		if !near(a, 0) || !near(b, 0) || !near(left(long), left(short)) {
			t.Errorf("the long one is %v from the right of its column, the short one %v", a, b)
		}
	})
}

func TestALabelShowsPaintingOrderAndSaysLogicalOrder(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	l := NewLabel(env, "ماء (a) 5%\nb", StyleBody)
	show(env, l, 600, 30)
	if got, _, _ := l.letters.painted(600); got != "5% b (a) ءام" {
		t.Errorf("painted %q", got)
	}
	if l.AccessibilityLabel() != "ماء (a) 5%\nb" || l.Text() != "ماء (a) 5%\nb" {
		t.Errorf("says %q and %q", l.AccessibilityLabel(), l.Text())
	}
}

func TestALabelWithoutRoomEndsInAnEllipsisAndRecovers(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		l := NewLabel(env, strings.TrimSpace(strings.Repeat(mixedArabic+" ", 3)), StyleBody)
		show(env, Stack(l), 200, 30)
		cut := func() bool {
			text, left, right := l.letters.painted(l.Size().Width)
			if left < 0 || right < 0 {
				t.Errorf("%q goes beyond its room by %v and %v", text, left, right)
			}
			return strings.HasPrefix(text, "…") // of an Arabic sentence, in both windows
		}
		if !cut() {
			t.Error("no ellipsis at the end")
		}
		l.SetText("نعم")
		if cut() {
			t.Error("a short text keeps the ellipsis")
		}
		l.SetText(strings.TrimSpace(strings.Repeat(mixedArabic+" ", 3)))
		env.Window.Resize(fyne.NewSize(3000, 30))
		if cut() {
			t.Error("with room enough the ellipsis stays")
		}
	})
}

func TestALabelOfABookIsMadeForOneLineOfIt(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	l := NewLabel(env, strings.Repeat(mixedArabic, 20_000), StyleBody)
	show(env, Stack(l), 200, 30)
	if n := l.letters.layout.Len(); n > longestLine {
		t.Errorf("%d characters are laid out", n)
	}
	if text, _, _ := l.letters.painted(200); !strings.HasPrefix(text, "…") {
		t.Errorf("painted %q", text)
	}
}

func TestALabelHasASignForEveryCharacter(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	l := NewLabel(env, "ماء 😀 Плакат", StyleStrong)
	show(env, l, 300, 30)
	for _, text := range l.letters.texts {
		emoji, cyrillic := strings.Contains(text.Text, "😀"), strings.Contains(text.Text, "П")
		if emoji && text.FontSource != fynetheme.DefaultEmojiFont() || cyrillic && text.FontSource != fynetheme.DefaultTextFont() {
			t.Errorf("%q is painted with the wrong font", text.Text)
		}
		if !emoji && !cyrillic && (text.FontSource != nil || !text.TextStyle.Bold) {
			t.Errorf("%q is not bold", text.Text)
		}
	}
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
	before := l.letters.texts[0].Color
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Variant: theme.Dark}))
	if l.letters.texts[0].Color == before {
		t.Error("the colour is the old one")
	}
}
