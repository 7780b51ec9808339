package ethics

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/theme"
)

// With ATHAR_SHOTS set to a folder, the pictures are kept for a person to look
// at.
func TestTabFitsTheWindowInBothLanguages(t *testing.T) {
	scenes := map[string]func(b *bench){
		"plan":  func(b *bench) { b.screen.Show(domain.Place{Kind: domain.KindHeader, Field: "fact.images"}) },
		"group": func(b *bench) { b.screen.choose("C") },
		"next":  func(b *bench) { b.screen.Next() },
		"consent": func(b *bench) {
			b.screen.choose("F")
			b.screen.view.items.focusHead("e36")
			b.typed("3")
			b.typed("Hello 123")
		},
		"new": func(b *bench) {
			b.screen.Show(domain.Place{Kind: domain.KindHeader, Field: "fact.at_risk"})
		},
		"unsaid": func(b *bench) { b.screen.Show(domain.Place{Kind: domain.KindAnswer, Item: "e05"}) },
		"apart": func(b *bench) {
			b.session.Apply(domain.SetFact{Fact: domain.FactIdentifiable})
			b.screen.Show(domain.Place{Kind: domain.KindAnswer, Item: "e37"})
		},
		"empty": func(b *bench) {
			b.screen.choose("D")
			b.screen.setFilter(filterMusts)
		},
	}
	for _, lang := range languages {
		for _, look := range []struct {
			size  fyne.Size
			scale float32
		}{{fyne.NewSize(1366, 600), 1}, {fyne.NewSize(1366, 600), 1.3}, {fyne.NewSize(1920, 900), 1}} {
			for name, scene := range scenes {
				t.Run(fmt.Sprintf("%s %s %v %v", name, lang, look.size.Width, look.scale), func(t *testing.T) {
					c := sample(t, lang)
					if name == "new" || name == "unsaid" {
						c = domain.Campaign{Header: domain.Header{ID: domain.ID{1}}}
					}
					b := newBenchOf(t, lang, c, theme.Options{Variant: theme.Light, TextScale: look.scale}, look.size)
					scene(b)
					if got := b.env.Window.Canvas().Size(); got != look.size {
						t.Errorf("the window grew to %v", got)
					}
					if least := b.screen.Content().MinSize(); least.Width > look.size.Width || least.Height > look.size.Height {
						t.Errorf("the tab needs %v", least)
					}
					b.picture(fmt.Sprintf("%s-%s-%v-%v", name, lang, look.size.Width, look.scale))
				})
			}
		}
	}
}
