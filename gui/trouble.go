package gui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/backup"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// Trouble is why the data could not be opened, and what a person can do.
type Trouble struct {
	App       fyne.App
	Printer   *i18n.Printer
	Err       error
	DataDir   string
	Folders   []string         // proposed in the folder chooser
	Retry     func()           // tries once more
	UseFolder func(dir string) // tries with another folder
	// Restore puts a backup in the place of damaged data, and tells.
	Restore func(path string, done func(error))
}

// ShowTrouble shows a small window instead of the real one. It closes itself
// before another try.
func ShowTrouble(t Trouble) {
	t.App.Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light}))
	w := t.App.NewWindow(t.Printer.T("app.name"))
	env := &kit.Env{Printer: t.Printer, Window: w}
	again := func(f func()) func() {
		return func() {
			f() // the next window first: without any, the program ends
			w.Close()
		}
	}
	buttons := []fyne.CanvasObject{
		kit.Spacer(),
		kit.NewButton(env, kit.ButtonOptions{Text: env.T("trouble.quit"), OnTapped: t.App.Quit}),
		kit.NewButton(env, kit.ButtonOptions{Text: env.T("trouble.folder"), OnTapped: func() {
			kit.ChooseFiles(env, kit.ChooserOptions{
				Title: env.T("trouble.folder_title"), Folder: true, Recent: t.Folders,
				OnChosen: func(paths []string) { again(func() { t.UseFolder(paths[0]) })() },
			})
		}}),
		kit.NewButton(env, kit.ButtonOptions{Text: env.T("trouble.retry"), Kind: kit.ButtonPrimary, OnTapped: again(t.Retry)}),
	}
	if domain.CodeOf(t.Err) == domain.ErrStoreDamaged {
		buttons = slices.Insert(buttons, 2, fyne.CanvasObject(kit.NewButton(env, kit.ButtonOptions{
			Text: env.T("trouble.restore"), OnTapped: func() { t.chooseBackup(env, again(t.Retry)) },
		})))
	}
	content := kit.Column(
		kit.NewLabel(env, env.T("trouble.title"), kit.StyleHeading),
		kit.NewParagraph(env, t.Printer.Error(t.Err), kit.StyleBody).Selectable(),
		kit.NewParagraph(env, env.T("trouble.where", "dir", i18n.Island(t.DataDir)), kit.StyleMuted).Selectable(),
		kit.NewParagraph(env, advice(t.Printer, t.Err), kit.StyleMuted),
	)
	w.SetContent(kit.Pad(24, kit.Border(env, nil, kit.Row(env, buttons...), nil, nil, content)))
	w.Resize(fyne.NewSize(760, 420))
	w.CenterOnScreen()
	w.Show()
}

// chooseBackup asks for a backup, restores it and calls next when that is done.
// There is nothing to compare it with; what is damaged is kept.
func (t Trouble) chooseBackup(env *kit.Env, next func()) {
	kit.ChooseFiles(env, kit.ChooserOptions{
		Title: env.T("restore.title"), Extensions: []string{backup.Extension},
		Start: filepath.Join(t.DataDir, "checkpoints"),
		OnChosen: func(paths []string) {
			_, release := hold(env, env.T("restore.title"), env.T("restore.working"), func() {})
			t.Restore(paths[0], func(err error) {
				release()
				if err == nil {
					next()
					return
				}
				kit.ShowDialog(env, kit.DialogOptions{
					Title:   env.T("restore.title"),
					Content: kit.NewParagraph(env, t.Printer.Error(err), kit.StyleBody).Selectable(),
					Cancel:  env.T("help.close"),
				})
			})
		},
	})
}

// advice says what can be done beyond the error's own sentence.
func advice(p *i18n.Printer, err error) string {
	switch domain.CodeOf(err) {
	case domain.ErrStoreDamaged:
		return p.T("trouble.advice_damaged")
	case domain.ErrAlreadyOpen:
		return p.T("trouble.advice_open")
	default:
		return p.T("trouble.advice_other")
	}
}
