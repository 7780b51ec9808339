package home

import (
	"athar/gui/i18n"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// languages are the languages of the interface, each by the name that those who
// read it know; that name is never translated.
func languages() []kit.Option {
	return []kit.Option{{Value: "ar", Label: "العربية"}, {Value: "en", Label: "English"}}
}

// newWelcome makes what is seen at the first start. asked says that a language
// was chosen already.
func newWelcome(env *kit.Env, dataDir string, asked bool, on intents) fyne.CanvasObject {
	question := env.T("home.welcome.language")
	if asked {
		question = env.T("home.welcome.language_later")
	}
	sample := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("home.sample"), Icon: fynetheme.FolderOpenIcon(), Kind: kit.ButtonPrimary, OnTapped: on.OnSample,
	})
	blank := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("home.new"), Icon: fynetheme.ContentAddIcon(), OnTapped: on.OnNew,
	})
	card := kit.Surface(kit.Pad(fynetheme.Size(theme.Space8), kit.Form(env,
		kit.Column(
			kit.NewLabel(env, env.T("home.welcome.title"), kit.StyleTitle),
			kit.NewParagraph(env, env.T("home.welcome.what"), kit.StyleBody),
		),
		kit.Column(kit.NewParagraph(env, question, kit.StyleMuted), languageButtons(env, on.OnLanguage)),
		kit.Column(
			kit.NewParagraph(env, env.T("home.welcome.begin"), kit.StyleMuted),
			kit.Grid(env, 2, tall(kit.Whole(sample)), tall(kit.Whole(blank))),
		),
		kit.Separator(),
		kit.NewParagraph(env, env.T("home.welcome.data", "dir", i18n.Island(dataDir)), kit.StyleMuted),
	)))
	return kit.Scroll(container.New(middle{}, card))
}

// languageButtons marks the language of the window.
func languageButtons(env *kit.Env, onChosen func(string)) fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, l := range languages() {
		o := kit.ButtonOptions{Text: l.Label, OnTapped: func() { onChosen(l.Value) }}
		if l.Value == env.Printer.Lang() {
			o.Icon = fynetheme.ConfirmIcon()
		}
		buttons = append(buttons, tall(kit.NewButton(env, o)))
	}
	return kit.Grid(env, 2, buttons...)
}

// tall makes a button big enough to be the one thing to do.
func tall(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Stack(o, kit.Gap(1.5*fynetheme.Size(theme.SizeTarget)))
}
