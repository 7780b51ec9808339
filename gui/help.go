package gui

import (
	"fyne.io/fyne/v2"

	"athar/domain/backup"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// showShortcuts lists every command that has keys, also over a dialog.
func (w *Window) showShortcuts() {
	if w.keysHelp != nil && w.keysHelp.IsOpen() {
		return
	}
	var rows []fyne.CanvasObject
	for _, a := range w.actions() {
		if a.shortcut == nil {
			continue
		}
		keys := kit.NewLabel(w.env, kit.ShortcutName(a.shortcut), kit.StyleStrong)
		name := kit.NewParagraph(w.env, w.env.T("action."+a.key), kit.StyleBody)
		rows = append(rows, kit.Border(w.env, nil, nil, nil, keys, name))
	}
	w.keysHelp = w.showPage(w.env.T("action.shortcuts"), kit.ColumnTight(rows...))
}

// showData says where the data lives and what that means, as soon as it is known
// what was put aside beside it.
func (w *Window) showData() {
	var aside []backup.Aside
	w.deps.Run.Background(func() { aside = w.deps.Backups.Aside() }, func() { w.showPlaces(aside) })
}

func (w *Window) showPlaces(aside []backup.Aside) {
	content := kit.Column(
		kit.NewParagraph(w.env, w.env.T("data.where"), kit.StyleBody),
		w.pathRow(w.deps.DataDir),
		kit.NewParagraph(w.env, w.privacy(), kit.StyleBody),
		kit.NewParagraph(w.env, w.safety.sentence(), kit.StyleBody),
		kit.NewParagraph(w.env, w.env.T("data.backups"), kit.StyleBody),
		kit.NewParagraph(w.env, w.env.T("data.moving"), kit.StyleBody),
	)
	list := &asideList{w: w}
	if box := list.box(aside); box != nil {
		content.Add(box)
	}
	list.page = w.showPage(w.env.T("action.data"), content)
}

// pathRow shows a path and copies it: nothing here opens another program.
func (w *Window) pathRow(path string) fyne.CanvasObject {
	button := kit.NewButton(w.env, kit.ButtonOptions{Text: w.env.T("data.copy_path"), OnTapped: func() {
		w.env.ToClipboard(path)
		w.say(w.env.T("data.path_copied"))
	}})
	return kit.Border(w.env, nil, nil, nil, kit.Column(button), kit.NewParagraph(w.env, i18n.Island(path), kit.StyleStrong).Selectable())
}

// privacy says who can read the data.
func (w *Window) privacy() string {
	if w.protected() {
		return w.env.T("data.private_protected")
	}
	return w.env.T("data.private")
}

func (w *Window) showAbout() {
	w.showPage(w.env.T("action.about"), kit.Column(
		kit.NewParagraph(w.env, w.env.T("about.what"), kit.StyleBody),
		kit.NewParagraph(w.env, w.env.T("about.version", "version", w.deps.Version), kit.StyleBody).Selectable(),
		kit.NewParagraph(w.env, w.env.T("about.licence"), kit.StyleMuted),
	))
}

func (w *Window) showPage(title string, content fyne.CanvasObject) *kit.Dialog {
	return kit.ShowDialog(w.env, kit.DialogOptions{
		Title: title, Content: content, Cancel: w.env.T("help.close"), MinSize: fyne.NewSize(560, 200),
	})
}
