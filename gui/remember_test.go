package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// directions says how the editors of a tab go, from the first to the last.
func (b *bench) directions(tab string) (all []string) {
	for _, e := range guitest.FindVisible[*kit.Editor](b.pages[tab]) {
		for _, key := range []string{"kit.direction_auto", "kit.direction_rtl", "kit.direction_ltr"} {
			if slices.Contains(guitest.Texts(e), b.env.T("kit.direction_is", "direction", b.env.T(key))) {
				all = append(all, key)
			}
		}
	}
	return all
}

// turnAll turns every editor of a tab to the other direction.
func (b *bench) turnAll(tab string) {
	for _, e := range guitest.FindVisible[*kit.Editor](b.pages[tab]) {
		e.Focus()
		b.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(ctrlShift(fyne.KeyX))
	}
}

// withEditors shows a tab so that there is a text to write in it.
func (b *bench) withEditors(tab string) {
	b.selectTab(tab)
	b.settle()
	if tab == tabEthics { // an answer that asks for a reason
		item := b.deps.Content.Checklist.Items[0].ID
		if err := b.desk.open.Apply(domain.AnswerItem{Item: item, Value: domain.AnswerPartly, At: b.now}); err != nil {
			b.t.Fatal(err)
		}
		b.showPlace(tab, domain.Place{Kind: domain.KindAnswer, Item: item, Field: "reason"})
		b.settle()
	}
}

func TestForcedDirectionsComeBackAfterTabLanguageAndRestart(t *testing.T) {
	for _, language := range i18n.Languages() {
		for _, tab := range []string{tabHome, tabAudience, tabMessages, tabEthics} {
			t.Run(language+" "+tab, func(t *testing.T) {
				store := guitest.NewMemory()
				b := newBench(t, store, settings.Settings{Lang: language, Width: 1366, Height: 700})
				b.openSample()
				b.settle()
				b.withEditors(tab)
				before := b.directions(tab)
				b.turnAll(tab)
				want := b.directions(tab)
				if len(want) == 0 || slices.Equal(before, want) {
					t.Fatalf("the editors went %v and go %v", before, want)
				}
				check := func(after string, b *bench) {
					t.Helper()
					if got := b.directions(tab); !slices.Equal(got, want) {
						t.Errorf("after %s they go %v, want %v", after, got, want)
					}
				}
				b.do("language")
				b.do("language") // the two texts of a message change places with it
				check("another language", b)
				b.selectTab(tabMetrics)
				b.selectTab(tab)
				check("another tab", b)
				b.flush()
				b.settle()
				again := newBench(t, store, settings.Parse(b.kept.Bytes()))
				check("a restart", again)
			})
		}
	}
}

func TestTheTitlesDirectionIsThatOfItsCampaign(t *testing.T) {
	store := guitest.NewMemory()
	c, other := stored(t, store, "WhatsApp"), stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "ar", Campaign: c.ID()})
	b.do("rename")
	b.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(ctrlShift(fyne.KeyX))
	b.settle()
	if got := b.kept.Directions; len(got) != 1 || got[0].Key != c.ID().String()+".title" {
		t.Errorf("kept %v of the campaigns %v and %v", got, c.ID(), other.ID())
	}
}
