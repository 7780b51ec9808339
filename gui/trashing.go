package gui

import (
	"context"
	"math"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/retention"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
	"athar/gui/trash"
)

// trashCan is how long campaigns stay in the trash, and their end.
type trashCan struct{ w *Window }

// Keep implements home.Trash.
func (t trashCan) Keep() retention.Keep { return t.w.settings.Keep.Or() }

// SetKeep implements home.Trash.
func (t trashCan) SetKeep(k retention.Keep) {
	if k == t.Keep() {
		return
	}
	t.w.settings.Keep, t.w.settings.Trash = k, t.w.settings.Trash.Under(k)
	t.w.keepSettings()
}

// Stays implements home.Trash.
func (t trashCan) Stays(campaign domain.ID) (days int, ends bool) {
	return t.w.settings.Trash.Remaining(campaign, t.w.deps.Session.Now(), t.Keep())
}

// Forget implements home.Trash.
func (t trashCan) Forget(campaigns []domain.Summary) {
	w := t.w
	if len(campaigns) == 0 {
		return
	}
	if w.lockedReason() != "" {
		w.report(domain.Problem(domain.ErrReadOnly, "").With("path", w.deps.DataDir))
		return
	}
	var goes []string
	for _, s := range campaigns {
		goes = append(goes, w.env.T("trash.campaign_line", "title", i18n.Isolate(s.Title),
			"segments", w.env.Printer.N("home.segments", s.Segments), "messages", w.env.Printer.N("home.messages", s.Messages),
			"data_sets", w.env.Printer.N("home.data_sets", s.DataSets)))
	}
	trash.Confirm(w.env, trash.Question{
		Heading: w.env.Printer.N("trash.forget_campaigns", len(campaigns)), Goes: goes,
		Yes: func() { w.forgetCampaigns(idsOf(campaigns)) },
	})
}

func idsOf(campaigns []domain.Summary) []domain.ID {
	var ids []domain.ID
	for _, s := range campaigns {
		ids = append(ids, s.ID)
	}
	return ids
}

// forgetCampaigns removes campaigns for ever behind a dialog. Cancelling keeps
// those whose turn has not come.
func (w *Window) forgetCampaigns(ids []domain.ID) {
	gone := 0
	w.wait(w.env.T("trash.forget_title"), w.env.T("trash.forgetting"), func(ctx context.Context, tell func(float64)) (err error) {
		gone, err = w.forgetAll(ctx, ids, func(share float64) { tell(share / 2) })
		if err != nil {
			return err
		}
		return w.cleanse(ctx, func(share float64) { tell(0.5 + share/2) })
	}, func(err error) {
		w.desk.Load(func(listErr error) {
			if gone > 0 {
				w.banner.Tell(kit.ToneInfo, w.env.Printer.N("trash.done", gone))
			}
			w.report(err)
			w.report(listErr)
		})
	})
}

// forgetAll removes campaigns for ever and returns how many are gone.
func (w *Window) forgetAll(ctx context.Context, ids []domain.ID, tell func(float64)) (gone int, err error) {
	for i, id := range ids {
		if ctx.Err() != nil {
			return gone, domain.Problem(domain.ErrCancelled, "")
		}
		if err := w.desk.library.Forget(ctx, id); err != nil {
			return gone, err
		}
		gone++
		tell(float64(i+1) / float64(len(ids)))
	}
	return gone, nil
}

// cleanse removes what was removed for ever from backups and from the past. It
// waits for the disk.
func (w *Window) cleanse(ctx context.Context, tell func(float64)) error {
	if w.deps.Cleanse == nil {
		return nil
	}
	return w.deps.Cleanse(ctx, tell)
}

// cleanseBeside goes on with what an earlier start did not finish, beside the work.
func (w *Window) cleanseBeside() {
	if w.deps.Cleanse == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	w.stopPurge = cancel
	tell := w.sayer("trash.cleansing")
	w.deps.Run.Background(func() { w.tellCleansed(w.cleanse(ctx, tell)) }, func() {
		cancel()
		w.status.done()
	})
}

// sayer returns what says in the status line, from any goroutine, how much of
// something is done that goes on beside the work.
func (w *Window) sayer(key string) func(float64) {
	return w.eachPercent(func(share float64) {
		w.status.doing(w.env.T(key, "percent", w.env.Printer.Percent(math.Floor(share*100)/100)))
	})
}

// tellCleansed logs why something could not be finished; the next start tries
// again.
func (w *Window) tellCleansed(err error) {
	if err != nil {
		w.deps.Log.Error("cleanse the backups", "code", domain.CodeOf(err))
	}
}

// purge removes for ever the campaigns whose time in the trash is over, beside
// the work. What cannot be removed is tried again at the next start.
func (w *Window) purge() {
	if w.lockedReason() != "" {
		return
	}
	var inTrash []domain.ID
	for _, s := range w.desk.List() {
		if s.InTrash() {
			inTrash = append(inTrash, s.ID)
		}
	}
	next, over := w.settings.Trash.Start(w.deps.Session.Now(), inTrash, w.settings.Keep)
	w.settings.Trash = next
	w.keepSettings()
	if len(over) == 0 {
		w.cleanseBeside()
		return
	}
	gone := 0
	ctx, cancel := context.WithCancel(context.Background())
	w.stopPurge = cancel
	tell := w.sayer("trash.purging")
	w.desk.work(func(context.Context) error {
		var err error
		if gone, err = w.forgetAll(ctx, over, func(share float64) { tell(share / 2) }); err != nil {
			w.deps.Log.Error("remove what is over in the trash", "code", domain.CodeOf(err))
		}
		w.tellCleansed(w.cleanse(ctx, func(share float64) { tell(0.5 + share/2) }))
		return nil // the list has to be read all the same
	}, func(err error) {
		cancel()
		w.status.done()
		w.report(err)
		if gone > 0 {
			w.banner.Tell(kit.ToneInfo, w.env.Printer.N("trash.purged", gone))
		}
	})
}

// endPurge removes no more, before the data is closed.
func (w *Window) endPurge() {
	if w.stopPurge != nil {
		w.stopPurge()
	}
}

// showRemoved lists what was removed from the open campaign.
func (w *Window) showRemoved() {
	open := w.desk.open
	trash.Show(trash.Deps{
		Env: w.env, Words: w.words(), Now: w.deps.Session.Now, Campaign: open.Campaign, Read: w.readRemoved,
		Restore: w.putBack, Forget: w.forgetRecord, Campaigns: w.showTrash, Report: w.report,
	})
}

// showTrash goes to the campaigns that are in the trash.
func (w *Window) showTrash() {
	w.selectTab(tabHome)
	if s, ok := w.screens[tabHome].(interface{ ShowTrash() }); ok {
		s.ShowTrash()
	}
}

// readRemoved looks through the history for what was removed.
func (w *Window) readRemoved(done func(trash.Contents, error)) {
	c, _ := w.desk.Current()
	w.saved(func() {
		there := map[journal.Ref]bool{}
		for _, r := range c.Records() {
			there[domain.RefOf(r.Kind(), r.RecordID())] = true
		}
		var found trash.Contents
		var err error
		words := w.words()
		w.deps.Run.Background(func() {
			ctx := context.Background()
			if found.Devices, err = w.computers(ctx, words, c.ID()); err == nil {
				found.Gone, err = retention.Removed(w.deps.Session.Store.History(ctx, c.ID()), func(r journal.Ref) bool { return there[r] })
			}
		}, func() { done(found, err) })
	})
}

// putBack puts a record back, with what went with it and to where it was named, as
// one step.
func (w *Window) putBack(g retention.Gone) error {
	return w.desk.open.SetRecords("edit.put_back", g.Back(w.desk.open.Record))
}

func recordsOf(g retention.Gone) journal.Records {
	all := journal.Records{g.Ref: g.Fields}
	for ref, fields := range g.With {
		all[ref] = fields
	}
	return all
}

// forgetRecord removes a record for ever, and waits until that is safe: backups
// are written anew. That cannot be called off, but it need not be watched.
func (w *Window) forgetRecord(g retention.Gone, done func(error)) {
	var refs []journal.Ref
	for ref := range recordsOf(g) {
		refs = append(refs, ref)
	}
	if err := w.desk.open.Forget(refs...); err != nil {
		done(err)
		return
	}
	bar := kit.NewProgress(w.env, nil)
	bar.Set(0, w.env.T("trash.forgetting"))
	dialog := kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("trash.forget_title"), Content: bar, Cancel: w.env.T("trash.beside"), MinSize: columnWide(),
	})
	w.desk.open.Flush(func(err error) {
		if err != nil {
			dialog.Close()
			done(err)
			return
		}
		ctx, cancel := context.WithCancel(context.Background())
		w.stopPurge = cancel
		w.deps.Run.Background(func() {
			err = w.cleanse(ctx, w.teller(bar, w.env.T("trash.forgetting")))
		}, func() {
			cancel()
			dialog.Close()
			w.tellCleansed(err)
			done(nil) // it is gone from what is shown; the rest goes on with the next start
		})
	})
}

// columnWide is the size of a dialog of running text.
func columnWide() fyne.Size { return fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0) }
