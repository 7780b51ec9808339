package kit

import (
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/gui/guitest/apptest"
	"athar/gui/i18n"
	"athar/gui/theme"
)

// The sentences to test everything with are never of one direction only.
const (
	mixedArabic  = "نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)"
	mixedEnglish = "Hello عالم 123 test."
)

// window opens a test window with Athar's look and returns an environment in the
// language.
func window(t *testing.T, lang string, look theme.Options) *Env {
	t.Helper()
	if look.Variant == theme.System {
		look.Variant = theme.Light
	}
	app := apptest.New(t)
	app.Settings().SetTheme(theme.New(look))
	all, err := catalogs()
	if err != nil {
		t.Fatal(err)
	}
	env := &Env{Printer: i18n.NewPrinter(all[lang], i18n.Western), Fonts: fonts()}
	env.Window = app.NewWindow("")
	t.Cleanup(env.Window.Close)
	return env
}

// fonts are read once for all tests, which run one after another.
var fonts = sync.OnceValue(ReadFonts)

// catalogs are read once, too, by language.
var catalogs = sync.OnceValues(func() (map[string]*i18n.Catalog, error) {
	all := map[string]*i18n.Catalog{}
	for _, lang := range languages {
		catalog, err := i18n.Load(assets.Locale, "locale", lang)
		if err != nil {
			return nil, err
		}
		all[lang] = catalog
	}
	return all, nil
})

// show puts content into the window at a size, without Fyne's padding.
func show(env *Env, content fyne.CanvasObject, width, height float32) {
	env.Window.SetPadded(false)
	env.Window.SetContent(content)
	env.Window.Resize(fyne.NewSize(width, height))
}

// languages are those every behaviour with a side is tested in.
var languages = []string{"en", "ar"}

// bothWays runs a test in English and in Arabic.
func bothWays(t *testing.T, f func(t *testing.T, env *Env)) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) { f(t, window(t, lang, theme.Options{})) })
	}
}

// texts returns what a person reads in a tree of objects: the logical strings of
// all visible widgets that say theirs, in the order of the Tab key.
func texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var all []string
	// Fyne's container calls itself "Container".
	if a, ok := o.(interface{ AccessibilityLabel() string }); ok && !isContainer(o) {
		if label := a.AccessibilityLabel(); label != "" {
			return []string{label}
		}
	}
	for _, child := range children(o) {
		all = append(all, texts(child)...)
	}
	return all
}

func isContainer(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *fyne.Container, *rows, *optionList: // those say only what the keyboard is at
		return true
	}
	return false
}

// find returns the widgets of a type in a tree of objects, in the order of the
// Tab key.
func find[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var all []T
	if w, ok := o.(T); ok {
		all = append(all, w)
	}
	for _, child := range children(o) {
		all = append(all, find[T](child)...)
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

// left returns the left edge of o in the window.
func left(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
}

// start returns the distance from the reading start of the window to o.
func start(env *Env, o fyne.CanvasObject) float32 {
	if env.RTL() {
		return env.Window.Canvas().Size().Width - left(o) - o.Size().Width
	}
	return left(o)
}

// press types keys into the widget that has the focus.
func press(env *Env, names ...fyne.KeyName) {
	for _, name := range names {
		env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// hints makes the environment keep the last hint.
func hints(env *Env) *string {
	last := new(string)
	env.Hint = func(s string) { *last = s }
	return last
}

// near reports whether two lengths are the same to the eye.
func near(a, b float32) bool { return a-b < 0.6 && b-a < 0.6 }
