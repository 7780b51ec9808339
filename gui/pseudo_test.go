package gui

import (
	"fmt"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/guitest/apptest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// Every state of the window is shown in pseudo catalogs, in both directions and
// at the two sizes of text a small laptop is used with: what is hard-coded, cut,
// out of the window or out of the Tab key's reach is found.

func pseudoContent(t *testing.T) Content {
	t.Helper()
	c := content(t)
	for _, l := range i18n.Languages() {
		c.Catalogs[l] = guitest.PseudoCatalog(t, l)
	}
	return c
}

// scales are the sizes of text. Dialogs and menus are seen at the larger one only:
// what is whole there is whole with smaller text.
func scales() []float64  { return []float64{1, 1.3} }
func largest() []float64 { return []float64{1.3} }

// inEveryPseudoWindow runs a test with or without the sample campaign open.
func inEveryPseudoWindow(t *testing.T, sample bool, scales []float64, f func(t *testing.T, b *bench)) {
	c := pseudoContent(t)
	for _, language := range i18n.Languages() {
		for _, scale := range scales {
			t.Run(fmt.Sprintf("%s at %g", language, scale), func(t *testing.T) {
				b := newBenchWith(t, guitest.NewMemory(), settings.Settings{Lang: language, Scale: scale, Width: 1366, Height: 700}, c)
				if sample {
					b.openSample()
					b.settle()
				}
				f(t, b)
			})
		}
	}
}

// look sees and walks.
func look(t *testing.T, env *kit.Env, s guitest.Sight) {
	t.Helper()
	guitest.See(t, env, s)
	guitest.Walk(t, env)
}

// shellSight is what is right to be seen in the window.
var shellSight = guitest.Sight{
	Data: []string{
		"test", "/data", "sample-metrics.csv", ".tsv .txt", "English", "العربية",
		"September October November", // written in the sample's texts
		"Sara laptop",
	},
	Short: shortInLists(),
}

// shortInLists are the beginnings of the keys whose texts may be shortened, with
// the reasons.
func shortInLists() map[string]string {
	return map[string]string{
		"segment.role.":   "several facts in one line of a list; the form beside says each of them whole",
		"home.counts":     "what is in a campaign, in a list; its page says it whole",
		"metrics.actual.": "how far an indicator is, in a list; its page says it whole",
		"ethics.because_": "in the head of an item that is closed; open, it says it whole",
		"kit.chooser_":    "names of folders in a list that can be made wider",
	}
}

func TestEveryTabIsWholeAndInOrder(t *testing.T) {
	inEveryPseudoWindow(t, true, scales(), func(t *testing.T, b *bench) {
		for _, tab := range tabs() {
			t.Run(tab, func(t *testing.T) {
				b.selectTab(tab)
				b.settle()
				look(t, b.env, shellSight)
			})
		}
	})
}

func TestTheWindowWithoutACampaignIsWholeAndInOrder(t *testing.T) {
	inEveryPseudoWindow(t, false, scales(), func(t *testing.T, b *bench) {
		look(t, b.env, shellSight)
		b.selectTab(tabMessages)
		b.settle()
		look(t, b.env, shellSight)
	})
}

func TestEveryMenuIsWhole(t *testing.T) {
	inEveryPseudoWindow(t, true, largest(), func(t *testing.T, b *bench) {
		bar := guitest.Find[*kit.MenuBar](b.window.Content())[0]
		for i := range b.menus() {
			bar.Open(i)
			guitest.See(t, b.env, shellSight)
			b.window.Canvas().Overlays().Top().Hide()
			b.window.Canvas().Overlays().Remove(b.window.Canvas().Overlays().Top())
		}
	})
}

func TestEveryDialogOfTheShellIsWholeAndInOrder(t *testing.T) {
	open := map[string]func(b *bench){}
	for _, key := range []string{"rename", "duplicate", "find", "shortcuts", "data", "about", "new", "dates", "checks", "limits", "appearance", "history", "record_history", "people", "contradictions", "removed"} {
		open[key] = func(b *bench) { b.do(key) }
	}
	open["a month"] = func(b *bench) { b.openMonth() }
	open["names used before"] = func(b *bench) { b.worksOn("Sara"); b.do("people") }
	open["search with hits"] = func(b *bench) {
		b.do("find")
		for _, r := range map[bool]string{true: "ماء", false: "water"}[b.env.RTL()] {
			b.window.Canvas().Focused().TypedRune(r)
		}
	}
	open["choosing files"] = func(b *bench) { b.do("import") }
	open["closing unsaved"] = func(b *bench) {
		b.store.Fail(domain.Problem(domain.ErrDiskFull, "").With("free", int64(1)).With("need", int64(128e6)))
		if err := b.desk.open.Apply(domain.Rename{Title: "Water"}); err != nil {
			b.t.Fatal(err)
		}
		b.quit()
	}
	for name, f := range open {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir() // its names are read where files are chosen
			t.Setenv("HOME", home)
			sight := shellSight
			sight.Data = append([]string{home}, sight.Data...)
			inEveryPseudoWindow(t, true, largest(), func(t *testing.T, b *bench) {
				f(b)
				b.settle()
				if b.window.Canvas().Overlays().Top() == nil {
					t.Fatal("no dialog is open")
				}
				look(t, b.env, sight)
			})
		})
	}
}

func TestWhatTheWindowTellsIsWhole(t *testing.T) {
	inEveryPseudoWindow(t, true, largest(), func(t *testing.T, b *bench) {
		b.do("trash")
		look(t, b.env, shellSight)
	})
}

func TestTheWindowOfTroubleIsWholeAndInOrder(t *testing.T) {
	for _, language := range i18n.Languages() {
		for _, code := range []domain.Code{domain.ErrStoreDamaged, domain.ErrKeyMissing, domain.ErrAlreadyOpen, domain.ErrReadOnly, domain.ErrDiskFull} {
			t.Run(language+" "+string(code), func(t *testing.T) {
				app := apptest.New(t)
				printer := i18n.NewPrinter(guitest.PseudoCatalog(t, language), i18n.Western)
				ShowTrouble(Trouble{
					App: app, Printer: printer, DataDir: "/data", Salvage: func(string, func([]string, error)) {},
					Err: domain.Problem(code, "").With("path", "/data").With("free", int64(1e6)).With("need", int64(2e6)),
				})
				windows := app.Driver().AllWindows()
				look(t, &kit.Env{Printer: printer, Window: windows[len(windows)-1]}, shellSight)
			})
		}
	}
}
