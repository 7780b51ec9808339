package gui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// quitting is how far the window is on its way out.
type quitting struct {
	wanted   bool        // the person wants to leave, and was not told yet what is in the way
	question *kit.Dialog // what to do about what cannot be saved; nil before it was asked
	copied   string      // where a copy of it lies, "" for nowhere
	leaving  bool        // everything is safe, and the last backup is being made
	closed   bool
}

// asks reports whether the question is open.
func (q *quitting) asks() bool { return q.question != nil && q.question.IsOpen() }

// quit closes the window once everything is safe. While it is not, the person
// decides, knowing what would be lost. A disk that does not answer keeps nobody
// from deciding.
func (w *Window) quit() {
	if w.held || w.quitting.wanted {
		return
	}
	w.env.Settle()
	w.keepSettings()
	if w.desk.open == nil || w.quitting.leaving {
		w.backUpAndClose()
		return
	}
	w.quitting.wanted = true
	stop := w.after(patience, func() { w.askToLeave(w.env.T("save.no_answer")) })
	w.desk.open.Flush(func(err error) {
		stop()
		switch {
		case err != nil:
			w.askToLeave(w.env.Printer.Error(err))
		case w.quitting.wanted:
			w.leaveSafely()
		}
	})
}

// askToLeave asks what to do about work that is not saved.
func (w *Window) askToLeave(reason string) {
	if !w.quitting.wanted || w.quitting.asks() {
		return
	}
	var question *kit.Dialog
	instead := func(key string, do func()) fyne.CanvasObject {
		return kit.NewButton(w.env, kit.ButtonOptions{Text: w.env.T(key), OnTapped: func() {
			question.Close()
			w.quitting.wanted = false
			do()
		}})
	}
	parts := []fyne.CanvasObject{
		kit.NewParagraph(w.env, reason, kit.StyleBody).Selectable(),
		kit.NewParagraph(w.env, w.env.T("quit.unsaved"), kit.StyleBody),
	}
	if w.quitting.copied != "" {
		parts = append(parts, kit.NewParagraph(w.env,
			w.env.T("quit.copied", "dir", i18n.Island(w.quitting.copied)), kit.StyleStrong).Selectable())
	}
	parts = append(parts, kit.Flow(w.env, instead("save.try_again", w.quit), instead("action.save_copy", w.saveCopyAndAsk)))
	question = kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("quit.unsaved_title"), Content: kit.Column(parts...),
		Accept: w.env.T("quit.anyway"), Cancel: w.env.T("quit.stay"), Danger: true,
		MinSize:  fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
		OnAccept: func() bool { w.closeNow(); return true },
		OnCancel: func() { w.quitting.wanted = false },
	})
	w.quitting.question = question
}

// saveCopyAndAsk writes a copy and goes on with leaving.
func (w *Window) saveCopyAndAsk() {
	w.saveCopyThen(func(path string) {
		w.quitting.copied = path
		w.quit()
	})
}

// leaveSafely closes the window, in which everything is saved.
func (w *Window) leaveSafely() {
	if w.quitting.asks() {
		w.quitting.question.Close()
	}
	w.quitting.wanted = false
	w.backUpAndClose()
}

// close closes the window once its settings are written, or when that takes too
// long: nobody waits for those.
func (w *Window) close() {
	w.closeScreens()
	w.saves.whenDone(w.closeNow)
	w.after(patience, w.closeNow)
}

// closeNow closes the window whatever is under way.
func (w *Window) closeNow() {
	if w.quitting.closed {
		return
	}
	w.quitting.closed = true
	w.unwatch()
	w.endPurge()
	w.closeScreens()
	w.window.Close()
}
