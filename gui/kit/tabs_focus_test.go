package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// twoPages are tabs with a field on each page.
func twoPages(env *Env) (tabs *Tabs, first, second *Field) {
	first, second = NewField(env, FieldOptions{}), NewField(env, FieldOptions{})
	return NewTabs(env, []Tab{
		{Key: "a", Title: "One", Content: first}, {Key: "b", Title: "Two", Content: second},
	}, nil), first, second
}

func TestTheKeyboardDoesNotStayOnAHiddenPage(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		tabs, first, _ := twoPages(env)
		show(env, tabs, 600, 400)
		first.Focus()
		tabs.SetSelected("b")
		c := env.Window.Canvas()
		if c.Focused() != fyne.Focusable(tabs.header) || !tabs.header.focused {
			t.Fatalf("the keyboard is at %T", c.Focused())
		}
		if test.Type(c.Focused(), "x"); first.Text() != "" {
			t.Errorf("the hidden field reads %q", first.Text())
		}
	})
}

func TestTheKeyboardStaysBesideThePages(t *testing.T) {
	env := window(t, "en", lookNow)
	tabs, _, _ := twoPages(env)
	beside := NewField(env, FieldOptions{})
	show(env, Border(env, nil, beside, nil, nil, tabs), 600, 400)
	beside.Focus()
	tabs.SetSelected("b")
	if env.Window.Canvas().Focused() != fyne.Focusable(beside.box) {
		t.Errorf("the keyboard went to %T", env.Window.Canvas().Focused())
	}
}

func TestADialogDoesNotGiveTheKeyboardBackToAHiddenPage(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		tabs, first, _ := twoPages(env)
		show(env, tabs, 600, 400)
		first.Focus()
		d := ShowDialog(env, DialogOptions{Title: "t", Content: NewField(env, FieldOptions{})})
		tabs.SetSelected("b")
		if tabs.header.focused {
			t.Error("the titles below the dialog show the focus")
		}
		d.Close()
		if env.Window.Canvas().Focused() != fyne.Focusable(tabs.header) || !tabs.header.focused {
			t.Errorf("after the dialog the keyboard is at %T", env.Window.Canvas().Focused())
		}
	})
}
