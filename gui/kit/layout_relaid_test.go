package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// What is hidden takes no part while the window changes, and is shown in its place
// and size afterwards: all that happens between is that the driver asks for the
// least size, as it does before it draws.
func TestWhatIsShownAgainIsLaidOutWithoutAWord(t *testing.T) {
	for name, make := range map[string]func(*Env, ...fyne.CanvasObject) *fyne.Container{
		"stack":  func(_ *Env, o ...fyne.CanvasObject) *fyne.Container { return Stack(o...) },
		"column": func(_ *Env, o ...fyne.CanvasObject) *fyne.Container { return Column(o...) },
		"row":    Row,
		"grid":   func(env *Env, o ...fyne.CanvasObject) *fyne.Container { return Grid(env, 2, o...) },
		"border": func(env *Env, o ...fyne.CanvasObject) *fyne.Container { return Border(env, o[0], nil, nil, nil, o[1]) },
	} {
		bothWays(t, func(t *testing.T, env *Env) {
			wrapped := NewParagraph(env, longText, StyleBody)
			box, want := make(env, wrapped, block(10, 20)), make(env, NewParagraph(env, longText, StyleBody), block(10, 20))
			show(env, box, 600, 300)
			wrapped.Hide()
			env.Window.Resize(fyne.NewSize(300, 200))
			wrapped.Show()
			box.MinSize()
			want.Resize(fyne.NewSize(300, 200))
			want.MinSize() // the height of what wraps follows its width
			want.Resize(fyne.NewSize(300, 201))
			want.Resize(fyne.NewSize(300, 200))
			for i, o := range box.Objects {
				if w := want.Objects[i]; o.Position() != w.Position() || o.Size() != w.Size() {
					t.Errorf("%s: object %d is at %v, %v, want %v, %v", name, i, o.Position(), o.Size(), w.Position(), w.Size())
				}
			}
			wrapped.Hide()
			if box.MinSize(); name == "column" && box.Objects[1].Position().Y != 0 {
				t.Errorf("what is below something hidden is at %v", box.Objects[1].Position())
			}
		})
	}
}
