package home

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/theme"
)

// TestAllOfATemplateCanBeScrolledTo from the moment that it is chosen: its text is
// longer than that of the one before.
func TestAllOfATemplateCanBeScrolledTo(t *testing.T) {
	for _, lang := range guitest.Languages() {
		env := guitest.EnvWith(t, lang, theme.Options{TextScale: 1.3})
		b := open(t, env, 0)
		b.screen.New()
		env.Window.Canvas().FocusNext()
		for range guitest.Templates(t) {
			b.Keys(fyne.KeyDown)
			for _, s := range guitest.FindVisible[*kit.Scroller](env.Window.Canvas().Overlays().Top()) {
				if have, need := s.Content.Size().Height, s.Content.MinSize().Height; have < need {
					t.Fatalf("%s: %v of %v can be reached in %q", lang, have, need, guitest.Texts(s))
				}
			}
		}
	}
}
