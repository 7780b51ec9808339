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
		opener(env.T("gallery.chooser"), func() { kit.ChooseFiles(env, kit.ChooserOptions{Title: s.parent, OnChosen: func([]string) {}}) }),
	)
}

// Ask opens a question about something that cannot be undone.
func Ask(env *kit.Env) {
	s := sampleFor(env)
	kit.Confirm(env, s.typed, s.long, s.remove, true, func() {})
}

// AskForm opens a dialog with something to fill in.
func AskForm(env *kit.Env) {
	s := sampleFor(env)
	name := kit.NewFormItem(env, s.name, s.help, kit.NewField(env, kit.FieldOptions{Text: s.typed, OwnUndo: true}))
	kit.ShowDialog(env, kit.DialogOptions{
		Title: s.title, Accept: s.save,
		Content: kit.Form(env, name, kit.NewFormItem(env, s.channel, "", kit.NewChips(env, optionsOf(s.segments), nil))),
	})
}
