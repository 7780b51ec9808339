package claims

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestPictures(t *testing.T) {
	guitest.Album(t, "claims", []guitest.Look{
		guitest.At(1366, 640, 1), guitest.At(1366, 2000, 1), guitest.At(1366, 2400, 1.3), guitest.At(660, 2600, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		guitest.Show(env, d.screen.Content(), l.Width, l.Height)
		d.screen.toEvidence()
		guitest.Settle(env.Window.Content())
		take("open")
		d.screen.choose(2)
		guitest.Settle(env.Window.Content())
		take("incomplete")
		open(t, env, domain.Campaign{})
		take("empty")
	})
}
