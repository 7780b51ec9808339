package claims

import (
	"testing"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestAClaimAndWhereItStandsLooksAsItDid(t *testing.T) {
	guitest.Golden(t, "claim", func(t *testing.T, env *kit.Env) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		guitest.Show(env, d.screen.Content(), 900, 560)
	})
}
