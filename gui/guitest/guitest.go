// Package guitest is the harness of GUI tests: a window in a language with
// Athar's own look, what a person reads in it, and pictures of it. It is used
// by tests only.
package guitest

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
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
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(look))
	env := &kit.Env{Printer: Printer(t, lang)}
	env.Window = app.NewWindow("")
	t.Cleanup(env.Window.Close)
	return env
}

// Printer returns a Printer of the language with Western digits.
func Printer(t testing.TB, lang string) *i18n.Printer {
	t.Helper()
	catalog, err := i18n.Load(assets.Locale, "locale", lang)
	if err != nil {
		t.Fatal(err)
	}
	return i18n.NewPrinter(catalog, i18n.Western)
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
	for _, lang := range Languages() {
		t.Run(lang, func(t *testing.T) { f(t, Env(t, lang)) })
	}
}

// Texts returns what a person reads in a tree of objects: the logical strings
// of all visible widgets that say theirs, in the order of the Tab key.
func Texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var all []string
	// Fyne's containers call themselves "Container"; nobody reads that.
	_, isContainer := o.(*fyne.Container)
	if a, ok := o.(fyne.Accessible); ok && !isContainer {
		if label := a.AccessibilityLabel(); label != "" {
			all = append(all, label)
		}
	}
	for _, child := range children(o) {
		all = append(all, Texts(child)...)
	}
	return all
}

// Find returns the widgets of a type in a tree of objects, in the order of the
// Tab key.
func Find[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var all []T
	if w, ok := o.(T); ok {
		all = append(all, w)
	}
	for _, child := range children(o) {
		all = append(all, Find[T](child)...)
	}
	return all
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// shotsDir names the environment variable that says where pictures go.
const shotsDir = "ATHAR_SHOTS"

// Shots returns the directory pictures are wanted in. A test that only draws
// pictures is skipped when none is named: people look at them, not machines.
func Shots(t testing.TB) string {
	t.Helper()
	dir := os.Getenv(shotsDir)
	if dir == "" {
		t.Skip("draws pictures to look at; set " + shotsDir + " to a directory")
	}
	return dir
}

// Picture writes what the environment's window shows to dir/name.png.
func Picture(t testing.TB, env *kit.Env, dir, name string) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, env.Window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
