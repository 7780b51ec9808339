package ethics

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// scenes are what the tab can look like.
func scenes() map[string]func(b *bench) {
	return map[string]func(b *bench){
		"plan":  func(b *bench) { b.screen.Show(domain.Place{Kind: domain.KindHeader, Field: "fact.images"}) },
		"group": func(b *bench) { b.screen.choose("C") },
		"next":  func(b *bench) { b.screen.Next() },
		"consent": func(b *bench) {
			b.screen.choose("F")
			b.screen.view.items.focusHead("e36")
			b.Write("3")
			b.Write("Hello 123")
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
}

// inScene opens the tab in a window of a size and makes it look like a scene.
func inScene(t testing.TB, env *kit.Env, l guitest.Look, name string) *bench {
	t.Helper()
	c := guitest.Sample(t, env.Printer.Lang(), moment)
	if name == "new" || name == "unsaid" {
		c = domain.Campaign{Header: domain.Header{ID: domain.ID{1}}}
	}
	b := newBenchIn(t, env, c)
	guitest.Show(env, b.screen.Content(), l.Width, l.Height)
	scenes()[name](b)
	return b
}

func TestTheTabFitsTheSmallestWindow(t *testing.T) {
	guitest.EveryLook(t, func(t *testing.T, env *kit.Env) {
		smallest := guitest.At(guitest.Width, guitest.Height, 1)
		for name := range scenes() {
			t.Run(name, func(t *testing.T) { guitest.Fits(t, inScene(t, env, smallest, name).screen.Content()) })
		}
	})
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "ethics", []guitest.Look{
		guitest.At(1366, 600, 1), guitest.At(1366, 600, 1.3), guitest.At(1920, 900, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		for name := range scenes() {
			inScene(t, env, l, name)
			take(name)
		}
	})
}
