package ethics

import (
	"testing"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEverySceneIsWholeAndInOrder(t *testing.T) {
	sight := guitest.Sight{
		Data: []string{"Hello 123", "November October September"},
		Short: map[string]string{
			"ethics.open_":       "the caption of a group in a list; the items themselves say it",
			"ethics.plan_unsaid": "the caption of the questions in a list; the questions themselves say it",
			"ethics.because_":    "in the head of an item that is closed; open, it says it whole",
		},
	}
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		for name := range scenes() {
			t.Run(name, func(t *testing.T) {
				inScene(t, env, guitest.At(guitest.Width, guitest.Height, 1), name)
				guitest.See(t, env, sight)
				guitest.Walk(t, env)
			})
		}
	})
}
