package gallery

import (
	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// dialogsPage opens every kind of dialog.
func dialogsPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	opener := func(text string, open func()) fyne.CanvasObject {
		return kit.NewButton(env, kit.ButtonOptions{Text: text, OnTapped: open})
	}
	return kit.Flow(env,
		opener(env.T("gallery.confirm"), func() { Ask(env) }),
		opener(env.T("gallery.inform"), func() { kit.Inform(env, s.title, s.long) }),
		opener(env.T("gallery.form"), func() { AskForm(env) }),
		opener(env.T("gallery.choose"), func() { AskChoice(env) }),
		opener(env.T("gallery.chooser"), func() { kit.ChooseFiles(env, kit.ChooserOptions{Title: s.parent, OnChosen: func([]string) {}}) }),
	)
}

// Ask opens a question about something that cannot be undone.
func Ask(env *kit.Env) {
	s := sampleFor(env)
	kit.Confirm(env, s.typed, s.long, s.remove, true, func() {})
}

// AskForm opens a form of which the name is missing.
func AskForm(env *kit.Env) *kit.FormDialog {
	s := sampleFor(env)
	var form *kit.FormDialog
	name := kit.NewField(env, kit.FieldOptions{OwnUndo: true, OnChanged: func(string) { form.Changed() }})
	form = kit.ShowForm(env, kit.FormOptions{Title: s.title, Accept: s.save, Fields: []kit.FormField{
		{Label: s.name, Help: s.help, Input: name, Check: func() string {
			if name.Text() == "" {
				return s.problem
			}
			return ""
		}},
		{Label: s.channel, Input: kit.NewChips(env, optionsOf(s.segments), nil)},
	}})
	return form
}

// AskChoice opens a long list to choose from.
func AskChoice(env *kit.Env) {
	s := sampleFor(env)
	kit.Choose(env, kit.ChooseOptions{
		Title: s.channel, Sentence: s.help, Accept: s.save, Options: optionsOf(s.cities), Value: s.cities[2],
		OnChosen: func(string) {},
	})
}
