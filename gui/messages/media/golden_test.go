package media

import (
	"testing"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestThePartLooksAsItDid(t *testing.T) {
	guitest.Golden(t, "files", func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		guitest.Show(env, kit.Pad(16, d.part.Content()), 720, 520)
	})
}
