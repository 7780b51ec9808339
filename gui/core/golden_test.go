package core

import (
	"testing"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestTheHouseLooksAsItDid(t *testing.T) {
	guitest.Golden(t, "house", func(t *testing.T, env *kit.Env) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		guitest.Show(env, d.screen.Content(), 760, 600)
	})
}
