package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	"athar/domain/search"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// sampled is a window in which the sample campaign is open.
func sampled(t *testing.T, language string) *bench {
	t.Helper()
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 700})
	b.openSample()
	b.settle()
	return b
}

// inPage gives a text of a tab the keyboard, or else whatever can have it, and
// reports whether there is anything.
func (b *bench) inPage(tab string) bool {
	b.t.Helper()
	b.selectTab(tab)
	b.settle()
	guitest.Settle(b.window.Content())
	page := guitest.FindVisible[fyne.CanvasObject](b.pages[tab])
	for _, o := range page {
		switch o := o.(type) {
		case *kit.Field:
			o.Focus()
			return true
		case *kit.Editor:
			o.Focus()
			return true
		}
	}
	for _, o := range page {
		if f, ok := o.(fyne.Focusable); ok {
			b.window.Canvas().Focus(f)
			return true
		}
	}
	return false
}

// ways are all the ways to another page.
func ways(b *bench) map[string]func() {
	all := map[string]func(){}
	for _, tab := range tabs() {
		all["tab."+tab] = func() { b.do("tab." + tab) }
	}
	for _, p := range []domain.Place{
		{Kind: domain.KindHeader},
		{Kind: domain.KindSegment},
		{Kind: domain.KindMessage},
		{Kind: domain.KindAnswer},
		{Kind: domain.KindIndicator},
	} {
		all["line "+tabOf(p)] = func() { b.goTo(p) }
	}
	all["open"] = func() { b.do("open") }
	all["import"] = func() { b.do("import") }
	all["new"] = func() { b.do("new") }
	all["hit"] = func() {
		f := &finder{w: b.Window, hits: []search.Hit{{Campaign: b.settings.Campaign, Place: domain.Place{Kind: domain.KindSegment}}}}
		f.dialog = kit.ShowDialog(b.env, kit.DialogOptions{Title: "t"})
		f.choose(0)
	}
	all["restore"] = func() { b.leave(func() {}) }
	all["close"] = func() { b.do("close") }
	all["trash"] = func() { b.do("trash") }
	return all
}

func TestNoWayToAnotherPageLeavesTheKeyboardBehind(t *testing.T) {
	for _, language := range i18n.Languages() {
		for way := range ways(nil) {
			b := sampled(t, language)
			for _, from := range tabs() {
				if b.desk.open == nil {
					break
				}
				if !b.inPage(from) {
					t.Fatalf("%s: nothing can have the keyboard in %s", language, from)
				}
				had := b.window.Canvas().Focused()
				ways(b)[way]()
				b.settle()
				if b.settings.Tab == from && b.window.Canvas().Focused() == had && sees(had) {
					continue // the same page
				}
				b.typesNothing(language + ": " + way + " from " + from)
				if b.window.Canvas().Overlays().Top() != nil {
					b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
					b.typesNothing(language + ": " + way + " and back from " + from)
				}
			}
		}
	}
}

// sees reports whether what can have the keyboard is on show: the driver knows no
// other places.
func sees(f fyne.Focusable) bool {
	return !fyne.CurrentApp().Driver().AbsolutePositionForObject(f.(fyne.CanvasObject)).IsZero()
}

// typesNothing fails the test if a letter changes the campaign or the keyboard
// is where nobody sees it.
func (b *bench) typesNothing(what string) {
	b.t.Helper()
	f, ok := b.window.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		b.t.Errorf("%s: nothing has the keyboard", what)
		return
	}
	if !sees(f.(fyne.Focusable)) {
		b.t.Errorf("%s: the keyboard is at a hidden %T", what, f)
	}
	before, open := b.desk.Current()
	test.Type(b.window.Canvas().Focused(), "x")
	b.flush()
	b.settle()
	if after, still := b.desk.Current(); open && still {
		if n := len(domain.Diff(before, after)); n > 0 {
			b.t.Errorf("%s: a letter changes %d records", what, n)
		}
	}
}

func TestAnotherCampaignDoesNotKeepTheKeyboard(t *testing.T) {
	for _, language := range i18n.Languages() {
		b := sampled(t, language)
		if !b.inPage(tabMessages) {
			t.Fatal("nothing to type into")
		}
		other := stored(t, b.store, "Wells")
		b.desk.Load(nil)
		b.desk.Open(other.ID(), b.report)
		b.settle()
		b.typesNothing(language)
	}
}
