package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
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
	Read      func()           // opens what is there for reading; nil where there is nothing
	// Reuse gives the next window the one that is on the screen. Closing it would end
	// the program where it was the lock screen before.
	Reuse func(fyne.Window)
	// Background runs work beside the window and then done on its goroutine.
	Background func(work, done func())
	// Sealed opens backups, and the data itself, for Restore and Salvage.
	Sealed Sealed
	// Restore puts a backup in the place of damaged data, and tells.
	Restore func(path string, done func(error))
	// Restored opens what was restored, with the passphrases that were just given for
	// it. Sealed forgets them afterwards.
	Restored func()
	// Salvage writes what can still be read of damaged data into a folder, and
	// tells in sentences what that is and what is missing.
	Salvage func(dir string, done func(lines []string, err error))
}

// ShowTrouble shows a small window instead of the real one. The next try gets it.
func ShowTrouble(t Trouble) {
	t.App.Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light}))
	w := t.App.NewWindow(t.Printer.T("app.name"))
	unlocked(w)
	env := &kit.Env{Printer: t.Printer, Window: w}
	again := func(f func()) func() {
		return func() {
			t.Reuse(w)
			f()
		}
	}
	buttons := append([]fyne.CanvasObject{kit.Spacer()}, t.buttons(env, again)...)
	content := kit.Column(
		kit.NewLabel(env, env.T("trouble.title"), kit.StyleHeading),
		kit.NewParagraph(env, t.Printer.Error(t.Err), kit.StyleBody).Selectable(),
		kit.NewParagraph(env, env.T("trouble.where", "dir", i18n.Island(t.DataDir)), kit.StyleMuted).Selectable(),
		kit.NewParagraph(env, advice(t.Printer, t.Err), kit.StyleMuted),
	)
	if t.Salvage != nil && t.beyondUse() {
		content.Add(kit.Row(env, kit.NewButton(env, kit.ButtonOptions{
			Text: env.T("trouble.salvage"), OnTapped: func() { t.chooseRefuge(env) },
		})))
	}
	w.SetContent(kit.Pad(24, kit.Border(env, nil, kit.Row(env, buttons...), nil, nil, content)))
	w.Resize(fyne.NewSize(860, 600)) // what is chosen and asked for here wants room, too
	w.CenterOnScreen()
	w.Show()
}

// unlocked takes away from a window what the lock screen gave it, if it was that.
func unlocked(w fyne.Window) {
	w.SetPadded(true)
	w.SetFullScreen(false)
	w.Canvas().SetOnTypedKey(nil)
	for _, keys := range []fyne.Shortcut{ctrl(fyne.KeyQ), ctrl(fyne.KeyL)} {
		w.Canvas().RemoveShortcut(keys)
	}
}

// buttons are the ways on, the most likely one last.
func (t Trouble) buttons(env *kit.Env, again func(func()) func()) []fyne.CanvasObject {
	button := func(key string, do func()) fyne.CanvasObject {
		return kit.NewButton(env, kit.ButtonOptions{Text: env.T(key), OnTapped: do})
	}
	all := []fyne.CanvasObject{button("trouble.quit", t.App.Quit)}
	if t.beyondUse() {
		all = append(all, button("trouble.restore", func() { t.chooseBackup(env, again(t.Restored)) }))
	}
	if t.Read != nil && slices.Contains(readable, domain.CodeOf(t.Err)) {
		all = append(all, button("trouble.read", again(t.Read)))
	}
	return append(all,
		button("trouble.folder", func() {
			kit.ChooseFiles(env, kit.ChooserOptions{
				Title: env.T("trouble.folder_title"), Folder: true, Recent: t.Folders,
				OnChosen: func(paths []string) { again(func() { t.UseFolder(paths[0]) })() },
			})
		}),
		kit.NewButton(env, kit.ButtonOptions{Text: env.T("trouble.retry"), Kind: kit.ButtonPrimary, OnTapped: again(t.Retry)}),
	)
}

// beyondUse reports whether only a backup helps, and whatever can still be read.
func (t Trouble) beyondUse() bool {
	switch domain.CodeOf(t.Err) {
	case domain.ErrStoreDamaged, domain.ErrKeyMissing, domain.ErrKeyDamaged:
		return true
	}
	return false
}

// readable are reasons that keep data from being changed, but not from being
// read.
var readable = []domain.Code{
	domain.ErrAlreadyOpen, domain.ErrOpenElsewhere, domain.ErrDiskFull, domain.ErrStoreDamaged,
}

// advice says what can be done beyond the error's own sentence.
func advice(p *i18n.Printer, err error) string {
	switch domain.CodeOf(err) {
	case domain.ErrStoreDamaged:
		return p.T("trouble.advice_damaged")
	case domain.ErrNetworkPlace, domain.ErrCloudPlace:
		return p.T("trouble.advice_place")
	case domain.ErrAlreadyOpen:
		return p.T("trouble.advice_open")
	default:
		return p.T("trouble.advice_other")
	}
}
