package gui

import (
	"fmt"
	"testing"

	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

// With text of double size nothing that Athar itself says may be cut, nor with
// text of the usual one. The window is high, so that whole lists are looked at.
func TestNoWordOfTheInterfaceIsCutAtAnySize(t *testing.T) {
	const tall = 4000
	for _, language := range i18n.Languages() {
		for _, scale := range []float64{1, 2} {
			t.Run(fmt.Sprintf("%s at %g", language, scale), func(t *testing.T) {
				b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Scale: scale, Width: 1366, Height: tall})
				b.openSample()
				b.settle()
				for _, tab := range tabs() {
					t.Run(tab, func(t *testing.T) {
						b.selectTab(tab)
						b.settle()
						guitest.SeeWhole(t, b.env, guitest.Sight{Short: shortInLists()})
					})
				}
			})
		}
	}
}

func TestNoWordOfADialogIsCutInLargeText(t *testing.T) {
	open := map[string]func(b *bench){"a month": (*bench).openMonth}
	for name, popup := range popups {
		open[name] = popup
	}
	for _, key := range []string{"rename", "duplicate", "find", "shortcuts", "data", "about", "new", "dates", "checks", "limits", "appearance", "people", "contradictions", "removed"} {
		open[key] = func(b *bench) { b.do(key) }
	}
	for name, f := range open {
		for _, language := range i18n.Languages() {
			t.Run(name+" "+language, func(t *testing.T) {
				b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Scale: 2, Width: 1366, Height: 700})
				b.openSample()
				b.settle()
				f(b)
				b.settle()
				if b.window.Canvas().Overlays().Top() == nil {
					t.Fatal("nothing is open")
				}
				guitest.SeeWhole(t, b.env, guitest.Sight{Short: shortInLists()})
			})
		}
	}
}
