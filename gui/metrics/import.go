package metrics

import (
	"context"
	"path/filepath"
	"sync/atomic"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// extensions are those of the files that can be imported.
func extensions() []string { return []string{".csv", ".txt", ".tsv"} }

// Import lets the person choose files and imports them.
func (s *Screen) Import() {
	folders := s.deps.Folders()
	o := kit.ChooserOptions{
		Title: s.present.T("metrics.import.choose"), Extensions: extensions(), Multiple: true,
		Recent: folders, OnChosen: s.Dropped,
	}
	if len(folders) > 0 {
		o.Start = folders[0]
	}
	kit.ChooseFiles(s.deps.Env, o)
}

// Dropped imports files that were chosen or dropped on the window. While some
// are being imported, others are not taken.
func (s *Screen) Dropped(paths []string) {
	if len(paths) == 0 || s.importing != nil {
		return
	}
	s.deps.UsedFolder(filepath.Dir(paths[0]))
	s.importing = &importing{screen: s, options: ReadOptions{Paths: paths}}
	s.importing.read()
}

// importing is an import under way: reading, then the person's look at what was
// found, then keeping. Whichever of them ends it, nothing is left behind but
// what the person agreed to.
type importing struct {
	screen  *Screen
	options ReadOptions
	dialog  *kit.Dialog
	skipped map[string]bool // hashes of the files the person does not want
}

// end closes the dialog and lets the next import begin.
func (i *importing) end() {
	if i.dialog != nil {
		i.dialog.Close()
	}
	i.screen.importing = nil
}

// wait runs work in the background behind a dialog that tells how far it is and
// cancels it.
func (i *importing) wait(title, caption string, work func(context.Context, func(float64)) error, done func(error)) {
	s := i.screen
	ctx, cancel := context.WithCancel(s.ctx)
	bar := kit.NewProgress(s.deps.Env, nil)
	bar.Set(0, caption)
	i.dialog = kit.ShowDialog(s.deps.Env, kit.DialogOptions{
		Title: title, Content: bar, OnCancel: cancel,
		MinSize: fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
	})
	var err error
	var told atomic.Int64
	tell := func(share float64) {
		// A message to the window a row would drown it.
		if percent := int64(share * 100); told.Swap(percent) != percent {
			s.deps.Run.OnWindow(func() { bar.Set(share, caption) })
		}
	}
	s.deps.Run.Background(func() { err = work(ctx, tell) }, func() {
		i.dialog.Close()
		cancelled := ctx.Err() != nil
		cancel()
		if cancelled {
			i.end()
			return
		}
		done(err)
	})
}

// read reads the files.
func (i *importing) read() {
	s := i.screen
	var found Preview
	caption := s.present.N("metrics.import.reading", len(i.options.Paths))
	i.wait(s.present.T("metrics.import.title"), caption, func(ctx context.Context, tell func(float64)) (err error) {
		found, err = s.deps.Importer.Read(ctx, i.options, tell)
		return err
	}, func(err error) {
		if err != nil {
			s.deps.Report(err)
			i.end()
			return
		}
		i.preview(found)
	})
}

// preview shows what was found.
func (i *importing) preview(found Preview) {
	if i.skipped == nil {
		i.skipped = map[string]bool{}
		for _, f := range found.Files {
			if _, known := sameFile(i.screen.deps.Session.Campaign().DataSets, f); known {
				i.skipped[f.Set.Hash] = true
			}
		}
	}
	env := i.screen.deps.Env
	v := newPreview(env, i.screen.present, previewState{
		found: found, sets: i.screen.deps.Session.Campaign().DataSets,
		once: i.options.DropRepeats, skipped: i.skipped,
	})
	o := kit.DialogOptions{
		Title: env.T("metrics.import.preview"), Content: v.content, OnCancel: i.end,
		MinSize: fyne.NewSize(1.4*fynetheme.Size(theme.SizeTextColumn), 0),
	}
	if v.importable() {
		o.Accept = env.T("metrics.import.accept")
		o.OnAccept = func() bool {
			i.dialog.Close()
			i.keep(v.wanted())
			return false // closed already; what is open now is the progress
		}
	} else {
		o.Cancel = env.T("kit.close")
	}
	i.dialog = kit.ShowDialog(env, o)
	check := func() {
		i.dialog.SetAcceptEnabled(len(v.wanted()) > 0, env.T("metrics.import.nothing_chosen"))
	}
	v.onChanged = check
	v.onOnce = func(once bool) {
		i.dialog.Close()
		i.options.DropRepeats = once
		i.read()
	}
	check()
}

// keep keeps the files and adds them to the campaign.
func (i *importing) keep(files []Incoming) {
	s := i.screen
	rows := 0
	for _, f := range files {
		rows += f.Set.Kept
	}
	var sets []domain.DataSet
	i.wait(s.present.T("metrics.import.title"), s.present.N("metrics.import.keeping", rows),
		func(ctx context.Context, tell func(float64)) (err error) {
			sets, err = s.deps.Importer.Keep(ctx, files, tell)
			return err
		}, func(err error) {
			i.end()
			if err != nil {
				s.deps.Report(err)
				return
			}
			if len(sets) > 0 && s.apply(domain.AddDataSets{DataSets: sets}) == nil {
				s.showImported(sets)
			}
		})
}

// showImported selects what was imported: all together, if several files of one
// kind came, or else the first.
func (s *Screen) showImported(sets []domain.DataSet) {
	id := sets[0].ID
	if len(sets) > 1 && s.entryAt(domain.NoID) >= 0 && len(s.deps.Session.Campaign().DataSets) == len(sets) {
		id = domain.NoID
	}
	s.choose(domain.Place{Kind: domain.KindDataSet, ID: id})
}
