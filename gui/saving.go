package gui

import (
	"context"
	"time"

	"athar/domain/session"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/run"
	"athar/gui/settings"
)

// patience is how long a disk may take before a person is told that it does not
// answer.
const patience = 4 * time.Second

// saving is what the window knows of how saving goes, beyond the session's state.
type saving struct {
	warned bool   // the banner told of a failed save
	slow   bool   // the save under way takes longer than anybody expects
	stop   func() // of looking whether it does; nil when nothing is under way
}

// saveStateChanged shows how saving goes, and helps when it fails.
func (w *Window) saveStateChanged(s session.SaveState) {
	w.timeSave(s.Phase == session.Saving)
	w.showHeader()
	switch {
	case s.Phase == session.Failed && !w.saving.warned:
		w.saving.warned = true
		w.tellUnsaved(w.env.T("save.keeps_trying", "reason", w.env.Printer.Error(s.Err)))
	case s.Phase == session.Saved && w.saving.warned:
		w.saving.warned = false
		w.banner.Hide()
		w.say(w.env.T("save.done"))
	}
	if s.Phase == session.Saved && w.quitting.asks() {
		w.leaveSafely() // what was in the way of it is gone
	}
}

// tellUnsaved says why work is not safe, and offers what can be done.
func (w *Window) tellUnsaved(sentence string) {
	w.banner.Tell(kit.ToneDanger, sentence,
		kit.BannerAction{Label: w.env.T("save.try_again"), Do: w.flush},
		kit.BannerAction{Label: w.env.T("action.save_copy"), Do: w.saveCopy})
}

// timeSave looks after a while whether the save that is under way has ended.
func (w *Window) timeSave(under bool) {
	if under == (w.saving.stop != nil) {
		return
	}
	if !under {
		w.saving.stop()
		w.saving.stop, w.saving.slow = nil, false
		return
	}
	w.saving.stop = w.after(patience, func() {
		w.saving.slow = true
		w.showHeader()
		if !w.saving.warned {
			w.saving.warned = true
			w.tellUnsaved(w.env.T("save.no_answer"))
		}
	})
}

// flush saves what is not saved yet, without waiting.
func (w *Window) flush() {
	w.env.Settle()
	if w.desk.open != nil {
		w.desk.open.Flush(nil)
	}
}

// saveCopy writes the open campaign, as it is in memory, into a folder that the
// person chooses. It does not need the data folder, which may be full or gone.
func (w *Window) saveCopy() { w.saveCopyThen(func(string) {}) }

func (w *Window) saveCopyThen(then func(path string)) {
	choose := func() {
		kit.ChooseFiles(w.env, kit.ChooserOptions{
			Title: w.env.T("save_copy.title"), Folder: true, Start: w.settings.CopyFolder,
			OnChosen: func(paths []string) { w.writeCopy(paths[0], then) },
		})
	}
	if !w.protected() {
		choose()
		return
	}
	kit.Confirm(w.env, w.env.T("save_copy.title"), w.env.T("save_copy.unprotected"), w.env.T("save_copy.choose"), false, choose)
}

func (w *Window) writeCopy(dir string, then func(path string)) {
	w.env.Settle()
	campaign, path := w.desk.open.Campaign(), ""
	w.wait(w.env.T("save_copy.title"), w.env.T("save_copy.writing"), func(ctx context.Context, _ func(float64)) (err error) {
		path, err = w.deps.SaveCopy(ctx, dir, campaign)
		return err
	}, func(err error) {
		w.report(err)
		if err != nil {
			return
		}
		w.settings.CopyFolder = dir
		w.keepSettings()
		w.banner.Tell(kit.ToneInfo, w.env.T("save_copy.done", "dir", i18n.Island(path)))
		then(path)
	})
}

// settingsSaver writes settings one after the other in the background; of
// several that wait only the newest is written.
type settingsSaver struct {
	run     *run.Runner
	write   func(settings.Settings)
	next    *settings.Settings
	writing bool
	after   func()
}

func (s *settingsSaver) put(v settings.Settings) {
	s.next = &v
	s.step()
}

// whenDone calls f once nothing is left to be written.
func (s *settingsSaver) whenDone(f func()) {
	s.after = f
	s.step()
}

func (s *settingsSaver) step() {
	if s.writing {
		return
	}
	if s.next == nil {
		if f := s.after; f != nil {
			s.after = nil
			f()
		}
		return
	}
	v := *s.next
	s.next, s.writing = nil, true
	s.run.Background(func() { s.write(v) }, func() {
		s.writing = false
		s.step()
	})
}
