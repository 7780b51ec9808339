package messages

import (
	"fmt"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/theme"
)

func TestPictures(t *testing.T) {
	dir := guitest.Shots(t)
	for _, lang := range guitest.Languages() {
		for _, tt := range []struct {
			width, height float32
			scale         float32
		}{{1366, 640, 1}, {1366, 640, 1.3}, {1366, 2000, 1}, {1920, 900, 1}, {800, 1400, 1}} {
			env := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: tt.scale})
			d := open(t, env, campaign())
			guitest.Show(env, d.screen.Content(), tt.width, tt.height)
			guitest.Picture(t, env, dir, fmt.Sprintf("messages-%s-%gx%g-%g", lang, tt.width, tt.height, tt.scale))
		}
		env := guitest.Env(t, lang)
		open(t, env, domain.Campaign{})
		guitest.Picture(t, env, dir, "messages-"+lang+"-empty")
		d := open(t, env, domain.Campaign{})
		d.screen.Add()
		d.screen.Leave()
		guitest.Picture(t, env, dir, "messages-"+lang+"-new")
	}
}
