package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
	"athar/gui/typeset"
)

// selectable shows a paragraph that can be selected in, and its selector.
func selectable(env *Env, text string) (*Paragraph, *selector) {
	p := NewParagraph(env, text, StyleBody).Selectable()
	show(env, p, 400, 120)
	return p, p.selector
}

// point returns where the caret for an index would stand.
func (s *selector) point(i int) fyne.Position {
	c := s.paragraph.layout().Caret(typeset.Position{Index: i})
	return fyne.NewPos(c.X, c.Top+c.Height/2)
}

func (s *selector) down(i int, held fyne.KeyModifier) {
	s.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: s.point(i)}, Button: desktop.MouseButtonPrimary, Modifier: held,
	})
}

// copied returns what Ctrl+C puts on the clipboard.
func (s *selector) copied() string {
	c := test.NewClipboard()
	s.TypedShortcut(&fyne.ShortcutCopy{Clipboard: c})
	return c.Content()
}

func TestTheMouseSelectsWhatIsCopiedInTheOrderOfReading(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		_, s := selectable(env, mixedArabic+"\n"+mixedEnglish)
		s.down(5, 0)
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s.point(24)}})
		if got, want := s.copied(), string([]rune(mixedArabic)[5:24]); got != want {
			t.Errorf("a drag selects %q, want %q", got, want)
		}
		s.clicks.last = time.Time{}
		s.down(0, 0)
		s.down(4, fyne.KeyModifierShift)
		if got := s.copied(); got != "نسبة" {
			t.Errorf("a press with Shift selects %q", got)
		}
		s.clicks.last = time.Time{}
		s.down(25, 0)
		s.down(25, 0)
		if got := s.copied(); got != "Facebook" {
			t.Errorf("two presses select %q", got)
		}
		s.down(25, 0)
		if got := s.copied(); got != mixedArabic {
			t.Errorf("three presses select %q", got)
		}
	})
}

func TestTheKeyboardSelectsAndCopies(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p, s := selectable(env, "ماء نظيف\nWater")
	env.Window.Canvas().FocusNext()
	if env.Window.Canvas().Focused() != s || !s.ring.line.Visible() {
		t.Fatal("the Tab key does not reach it, or does not show that")
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := s.copied(); got != p.Text() {
		t.Errorf("everything is %q", got)
	}
	s.reset()
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(env, fyne.KeyLeft, fyne.KeyLeft)
	if got := s.copied(); got != "ما" {
		t.Errorf("two letters to the left are %q", got)
	}
	press(env, fyne.KeyEnd)
	if got := s.copied(); got != "ماء نظيف" {
		t.Errorf("to the end of the line is %q", got)
	}
	s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	passed := 0
	env.catchKeys(func(*fyne.KeyEvent) bool { passed++; return true })
	press(env, fyne.KeyDown, fyne.KeyEscape)
	if passed != 2 {
		t.Errorf("%d keys are passed on, want 2", passed)
	}
}

func TestASelectionIsSeenWhileItHasTheKeyboardOrAMenu(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p, s := selectable(env, mixedArabic)
	env.focus(s)
	s.choose(0, 24) // of two directions: two rectangles
	if n := len(s.marks.Objects); n != 2 {
		t.Errorf("%d rectangles", n)
	}
	s.TappedSecondary(&fyne.PointEvent{})
	if len(s.marks.Objects) == 0 {
		t.Error("the menu hides what it acts on")
	}
	menu := env.Window.Canvas().Overlays().Top().(*layer)
	if want := env.T("kit.edit_copy") + "\n" + env.T("kit.edit_select_all"); texts(menu)[0] != want {
		t.Errorf("the menu reads %q, want %q", texts(menu), want)
	}
	menu.close()
	s.menuOpen = false
	env.Window.Canvas().Unfocus()
	if len(s.marks.Objects) != 0 {
		t.Error("the selection is seen where copying would not find it")
	}
	env.focus(s)
	p.SetText("آخر")
	if start, end := s.selection(); start != end {
		t.Error("the selection in the old text remains")
	}
}

func TestOnlyASelectableParagraphStopsTheTabKey(t *testing.T) {
	env := window(t, "en", theme.Options{})
	p := NewParagraph(env, "plain", StyleBody)
	show(env, p, 200, 50)
	env.Window.Canvas().FocusNext()
	if got := env.Window.Canvas().Focused(); got != nil {
		t.Errorf("%T has the keyboard", got)
	}
}

// together shows three paragraphs between two buttons that are one stop.
func together(env *Env) (all []*Paragraph) {
	button := func() fyne.CanvasObject { return NewButton(env, ButtonOptions{Text: "b"}) }
	for _, text := range []string{mixedArabic, mixedEnglish, "ماء"} {
		all = append(all, NewParagraph(env, text, StyleBody))
	}
	SelectableTogether(all...)
	show(env, Column(button(), all[0], all[1], all[2], button()), 400, 300)
	return all
}

func TestParagraphsTogetherAreOneStop(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		all := together(env)
		way := stops(env)
		if len(way) != 3 || way[1] != fyne.Focusable(all[0].selector) {
			t.Fatalf("the stops are %v", way)
		}
		c := env.Window.Canvas()
		c.Focus(way[1])
		for _, at := range []struct {
			key  fyne.KeyName
			want int
		}{{fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyDown, 2}, {fyne.KeyUp, 1}} {
			press(env, at.key)
			if c.Focused() != fyne.Focusable(all[at.want].selector) || !all[at.want].selector.ring.line.Visible() {
				t.Errorf("%s leads to %T, or does not show where", at.key, c.Focused())
			}
		}
		c.FocusNext()
		if c.Focused() != way[2] {
			t.Errorf("from within them the Tab key leads to %T", c.Focused())
		}
		c.FocusPrevious()
		if c.Focused() != way[1] {
			t.Errorf("back it leads to %T", c.Focused())
		}
	})
}

func TestTheMouseSelectsInAnyOfParagraphsTogether(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := together(env)[1].selector
		s.down(0, 0)
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s.point(5)}})
		if env.Window.Canvas().Focused() != fyne.Focusable(s) {
			t.Fatalf("%T has the keyboard", env.Window.Canvas().Focused())
		}
		if got := s.copied(); got != "Hello" {
			t.Errorf("copied %q", got)
		}
		env.Window.Canvas().FocusPrevious()
		if got := env.Window.Canvas().Focused(); got != fyne.Focusable(s.group.members[0]) {
			t.Errorf("back it leads to %T", got)
		}
	})
}

func TestWhatIsCopiedHasNoFences(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	_, s := selectable(env, "البيانات في \u2066/home/data\u2069.")
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := s.copied(); got != "البيانات في /home/data." {
		t.Errorf("copied %+q", got)
	}
}

func TestADialogDoesNotGiveTheKeyboardToWhatIsReadOnly(t *testing.T) {
	env := window(t, "en", theme.Options{})
	show(env, block(10, 10), 600, 400)
	Inform(env, "Not saved", "The disk is full.")
	if isSelector(env.Window.Canvas().Focused()) || env.Window.Canvas().Focused() == nil {
		t.Errorf("%T has the keyboard", env.Window.Canvas().Focused())
	}
}
