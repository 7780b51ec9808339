package guitest

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"athar/gui/kit"
)

// Golden compares what draw has put into the window with testdata/<name>_<lang>.png,
// in both languages. It holds what no other test sees: on which side things stand,
// what is drawn over what, and the order of mixed lines. A failed test leaves the new
// picture in testdata/failed; it takes the place of the old one only after somebody
// has looked at it.
func Golden(t *testing.T, name string, draw func(t *testing.T, env *kit.Env)) {
	t.Helper()
	BothWays(t, func(t *testing.T, env *kit.Env) {
		draw(t, env)
		Settle(env.Window.Content())
		test.AssertImageMatches(t, name+"_"+env.Printer.Lang()+".png", env.Window.Canvas().Capture())
	})
}
