package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// Every tab fits a 1366×768 screen with a task bar and a title bar, in both
// languages and with text of every size: what is higher scrolls.
func TestEveryTabFitsASmallLaptop(t *testing.T) {
	store := guitest.NewMemory()
	for _, language := range i18n.Languages() {
		for _, scale := range []float64{1, 1.3, 2} {
			b := newBench(t, store, settings.Settings{Lang: language, Scale: scale, Width: 1366, Height: 700})
			b.openSample()
			b.settle()
			for _, tab := range tabs() {
				b.selectTab(tab)
				b.settle()
				if need := b.window.Content().MinSize(); need.Width > 1366 || need.Height > 700 {
					t.Errorf("%s at %v: the tab %s needs %v", language, scale, tab, need)
				}
				if scale == 2 { // a tab scrolls: nothing may stay out of reach
					guitest.Walk(t, b.env)
				}
			}
		}
	}
}

// With text of double size a tab scrolls; what is scrolled under the header is
// not pressed by a click on the header.
func TestWhatIsScrolledUnderTheHeaderIsNotPressed(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Scale: 2, Width: 1366, Height: 700})
	b.openSample()
	b.settle()
	b.selectTab(tabMessages)
	b.settle()
	scroll := b.pages[tabMessages].Objects[0].(*kit.Scroller)
	scroll.ScrollToBottom()
	if scroll.Offset.Y < 100 {
		t.Fatalf("the tab scrolls by %v", scroll.Offset.Y)
	}
	before := b.place()
	header := b.frame.Objects[frameHeader].Size()
	for y := float32(4); y < header.Height; y += 8 { // at the empty middle, over the list
		test.TapCanvas(b.window.Canvas(), fyne.NewPos(header.Width/7, y))
		test.TapCanvas(b.window.Canvas(), fyne.NewPos(header.Width/2.2, y))
	}
	if got := b.place(); got != before {
		t.Errorf("a click on the header went from %v to %v", before, got)
	}
	if f, ok := b.window.Canvas().Focused().(fyne.CanvasObject); ok && guitest.Top(f) > header.Height {
		t.Errorf("a click on the header gave %T the keyboard", f)
	}
}

func TestPictures(t *testing.T) {
	dir := guitest.Shots(t)
	for _, language := range i18n.Languages() {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 700, Look: settings.LookLight})
		b.openSample()
		b.settle()
		for _, tab := range tabs() {
			b.selectTab(tab)
			b.settle()
			guitest.Picture(t, b.env, dir, "shell-"+tab+"-"+language)
		}
	}
}
