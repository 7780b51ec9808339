package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
	"athar/gui/theme"
)

// textSize is the size that text is drawn in now.
func textSize() float32 { return fyne.CurrentApp().Settings().Theme().Size(theme.TextBody) }

func TestTheSizeOfTextIsSeenWhileItIsChosen(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 700})
			b.do("appearance")
			before, content := textSize(), b.window.Content()
			slider := guitest.Find[*kit.Slider](b.window.Canvas().Overlays().Top())[0]
			slider.Focus()
			slider.KeyDown(&fyne.KeyEvent{Name: fyne.KeyUp})
			slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
			slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
			if textSize() != before {
				t.Error("the slider grows while its key is held down")
			}
			slider.KeyUp(&fyne.KeyEvent{Name: fyne.KeyUp})
			b.settle()
			if textSize() != 2*before || b.kept.Scale != settings.MaxScale {
				t.Fatalf("text of %v, was %v; kept %v", textSize(), before, b.kept.Scale)
			}
			if b.window.Content() != content || b.window.Canvas().Overlays().Top() == nil {
				t.Fatal("the window was made anew under the dialog")
			}
			slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			b.settle()
			if b.window.Content() == content || b.window.Canvas().Overlays().Top() != nil {
				t.Error("the window keeps the widths of the old size")
			}
		})
	}
}

// escape closes a dialog while nothing in it has the focus.
func (b *bench) escape() {
	b.window.Canvas().Unfocus()
	b.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	b.settle()
}

// wantsF10 fails the test if the keys do not reach the window that is there.
func (b *bench) wantsF10() {
	b.t.Helper()
	bar := guitest.Find[*kit.MenuBar](b.window.Content())[0]
	b.window.Canvas().Unfocus()
	b.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF10})
	if got := b.window.Canvas().Focused(); got != fyne.Focusable(bar) {
		b.t.Errorf("F10 gives the keyboard to %T", got)
	}
}

// The size of text can be changed while a dialog is open; a language that comes
// from a setting in one waits the same way.
func TestAWindowIsNotMadeAnewUnderADialog(t *testing.T) {
	change := map[string]func(*bench){
		"bigger":   func(b *bench) { b.shortcut(ctrl(fyne.KeyEqual)) },
		"language": func(b *bench) { b.otherLanguage() },
	}
	for _, language := range i18n.Languages() {
		for name, more := range change {
			t.Run(language+" "+name, func(t *testing.T) {
				b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 700})
				b.do("data")
				content, before := b.window.Content(), textSize()
				more(b)
				more(b)
				b.settle()
				if b.window.Content() != content {
					t.Error("the window was made anew under the dialog")
				}
				if name == "bigger" && textSize() <= before {
					t.Error("the dialog does not show the new size")
				}
				b.escape()
				if b.window.Canvas().Overlays().Top() != nil {
					t.Fatal("Escape no longer closes the dialog")
				}
				if b.window.Content() == content {
					t.Error("the window stays as it was before")
				}
				b.wantsF10()
			})
		}
	}
}

func TestOtherDatesLeaveTheKeysToTheWindowThatShowsThem(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "ar", Width: 1366, Height: 700})
	b.do("dates")
	guitest.Find[*kit.Check](b.window.Canvas().Overlays().Top())[0].Tapped(nil)
	b.window.Canvas().Unfocus()
	b.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.settle()
	if b.env.Hijri || b.window.Canvas().Overlays().Top() != nil {
		t.Fatalf("the Hijra is shown: %v", b.env.Hijri)
	}
	b.wantsF10()
}

func TestTheLookIsSeenWhileItIsChosen(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "ar", Width: 1366, Height: 700})
	b.do("appearance")
	radio := guitest.Find[*kit.Radio](b.window.Canvas().Overlays().Top())[0]
	if radio.Value() != string(settings.LookLight) {
		t.Fatalf("the look is said to be %q", radio.Value())
	}
	ground := func() any {
		return fyne.CurrentApp().Settings().Theme().Color(theme.ColorSurface, 0)
	}
	before, content := ground(), b.window.Content()
	radio.TypedRune('٣')
	b.settle()
	if b.kept.Look != settings.LookDark || ground() == before {
		t.Errorf("kept %q", b.kept.Look)
	}
	radio.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.window.Content() != content {
		t.Error("another look needs no other window")
	}
}

func TestTheSliderStaysInSightAtEverySize(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "ar", Width: 900, Height: 600})
	b.do("appearance")
	top := b.window.Canvas().Overlays().Top()
	slider := guitest.Find[*kit.Slider](top)[0]
	slider.Focus()
	for slider.Value() < settings.MaxScale {
		slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		b.settle()
		if y := guitest.Top(slider); y < 0 || y+slider.Size().Height > 600 {
			t.Errorf("at %v the slider is at %v", slider.Value(), y)
		}
	}
}
