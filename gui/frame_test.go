package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/settings"
)

func TestABannerLeavesTheWholeTabToBePressed(t *testing.T) {
	for _, language := range []string{"en", "ar"} {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1280, Height: 700})
		b.openSample()
		b.settle()
		banner, tabs := b.frame.Objects[frameBanner], b.frame.Objects[frameTabs]
		high := tabs.Size().Height
		b.banner.Tell(kit.ToneInfo, b.env.T("people.offer"), kit.BannerAction{Label: b.env.T("people.not_now")})
		foot := func(o fyne.CanvasObject) float32 { return o.Position().Y + o.Size().Height }
		if foot(tabs) > banner.Position().Y || foot(banner) > b.frame.Objects[frameStatus].Position().Y || banner.Size().Height < banner.MinSize().Height {
			t.Errorf("%s: the tab ends at %v, the banner goes from %v to %v", language, foot(tabs), banner.Position().Y, foot(banner))
		}
		b.banner.Hide()
		if tabs.Size().Height != high {
			t.Errorf("%s: the tab was %v high and is %v", language, high, tabs.Size().Height)
		}
	}
}
