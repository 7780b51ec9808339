package texts

import (
	"testing"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestATranslationThatIsOutOfDateLooksAsItDid(t *testing.T) {
	guitest.Golden(t, "stale", func(t *testing.T, env *kit.Env) {
		d := open(t, env, translated())
		d.part.Leave()
		guitest.Show(env, kit.Pad(16, d.part.Content()), 760, 420)
	})
}
