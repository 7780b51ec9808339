package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain/text"
	"athar/domain/text/bidi"
	"athar/gui/theme"
)

func TestTheTabKeyLeavesAnEditor(t *testing.T) {
	env := window(t, "en", theme.Options{})
	ed := NewEditor(env, EditorOptions{Text: "one"})
	show(env, Column(ed, NewButton(env, ButtonOptions{Text: "next"})), 300, 200)
	ed.Focus()
	var tabbable fyne.Tabbable = ed.box
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
	test.Type(ed.box, "a")
	press(env, fyne.KeyReturn)
	test.Type(ed.box, "b")
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

func TestEveryParagraphOfAnEditorStandsAtTheSideOfItsDirection(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		ed := NewEditor(env, EditorOptions{Text: "سلام\nEnglish line"})
		show(env, Column(ed), 400, 200)
		first, last := ed.box.layout.Line(0), ed.box.layout.Line(1)
		if !near(first.X+first.Width, ed.box.view.Width) || last.X != 0 {
			t.Errorf("Arabic ends at %v of %v, English begins at %v", first.X+first.Width, ed.box.view.Width, last.X)
		}
	})
}

func TestAnEditorFollowsAForcedDirection(t *testing.T) {
	env := window(t, "en", theme.Options{})
	ed := NewEditor(env, EditorOptions{Text: "English first عربي", Direction: bidi.RTL})
	show(env, Column(ed), 400, 200)
	if line := ed.box.layout.Line(0); !near(line.X+line.Width, ed.box.view.Width) {
		t.Error("a text that is said to be right to left is not at the right")
	}
}

func TestAllOfALongTextCanBeScrolledTo(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	ed := NewEditor(env, EditorOptions{Text: strings.Repeat(mixedArabic+"\n", 30)})
	show(env, Column(ed), 400, 200)
	test.Scroll(env.Window.Canvas(), fyne.NewPos(50, 20), 0, -1e6)
	b := ed.box
	if got, want := b.offset.Y+b.view.Height, b.layout.Height(); !near(got, want) {
		t.Errorf("the view reaches to %v, the text to %v", got, want)
	}
	if n := len(b.sheet.Objects); n > 20 {
		t.Errorf("%d objects for what is in view", n)
	}
}

// The button of the direction stands where the first paragraph ends, so that the
// start of a text lines up with its label in either language.
func TestTheDirectionButtonStandsWhereTheTextEnds(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		ed := NewEditor(env, EditorOptions{Rows: 2, OnChanged: func(string) {}})
		show(env, Column(ed), 400, 120)
		ed.Focus()
		side := func() (atLeft bool, room float32) {
			return ed.turn.Position().X < 200, ed.box.clip.Position().X
		}
		if atLeft, _ := side(); atLeft != env.RTL() {
			t.Error("without a text it is not at the reading end of the window")
		}
		test.Type(ed.box, "سلام")
		if atLeft, room := side(); !atLeft || room < size(theme.SizeTarget)-beamRoom-1 {
			t.Errorf("of an Arabic text: at the left %v, text from %v", atLeft, room)
		}
		ed.box.TypedShortcut(&fyne.ShortcutSelectAll{})
		test.Type(ed.box, "Hello")
		if atLeft, room := side(); atLeft || room > size(theme.SizeTarget)/2 {
			t.Errorf("of an English text: at the left %v, text from %v", atLeft, room)
		}
		ed.SetText("سلام")
		if atLeft, _ := side(); !atLeft {
			t.Error("of an Arabic text set from elsewhere it is at the right")
		}
		ed.setDirection(bidi.LTR)
		if atLeft, _ := side(); atLeft {
			t.Error("of a text forced to the other direction it is at the left")
		}
	})
}

func TestAPassageOfAnEditorCanBeSelectedAndReplaced(t *testing.T) {
	for name, tt := range map[string]struct{ typed, was, with, want string }{
		"a word":                  {"one two three", "two", "2", "one 2 three"},
		"typed in another form":   {"cafe\u0301 two", "two", "2", "café 2"},
		"in the second paragraph": {"مُهمّ\nثانيًا كلمة", "كلمة", "لفظة", "مُهمّ\nثانيًا لفظة"},
		"with nothing":            {"one two", " two", "", "one"},
		"what is not there":       {"one two", "tow", "x", "one two"},
	} {
		t.Run(name, func(t *testing.T) {
			env := window(t, "en", theme.Options{})
			heard := 0
			ed := NewEditor(env, EditorOptions{OnChanged: func(string) { heard++ }})
			show(env, ed, 400, 200)
			ed.Focus()
			test.Type(ed.box, tt.typed)
			heard = 0
			start := max(strings.Index(ed.Text(), tt.was), 0)
			start = len([]rune(ed.Text()[:start]))
			ed.Select(start, start+len([]rune(tt.was)))
			if got := ed.box.selected(); tt.want != ed.Text() && text.Canonical(got) != tt.was && name != "what is not there" {
				t.Errorf("selected %q, want %q", got, tt.was)
			}
			ed.Replace(start, start+len([]rune(tt.was)), tt.was, tt.with)
			if ed.Text() != tt.want {
				t.Errorf("the text is %q, want %q", ed.Text(), tt.want)
			}
			changed := ed.Text() != text.Canonical(tt.typed)
			if changed != (heard > 0) {
				t.Errorf("heard %d times of it", heard)
			}
			if ed.box.undo(); changed && ed.Text() != text.Canonical(tt.typed) {
				t.Errorf("undone, it is %q", ed.Text())
			}
		})
	}
}

func TestAPassageBeyondTheEndIsCutThere(t *testing.T) {
	env := window(t, "en", theme.Options{})
	ed := NewEditor(env, EditorOptions{Text: "one"})
	show(env, ed, 300, 200)
	ed.Select(1, 99)
	if got := ed.box.selected(); got != "ne" {
		t.Errorf("selected %q", got)
	}
	ed.Replace(2, 99, "e", "x")
	ed.Replace(-1, 2, "on", "x")
	if ed.Text() != "one" {
		t.Errorf("the text is %q", ed.Text())
	}
}
