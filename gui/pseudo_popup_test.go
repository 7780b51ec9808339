package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/gui/guitest"
	"athar/gui/kit"
)

// popups open what lies over the window for the length of a choice.
var popups = map[string]func(b *bench){
	"a list": func(b *bench) {
		b.selectTab(tabHome)
		b.press(guitest.FindVisible[*kit.Select](b.pages[tabHome])[0], fyne.KeySpace)
	},
	"a list with a search": func(b *bench) { b.openRegions() },
	"a search that finds nothing": func(b *bench) {
		b.openRegions()
		for range 3 {
			b.window.Canvas().Focused().TypedRune('7') // no name has it, nor is it a word
		}
	},
	"the menu of an editor": func(b *bench) {
		b.selectTab(tabHome)
		b.press(guitest.FindVisible[*kit.Editor](b.pages[tabHome])[0], desktop.KeyMenu)
	},
	"the menu of a field": func(b *bench) {
		b.selectTab(tabMessages)
		b.settle()
		b.press(guitest.FindVisible[*kit.Field](b.pages[tabMessages])[0], desktop.KeyMenu)
	},
	"the menu of a text to read": func(b *bench) {
		b.do("data")
		for range 5 {
			b.window.Canvas().FocusNext()
			b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
			if len(b.window.Canvas().Overlays().List()) > 1 {
				return
			}
		}
	},
}

// press gives something the keyboard and presses a key there.
func (b *bench) press(o interface{ Focus() }, key fyne.KeyName) {
	o.Focus()
	b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	b.settle()
}

// openMonth opens a calendar.
func (b *bench) openMonth() {
	b.selectTab(tabMetrics)
	b.settle()
	b.press(guitest.FindVisible[*kit.DatePicker](b.pages[tabMetrics])[0], fyne.KeyDown)
}

// openRegions opens the one list that is long enough for a search.
func (b *bench) openRegions() {
	b.do("dates")
	b.press(guitest.Find[*kit.Select](b.window.Canvas().Overlays().Top())[0], fyne.KeySpace)
}

func TestEveryPopupIsWhole(t *testing.T) {
	for name, open := range popups {
		t.Run(name, func(t *testing.T) {
			inEveryPseudoWindow(t, true, largest(), func(t *testing.T, b *bench) {
				before := len(b.window.Canvas().Overlays().List())
				open(b)
				b.settle()
				if len(b.window.Canvas().Overlays().List()) == before {
					t.Fatal("nothing is open")
				}
				guitest.See(t, b.env, shellSight) // which keeps the Tab key
			})
		})
	}
}
