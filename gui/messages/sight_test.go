package messages

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		sight := guitest.Sight{Short: map[string]string{
			"messages.said": "ends with names of channels", "messages.where": "ends with names of channels",
		}}
		for _, s := range c.Segments {
			sight.Data = append(sight.Data, s.Name)
		}
		for _, m := range c.Messages {
			sight.Data = append(sight.Data, m.Title, m.Core.Ar, m.Core.En, m.Action.Ar, m.Action.En)
			for _, v := range m.Variants {
				sight.Data = append(sight.Data, v.Text.Ar, v.Text.En)
			}
		}
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, sight)
				guitest.Walk(t, env)
			})
		}
		open(t, env, domain.Campaign{})
		look("empty")
		d := open(t, env, domain.Campaign{})
		d.screen.Add()
		d.screen.Leave()
		look("new")
		d = open(t, env, c)
		for i := range c.Messages {
			d.screen.choose(i)
			look(d.titles()[i])
		}
	})
}
