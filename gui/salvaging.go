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
		OnChosen: func(paths []string) { t.salvage(env, paths[0], []string{t.DataDir}) },
	})
}

// salvage asks for the passphrase of the data where that is needed.
func (t Trouble) salvage(env *kit.Env, dir string, sealed []string) {
	const title = "trouble.salvage_title"
	_, release := hold(env, env.T(title), env.T("trouble.salvage_working"), func() {})
	t.Salvage(dir, func(lines []string, err error) {
		release()
		if t.asks(env, title, sealed, err, func(rest []string) { t.salvage(env, dir, rest) }) {
			return
		}
		t.Sealed.Forget()
		if err != nil {
			t.tell(env, title, err)
			return
		}
		t.showSalvaged(env, lines)
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
