package gallery_test

import (
	"testing"

	"athar/gui/gallery"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEveryPageFitsTheSmallestWindow(t *testing.T) {
	guitest.EveryLook(t, func(t *testing.T, env *kit.Env) {
		for _, page := range gallery.Pages() {
			guitest.Show(env, page.Build(env), guitest.Width, guitest.Height)
			if least := env.Window.Content().MinSize(); least.Width > guitest.Width {
				t.Errorf("%s is %v wide", page.Title(env), least.Width)
			}
		}
	})
}
