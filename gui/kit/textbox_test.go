package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/domain/text/bidi"
	"athar/gui/theme"
	"athar/gui/typeset"
)

// keys types keys by name into a box: "shift+Left", "ctrl+Home".
func keys(b *textbox, names ...string) {
	for _, name := range names {
		parts := strings.Split(name, "+")
		key := fyne.KeyName(parts[len(parts)-1])
		shift, ctrl := strings.Contains(name, "shift+"), strings.Contains(name, "ctrl+")
		if ctrl {
			m := fyne.KeyModifierShortcutDefault
			if shift {
				m |= fyne.KeyModifierShift
			}
			b.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: m})
			continue
		}
		if shift {
			b.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		b.TypedKey(&fyne.KeyEvent{Name: key})
		if shift {
			b.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
	}
}

// edited shows an editor with a text and the caret at a place.
func edited(env *Env, text string, caret int) (*Editor, *textbox) {
	ed := NewEditor(env, EditorOptions{Text: text, Rows: 6})
	show(env, Column(ed), 400, 300)
	ed.Focus()
	b := ed.box
	b.caret.Index = caret
	b.place(b.caret)
	return ed, b
}

func TestKeysMoveTheCaretAsTheEyeSeesIt(t *testing.T) {
	const arabic, english = "سلام يا عالم", "one two three"
	for _, c := range []struct {
		text  string
		from  int
		keys  string
		caret int
		sel   string
	}{
		{english, 0, "Right", 1, ""},
		{english, 1, "Left", 0, ""},
		{arabic, 0, "Left", 1, ""},
		{arabic, 1, "Right", 0, ""},
		{english, 0, "ctrl+Right", 3, ""},
		{arabic, 0, "ctrl+Left", 4, ""},
		{arabic, 3, "Home", 0, ""},
		{arabic, 3, "End", 12, ""},
		{"one\ntwo", 5, "ctrl+Home", 0, ""},
		{"one\ntwo", 1, "ctrl+End", 7, ""},
		{"one\nسلام", 1, "Down", 8, ""}, // the left of an Arabic line is its end
		{"long line\nx\nlong line", 8, "Down Down", 20, ""},
		{"long line\nx\nlong line", 8, "Down Up", 8, ""},
		{"one", 0, "Up", 0, ""},
		{arabic, 0, "shift+Left shift+Left", 2, "سل"},
		{english, 3, "shift+Home", 0, "one"},
		{english, 4, "ctrl+shift+Right", 7, "two"},
		{english, 4, "ctrl+shift+Right Left", 4, ""},
		{english, 4, "ctrl+shift+Right Right", 7, ""},
		{arabic, 0, "ctrl+shift+Left Left", 4, ""},
		{arabic, 0, "ctrl+shift+Left Right", 0, ""},
		{"", 0, "Left Right Home End Up Down Prior Next ctrl+Left ctrl+Right", 0, ""},
		{"بَت", 0, "Left", 2, ""}, // the mark is not stood upon
		{"a\nb\nc\nd\ne\nf\ng\nh", 0, "Next", 10, ""},
		{"a\nb\nc\nd\ne\nf\ng\nh", 15, "Prior", 5, ""},
	} {
		t.Run(fmt.Sprintf("%q from %d %s", c.text, c.from, c.keys), func(t *testing.T) {
			_, b := edited(window(t, "en", theme.Options{}), c.text, c.from)
			keys(b, strings.Fields(c.keys)...)
			if b.caret.Index != c.caret || b.selected() != c.sel {
				t.Errorf("caret at %d with %q selected, want %d and %q", b.caret.Index, b.selected(), c.caret, c.sel)
			}
			at := b.layout.Caret(b.caret)
			if x := b.beam.Position().X; !near(x+beamWidth/2, at.X+beamRoom) || b.beam.Hidden {
				t.Errorf("the caret is drawn at %v and stands at %v", x, at.X)
			}
		})
	}
}

func TestKeysEditTheText(t *testing.T) {
	for _, c := range []struct {
		text string
		from int
		keys string
		want string
	}{
		{"بَت", 2, "BackSpace", "بت"},   // a mark before its letter
		{"بَت", 0, "Delete", "ت"},       // the letter with its mark
		{"سلام", 4, "BackSpace", "سلا"}, // behind
		{"abc", 0, "BackSpace", "abc"},  // nothing there
		{"abc", 3, "Delete", "abc"},     // nothing there
		{"abc", 0, "shift+Right Delete", "bc"},
		{"abc", 3, "shift+Left BackSpace", "ab"},
		{"one\ntwo", 3, "Delete", "onetwo"},
		{"one", 1, "Return", "o\nne"},
		{"one two", 7, "ctrl+BackSpace", "one "},
		{"one two ", 8, "ctrl+BackSpace", "one "},
		{"one two", 3, "ctrl+Delete", "one"},
		{"سلام عالم", 9, "ctrl+BackSpace", "سلام "},
		{"", 0, "ctrl+BackSpace ctrl+Delete BackSpace Delete", ""},
	} {
		t.Run(fmt.Sprintf("%q from %d %s", c.text, c.from, c.keys), func(t *testing.T) {
			ed, b := edited(window(t, "ar", theme.Options{}), c.text, c.from)
			keys(b, strings.Fields(c.keys)...)
			if got := ed.Text(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestUndoTakesWordsBackAndRedoBringsThem(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	ed, b := edited(env, "", 0)
	test.Type(b, "سلام one")
	keys(b, "BackSpace", "BackSpace")
	for i, want := range []string{"سلام one", "سلام ", "", ""} {
		b.TypedShortcut(&fyne.ShortcutUndo{})
		if ed.Text() != want {
			t.Fatalf("undo %d leaves %q, want %q", i+1, ed.Text(), want)
		}
	}
	for i, want := range []string{"سلام ", "سلام one", "سلام o", "سلام o"} {
		b.TypedShortcut(&fyne.ShortcutRedo{})
		if ed.Text() != want {
			t.Fatalf("redo %d leaves %q, want %q", i+1, ed.Text(), want)
		}
	}
	keys(b, "Home")
	b.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(b, "x")
	b.TypedShortcut(&fyne.ShortcutUndo{})
	if ed.Text() != "سلام o" || b.selected() != "سلام o" {
		t.Errorf("%q with %q selected after typing over it was undone", ed.Text(), b.selected())
	}
	ed.SetText("from elsewhere")
	b.TypedShortcut(&fyne.ShortcutUndo{})
	if ed.Text() != "from elsewhere" {
		t.Errorf("undo made %q of a text that came from elsewhere", ed.Text())
	}
}

func TestTheClipboardHoldsTheOrderInWhichTextIsRead(t *testing.T) {
	env := window(t, "en", theme.Options{})
	ed, b := edited(env, mixedArabic, 0)
	clipboard := test.NewClipboard()
	b.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if clipboard.Content() != "" {
		t.Error("copied although nothing is selected")
	}
	b.TypedShortcut(&fyne.ShortcutSelectAll{})
	b.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if clipboard.Content() != mixedArabic || ed.Text() != "" {
		t.Errorf("cut %q and left %q", clipboard.Content(), ed.Text())
	}
	b.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if ed.Text() != mixedArabic {
		t.Errorf("pasted %q", ed.Text())
	}
}

// pressAt presses the primary button where a rune stands.
func pressAt(b *textbox, index int, modifier fyne.KeyModifier) {
	c := b.layout.Caret(typeset.Position{Index: index})
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
	ev.Position = b.toSheet(c.X, c.Top+c.Height/2).Add(b.clip.Position())
	b.MouseDown(ev)
	b.MouseUp(ev)
}

func TestPressesSelectWordsAndParagraphs(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	_, b := edited(env, "سلام، عالم\nsecond line", 0)
	for presses, want := range []string{"", "عالم", "سلام، عالم", ""} {
		pressAt(b, 8, 0)
		if got := b.selected(); got != want {
			t.Fatalf("%d presses select %q, want %q", presses+1, got, want)
		}
	}
	pressAt(b, 15, fyne.KeyModifierShift)
	if start, end := b.selection(); start != 8 || end != 15 {
		t.Errorf("Shift and a press select %d to %d", start, end)
	}
	if len(b.marks) < 2 {
		t.Error("a selection over two lines is not marked on both")
	}
}

func TestDraggingSelectsAndScrolls(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	_, b := edited(env, strings.Repeat(mixedArabic+"\n", 30), 0)
	pressAt(b, 3, 0)
	ev := &fyne.DragEvent{}
	ev.Position = fyne.NewPos(50, 900)
	b.Dragged(ev)
	if start, end := b.selection(); start != 3 || end < 400 || b.offset.Y <= 0 {
		t.Errorf("%d to %d selected, scrolled to %v", start, end, b.offset.Y)
	}
}

func TestALongLineScrollsWithTheCaret(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for _, s := range []string{strings.Repeat("كلمة ", 40) + "نهاية", strings.Repeat("word ", 40) + "end"} {
			f, _ := typed(t, env, FieldOptions{Text: s})
			for _, key := range []string{"End", "Home", "End", "ctrl+Left", "ctrl+Right", "Left", "Right"} {
				keys(f.box, key)
				if x := f.box.beam.Position().X; x < 0 || x > f.box.view.Width+beamRoom {
					t.Errorf("%q %s: the caret is drawn at %v of %v", s[:8], key, x, f.box.view.Width)
				}
			}
		}
	})
}

func TestTheDirectionCanBeChosenInTheMenu(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	f, _ := typed(t, env, FieldOptions{Text: "WhatsApp هو"})
	b := f.box
	if b.layout.Direction(0) != bidi.LTR {
		t.Fatal("the first letter does not decide")
	}
	b.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(50, 20)})
	menu, ok := env.Window.Canvas().Focused().(*menuPopup)
	if !ok {
		t.Fatalf("%T has the keyboard", env.Window.Canvas().Focused())
	}
	for i, row := range menu.rows {
		if row.item.Label == env.T("kit.direction_rtl") {
			menu.choose(i)
		}
	}
	if b.layout.Direction(0) != bidi.RTL || env.Window.Canvas().Focused() != fyne.Focusable(b) {
		t.Errorf("direction %v, %T has the keyboard", b.layout.Direction(0), env.Window.Canvas().Focused())
	}
	if got := right(b); !near(got, b.view.Width) {
		t.Errorf("the line ends at %v of %v", got, b.view.Width)
	}
}

func TestTheMenuActsOnTheSelectionItWasOpenedFor(t *testing.T) {
	env := window(t, "en", theme.Options{})
	f, heard := typed(t, env, FieldOptions{Text: mixedEnglish})
	f.box.TypedShortcut(&fyne.ShortcutSelectAll{})
	keys(f.box, "Menu")
	menu := env.Window.Canvas().Focused().(*menuPopup)
	for i, row := range menu.rows {
		if row.item.Label == env.T("kit.edit_cut") {
			menu.choose(i)
			break
		}
	}
	if f.Text() != "" || len(*heard) != 1 || fyne.CurrentApp().Clipboard().Content() != mixedEnglish {
		t.Errorf("%q is left, %q was heard", f.Text(), *heard)
	}
}
