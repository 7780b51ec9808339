package audience

import (
	"testing"
	"time"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestPictures(t *testing.T) {
	sample := func(t *testing.T, env *kit.Env) domain.Campaign {
		t.Helper()
		return guitest.Sample(t, env.Printer.Lang(), time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC))
	}
	guitest.Album(t, "audience", []guitest.Look{
		guitest.At(1366, 640, 1), guitest.At(1366, 640, 1.3), guitest.At(1366, 2300, 1), guitest.At(1920, 900, 1), guitest.At(900, 1400, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		d := open(t, env, sample(t, env))
		guitest.Show(env, d.screen.Content(), l.Width, l.Height)
		take("filled")
	})
	guitest.Album(t, "audience", []guitest.Look{guitest.At(1366, 1000, 1)}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		d := open(t, env, sample(t, env))
		guitest.Show(env, d.screen.Content(), l.Width, l.Height)
		d.screen.choose(1)
		d.enter(fieldAgeMin, "9x")
		d.enter(fieldSizeHigh, "1")
		d.screen.Leave()
		take("problems")
		open(t, env, domain.Campaign{})
		take("empty")
		d = open(t, env, domain.Campaign{})
		d.screen.Add()
		take("new")
	})
}
