package gui

import (
	"context"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/channel"
	"athar/domain/session"
	"athar/domain/takeover"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// Merge brings in what a backup of another computer has and this one has not;
// with dryRun it only tells what that is. It waits for the store.
type Merge func(ctx context.Context, path string, dryRun bool, progress func(float64)) (session.Merged, error)

// chooseSource asks for the backup of a colleague whose work is to come in.
func (w *Window) chooseSource() {
	kit.ChooseFiles(w.env, kit.ChooserOptions{
		Title: w.env.T("bring.title"), Extensions: []string{backup.Extension}, Start: w.settings.CopyFolder,
		OnChosen: func(paths []string) { w.previewMerge(paths[0]) },
	})
}

// previewMerge reads the backup and shows what would come in.
func (w *Window) previewMerge(path string) {
	w.saved(func() {
		var m session.Merged
		w.wait(w.env.T("bring.title"), w.env.T("bring.reading"), func(ctx context.Context, tell func(float64)) (err error) {
			m, err = w.deps.Merge(ctx, path, true, tell)
			return err
		}, func(err error) {
			if w.askSealed("bring.title", path, err, func() { w.previewMerge(path) }) {
				return
			}
			w.report(err)
			if err == nil {
				w.showMerge(path, m)
			}
		})
	})
}

func (w *Window) showMerge(path string, m session.Merged) {
	dialog := kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("bring.title"), Content: w.mergeContent(path, m), Accept: w.env.T("bring.accept"),
		MinSize:  fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
		OnAccept: func() bool { w.mergeFrom(path); return true }, OnCancel: w.deps.Sealed.Forget,
	})
	dialog.SetAcceptEnabled(edits(m) > 0 || !m.Taken.Nothing(), w.env.T("bring.nothing"))
}

// edits counts what comes in.
func edits(m session.Merged) int {
	n := 0
	for _, c := range m.Campaigns {
		n += c.Applied
	}
	return n
}

// mergeContent says of each campaign what would come.
func (w *Window) mergeContent(path string, m session.Merged) fyne.CanvasObject {
	t := w.env.T
	parts := []fyne.CanvasObject{
		kit.NewParagraph(w.env, t("bring.what"), kit.StyleBody),
		kit.NewParagraph(w.env, i18n.Island(path), kit.StyleMuted).Selectable(),
	}
	if len(m.Campaigns) == 0 && m.Taken.Nothing() {
		parts = append(parts, kit.NewParagraph(w.env, t("bring.nothing"), kit.StyleStrong))
	}
	for _, c := range m.Campaigns {
		parts = append(parts, w.mergePart(w.mergeTitle(c), w.mergeLines(c)))
	}
	if !m.Taken.Nothing() {
		parts = append(parts, w.mergePart(t("bring.everywhere"), w.words().Taken(m.Taken)))
	}
	return kit.Column(append(parts, kit.NewParagraph(w.env, t("bring.safe"), kit.StyleMuted))...)
}

func (w *Window) mergePart(title string, lines []string) fyne.CanvasObject {
	all := []fyne.CanvasObject{kit.NewParagraph(w.env, title, kit.StyleStrong)}
	for _, line := range lines {
		all = append(all, kit.NewParagraph(w.env, line, kit.StyleBody))
	}
	return kit.ColumnTight(all...)
}

func (w *Window) mergeTitle(c session.MergedCampaign) string {
	switch {
	case c.Title == "":
		return w.env.T("bring.untitled")
	case c.New:
		return w.env.T("bring.new", "title", i18n.Isolate(c.Title))
	}
	return i18n.Isolate(c.Title)
}

// mergeLines says what comes of one campaign, and what is wrong with it.
func (w *Window) mergeLines(c session.MergedCampaign) []string {
	var lines []string
	for _, line := range []struct {
		key string
		n   int
	}{
		{"merge.edits", c.Applied},
		{"merge.conflicts", c.Conflicts - c.Before},
		{"merge.forgotten", c.Forgotten},
		{"merge.data_sets", c.Tables},
		{"merge.data_sets_missing", c.Missing},
		{"merge.waiting", c.Waiting},
		{"merge.refused", len(c.Refused)},
		{"merge.clocks", len(c.Skewed)},
	} {
		if line.n > 0 {
			lines = append(lines, w.env.Printer.N(line.key, line.n))
		}
	}
	if c.Headless {
		lines = append(lines, w.env.T("merge.headless"))
	}
	return lines
}

// mergeFrom brings the work in while no campaign is open, and comes back to the
// one that was.
func (w *Window) mergeFrom(path string) {
	tab, place := w.settings.Tab, w.place()
	id := domain.NoID
	if c, ok := w.desk.Current(); ok {
		id = c.ID()
	}
	w.desk.CloseCampaign(func(err error) {
		if err != nil {
			w.deps.Sealed.Forget()
			w.report(err)
			return
		}
		var m session.Merged
		w.wait(w.env.T("bring.title"), w.env.T("bring.working"), func(ctx context.Context, tell func(float64)) (err error) {
			m, err = w.deps.Merge(ctx, path, false, tell)
			return err
		}, func(err error) {
			w.deps.Sealed.Forget()
			w.takeOver(m.Taken)
			w.safety.look() // merging makes one before it changes anything
			w.desk.Load(func(bad error) {
				if err == nil {
					err = bad
				}
				w.comeBack(id, func() {
					w.selectTab(tab)
					w.showPlace(tab, place)
				}, func() { w.tellMerge(m, err) })
			})
		})
	})
}

// takeOver makes count what was taken over, which is kept already.
func (w *Window) takeOver(t takeover.Taken) {
	if len(t.Limits) > 0 {
		all := w.deps.Limits.Kept
		for _, l := range t.Limits {
			all = channel.Put(all, l)
		}
		w.useLimits(all)
		w.proofs.SetChannels(w.deps.Content.Channels)
	}
	if len(t.Words) > 0 {
		w.proofs.Reread()
	}
}

// comeBack opens the campaign that was open, if it is still there.
func (w *Window) comeBack(id domain.ID, there, done func()) {
	if id == domain.NoID || !w.listed(id) {
		done()
		return
	}
	w.desk.Open(id, func(err error) {
		w.report(err)
		if err == nil {
			there()
		}
		done()
	})
}

// tellMerge says what came in. After an error, what came before it is kept.
func (w *Window) tellMerge(m session.Merged, err error) {
	if err != nil {
		w.report(err)
		return
	}
	came, torn := edits(m), 0
	for _, c := range m.Campaigns {
		torn += max(0, c.Conflicts-c.Before)
	}
	if came == 0 && !m.Taken.Nothing() {
		w.banner.Tell(kit.ToneInfo, w.env.T("received.taken"))
		return
	}
	w.tellReceived(came, torn)
}
