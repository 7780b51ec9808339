package core

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestPictures(t *testing.T) {
	guitest.Album(t, "core", []guitest.Look{
		guitest.At(1366, 640, 1), guitest.At(1366, 1400, 1), guitest.At(1366, 1500, 1.3), guitest.At(660, 2200, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		guitest.Show(env, d.screen.Content(), l.Width, l.Height)
		guitest.Settle(env.Window.Content())
		take("house")
		d.screen.choose("fact-myth-fact")
		guitest.Settle(env.Window.Content())
		take("rumour")
		d = open(t, env, domain.Campaign{})
		guitest.Show(env, d.screen.Content(), l.Width, l.Height)
		take("empty")
	})
}
