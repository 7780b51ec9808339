// Package apptest is the app of GUI tests: windows without a screen, as Fyne's own
// test package has them, with what is costly to make shared among the tests of a
// package.
//
// It must not know a widget or a screen, so that the tests of all of them can use
// it; the harness of screens is the package guitest.
package apptest

import (
	"image/color"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// app is an App with windows and a look of its own. Everything else is the one of
// all tests: with every app that Fyne's test package makes, and with every theme
// that it is given, the fonts are read anew, and what shapes text there keeps all
// that were ever read. Hundreds of windows would keep a gigabyte.
type app struct {
	fyne.App
	driver fyne.Driver
	clip   fyne.Clipboard
	look   *look
}

// New returns an app without windows for a test. Tests of one package run one after
// another.
func New(t testing.TB) fyne.App {
	t.Helper()
	base := base()
	a := &app{App: base, driver: test.NewDriver(), clip: test.NewClipboard()}
	a.look = &look{Settings: base.Settings(), app: a, theme: test.Theme()}
	fyne.SetCurrentApp(a)
	t.Cleanup(func() {
		fyne.SetCurrentApp(base)
		sweep()
	})
	return a
}

// base is what all apps of the tests share.
var base = sync.OnceValue(test.NewApp)

// sweep lets Fyne forget what was drawn in windows that are gone. It does so for what
// was not used for a minute, and only when something is drawn.
func sweep() { software.NewCanvas().Capture() }

func (a *app) Driver() fyne.Driver { return a.driver }

func (a *app) Clipboard() fyne.Clipboard { return a.clip }

func (a *app) Settings() fyne.Settings { return a.look }

func (a *app) NewWindow(title string) fyne.Window { return a.driver.CreateWindow(title) }

// look is the theme of an app.
type look struct {
	fyne.Settings
	app      *app
	theme    fyne.Theme
	changed  []func(fyne.Settings)
	channels []chan fyne.Settings
}

func (l *look) Theme() fyne.Theme { return l.theme }

func (l *look) AddListener(f func(fyne.Settings)) { l.changed = append(l.changed, f) }

func (l *look) AddChangeListener(c chan fyne.Settings) { l.channels = append(l.channels, c) }

// SetTheme draws every window anew. All themes of the tests have the same fonts, but
// Fyne keeps pictures by name, in the colours they were drawn in first.
func (l *look) SetTheme(theme fyne.Theme) {
	l.theme = theme
	if !sameColours(theme, l.Settings.Theme()) {
		l.Settings.SetTheme(theme)
	}
	for _, c := range l.channels {
		c <- l
	}
	for _, w := range l.app.driver.AllWindows() {
		restyle(w.Content())
		for _, overlay := range w.Canvas().Overlays().List() {
			restyle(overlay)
		}
	}
	for _, f := range l.changed {
		f(l)
	}
}

func sameColours(a, b fyne.Theme) bool {
	shade := func(t fyne.Theme, name fyne.ThemeColorName, v fyne.ThemeVariant) color.RGBA64 {
		return color.RGBA64Model.Convert(t.Color(name, v)).(color.RGBA64)
	}
	for _, v := range []fyne.ThemeVariant{fynetheme.VariantLight, fynetheme.VariantDark} {
		for _, name := range []fyne.ThemeColorName{
			fynetheme.ColorNameForeground, fynetheme.ColorNameBackground, fynetheme.ColorNamePrimary,
		} {
			if shade(a, name, v) != shade(b, name, v) {
				return false
			}
		}
	}
	return true
}

// restyle has what is drawn ask the theme again, from the innermost to the outermost.
func restyle(o fyne.CanvasObject) {
	switch o := o.(type) {
	case nil:
		return
	case *fyne.Container:
		for _, child := range o.Objects {
			restyle(child)
		}
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		drawn := test.WidgetRenderer(o)
		for _, child := range drawn.Objects() {
			restyle(child)
		}
		drawn.Layout(o.Size())
	}
	o.Refresh()
}
