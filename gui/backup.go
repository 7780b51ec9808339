package gui

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/session"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// Backups are the backups of the data, and the ways back to one.
type Backups struct {
	backup.Keeper

	// Restore backs the data up, puts the backup in its place and shows the
	// window anew; ready is called before that. Nothing of the present window
	// may use the data from the call on. What goes wrong is said by the new
	// window.
	Restore func(ctx context.Context, path string, progress func(float64), ready func())
	// Revert does the same with the data that was put aside last.
	Revert func(ready func())
}

// backUpEvery is how often the data is backed up while it is worked on, and
// askEvery how often it is asked whether that should not wait.
const (
	backUpEvery = 30 * time.Minute
	askEvery    = time.Minute
)

// safety makes backups beside the work and knows how the last one went.
type safety struct {
	window *Window
	last   backup.Info // the newest one that is verified; no time when there is none
	kept   time.Time   // when the data was put aside that a revert brings back
	looked bool        // last and kept are known
	failed bool        // the one after last
	busy   bool
	waited time.Duration // since one was made on its own
	stop   func()        // the timer; nil while none runs
	cancel context.CancelFunc
}

func newSafety(w *Window) *safety { return &safety{window: w} }

// begin finds out what backups there are, and makes one from time to time.
func (s *safety) begin() {
	s.look()
	s.wait()
}

// look finds out what backups there are: others make some, too, such as the one
// before a merge.
func (s *safety) look() {
	var list []backup.Info
	var kept time.Time
	k := s.window.deps.Backups
	s.window.deps.Run.Background(func() {
		list, _ = k.List() // none is what is said then
		kept = k.Kept()
	}, func() {
		if len(list) > 0 && list[0].Created.After(s.last.Created) {
			s.last = list[0]
		}
		s.kept, s.looked = kept, true
		s.show()
	})
}

// wait makes the next backup after a while, if anything changed.
func (s *safety) wait() {
	s.stop = s.window.deps.Run.After(askEvery, func() {
		s.passed()
		s.wait()
	})
}

// passed counts that askEvery passed: it makes a backup when its time has come, or
// when very much was kept since the last one. After one that failed it waits for the
// time: that is told once.
func (s *safety) passed() {
	s.waited += askEvery
	if s.waited >= backUpEvery || s.window.deps.Backups.Due() && !s.failed {
		s.waited = 0
		s.workedOn()
	}
}

// workedOn makes a backup of what changed.
func (s *safety) workedOn() { s.make(backup.Working, true, func(error) {}) }

// end makes no more backups.
func (s *safety) end() {
	if s.stop != nil {
		s.stop()
	}
	if s.cancel != nil {
		s.cancel()
	}
}

// make makes a backup in the background, with ifChanged only when anything was
// kept since the last one. While one is being made, it makes no other.
func (s *safety) make(why backup.Reason, ifChanged bool, done func(error)) {
	if s.busy {
		done(nil)
		return
	}
	s.busy = true
	s.show()
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	var info backup.Info
	var err error
	made := false
	k := s.window.deps.Backups
	s.window.deps.Run.Background(func() {
		if made = !ifChanged || k.Changed(); made {
			info, err = k.Make(ctx, why, nil)
		}
	}, func() {
		cancel()
		s.busy, s.cancel = false, nil
		if made && domain.CodeOf(err) != domain.ErrCancelled {
			s.failed = err != nil
			if err == nil {
				s.last = info
			} else {
				s.tellFailure(err)
			}
		}
		s.show()
		done(err)
	})
}

// tellFailure says that there is no new backup and what can be done about it.
func (s *safety) tellFailure(err error) {
	w := s.window
	w.deps.Log.Error("back up", "code", domain.CodeOf(err))
	w.banner.Tell(kit.ToneDanger, w.env.T("backup.failed", "reason", w.env.Printer.Error(err)),
		kit.BannerAction{Label: w.env.T("save.try_again"), Do: w.backUp},
		kit.BannerAction{Label: w.env.T("backup.elsewhere"), Do: w.copyBackup})
}

// show shows in the status line how it stands.
func (s *safety) show() {
	if s.window.status != nil && s.looked {
		s.window.status.safe(s.sentence())
	}
}

// sentence says when the last backup was made.
func (s *safety) sentence() string {
	env := s.window.env
	switch {
	case s.busy:
		return env.T("backup.status.busy")
	case s.failed && s.last.Created.IsZero():
		return env.T("backup.status.failed")
	case s.failed:
		return env.T("backup.status.failed_last", "when", s.window.moment(s.last.Created))
	case s.last.Created.IsZero():
		return env.T("backup.status.none")
	}
	last := env.T("backup.status.last", "when", s.window.moment(s.last.Created))
	if checked := s.window.checkup.last; !checked.IsZero() {
		return env.T("checkup.status", "backup", last, "when", s.window.moment(checked))
	}
	return last
}

// moment returns a time as a person of here says it.
func (w *Window) moment(t time.Time) string {
	return w.env.Printer.Moment(t.Local(), w.deps.Session.Now().Local())
}

// fileItems returns the File menu, which says when the last backup was made.
func (w *Window) fileItems() []kit.MenuItem {
	items := w.commands.items(w.env, "backup", "backup_copy", "restore", "revert", "-", "close", "quit")
	if last := w.safety.last.Created; !last.IsZero() {
		items[0].Label = w.env.T("backup.menu", "when", w.moment(last))
	}
	first := append(w.commands.items(w.env, "new", "open", "-", "save", "save_copy", "import", "bring", "-"), w.lockItems()...)
	return append(first, items...)
}

// backUp makes a backup now.
func (w *Window) backUp() {
	w.saved(func() {
		w.safety.make(backup.Asked, false, func(err error) {
			if err == nil {
				w.say(w.env.T("backup.done"))
			}
		})
	})
}

// saved calls f once everything that was typed is kept.
func (w *Window) saved(f func()) {
	w.env.Settle()
	if w.desk.open == nil {
		f()
		return
	}
	w.desk.open.Flush(func(err error) {
		if err == nil {
			f() // else how saving goes is shown already
		}
	})
}

// copyBackup asks for a folder, as on a stick, and puts a backup there.
func (w *Window) copyBackup() {
	kit.ChooseFiles(w.env, kit.ChooserOptions{
		Title: w.env.T("backup.copy_title"), Folder: true, Start: w.settings.CopyFolder, Recent: w.deps.Place.Folders,
		OnChosen: func(paths []string) {
			w.settings.CopyFolder = paths[0]
			w.keepSettings()
			w.saved(func() { w.copyBackupTo(paths[0]) })
		},
	})
}

func (w *Window) copyBackupTo(dir string) {
	var info backup.Info
	w.wait(w.env.T("backup.copy_title"), w.env.T("backup.copying"), func(ctx context.Context, tell func(float64)) (err error) {
		info, err = w.deps.Backups.CopyTo(ctx, dir, tell)
		return err
	}, func(err error) {
		w.report(err)
		if err == nil {
			w.banner.Tell(kit.ToneInfo, w.env.T("backup.copied", "file", i18n.Island(info.Path)))
		}
	})
}

// wait runs work in the background behind a dialog that tells how far it is
// and cancels it. done gets ErrCancelled then.
func (w *Window) wait(title, caption string, work func(context.Context, func(float64)) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar := kit.NewProgress(w.env, nil)
	bar.Set(0, caption)
	dialog := kit.ShowDialog(w.env, kit.DialogOptions{
		Title: title, Content: bar, OnCancel: cancel,
		MinSize: fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
	})
	var err error
	w.deps.Run.Background(func() { err = work(ctx, w.teller(bar, caption)) }, func() {
		cancel()
		dialog.Close()
		done(err)
	})
}

// teller returns what shows on the bar, from any goroutine, how much is done.
func (w *Window) teller(bar *kit.Progress, caption string) func(float64) {
	return w.eachPercent(func(share float64) { bar.Set(share, caption) })
}

// eachPercent returns what calls show on the window's goroutine, from any one,
// once for each percent: a message for each entry would drown the window.
func (w *Window) eachPercent(show func(share float64)) func(float64) {
	var told atomic.Int64
	return func(share float64) {
		if percent := int64(share * 100); told.Swap(percent) != percent {
			w.deps.Run.OnWindow(func() { show(share) })
		}
	}
}

// backUpAndClose closes the window after a backup of what changed. One that
// fails keeps nobody: everything is saved, and the next start tries again.
// Closing once more does not wait for it. What is written meanwhile is saved.
func (w *Window) backUpAndClose() {
	if w.quitting.leaving {
		w.safety.end()
		w.after(patience, w.closeNow)
		return
	}
	w.quitting.leaving = true
	w.safety.make(backup.Closing, true, func(error) {
		w.env.Settle()
		if w.desk.open == nil || w.desk.open.SaveState().Phase == session.Saved {
			w.close()
			return
		}
		w.quitting.leaving = false
		w.quit()
	})
}
