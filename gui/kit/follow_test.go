package kit

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/theme"
)

func TestTheTabKeyNeverLeadsOutOfSight(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var rows []fyne.CanvasObject
		for range 20 {
			rows = append(rows, NewFormItem(env, "label", "help", NewField(env, FieldOptions{})))
		}
		scroll := Follow(env, Scroll(Form(env, rows...)))
		show(env, scroll, 400, 300)
		for range 20 {
			env.Window.Canvas().FocusNext()
			o := env.Window.Canvas().Focused().(fyne.CanvasObject)
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			if y < 0 || y+o.Size().Height > 300 {
				t.Fatalf("the caret is at %v, out of sight", y)
			}
		}
		if scroll.Offset.Y == 0 {
			t.Fatal("nothing was scrolled: the test shows nothing")
		}
	})
}

func TestRevealLeavesWhatIsInSightAlone(t *testing.T) {
	env := window(t, "en", theme.Options{})
	b := NewButton(env, ButtonOptions{Text: "b"})
	scroll := Follow(env, Scroll(Column(block(10, 500), b, block(10, 500))))
	show(env, scroll, 400, 300)
	scroll.ScrollToOffset(fyne.NewPos(0, 400))
	b.Focus()
	if scroll.Offset.Y != 400 {
		t.Fatalf("scrolled to %v", scroll.Offset.Y)
	}
}
