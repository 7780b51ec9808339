package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/text/bidi"
	"athar/gui/theme"
)

func TestAReadOnlyTextCanBeReadAndCopiedOnly(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		heard := 0
		ed := NewEditor(env, EditorOptions{Text: mixedArabic, ReadOnly: true, OnChanged: func(string) { heard++ }})
		show(env, Column(ed), 400, 200)
		ed.Focus()
		b := ed.box
		clipboard := test.NewClipboard()
		clipboard.SetContent("x")
		test.Type(b, "x")
		keys(b, "BackSpace", "Delete", "Return", "ctrl+Delete")
		for _, s := range []fyne.Shortcut{
			&fyne.ShortcutPaste{Clipboard: clipboard}, &fyne.ShortcutSelectAll{}, &fyne.ShortcutCut{Clipboard: clipboard},
			&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{},
		} {
			b.TypedShortcut(s)
		}
		if ed.Text() != mixedArabic || heard != 0 {
			t.Errorf("the text became %q, heard of %d changes", ed.Text(), heard)
		}
		if clipboard.Content() != mixedArabic || b.beam.Hidden {
			t.Errorf("copied %q, the caret is hidden: %v", clipboard.Content(), b.beam.Hidden)
		}
		keys(b, "Menu")
		for _, row := range env.Window.Canvas().Focused().(*menuPopup).rows {
			fixed := slices.Contains([]string{env.T("kit.edit_undo"), env.T("kit.edit_redo"), env.T("kit.edit_cut"), env.T("kit.edit_paste")}, row.item.Label)
			if fixed != (row.item.Disabled != "") {
				t.Errorf("%q is disabled: %q", row.item.Label, row.item.Disabled)
			}
		}
		ed.SetText("other")
		if ed.Text() != "other" || heard != 0 {
			t.Error("the program cannot change it, or was told of its own change")
		}
	})
}

func TestReadOnlyAndDisabledLookDifferent(t *testing.T) {
	env := window(t, "en", theme.Options{})
	f, _ := typed(t, env, FieldOptions{Text: mixedEnglish})
	env.Window.Canvas().Unfocus()
	look := func() [3]any {
		return [3]any{f.frame.FillColor, f.frame.StrokeColor, f.box.texts[0].Color}
	}
	usual := look()
	f.SetReadOnly(true)
	fixed := look()
	f.Disable("No.")
	dead := look()
	if usual == fixed || fixed == dead || usual == dead {
		t.Errorf("usual %v, read-only %v, disabled %v", usual, fixed, dead)
	}
	if fixed[2] != usual[2] {
		t.Error("what is to be read is pale")
	}
}

func TestAFieldCanBeCleared(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		passed := 0
		env.catchKeys(func(*fyne.KeyEvent) bool { passed++; return true })
		f, heard := typed(t, env, FieldOptions{Clear: true, OwnUndo: true})
		if f.clear.Visible() {
			t.Error("there is something to clear in an empty field")
		}
		press(env, fyne.KeyEscape)
		if passed != 1 {
			t.Error("Escape in an empty field goes nowhere")
		}
		test.Type(f.box, "س")
		if !f.clear.Visible() || f.clear.Size().Width < 32 || f.clear.Size().Height < 32 || f.clear.AccessibilityLabel() != env.T("kit.clear") {
			t.Errorf("the button is visible: %v, %v, called %q", f.clear.Visible(), f.clear.Size(), f.clear.AccessibilityLabel())
		}
		if got, want := start(env, f.clear), f.Size().Width-f.clear.Size().Width; !near(got, want) {
			t.Errorf("the button is %v from the reading start, want %v", got, want)
		}
		press(env, fyne.KeyEscape)
		if f.Text() != "" || passed != 1 || f.clear.Visible() {
			t.Errorf("Escape left %q, was passed on %d times, the button is visible: %v", f.Text(), passed, f.clear.Visible())
		}
		f.box.TypedShortcut(&fyne.ShortcutUndo{})
		test.Tap(f.clear)
		if want := []string{"س", "", "س", ""}; !slices.Equal(*heard, want) || env.Window.Canvas().Focused() != fyne.Focusable(f.box) {
			t.Errorf("heard %q, want %q; %T has the keyboard", *heard, want, env.Window.Canvas().Focused())
		}
	})
}

func TestTextDoesNotRunUnderTheClearButton(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		f, _ := typed(t, env, FieldOptions{Clear: true, Text: strings.Repeat("long طويل ", 20)})
		clip := f.box.clip
		from, to := clip.Position().X, clip.Position().X+clip.Size().Width
		if b := f.clear.Position().X; from < b+f.clear.Size().Width-beamRoom && b < to-beamRoom {
			t.Errorf("text from %v to %v, the button at %v", from, to, b)
		}
	})
}

func TestALimitOfLinesHolds(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	ed := NewEditor(env, EditorOptions{MaxLines: 2})
	show(env, ed, 300, 200)
	ed.Focus()
	b := ed.box
	test.Type(b, "a")
	keys(b, "Return", "Return")
	test.Type(b, "b")
	keys(b, "Return")
	if ed.Text() != "a\nb" {
		t.Errorf("typed %q", ed.Text())
	}
	clipboard := test.NewClipboard()
	clipboard.SetContent("1\n2\n3\n4")
	b.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if ed.Text() != "a\nb1 2 3 4" {
		t.Errorf("pasted behind two lines: %q", ed.Text())
	}
	b.TypedShortcut(&fyne.ShortcutSelectAll{})
	b.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if ed.Text() != "1\n2 3 4" {
		t.Errorf("pasted in place of two lines: %q", ed.Text())
	}
}

func TestTheCounterStandsAtTheReadingEndBesideTheProblem(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		counter := NewLabel(env, "5", StyleCaption)
		ed := NewEditor(env, EditorOptions{Counter: counter})
		ed.box.onChanged = func() { counter.SetText(strings.Repeat("12", ed.box.layout.Len())); ed.typed() }
		show(env, Column(ed, block(10, 10)), 400, 300)
		end := func() float32 { return start(env, counter) + counter.Size().Width }
		if !near(end(), 400) || counter.Position().Y < ed.frame.Size().Height {
			t.Errorf("the counter ends at %v, %v down", end(), counter.Position().Y)
		}
		before := ed.MinSize().Height
		ed.SetProblem("اكتب اسمًا. Type a name.")
		ed.Resize(ed.MinSize().Max(fyne.NewSize(400, 0)))
		if got := start(env, ed.problem) + ed.problem.Size().Width; got > start(env, counter) || ed.problem.Position().Y != ed.frame.Size().Height+2*ed.frame.Position().Y {
			t.Errorf("the problem ends at %v, the counter begins at %v", got, start(env, counter))
		}
		if got := ed.MinSize().Height; got < before {
			t.Errorf("with a problem %v high, before %v", got, before)
		}
		ed.Focus()
		test.Type(ed.box, "سلام")
		if want := preferred(counter).Width; !near(counter.Size().Width, want) || !near(end(), 400) {
			t.Errorf("the counter grew to %v, want %v, and ends at %v", counter.Size().Width, want, end())
		}
	})
}

func TestTheDirectionIsChosenByButtonMenuAndKey(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		ed := NewEditor(env, EditorOptions{Text: "WhatsApp هو"})
		show(env, Column(ed), 400, 300)
		if s := ed.turn.Size(); s.Width < 32 || s.Height < 32 {
			t.Errorf("the button is %v", s)
		}
		name := func(key string) string { return env.T("kit.direction_is", "direction", env.T(key)) }
		if got := ed.turn.AccessibilityLabel(); got != name("kit.direction_auto") {
			t.Errorf("the button says %q", got)
		}
		test.Tap(ed.turn)
		menu := env.Window.Canvas().Focused().(*menuPopup)
		menu.choose(1)
		if ed.box.layout.Direction(0) != bidi.RTL || ed.turn.AccessibilityLabel() != name("kit.direction_rtl") {
			t.Errorf("direction %v, the button says %q", ed.box.layout.Direction(0), ed.turn.AccessibilityLabel())
		}
		if env.Window.Canvas().Focused() != fyne.Focusable(ed.box) {
			t.Errorf("%T has the keyboard", env.Window.Canvas().Focused())
		}
		turn := &desktop.CustomShortcut{KeyName: fyne.KeyX, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
		for _, want := range []bidi.Direction{bidi.LTR, bidi.RTL} {
			ed.box.TypedShortcut(turn)
			if got := ed.box.direction; got != want {
				t.Errorf("the key turns it to %v, want %v", got, want)
			}
		}
		ed.setDirection(bidi.Auto)
		if got := ed.turn.AccessibilityLabel(); got != name("kit.direction_auto") {
			t.Errorf("set by the program, the button says %q", got)
		}
	})
}

func TestAFieldKeepsTheDirectionItWasMadeWith(t *testing.T) {
	env := window(t, "en", theme.Options{})
	f, _ := typed(t, env, FieldOptions{Text: "WhatsApp هو", Direction: bidi.RTL})
	if f.box.layout.Direction(0) != bidi.RTL {
		t.Errorf("direction %v", f.box.layout.Direction(0))
	}
}

func TestTheFrameIsDrawnOnce(t *testing.T) {
	env := window(t, "en", theme.Options{})
	ed, _ := edited(env, mixedEnglish, 0)
	frames := 0
	for _, o := range ed.objects() {
		if _, ok := o.(*canvas.Rectangle); ok {
			frames++
		}
	}
	if frames != 1 || ed.frame.FillColor != fynetheme.Color(fynetheme.ColorNameInputBackground) {
		t.Errorf("%d frames, filled with %v", frames, ed.frame.FillColor)
	}
}
