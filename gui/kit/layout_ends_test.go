package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestEndsStandAtTheEndsOfALineOrUnderOneAnother(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		button := func(text string) *Button { return NewButton(env, ButtonOptions{Text: text}) }
		a, b := button("Clean water in the valley"), button("Search")
		line := Ends(env, a, b)
		show(env, line, 600, 200)
		if got := start(env, a); !near(got, 0) {
			t.Errorf("the first begins %v behind the start", got)
		}
		if got := start(env, b) + b.Size().Width; !near(got, 600) {
			t.Errorf("the second ends at %v of 600", got)
		}
		if middle := a.Position().Y + a.Size().Height/2; !near(middle, b.Position().Y+b.Size().Height/2) {
			t.Error("they are not in one line")
		}
		height := line.MinSize().Height

		line.Resize(fyne.NewSize(a.MinSize().Width+20, 200))
		if b.Position().Y < a.Size().Height {
			t.Errorf("without room for both, the second is at %v", b.Position())
		}
		if got := line.MinSize(); got.Height < 2*height || got.Width > a.MinSize().Width+1 {
			t.Errorf("two lines need %v", got)
		}

		a.Hide()
		line.Resize(fyne.NewSize(b.MinSize().Width, 200))
		if got := line.MinSize(); !near(got.Height, height) || !near(got.Width, b.MinSize().Width) {
			t.Errorf("one alone needs %v", got)
		}
	})
}
