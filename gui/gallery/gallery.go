// Package gallery shows every widget of the kit in its states, for those who
// build Athar: in both languages, all appearances and sizes of text. Its pictures
// are what a change of the look is compared with.
//
// It holds no widget of its own and knows no campaign; nothing in it is kept.
package gallery

import (
	"strconv"

	"fyne.io/fyne/v2"

	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/run"
	"athar/gui/theme"
	"athar/gui/typeset"
)

// Deps is what the gallery is shown with.
type Deps struct {
	App      fyne.App
	Run      *run.Runner
	Catalogs map[string]*i18n.Catalog // by language
	Fonts    *typeset.Fonts
	Lang     string // to begin with
}

// Page is a part of the gallery: widgets that belong together.
type Page struct {
	Key   string                           // names it in files and in the catalog
	Build func(*kit.Env) fyne.CanvasObject // makes it anew
}

// Pages returns the pages in their order.
func Pages() []Page {
	return []Page{
		{"mixed", mixedPage},
		{"text", textPage},
		{"input", inputPage},
		{"choosing", choosingPage},
		{"dates", datesPage},
		{"buttons", buttonsPage},
		{"lists", listsPage},
		{"structure", structurePage},
		{"dialogs", dialogsPage},
	}
}

// Title returns the name of a page.
func (p Page) Title(env *kit.Env) string { return env.T("gallery.page." + p.Key) }

// Window is the gallery on the screen.
type Window struct {
	deps   Deps
	window fyne.Window
	lang   string
	look   theme.Options
	page   string
}

// Size of the window at first.
const width, height = 1280, 700

// New makes the gallery's window.
func New(deps Deps) *Window {
	w := &Window{deps: deps, lang: deps.Lang, look: theme.Options{Variant: theme.Light, TextScale: theme.MinTextScale}, page: Pages()[0].Key}
	w.window = deps.App.NewWindow("")
	w.window.SetPadded(false)
	w.window.Resize(fyne.NewSize(width, height))
	return w
}

// Show opens the window.
func (w *Window) Show() {
	w.rebuild()
	w.window.Show()
}

// rebuild makes everything anew, in the language and look that were chosen.
func (w *Window) rebuild() {
	w.deps.App.Settings().SetTheme(theme.New(w.look))
	env := &kit.Env{
		Printer: i18n.NewPrinter(w.deps.Catalogs[w.lang], i18n.Western),
		Window:  w.window, Fonts: w.deps.Fonts, After: w.deps.Run.After, Hijri: true,
	}
	hint := kit.NewLabel(env, "", kit.StyleCaption)
	env.Hint = hint.SetText
	w.window.SetTitle(env.T("gallery.title"))
	content := kit.Border(env, kit.Pad(8, w.controls(env)), kit.Pad(4, hint), nil, nil, w.pages(env))
	w.window.SetContent(kit.Stack(content, kit.NewNotes(env)))
}

func (w *Window) pages(env *kit.Env) fyne.CanvasObject {
	var tabs []kit.Tab
	for _, p := range Pages() {
		content := kit.Scroll(kit.Pad(16, p.Build(env)))
		tabs = append(tabs, kit.Tab{Key: p.Key, Title: p.Title(env), Content: content})
	}
	shown := kit.NewTabs(env, tabs, func(key string) { w.page = key })
	shown.SetSelected(w.page)
	return shown
}

// controls choose how the gallery is looked at.
func (w *Window) controls(env *kit.Env) fyne.CanvasObject {
	language := kit.NewChoice(env, []kit.Option{{Value: "ar", Label: "العربية"}, {Value: "en", Label: "English"}}, func(lang string) {
		w.lang = lang
		w.rebuild()
	})
	language.SetValue(w.lang)
	look := kit.NewChoice(env, lookOptions(env), func(variant string) {
		n, _ := strconv.Atoi(variant)
		w.look.Variant = theme.Variant(n)
		w.rebuild()
	})
	look.SetValue(strconv.Itoa(int(w.look.Variant)))
	scale := kit.NewChoice(env, scaleOptions(env), func(scale string) {
		n, _ := strconv.ParseFloat(scale, 32)
		w.look.TextScale = float32(n)
		w.rebuild()
	})
	scale.SetValue(strconv.FormatFloat(float64(w.look.TextScale), 'g', -1, 32))
	return kit.Flow(env, language, look, scale)
}

func lookOptions(env *kit.Env) []kit.Option {
	option := func(v theme.Variant, key string) kit.Option {
		return kit.Option{Value: strconv.Itoa(int(v)), Label: env.T(key)}
	}
	return []kit.Option{
		option(theme.Light, "gallery.light"), option(theme.Dark, "gallery.dark"), option(theme.HighContrast, "gallery.contrast"),
	}
}

func scaleOptions(env *kit.Env) []kit.Option {
	var options []kit.Option
	for _, scale := range []float64{1, 1.3, 1.5, 2} {
		options = append(options, kit.Option{Value: strconv.FormatFloat(scale, 'g', -1, 64), Label: env.Printer.Percent(scale)})
	}
	return options
}
