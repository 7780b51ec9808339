package gui

import (
	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/backup"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// asideList lists the data that was put aside, each with a way to remove it, in
// the page that says where the data is.
type asideList struct {
	w    *Window
	page *kit.Dialog
}

// box shows the list; nil when there is nothing in it.
func (l *asideList) box(all []backup.Aside) fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	env := l.w.env
	box := kit.Column(
		kit.NewParagraph(env, env.T("aside.title"), kit.StyleStrong),
		kit.NewParagraph(env, env.T("aside.what"), kit.StyleBody),
	)
	for _, a := range all {
		box.Add(l.row(a))
	}
	return box
}

// row names what was put aside, and where it lies.
func (l *asideList) row(a backup.Aside) fyne.CanvasObject {
	env := l.w.env
	name := "aside.name"
	if a.Halved {
		name = "aside.halved"
	}
	remove := kit.NewButton(env, kit.ButtonOptions{Text: env.T("aside.remove"), OnTapped: func() { l.ask(a) }})
	return kit.Border(env, nil, nil, nil, kit.Column(remove), kit.ColumnTight(
		kit.NewParagraph(env, env.T(name, "when", l.w.moment(a.Put), "size", env.Printer.Bytes(a.Size)), kit.StyleBody),
		kit.NewParagraph(env, i18n.Island(a.Path), kit.StyleMuted).Selectable(),
	))
}

// ask asks whether data that was put aside is to be removed.
func (l *asideList) ask(a backup.Aside) {
	env := l.w.env
	if l.w.lockedReason() != "" {
		l.w.report(domain.Problem(domain.ErrReadOnly, "").With("path", l.w.deps.DataDir))
		return
	}
	parts := []fyne.CanvasObject{
		kit.NewParagraph(env, env.T("aside.remove_what", "when", l.w.moment(a.Put)), kit.StyleBody),
		kit.NewParagraph(env, i18n.Island(a.Path), kit.StyleMuted).Selectable(),
	}
	if a.Put.Equal(l.w.safety.kept) {
		parts = append(parts, kit.NewParagraph(env, env.T("aside.remove_last"), kit.StyleBody))
	}
	kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("aside.remove_title"), Content: kit.Column(parts...), MinSize: columnWide(),
		Accept: env.T("aside.remove_accept"), Danger: true,
		OnAccept: func() bool { l.remove(a); return true },
	})
}

func (l *asideList) tell(err error) {
	kit.ShowDialog(l.w.env, kit.DialogOptions{
		Title: l.w.env.T("aside.remove_title"), Cancel: l.w.env.T("help.close"), MinSize: columnWide(),
		Content: kit.NewParagraph(l.w.env, l.w.env.Printer.Error(err), kit.StyleBody).Selectable(),
	})
}

// remove removes it behind a dialog and shows what is left.
func (l *asideList) remove(a backup.Aside) {
	w := l.w
	_, release := hold(w.env, w.env.T("aside.remove_title"), w.env.T("aside.removing"), func() {})
	var err error
	w.deps.Run.Background(func() { err = w.deps.Backups.RemoveAside(a.Path) }, func() {
		release()
		w.safety.look() // what a revert brings back may be another
		if err != nil {
			l.tell(err) // a banner would be under the page
			return
		}
		w.say(w.env.T("aside.removed", "size", w.env.Printer.Bytes(a.Size)))
		l.page.Close()
		w.showData() // what is left
	})
}
