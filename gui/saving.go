package gui

import (
	"athar/domain/session"
	"athar/gui/kit"
	"athar/gui/run"
	"athar/gui/settings"
)

// saveStateChanged shows how saving goes, and helps when it fails.
func (w *Window) saveStateChanged(s session.SaveState) {
	w.showHeader()
	switch {
	case s.Phase == session.Failed && !w.warned:
		w.warned = true
		w.banner.Tell(kit.ToneDanger, w.env.Printer.Error(s.Err), kit.BannerAction{
			Label: w.env.T("save.try_again"), Do: w.flush,
		})
	case s.Phase == session.Saved && w.warned:
		w.warned = false
		w.banner.Hide()
		w.say(w.env.T("save.done"))
	}
}

// flush saves what is not saved yet, without waiting.
func (w *Window) flush() {
	w.env.Settle()
	if w.desk.open != nil {
		w.desk.open.Flush(nil)
	}
}

// quit closes the window once everything is safe. While it is not, the person
// decides, knowing what would be lost.
func (w *Window) quit() {
	if w.held {
		return
	}
	w.env.Settle()
	w.keepSettings()
	if w.desk.open == nil {
		w.backUpAndClose()
		return
	}
	w.desk.open.Flush(func(err error) {
		if err == nil {
			w.backUpAndClose()
			return
		}
		kit.ShowDialog(w.env, kit.DialogOptions{
			Title:   w.env.T("quit.unsaved_title"),
			Content: kit.NewParagraph(w.env, w.env.T("quit.unsaved", "reason", w.env.Printer.Error(err)), kit.StyleBody),
			Accept:  w.env.T("quit.anyway"), Cancel: w.env.T("quit.stay"), Danger: true,
			OnAccept: func() bool { w.close(); return true },
		})
	})
}

func (w *Window) close() {
	w.closeScreens()
	w.saves.whenDone(w.window.Close)
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
