package audience

import (
	"fmt"
	"testing"
	"time"

	"athar/assets"
	"athar/domain"
	"athar/domain/starter"
	"athar/gui/guitest"
	"athar/gui/theme"
)

func sample(t *testing.T, lang string) domain.Campaign {
	t.Helper()
	data, err := assets.Content.ReadFile("content/sample.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := starter.Sample(data, domain.NewID, time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), lang)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestPictures(t *testing.T) {
	dir := guitest.Shots(t)
	for _, lang := range guitest.Languages() {
		for _, tt := range []struct{ width, height, scale float32 }{
			{1366, 640, 1}, {1366, 640, 1.3}, {1366, 2300, 1}, {1920, 900, 1}, {900, 1400, 1},
		} {
			env := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: tt.scale})
			d := open(t, env, sample(t, lang))
			guitest.Show(env, d.screen.Content(), tt.width, tt.height)
			guitest.Picture(t, env, dir, fmt.Sprintf("audience-%s-%gx%g-%g", lang, tt.width, tt.height, tt.scale))
		}
		env := guitest.Env(t, lang)
		d := open(t, env, sample(t, lang))
		guitest.Show(env, d.screen.Content(), width, 1000)
		d.screen.choose(1)
		d.enter(fieldAgeMin, "9x")
		d.enter(fieldSizeHigh, "1")
		d.screen.Leave()
		guitest.Picture(t, env, dir, "audience-"+lang+"-problems")
		open(t, env, domain.Campaign{})
		guitest.Picture(t, env, dir, "audience-"+lang+"-empty")
		d = open(t, env, domain.Campaign{})
		d.screen.Add()
		guitest.Picture(t, env, dir, "audience-"+lang+"-new")
	}
}
