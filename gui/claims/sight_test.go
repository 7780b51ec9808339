package claims

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
					Data: []string{"November", "Huda"},
					Short: map[string]string{
						"claim.type.":  "two facts in one line of a list; the form beside says each of them whole",
						"claim.status": "a badge in a narrow list; the form beside says it whole",
						"claims.due":   "a badge in a narrow list; the form beside says it whole",
					},
				})
				guitest.Walk(t, env)
			})
		}
		open(t, env, domain.Campaign{})
		look("empty")
		d := open(t, env, domain.Campaign{})
		d.screen.Add()
		look("new")
		d = open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		for i := range d.screen.list {
			d.screen.choose(i)
			look(d.screen.list[i].Claim.Text.En)
		}
		d.screen.choose(0)
		d.screen.toEvidence()
		look("evidence open")
		d.screen.narrow(choice{filter: "opinion"})
		look("none is like that")
	})
}
