package core

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, guitest.Sight{
					Data: []string{"Personne"},
					Short: map[string]string{
						"core.framework_for": "the closed list shortens what the framework is for; it stands below whole",
					},
				})
				guitest.Walk(t, env)
			})
		}
		open(t, env, domain.Campaign{})
		look("empty")
		open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		look("the house")
		open(t, env, with("fact-myth-fact", map[string]domain.Text{
			"fact": {En: "Boil it"}, "vision": domain.Text{}.With("fr", "Personne"),
		}))
		look("a rumour, and something kept")
	})
}
