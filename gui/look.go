package gui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"athar/domain/text/bidi"
	"athar/gui/settings"
	"athar/gui/theme"
)

// Theme returns the look that the settings ask for.
func Theme(s settings.Settings) fyne.Theme {
	variants := map[settings.Look]theme.Variant{
		settings.LookSystem: theme.System, settings.LookLight: theme.Light,
		settings.LookDark: theme.Dark, settings.LookContrast: theme.HighContrast,
	}
	return theme.New(theme.Options{Variant: variants[s.Look], TextScale: float32(s.Scale)})
}

func (w *Window) applyLook() { w.deps.App.Settings().SetTheme(Theme(w.settings)) }

func (w *Window) setLook(l settings.Look) {
	w.settings.Look = l
	w.keepSettings()
	w.applyLook()
}

// scaleBy makes the text bigger (+1) or smaller (-1) by one step.
func (w *Window) scaleBy(steps float64) { w.setScale(w.settings.Scale + steps*settings.ScaleStep) }

func (w *Window) scaleReset() { w.setScale(settings.MinScale) }

func (w *Window) setScale(scale float64) {
	scale = math.Round(scale*10) / 10
	scale = max(settings.MinScale, min(settings.MaxScale, scale))
	if scale == w.settings.Scale {
		return
	}
	w.settings.Scale = scale
	w.keepSettings()
	w.applyLook()
	w.rebuild() // widths measured with the old size would stay
	w.say(w.env.T("status.text_size", "share", w.env.Printer.Percent(w.settings.Scale)))
}

func (w *Window) setLanguage(language string) {
	if language == w.lang() && w.settings.Lang != "" {
		return
	}
	w.settings.Lang, w.settings.Welcomed = language, true
	w.keepSettings()
	w.rebuild()
}

func (w *Window) otherLanguage() {
	if w.lang() == "ar" {
		w.setLanguage("en")
	} else {
		w.setLanguage("ar")
	}
}

func (w *Window) otherDigits() {
	if w.settings.Digits == "arabic_indic" {
		w.settings.Digits = "western"
	} else {
		w.settings.Digits = "arabic_indic"
	}
	w.keepSettings()
	w.rebuild()
}

// Direction implements kit.Directions.
func (w *Window) Direction(key string, usual bidi.Direction) bidi.Direction {
	return w.settings.Directions.Of(key, usual)
}

// KeepDirection implements kit.Directions.
func (w *Window) KeepDirection(key string, d, usual bidi.Direction) {
	w.settings = w.settings.WithDirection(key, d, usual)
	w.keepSettings()
}

func (w *Window) otherFullScreen() {
	w.settings.Full = !w.settings.Full
	w.window.SetFullScreen(w.settings.Full)
	w.keepSettings()
}

// useFyneWords has Fyne's own words (the context menu of text fields) in the
// window's language. Fyne chooses its language from the system and cannot be
// told another one, so the words go in under the system's language.
func (w *Window) useFyneWords() {
	words := w.deps.Content.FyneWords[w.lang()]
	if err := lang.AddTranslationsForLocale(words, lang.SystemLocale()); err != nil {
		w.deps.Log.Error("give Fyne its words", "lang", w.lang(), "err", err)
	}
}

// keepSettings writes the settings in the background. That they cannot be
// written must not get in anybody's way.
func (w *Window) keepSettings() {
	if size := w.window.Canvas().Size(); !w.settings.Full && size.Width >= settings.MinWidth && size.Height >= settings.MinHeight {
		w.settings.Width, w.settings.Height = size.Width, size.Height
	}
	w.settings.Place = w.place()
	kept := w.settings
	if w.protected() {
		kept = kept.Bare()
	}
	w.saves.put(kept)
}
