package gui

import "athar/domain"

func (w *Window) undo() {
	at, _ := w.desk.open.UndoPlace()
	w.turn(at, w.desk.open.Undo)
}

func (w *Window) redo() {
	at, _ := w.desk.open.RedoPlace()
	w.turn(at, w.desk.open.Redo)
}

// breakStep lets what is typed next be undone on its own.
func (w *Window) breakStep() {
	if w.desk.open != nil {
		w.desk.open.Break()
	}
}

// turn takes a step back, or does it again, and shows it where it is seen. A person
// who types stays where they are as long as it is their text that changes. Otherwise
// the caret goes to the text that does or, where there is none, out of theirs: under
// it another record may have come on show.
func (w *Window) turn(at domain.Place, step func() error) {
	before := w.place()
	text, typing := w.env.Typing()
	if err := step(); err != nil {
		w.report(err)
		return
	}
	now, _ := w.env.Typing()
	switch onShow := sameRecord(before, at) && w.place() == before; {
	case onShow && typing && now == text && at.Field != "":
		w.showPlace(tabOf(at), at)
	case onShow, at.Kind == domain.KindHeader && at.Field == "": // every tab shows it
	default:
		if typing {
			w.window.Canvas().Unfocus()
		}
		w.goTo(at)
	}
}

// sameRecord reports whether two places are in one record.
func sameRecord(a, b domain.Place) bool { return a.Kind == b.Kind && a.ID == b.ID && a.Item == b.Item }
