package ethics

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/gui/kit"
	"athar/gui/theme"
)

func BenchmarkOpenTheTab(b *testing.B) {
	for _, c := range []struct {
		name     string
		campaign domain.Campaign
	}{{"plan", domain.Campaign{Header: domain.Header{ID: domain.ID{1}}}}, {"group", said()}} {
		b.Run(c.name, func(b *testing.B) {
			test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light}))
			window := test.NewTempWindow(b, nil)
			window.Resize(fyne.NewSize(1366, 600))
			list := shipped(b)
			for b.Loop() {
				s := New(deps(b, window, list, c.campaign))
				window.SetContent(s.Content())
				s.Close()
			}
		})
	}
}

func BenchmarkTypeAReason(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light}))
	window := test.NewTempWindow(b, nil)
	window.Resize(fyne.NewSize(1366, 600))
	d := deps(b, window, shipped(b), sample(b, "en"))
	s := New(d)
	window.SetContent(s.Content())
	s.Show(answerPlace("e36"))
	i := 0
	for b.Loop() {
		i++
		s.explain("e36", fmt.Sprint("reason ", i))
	}
}

func deps(b *testing.B, w fyne.Window, list checklist.Checklist, c domain.Campaign) Deps {
	return Deps{
		Env: &kit.Env{Printer: printer(b, "en"), Window: w}, Session: openSession(c), Now: moment.Local,
		Report: func(err error) { b.Fatal(err) }, Checklist: list,
	}
}
