package guitest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/kit"
	"athar/gui/theme"
)

func TestSeeingTellsGoodWindowsFromBad(t *testing.T) {
	for _, lang := range Languages() {
		env := PseudoEnv(t, lang, theme.Options{Variant: theme.Light})
		label := func(s string) fyne.CanvasObject { return kit.NewLabel(env, s, kit.StyleBody) }
		narrow := container.NewWithoutLayout(label(env.T("data.moving")))
		narrow.Objects[0].Resize(fyne.NewSize(120, 30))
		twice := container.NewWithoutLayout(label(env.T("kit.cancel")), label(env.T("kit.open")))
		for _, o := range twice.Objects {
			o.Resize(fyne.NewSize(300, 30))
		}
		outside := container.NewWithoutLayout(aButton(env, env.T("kit.cancel")))
		outside.Objects[0].Resize(outside.Objects[0].MinSize())
		outside.Objects[0].Move(fyne.NewPos(780, 0))
		for name, c := range map[string]struct {
			content fyne.CanvasObject
			sight   Sight
			bad     bool
		}{
			"all from the catalog": {kit.Column(label(env.T("kit.cancel")), aButton(env, env.T("kit.open"))), Sight{}, false},
			"somebody's title":     {label("Wells of وادينا"), Sight{Data: []string{"Wells of وادينا"}}, false},
			"hard-coded":           {label("Zymurgy"), Sight{}, true},
			"hard-coded Arabic":    {label("زنجبيلات"), Sight{}, true},
			"shortened":            {narrow, Sight{}, true},
			"rightly shortened":    {narrow, Sight{Short: map[string]string{"data.mov": "a test"}}, false},
			"over one another":     {twice, Sight{}, true},
			"outside":              {outside, Sight{}, true},
		} {
			h := &heard{TB: t}
			Show(env, c.content, 800, 300)
			See(h, env, c.sight)
			if (h.errors > 0) != c.bad {
				t.Errorf("%s, %s: %d errors, want some: %t", lang, name, h.errors, c.bad)
			}
		}
	}
}

func TestSeeingWholeTellsWhatIsCutFromWhatIsNot(t *testing.T) {
	for _, lang := range Languages() {
		env := Env(t, lang)
		narrow := func(s string) fyne.CanvasObject {
			c := container.NewWithoutLayout(kit.NewLabel(env, s, kit.StyleBody))
			c.Objects[0].Resize(fyne.NewSize(60, 30))
			return c
		}
		moving := env.T("data.moving")
		for name, c := range map[string]struct {
			content fyne.CanvasObject
			short   map[string]string
			bad     bool
		}{
			"whole":             {kit.NewParagraph(env, moving, kit.StyleBody), nil, false},
			"cut":               {narrow(moving), nil, true},
			"rightly cut":       {narrow(moving), map[string]string{"data.mov": "a test"}, false},
			"with a place":      {narrow(env.T("save.saved_at", "time", "14:05")), nil, true},
			"somebody's own":    {narrow("Zymurgy زنجبيلات and more"), nil, false},
			"written with dots": {kit.NewLabel(env, env.T("action.appearance"), kit.StyleBody), nil, false},
		} {
			h := &heard{TB: t}
			Show(env, c.content, 800, 300)
			SeeWhole(h, env, Sight{Short: c.short})
			if (h.errors > 0) != c.bad {
				t.Errorf("%s, %s: %d errors, want some: %t", lang, name, h.errors, c.bad)
			}
		}
	}
}
