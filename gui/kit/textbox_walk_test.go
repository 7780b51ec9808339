package kit

import (
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"athar/domain/text"
	"athar/gui/theme"
)

// Whatever a person does, the caret stays in the text and in view, the limit
// holds, and undo leads back to the beginning.
func TestNoOrderOfKeysLosesTheCaretOrTheWayBack(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	names := []string{
		"Left", "Right", "Up", "Down", "Home", "End", "Prior", "Next", "BackSpace", "Delete", "Return",
		"shift+Left", "shift+Right", "shift+Up", "shift+Down", "shift+End", "ctrl+Left", "ctrl+Right", "ctrl+shift+Left",
		"ctrl+shift+Right", "ctrl+Home", "ctrl+shift+End", "ctrl+BackSpace", "ctrl+Delete",
	}
	letters := []rune("سلا مَ،\ufefb one 12%()😀\u0301\u200f\u0000")
	rapid.Check(t, func(rt *rapid.T) {
		begin := rapid.SampledFrom([]string{"", mixedArabic, mixedEnglish + "\n\n" + mixedArabic, "e\u0301\r\nلا"}).Draw(rt, "text")
		ed := NewEditor(env, EditorOptions{Text: begin, MaxRunes: 120})
		show(env, Column(ed), 200, 200)
		ed.Focus()
		ed.SetHighlights([]Highlight{{Start: 0, End: 5}, {Start: 3, End: 9}, {Start: 20, End: 200}})
		b := ed.box
		for range rapid.IntRange(0, 25).Draw(rt, "steps") {
			if rapid.Bool().Draw(rt, "type") {
				b.TypedRune(rapid.SampledFrom(letters).Draw(rt, "rune"))
			} else {
				keys(b, rapid.SampledFrom(names).Draw(rt, "key"))
			}
			if b.caret.Index < 0 || b.caret.Index > b.layout.Len() || b.anchor < 0 || b.anchor > b.layout.Len() {
				rt.Fatalf("caret %d and anchor %d in %d runes", b.caret.Index, b.anchor, b.layout.Len())
			}
			if got, want := ed.Text(), text.Canonical(b.text()); got != want {
				rt.Fatalf("the text is told as %q, should be %q", got, want)
			}
			for _, h := range b.highlights {
				if h.Start < 0 || h.Start >= h.End || h.End > b.layout.Len() {
					rt.Fatalf("a highlight from %d to %d of %d runes", h.Start, h.End, b.layout.Len())
				}
			}
			if y := b.beam.Position().Y; y < -0.01 || y+b.beam.Size().Height > b.view.Height+0.01 {
				rt.Fatalf("the caret is drawn from %v, %v high, in a view of %v", y, b.beam.Size().Height, b.view.Height)
			}
		}
		if n := utf8.RuneCountInString(b.text()); n > 120 {
			rt.Fatalf("%d runes in a text of 120", n)
		}
		end := b.text()
		steps := len(b.past.done)
		for range steps {
			b.TypedShortcut(&fyne.ShortcutUndo{})
		}
		if got := ed.Text(); got != text.Canonical(begin) {
			rt.Fatalf("undo leads back to %q, not to %q", got, begin)
		}
		for range steps {
			b.TypedShortcut(&fyne.ShortcutRedo{})
		}
		if got := b.text(); got != end {
			rt.Fatalf("redo leads to %q, not to %q", got, end)
		}
	})
}

// What is typed is drawn in the very runs of the layout, so the caret stands
// where the letters are.
func TestWhatIsDrawnIsAsWideAsTheLayoutSays(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	ed, b := edited(env, "", 0)
	test.Type(b, mixedArabic+" 😀 "+mixedEnglish)
	drawn := 0
	for i := range b.layout.Lines() {
		for _, run := range b.layout.Line(i).Runs {
			if got := b.texts[drawn].Size().Width; !near(got, run.Width) || b.texts[drawn].Text != run.Text {
				t.Errorf("run %q is drawn %v wide as %q, should be %v", run.Text, got, b.texts[drawn].Text, run.Width)
			}
			drawn++
		}
	}
	if drawn < 3 || ed.Text() != mixedArabic+" 😀 "+mixedEnglish {
		t.Errorf("%d runs of %q", drawn, ed.Text())
	}
}
