// Package guitest is the harness of GUI tests: a window in a language with
// Athar's own look, a person who reads, presses and types in it, what Athar
// ships with to show there, and pictures of it. It is used by tests only and
// knows no screen.
package guitest

import (
	"fmt"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest/apptest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// Width and Height are the size of a tab's content on the smallest window.
const (
	Width  = 1366
	Height = 600
)

// Env opens a test window with Athar's light look and returns an environment
// in the language.
func Env(t testing.TB, lang string) *kit.Env {
	t.Helper()
	return EnvWith(t, lang, theme.Options{Variant: theme.Light})
}

// EnvWith is Env with another look.
func EnvWith(t testing.TB, lang string, look theme.Options) *kit.Env {
	t.Helper()
	app := apptest.New(t)
	app.Settings().SetTheme(theme.New(look))
	env := &kit.Env{Printer: Printer(t, lang), Fonts: fonts()}
	env.Window = app.NewWindow("")
	t.Cleanup(env.Window.Close)
	return env
}

// fonts are read once for all tests of a package, which run one after another.
var fonts = sync.OnceValue(kit.ReadFonts)

// Printer returns a Printer of the language with Western digits.
func Printer(t testing.TB, lang string) *i18n.Printer {
	t.Helper()
	return i18n.NewPrinter(Catalog(t, lang), i18n.Western)
}

// Show puts content into the environment's window at a size.
func Show(env *kit.Env, content fyne.CanvasObject, width, height float32) {
	env.Window.SetPadded(false)
	env.Window.SetContent(content)
	env.Window.Resize(fyne.NewSize(width, height))
}

// Languages are those every behaviour with a side is tested in.
func Languages() []string { return i18n.Languages() }

// BothWays runs a test in Arabic and in English.
func BothWays(t *testing.T, f func(t *testing.T, env *kit.Env)) {
	t.Helper()
	for _, lang := range Languages() {
		t.Run(lang, func(t *testing.T) { f(t, Env(t, lang)) })
	}
}

// EveryLook runs a test in both languages, with normal and with larger text.
func EveryLook(t *testing.T, f func(t *testing.T, env *kit.Env)) {
	t.Helper()
	for _, lang := range Languages() {
		for _, scale := range []float32{1, 1.3} {
			t.Run(fmt.Sprintf("%s at %g", lang, scale), func(t *testing.T) {
				f(t, EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: scale}))
			})
		}
	}
}

// Fits fails the test if a tab's content needs more room than the smallest
// window has.
func Fits(t testing.TB, content fyne.CanvasObject) {
	t.Helper()
	if least := content.MinSize(); least.Width > Width || least.Height > Height {
		t.Errorf("needs %v and has %v × %v", least, Width, Height)
	}
}

// EveryPseudoLook is EveryLook with the pseudo catalogs.
func EveryPseudoLook(t *testing.T, f func(t *testing.T, env *kit.Env)) {
	t.Helper()
	for _, lang := range Languages() {
		for _, scale := range []float32{1, 1.3} {
			t.Run(fmt.Sprintf("%s at %g", lang, scale), func(t *testing.T) {
				f(t, PseudoEnv(t, lang, theme.Options{Variant: theme.Light, TextScale: scale}))
			})
		}
	}
}
