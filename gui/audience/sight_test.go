package audience

import (
	"testing"
	"time"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		sight := guitest.Sight{
			Data: []string{"November"},
			Short: map[string]string{
				"segment.role.": "several facts in one line of a list; the form beside says each of them whole",
			},
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
		look("new")
		d.screen.Leave()
		look("new and left")
		d = open(t, env, guitest.Sample(t, env.Printer.Lang(), time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)))
		for i := range d.session.Campaign().Segments {
			d.screen.choose(i)
			look(d.session.Campaign().SortedSegments()[i].Name)
		}
		d.screen.choose(1)
		d.enter(fieldAgeMin, "9")
		d.enter(fieldSizeHigh, "1")
		d.screen.Leave()
		look("problems")
	})
}
