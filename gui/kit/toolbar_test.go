package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

// tooling is a toolbar whose tools tell when they are pressed.
type tooling struct {
	bar                      *Toolbar
	up, copy, remove, export *Tool
	log                      []string
}

func newTooling(env *Env) *tooling {
	s := &tooling{}
	tool := func(name string, icon fyne.Resource, iconOnly bool) *Tool {
		return NewTool(env, ToolOptions{Text: name, Icon: icon, IconOnly: iconOnly, OnTapped: func() { s.log = append(s.log, name) }})
	}
	s.up = tool("إلى أعلى", fynetheme.MoveUpIcon(), true)
	s.copy = tool("نسخ Copy", fynetheme.ContentCopyIcon(), false)
	s.remove = tool("حذف Delete", fynetheme.DeleteIcon(), false)
	s.remove.o.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl}
	s.export = tool("تصدير PDF", nil, false)
	s.bar = NewToolbar(env, s.up, s.copy, Separator(), s.remove, Spacer(), s.export)
	return s
}

func (s *tooling) seen() (names []string) {
	for _, t := range s.bar.stops() {
		names = append(names, t.Text())
	}
	return names
}

// squeeze leaves the toolbar room for so many of its parts.
func (s *tooling) squeeze(env *Env, parts int) {
	width := s.bar.long(s.bar.parts[:parts]) + s.bar.gap() + s.bar.more.MinSize().Width
	s.bar.Resize(fyne.NewSize(width+1, 40))
}

func TestAToolbarIsReadFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := newTooling(env)
		show(env, Column(s.bar), 700, 60)
		if got := start(env, s.up); !near(got, 0) {
			t.Errorf("the first tool begins at %v", got)
		}
		if got := start(env, s.export) + s.export.Size().Width; !near(got, 700) {
			t.Errorf("what is behind the spacer ends at %v of 700", got)
		}
		if start(env, s.copy) <= start(env, s.up) || start(env, s.remove) <= start(env, s.copy) || s.bar.more.Visible() {
			t.Errorf("tools at %v, %v, %v", start(env, s.up), start(env, s.copy), start(env, s.remove))
		}
	})
}

func TestTheKeysOfAToolbarFollowTheReader(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := newTooling(env)
		before, after := NewButton(env, ButtonOptions{Text: "a"}), NewButton(env, ButtonOptions{Text: "b"})
		show(env, Column(before, s.bar, after), 700, 200)
		before.Focus()
		c := env.Window.Canvas()
		c.FocusNext()
		press(env, fyne.KeySpace, env.forward(), fyne.KeyReturn, fyne.KeyEnd, env.forward(), fyne.KeySpace, fyne.KeyHome, env.backward(), fyne.KeySpace, env.forward())
		want := []string{s.up.Text(), s.copy.Text(), s.export.Text(), s.up.Text()}
		if !slices.Equal(s.log, want) {
			t.Errorf("pressed %q, want %q", s.log, want)
		}
		if !s.copy.ringed() || s.up.ringed() || s.bar.AccessibilityLabel() != s.copy.Text() {
			t.Errorf("the ring is on %v, the toolbar says %q", s.copy.ringed(), s.bar.AccessibilityLabel())
		}
		c.FocusNext()
		if c.Focused() != fyne.Focusable(after) || s.copy.ringed() {
			t.Fatalf("one Tab leads to %T", c.Focused())
		}
		c.FocusPrevious()
		if !s.copy.ringed() {
			t.Error("the toolbar has forgotten where the keyboard was")
		}
	})
}

func TestWhatFindsNoRoomIsInTheMenu(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := newTooling(env)
		s.export.Disable("Nothing to export.")
		show(env, Stack(s.bar), 700, 300)
		s.squeeze(env, 3)
		more := env.T("kit.more_actions")
		if want := []string{s.up.Text(), s.copy.Text(), more}; !slices.Equal(s.seen(), want) {
			t.Fatalf("shows %q, want %q", s.seen(), want)
		}
		test.Tap(s.bar.more)
		rows := topMenu(env).rows
		if len(rows) != 2 || rows[0].item.Label != s.remove.Text() || ShortcutName(rows[0].item.Shortcut) != "Ctrl+D" {
			t.Fatalf("the menu has %d rows", len(rows))
		}
		if rows[1].item.Disabled != "Nothing to export." {
			t.Errorf("the menu does not say why: %q", rows[1].item.Disabled)
		}
		press(env, fyne.KeyReturn)
		if !slices.Equal(s.log, []string{s.remove.Text()}) || env.Window.Canvas().Focused() != fyne.Focusable(s.bar) {
			t.Errorf("pressed %q, the focus is on %T", s.log, env.Window.Canvas().Focused())
		}
		press(env, fyne.KeyDown)
		if topMenu(env) == nil {
			t.Error("Down does not open the menu")
		}
	})
}

func TestADisabledToolSaysWhyWithoutAMouse(t *testing.T) {
	env := window(t, "ar", lookNow)
	hint := hints(env)
	s := newTooling(env)
	show(env, Column(s.bar), 700, 60)
	s.copy.Disable("لم يُحدَّد شيء.")
	s.bar.Focus()
	if *hint != s.up.Text() {
		t.Errorf("an icon without a word says %q", *hint)
	}
	press(env, env.forward(), fyne.KeySpace)
	if *hint != "لم يُحدَّد شيء." || len(s.log) != 0 {
		t.Errorf("hint %q, pressed %q", *hint, s.log)
	}
	s.copy.Enable()
	press(env, fyne.KeySpace)
	if *hint != "" || len(s.log) != 1 {
		t.Errorf("hint %q, pressed %q", *hint, s.log)
	}
}

func TestAClickOnAToolTakesTheKeyboardThereWithoutARing(t *testing.T) {
	env := window(t, "en", lookNow)
	s := newTooling(env)
	show(env, Column(s.bar), 700, 60)
	test.Tap(s.remove)
	if s.bar.current != s.remove || s.remove.ringed() || !slices.Equal(s.log, []string{s.remove.Text()}) {
		t.Errorf("at %v, ring %v, pressed %q", s.bar.current.Text(), s.remove.ringed(), s.log)
	}
	test.Tap(s.up)
	if s.remove.focused || !s.up.focused {
		t.Error("two tools have the keyboard, or none")
	}
	press(env, env.forward())
	if !s.copy.ringed() {
		t.Error("the keyboard shows no ring")
	}
}

func TestAHiddenToolIsNeitherInTheRowNorInTheMenu(t *testing.T) {
	env := window(t, "ar", lookNow)
	s := newTooling(env)
	show(env, Stack(s.bar), 700, 100)
	s.bar.Focus()
	s.up.Hide()
	s.copy.Hide()
	if want := []string{s.remove.Text(), s.export.Text()}; !slices.Equal(s.seen(), want) {
		t.Fatalf("shows %q, want %q", s.seen(), want)
	}
	if line := s.bar.parts[2]; line.Visible() {
		t.Error("a line stands at the beginning")
	}
	if s.bar.current.absent || !s.bar.current.focused {
		t.Error("the keyboard is at what was hidden")
	}
	s.bar.Resize(fyne.NewSize(s.bar.MinSize().Width, 40))
	s.remove.Hide()
	s.up.Show()
	test.Tap(s.bar.more)
	var labels []string
	for _, row := range topMenu(env).rows {
		labels = append(labels, row.item.Label)
	}
	if want := []string{s.up.Text(), s.export.Text()}; !slices.Equal(labels, want) {
		t.Errorf("the menu has %q, want %q", labels, want)
	}
}

func TestTheKeyboardGoesToTheMenuWithAToolThatLosesItsRoom(t *testing.T) {
	env := window(t, "en", lookNow)
	s := newTooling(env)
	show(env, Stack(s.bar), 700, 100)
	s.bar.Focus()
	press(env, fyne.KeyEnd)
	s.squeeze(env, 2)
	if s.bar.current != s.bar.more || !s.bar.more.focused || s.export.focused {
		t.Errorf("the keyboard is at %q", s.bar.current.Text())
	}
	s.bar.Resize(fyne.NewSize(700, 40))
	if s.bar.current != s.export || !s.export.focused || s.bar.more.focused {
		t.Errorf("with room again, the keyboard is at %q", s.bar.current.Text())
	}
}

// Whatever the width: the first tools are seen whole, in order and within the
// row, and the rest is in the menu.
func TestEveryToolIsEitherSeenWholeOrInTheMenu(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := newTooling(env)
		show(env, Stack(s.bar), 700, 100)
		least := s.bar.MinSize().Width
		rapid.Check(t, func(r *rapid.T) {
			width := rapid.Float32Range(least, 700).Draw(r, "width")
			s.bar.Resize(fyne.NewSize(width, 40))
			end := float32(0)
			for _, tool := range s.bar.stops() {
				x := env.place(tool.Position().X, tool.Size().Width, width) // from the reading start
				if x < end-0.6 || x+tool.Size().Width > width+0.6 {
					r.Fatalf("%q is at %v to %v of %v, after %v", tool.Text(), x, x+tool.Size().Width, width, end)
				}
				if tool.Size().Width < tool.MinSize().Width-0.01 {
					r.Fatalf("%q is cut", tool.Text())
				}
				end = x + tool.Size().Width
			}
			inMenu := 0
			for _, p := range s.bar.left {
				if _, ok := p.(*Tool); ok {
					inMenu++
				}
			}
			seen := len(s.bar.stops())
			if s.bar.more.Visible() {
				seen--
			}
			if seen+inMenu != 4 || s.bar.more.Visible() != (inMenu > 0) {
				r.Fatalf("%d seen, %d in the menu", seen, inMenu)
			}
		})
	})
}

func TestAToolbarWithoutToolsTakesNoRoom(t *testing.T) {
	env := window(t, "en", lookNow)
	b := NewToolbar(env)
	show(env, Column(b), 300, 60)
	b.Focus()
	press(env, fyne.KeySpace, fyne.KeyEnd, env.forward())
	if b.MinSize().Width != 0 || b.more.Visible() || b.AccessibilityLabel() != "" {
		t.Errorf("%v wide, menu %v", b.MinSize().Width, b.more.Visible())
	}
}
