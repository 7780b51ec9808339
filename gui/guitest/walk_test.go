package guitest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/kit"
)

// heard is a test that fails on purpose.
type heard struct {
	testing.TB
	errors int
}

func (h *heard) Helper()               {}
func (h *heard) Error(...any)          { h.errors++ }
func (h *heard) Errorf(string, ...any) { h.errors++ }

func aButton(env *kit.Env, text string) *kit.Button {
	return kit.NewButton(env, kit.ButtonOptions{Text: text})
}

func TestAWalkTellsGoodOrderFromBad(t *testing.T) {
	BothWays(t, func(t *testing.T, env *kit.Env) {
		two := func(a, b string) fyne.CanvasObject { return kit.Row(env, aButton(env, a), aButton(env, b)) }
		mirrored := func(a, b fyne.CanvasObject) *fyne.Container {
			return container.NewWithoutLayout(a, b)
		}
		wrong := mirrored(aButton(env, "below"), aButton(env, "above"))
		wrong.Objects[0].Move(fyne.NewPos(0, 200))
		for _, o := range wrong.Objects {
			o.Resize(fyne.NewSize(100, 40))
		}
		for name, c := range map[string]struct {
			content fyne.CanvasObject
			errors  int
		}{
			"lines":   {kit.Column(two("a", "b"), two("c", "d")), 0},
			"columns": {kit.Grid(env, 2, kit.Column(aButton(env, "a"), aButton(env, "b")), kit.Column(aButton(env, "c"), aButton(env, "d"))), 0},
			"upward":  {kit.Column(aButton(env, "first"), wrong), 1},
		} {
			h := &heard{TB: t}
			Show(env, c.content, 600, 400)
			Walk(h, env)
			if h.errors != c.errors {
				t.Errorf("%s: %d errors, want %d", name, h.errors, c.errors)
			}
		}
	})
}
