package gui

import (
	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// chooseRefuge asks for a folder, has what can still be read written into a new one
// in it, and says what that is and what is missing. The data stays as it is.
func (t Trouble) chooseRefuge(env *kit.Env) {
	kit.ChooseFiles(env, kit.ChooserOptions{
		Title: env.T("trouble.salvage_title"), Folder: true, Recent: t.Folders,
		OnChosen: func(paths []string) {
			_, release := hold(env, env.T("trouble.salvage_title"), env.T("trouble.salvage_working"), func() {})
			t.Salvage(paths[0], func(lines []string, err error) {
				release()
				if err != nil {
					lines = []string{t.Printer.Error(err)}
				}
				t.showSalvaged(env, lines)
			})
		},
	})
}

// showSalvaged shows sentences, as many as there are.
func (t Trouble) showSalvaged(env *kit.Env, lines []string) {
	var all []fyne.CanvasObject
	for _, line := range lines {
		all = append(all, kit.NewParagraph(env, line, kit.StyleBody).Selectable())
	}
	kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("trouble.salvage_title"), Content: kit.Column(all...), Cancel: env.T("help.close"),
	})
}
