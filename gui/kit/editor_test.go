package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain/text/bidi"
	"athar/gui/theme"
)

func TestTheTabKeyLeavesAnEditor(t *testing.T) {
	env := window(t, "en", theme.Options{})
	ed := NewEditor(env, EditorOptions{Text: "one"})
	show(env, Column(ed, NewButton(env, ButtonOptions{Text: "next"})), 300, 200)
	ed.Focus()
	var tabbable fyne.Tabbable = ed.entry
	if tabbable.AcceptsTab() {
		t.Error("the editor takes the Tab key")
	}
	press(env, fyne.KeyTab)
	if ed.Text() != "one" {
		t.Errorf("Tab typed %q", ed.Text())
	}
	env.Window.Canvas().FocusNext()
	if _, ok := env.Window.Canvas().Focused().(*Button); !ok {
		t.Errorf("the focus went to %T", env.Window.Canvas().Focused())
	}
}

func TestEnterMakesALineWhileThereIsRoom(t *testing.T) {
	env := window(t, "en", theme.Options{})
	heard := ""
	ed := NewEditor(env, EditorOptions{MaxRunes: 3, OnChanged: func(s string) { heard = s }})
	show(env, ed, 300, 200)
	ed.Focus()
	test.Type(ed.entry, "a")
	press(env, fyne.KeyReturn)
	test.Type(ed.entry, "b")
	press(env, fyne.KeyReturn)
	if ed.Text() != "a\nb" || heard != "a\nb" {
		t.Errorf("text %q, heard %q", ed.Text(), heard)
	}
}

func TestAnEditorShowsItsRows(t *testing.T) {
	env := window(t, "en", theme.Options{})
	line := StyleBody.face().lineHeight()
	three, eight := NewEditor(env, EditorOptions{}), NewEditor(env, EditorOptions{Rows: 8})
	if got := eight.MinSize().Height - three.MinSize().Height; !near(got, 5*line) {
		t.Errorf("8 rows are %v higher than 3, want %v", got, 5*line)
	}
}

func TestArabicInAnEditorIsReadByParagraphWhileNobodyTypes(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		ed := NewEditor(env, EditorOptions{Text: mixedArabic + "\nEnglish line"})
		show(env, Column(ed), 400, 200)
		if !ed.view.Visible() || !ed.cover.Visible() {
			t.Fatal("the entry's own order is seen")
		}
		first, last := ed.lines.shown[0], ed.lines.shown[len(ed.lines.shown)-1]
		if first.Alignment != fyne.TextAlignTrailing || last.Alignment != fyne.TextAlignLeading {
			t.Errorf("Arabic aligned %v, English %v", first.Alignment, last.Alignment)
		}
		ed.Focus()
		if ed.view.Visible() || ed.cover.Visible() {
			t.Error("the entry is covered while it has the focus")
		}
	})
}

func TestAnEditorFollowsAForcedDirection(t *testing.T) {
	env := window(t, "en", theme.Options{})
	ed := NewEditor(env, EditorOptions{Text: "English first عربي", Direction: bidi.RTL})
	show(env, Column(ed), 400, 200)
	if !ed.view.Visible() || ed.lines.shown[0].Alignment != fyne.TextAlignTrailing {
		t.Error("a text that is said to be right to left is not at the right")
	}
}

func TestAllOfALongTextCanBeScrolledTo(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	ed := NewEditor(env, EditorOptions{Text: strings.Repeat(mixedArabic+"\n", 30)})
	show(env, Column(ed), 400, 200)
	if got, want := ed.view.Content.Size().Height, lowest(ed.lines); got < want {
		t.Errorf("the scroller reaches to %v, the text to %v", got, want)
	}
}
