package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestASwitchThatHasNoRoomIsAList(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		chosen := ""
		s := NewSwitch(env, "Page", []Option{{"a", "First page"}, {"b", "Second page"}, {"c", "Third page"}},
			func(value string) { chosen = value })
		s.SetValue("a")
		show(env, Column(s), 600, 80)
		if !s.choice.Visible() || s.choose.Visible() {
			t.Fatal("there is room for the words, and a list is shown")
		}
		s.Focus()
		env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		if chosen != "c" || s.Value() != "c" {
			t.Errorf("End chose %q, shown is %q", chosen, s.Value())
		}
		s.Resize(fyne.NewSize(s.MinSize().Width, 40))
		if s.choice.Visible() || !s.choose.Visible() || s.choose.Value() != "c" {
			t.Error("without room the list does not take over")
		}
		if s.MinSize().Width >= s.choice.MinSize().Width {
			t.Error("a switch takes the width of all its words")
		}
	})
}
