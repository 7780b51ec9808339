package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// typed makes a field that keeps what it reports, in a window and focused.
func typed(t *testing.T, env *Env, o FieldOptions) (*Field, *[]string) {
	t.Helper()
	var heard []string
	o.OnChanged = func(s string) { heard = append(heard, s) }
	f := NewField(env, o)
	show(env, Column(f, NewButton(env, ButtonOptions{Text: "next"})), 300, 200)
	f.Focus()
	return f, &heard
}

func TestAFieldReportsTypingInCanonicalForm(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	f, heard := typed(t, env, FieldOptions{})
	test.Type(f.box, "e\u0301\ufefb")
	if want := []string{"e", "é", "éلا"}; !slices.Equal(*heard, want) {
		t.Errorf("heard %q, want %q", *heard, want)
	}
	if got := f.Text(); got != "éلا" {
		t.Errorf("text = %q", got)
	}
}

func TestSettingTheTextOfAFieldIsSilent(t *testing.T) {
	env := window(t, "en", theme.Options{})
	f, heard := typed(t, env, FieldOptions{Text: "one"})
	f.SetText("two")
	f.SetProblem("No.")
	f.Disable("Why.")
	if len(*heard) != 0 || f.Text() != "two" {
		t.Errorf("heard %q, text %q", *heard, f.Text())
	}
}

func TestAnEchoOfOnesOwnWordsLeavesCaretAndUndoAlone(t *testing.T) {
	env := window(t, "en", theme.Options{})
	f, _ := typed(t, env, FieldOptions{OwnUndo: true})
	test.Type(f.box, "abe\u0301")
	press(env, fyne.KeyLeft, fyne.KeyLeft)
	caret := f.box.caret.Index
	f.SetText("abé")
	if f.box.caret.Index != caret || f.box.text() != "abe\u0301" {
		t.Errorf("caret %d text %q, want %d and the letters as they were typed", f.box.caret.Index, f.box.text(), caret)
	}
	f.SetText("abé and more")
	if f.box.caret.Index != caret {
		t.Errorf("text grew at the end: caret %d, want %d", f.box.caret.Index, caret)
	}
}

func TestWritingGoesOnBehindWhatComesBack(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	f, _ := typed(t, env, FieldOptions{})
	test.Type(f.box, "ماء نقي")
	press(env, fyne.KeyHome)
	f.SetText("نقي") // undone by the campaign
	f.SetText("ماء نقي")
	test.Type(f.box, "!")
	if got := f.Text(); got != "ماء !نقي" {
		t.Errorf("typing after redoing makes it %q", got)
	}
}

func TestAFieldKeepsItsLimit(t *testing.T) {
	env := window(t, "en", theme.Options{})
	f, _ := typed(t, env, FieldOptions{MaxRunes: 5})
	test.Type(f.box, "مرحبا بك")
	if got := f.Text(); got != "مرحبا" {
		t.Errorf("typed: %q", got)
	}
	clipboard := test.NewClipboard()
	clipboard.SetContent("123456789")
	f.box.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := f.Text(); got != "مرحبا" {
		t.Errorf("pasted into a full field: %q", got)
	}
	f.box.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.box.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := f.Text(); got != "12345" {
		t.Errorf("pasted over everything: %q", got)
	}
	if got := clipboard.Content(); got != "123456789" {
		t.Errorf("the clipboard became %q", got)
	}
}

func TestPastedLinesBecomeOneInAField(t *testing.T) {
	env := window(t, "en", theme.Options{})
	f, _ := typed(t, env, FieldOptions{})
	clipboard := test.NewClipboard()
	clipboard.SetContent("one\r\ntwo\u2028three\n")
	f.box.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := f.Text(); got != "one two three" {
		t.Errorf("pasted %q", got)
	}
}

func TestAFieldOffersShortcutsToTheWindow(t *testing.T) {
	save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
	word := &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierShortcutDefault}
	for name, c := range map[string]struct {
		ownUndo bool
		offered []string
	}{
		"OK":      {false, []string{"CustomDesktop:Control+S", "Undo", "Redo"}},
		"OwnUndo": {true, []string{"CustomDesktop:Control+S"}},
	} {
		t.Run(name, func(t *testing.T) {
			env := window(t, "en", theme.Options{})
			var offered []string
			env.Shortcut = func(s fyne.Shortcut) bool {
				offered = append(offered, s.ShortcutName())
				return true
			}
			f, _ := typed(t, env, FieldOptions{OwnUndo: c.ownUndo})
			test.Type(f.box, "two words")
			for _, s := range []fyne.Shortcut{save, word, &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutSelectAll{}} {
				f.box.TypedShortcut(s)
			}
			if !slices.Equal(offered, c.offered) {
				t.Errorf("offered %v, want %v", offered, c.offered)
			}
		})
	}
}

func TestUndoStaysInAFieldWhenTheWindowDoesNotWantIt(t *testing.T) {
	env := window(t, "en", theme.Options{})
	env.Shortcut = func(fyne.Shortcut) bool { return false }
	f, heard := typed(t, env, FieldOptions{})
	test.Type(f.box, "word")
	f.box.TypedShortcut(&fyne.ShortcutUndo{})
	if f.Text() != "" || (*heard)[len(*heard)-1] != "" {
		t.Errorf("text %q after undo, heard %q", f.Text(), *heard)
	}
}

func TestEnterSubmitsAndOtherwisePassesOn(t *testing.T) {
	env := window(t, "en", theme.Options{})
	passed := 0
	env.catchKeys(func(*fyne.KeyEvent) bool { passed++; return true })
	submitted := ""
	f, _ := typed(t, env, FieldOptions{Text: "e\u0301", OnSubmitted: func(s string) { submitted = s }})
	press(env, fyne.KeyReturn)
	if submitted != "é" || passed != 0 {
		t.Errorf("submitted %q, passed on %d", submitted, passed)
	}
	f.box.onSubmitted = nil
	press(env, fyne.KeyReturn, fyne.KeyEscape)
	if passed != 2 {
		t.Errorf("passed on %d keys, want 2", passed)
	}
}

func TestAProblemStandsUnderTheFieldAndMovesNothingElse(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		f, _ := typed(t, env, FieldOptions{Text: "2026"})
		box, least := f.box.Size(), f.MinSize().Height
		f.SetProblem("اكتب اسمًا. Type a name.")
		if f.box.Size() != box {
			t.Errorf("the box went from %v to %v", box, f.box.Size())
		}
		if got := f.MinSize().Height - least; got <= 0 || got > 40 {
			t.Errorf("the problem takes %v", got)
		}
		if !near(start(env, f.problem.sign.image), 0) {
			t.Errorf("the sign starts at %v", start(env, f.problem.sign.image))
		}
		if f.frame.StrokeColor != fynetheme.Color(fynetheme.ColorNameError) {
			t.Error("the border does not show the problem")
		}
		f.SetProblem("")
		if got := f.MinSize().Height; got != least {
			t.Errorf("without the problem %v, before %v", got, least)
		}
	})
}

func TestALineStandsAtTheSideOfItsDirection(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		f, _ := typed(t, env, FieldOptions{Text: mixedArabic})
		for _, focused := range []bool{true, false} {
			if !focused {
				env.Window.Canvas().Unfocus()
			}
			if got := right(f.box); !near(got, f.box.view.Width) {
				t.Errorf("focused %v: Arabic ends at %v of %v", focused, got, f.box.view.Width)
			}
		}
		f.SetText("English only")
		if got := f.box.texts[0].Position().X; got != beamRoom {
			t.Errorf("English begins at %v", got)
		}
	})
}

// right returns where what is painted in a box ends.
func right(b *textbox) float32 {
	far := float32(0)
	for _, o := range b.sheet.Objects {
		if t, ok := o.(*canvas.Text); ok {
			far = max(far, t.Position().X+t.Size().Width-beamRoom)
		}
	}
	return far
}

func TestThePlaceholderStandsAtTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		f, _ := typed(t, env, FieldOptions{Placeholder: "مثال example", Icon: fynetheme.SearchIcon()})
		if f.line.shown.Alignment != env.startAlign() || !f.line.shown.Visible() {
			t.Errorf("aligned %v, visible %v", f.line.shown.Alignment, f.line.shown.Visible())
		}
		if got := start(env, f.line.shown); got < size(fynetheme.SizeNameInlineIcon) {
			t.Errorf("the placeholder starts at %v, on the icon", got)
		}
		test.Type(f.box, "x")
		if f.line.shown.Visible() {
			t.Error("the placeholder stays behind typed text")
		}
	})
}

func TestADisabledFieldTakesNoTextAndSaysWhy(t *testing.T) {
	env := window(t, "en", theme.Options{})
	hint := hints(env)
	f, heard := typed(t, env, FieldOptions{Text: "one"})
	f.Disable("The campaign is archived.")
	test.MoveMouse(env.Window.Canvas(), fyne.NewPos(50, 15))
	if *hint != "The campaign is archived." {
		t.Errorf("hint = %q", *hint)
	}
	test.Type(f.box, "two")
	if f.Text() != "one" || len(*heard) != 0 {
		t.Errorf("text %q, heard %q", f.Text(), *heard)
	}
	f.Enable()
	if *hint != "" {
		t.Errorf("hint after enabling = %q", *hint)
	}
}

func TestLeavingAFieldIsTold(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		left := 0
		f := NewField(env, FieldOptions{OnLeft: func() { left++ }})
		show(env, Column(f, NewField(env, FieldOptions{})), 400, 200)
		f.Focus()
		if left != 0 {
			t.Fatal("told before it was left")
		}
		env.Window.Canvas().FocusNext()
		if left != 1 {
			t.Fatalf("told %d times", left)
		}
	})
}
