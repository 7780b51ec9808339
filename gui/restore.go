package gui

import (
	"context"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/backup"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// chooseBackup asks which backup to restore: one of Athar's own, or a file.
func (w *Window) chooseBackup() {
	var list []backup.Info
	var err error
	w.deps.Run.Background(func() { list, err = w.deps.Backups.List() }, func() {
		w.report(err)
		if len(list) == 0 {
			w.chooseBackupFile()
			return
		}
		w.askBackup(list)
	})
}

func (w *Window) askBackup(list []backup.Info) {
	var options []kit.Option
	for _, b := range list {
		options = append(options, kit.Option{Value: b.Path, Label: w.backupName(b)})
	}
	which := kit.NewSelect(w.env, options, nil)
	which.SetValue(list[0].Path)
	var dialog *kit.Dialog
	other := kit.NewButton(w.env, kit.ButtonOptions{Text: w.env.T("restore.file"), OnTapped: func() {
		dialog.Close()
		w.chooseBackupFile()
	}})
	dialog = kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("restore.title"),
		Content: kit.Column(
			kit.NewParagraph(w.env, w.env.T("restore.what"), kit.StyleBody),
			kit.NewFormItem(w.env, w.env.T("restore.which"), "", which),
			kit.Row(w.env, other, kit.Spacer()),
		),
		Accept: w.env.T("restore.look"), MinSize: fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
		OnAccept: func() bool {
			dialog.Close()
			w.previewBackup(which.Value())
			return false // closed already; what is open now is the progress
		},
	})
}

// backupName says of a backup when and why it was made.
func (w *Window) backupName(b backup.Info) string {
	at := b.Created.Local()
	return w.env.T("backup.name", "date", w.env.Printer.Date(at), "time", w.env.Printer.Clock(at), "why", w.reason(b.Reason))
}

// reason says why a backup was made. That of a newer Athar is told like one
// that was asked for.
func (w *Window) reason(r backup.Reason) string {
	if key := "backup.reason." + string(r); w.env.Printer.Has(key) {
		return w.env.T(key)
	}
	return w.env.T("backup.reason.asked")
}

func (w *Window) chooseBackupFile() {
	kit.ChooseFiles(w.env, kit.ChooserOptions{
		Title: w.env.T("restore.title"), Extensions: []string{backup.Extension}, Start: w.settings.CopyFolder,
		OnChosen: func(paths []string) { w.previewBackup(paths[0]) },
	})
}

// previewBackup reads a backup and shows what restoring it would change.
func (w *Window) previewBackup(path string) {
	w.saved(func() {
		var p backup.Preview
		w.wait(w.env.T("restore.title"), w.env.T("restore.reading"), func(ctx context.Context, tell func(float64)) (err error) {
			p, err = w.deps.Backups.Preview(ctx, path, tell)
			return err
		}, func(err error) {
			if w.askSealed("restore.title", path, err, func() { w.previewBackup(path) }) {
				return
			}
			w.report(err)
			if err == nil {
				w.showPreview(p)
			}
		})
	})
}

func (w *Window) showPreview(p backup.Preview) {
	dialog := kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("restore.title"), Content: w.previewContent(p),
		Accept: w.env.T("restore.accept"), Danger: true,
		MinSize:  fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
		OnAccept: func() bool { w.restoreFrom(p.Path); return true }, OnCancel: w.deps.Sealed.Forget,
	})
	dialog.SetAcceptEnabled(!p.None(), w.env.T("restore.nothing"))
}

// previewContent says what is in a backup and what would be different.
func (w *Window) previewContent(p backup.Preview) fyne.CanvasObject {
	env := w.env
	parts := []fyne.CanvasObject{
		kit.NewParagraph(env, w.backupName(p.Info), kit.StyleStrong),
		kit.NewParagraph(env, i18n.Island(p.Path), kit.StyleMuted).Selectable(),
	}
	if p.Other {
		parts = append(parts, kit.NewParagraph(env, env.T("restore.other"), kit.StyleStrong))
	}
	if p.Encrypted && !w.protected() {
		parts = append(parts, kit.NewParagraph(env, env.T("restore.sealed"), kit.StyleStrong))
	}
	if p.Gaps {
		parts = append(parts, kit.NewParagraph(env, env.T("restore.gaps"), kit.StyleBody))
	}
	parts = append(parts, w.campaignsOf(env.Printer.N("restore.added", len(p.Added)), p.Added)...)
	parts = append(parts, w.campaignsOf(env.Printer.N("restore.changed", len(p.Changed)), p.Changed)...)
	parts = append(parts, w.campaignsOf(env.Printer.N("restore.missing", len(p.Missing)), p.Missing)...)
	return kit.Column(append(parts,
		kit.NewParagraph(env, env.Printer.N("restore.same", p.Same), kit.StyleBody),
		kit.NewParagraph(env, env.T("restore.safe"), kit.StyleMuted),
	)...)
}

// campaignsOf lists campaigns, when there are any, under what they have in
// common.
func (w *Window) campaignsOf(heading string, list []domain.Summary) []fyne.CanvasObject {
	if len(list) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{kit.NewParagraph(w.env, heading, kit.StyleBody)}
	for _, s := range list {
		line := w.env.T("restore.campaign", "title", i18n.Isolate(s.Title), "when", w.moment(s.Updated))
		rows = append(rows, kit.NewParagraph(w.env, line, kit.StyleBody))
	}
	return []fyne.CanvasObject{kit.ColumnTight(rows...)}
}

func (w *Window) restoreFrom(path string) {
	w.leave(func() {
		title, caption := w.env.T("restore.title"), w.env.T("restore.working")
		w.held = true
		ctx, cancel := context.WithCancel(context.Background())
		bar, release := hold(w.env, title, caption, cancel)
		w.deps.Backups.Restore(ctx, path, w.teller(bar, caption), release)
	})
}

// revert asks whether to bring back the data that was put aside, and does it.
func (w *Window) revert() {
	kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("revert.title"),
		Content: kit.NewParagraph(w.env,
			w.env.T("revert.what", "when", w.moment(w.safety.kept)), kit.StyleBody),
		Accept: w.env.T("revert.accept"), Danger: true,
		OnAccept: func() bool {
			w.leave(func() {
				w.held = true
				_, release := hold(w.env, w.env.T("revert.title"), w.env.T("restore.working"), func() {})
				w.deps.Backups.Revert(release)
			})
			return true
		},
	})
}

func (w *Window) revertReason() string {
	if w.safety.kept.IsZero() {
		return w.env.T("reason.no_revert")
	}
	return ""
}

// hold keeps everybody out of the window, whose data is closed, until release
// is called. Cancelling only asks for an end.
func hold(env *kit.Env, title, caption string, cancel func()) (bar *kit.Progress, release func()) {
	bar = kit.NewProgress(env, nil)
	bar.Set(0, caption)
	var dialog *kit.Dialog
	var show func()
	show = func() {
		dialog = kit.ShowDialog(env, kit.DialogOptions{
			Title: title, Content: bar, OnCancel: func() { cancel(); show() },
			MinSize: fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
		})
	}
	show()
	return bar, func() { cancel(); dialog.Close() }
}

// ShowLost says that the data cannot be opened any more, after it was closed
// for a restore. The next start offers ways on.
func (w *Window) ShowLost(err error) {
	kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("trouble.title"),
		Content: kit.Column(
			kit.NewParagraph(w.env, w.env.Printer.Error(err), kit.StyleBody).Selectable(),
			kit.NewParagraph(w.env, w.env.T("trouble.where", "dir", i18n.Island(w.deps.DataDir)), kit.StyleMuted).Selectable(),
			kit.NewParagraph(w.env, w.env.T("restore.lost"), kit.StyleBody),
		),
		Cancel: w.env.T("trouble.quit"), OnCancel: w.deps.App.Quit,
	})
}

// leave lets go of everything that uses the data, and then calls f.
func (w *Window) leave(f func()) {
	w.desk.CloseCampaign(func(err error) {
		if err != nil {
			w.report(err)
			return
		}
		w.selectTab(tabHome)
		w.safety.end()
		w.endPurge()
		w.unwatch()
		w.saves.whenDone(f)
	})
}
