package gallery_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/gallery"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/theme"
)

// The pictures hold what no other test can see: joined letters, the order of
// mixed lines, what is drawn over what, on which side. A failed test leaves the
// new picture in testdata/failed; it takes the place of the old one only after
// somebody has looked at it.

// looks are languages, appearances and sizes of text such that every page is
// there in both languages, in every appearance, and in double size.
func looks() map[string]theme.Options {
	return map[string]theme.Options{
		"ar":          {Variant: theme.Light},
		"en":          {Variant: theme.Light},
		"ar_dark_1.5": {Variant: theme.Dark, TextScale: 1.5},
		"en_contrast": {Variant: theme.HighContrast},
		"ar_light_2":  {Variant: theme.Light, TextScale: 2},
	}
}

const pageWidth = 1280

func TestPagesLookAsTheyDid(t *testing.T) {
	for _, page := range gallery.Pages() {
		for name, look := range looks() {
			t.Run(page.Key+" "+name, func(t *testing.T) {
				env := guitest.EnvWith(t, name[:2], look)
				env.Hijri = true
				content := kit.Pad(16, page.Build(env))
				guitest.Show(env, content, pageWidth, content.MinSize().Height)
				settle(env, content)
				test.AssertImageMatches(t, fmt.Sprintf("%s_%s.png", page.Key, name), env.Window.Canvas().Capture())
			})
		}
	}
}

// settle gives the window the height that the page needs at its width: words
// that wrap know it only after they were laid out.
func settle(env *kit.Env, content fyne.CanvasObject) {
	for range 4 {
		height := content.MinSize().Height
		if height == env.Window.Canvas().Size().Height {
			return
		}
		env.Window.Resize(fyne.NewSize(pageWidth, height))
	}
}

// TestWhatOpensLooksAsItDid has what lies over a page.
func TestWhatOpensLooksAsItDid(t *testing.T) {
	for name, opened := range map[string]struct {
		page string // below
		open func(env *kit.Env)
	}{
		"confirm":  {"dialogs", gallery.Ask},
		"form":     {"dialogs", refuseForm},
		"choose":   {"dialogs", gallery.AskChoice},
		"select":   {"choosing", func(env *kit.Env) { press(find[*kit.Select](env, 1)) }},
		"groups":   {"choosing", func(env *kit.Env) { press(find[*kit.Select](env, 2)) }},
		"calendar": {"dates", func(env *kit.Env) { press(find[*kit.Button](env, 0)) }},
		"menu":     {"structure", openMenu},
		"note":     {"input", pointAtHighlight},
	} {
		for _, lang := range guitest.Languages() {
			t.Run(name+" "+lang, func(t *testing.T) {
				env := guitest.Env(t, lang)
				env.Hijri = true
				guitest.Show(env, kit.Stack(kit.Scroll(kit.Pad(16, pageOf(t, opened.page).Build(env))), kit.NewNotes(env)), 900, 600)
				opened.open(env)
				test.AssertImageMatches(t, fmt.Sprintf("open_%s_%s.png", name, lang), env.Window.Canvas().Capture())
			})
		}
	}
}

func pageOf(t *testing.T, key string) gallery.Page {
	t.Helper()
	for _, p := range gallery.Pages() {
		if p.Key == key {
			return p
		}
	}
	t.Fatalf("there is no page %q", key)
	return gallery.Page{}
}

// find returns the nth widget of a kind in the window.
func find[T fyne.CanvasObject](env *kit.Env, n int) T {
	return guitest.FindVisible[T](env.Window.Content())[n]
}

// press gives a widget the keyboard and presses Space.
func press(o fyne.Focusable) {
	fyne.CurrentApp().Driver().CanvasForObject(o.(fyne.CanvasObject)).Focus(o)
	o.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
}

// refuseForm opens a form and tries to go on without having filled it in.
func refuseForm(env *kit.Env) {
	gallery.AskForm(env)
	env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func openMenu(env *kit.Env) {
	bar := find[*kit.MenuBar](env, 0)
	bar.FocusGained()
	bar.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
}

// pointAtHighlight puts the caret of the last editor on a passage with a note.
func pointAtHighlight(env *kit.Env) {
	editors := guitest.FindVisible[*kit.Editor](env.Window.Content())
	editors[len(editors)-1].Focus()
	env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
}
