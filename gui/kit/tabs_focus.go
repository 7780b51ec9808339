package kit

import "fyne.io/fyne/v2"

// FocusIfLost gives the row of titles the keyboard when what had it is no longer
// on show: what is typed would go on changing what nobody sees. The toolkit
// leaves the focus where it was when a page is hidden or emptied. What was typed
// is kept, as always when a field loses the focus. Below a dialog or a menu it
// waits until that is closed.
func (t *Tabs) FocusIfLost() {
	env := t.header.env
	if env.Window == nil || fyne.CurrentApp().Driver().CanvasForObject(t.header) == nil {
		return // not shown yet
	}
	if l := env.lowestLayer(); l != nil {
		l.lost = t.FocusIfLost
		return
	}
	if had := env.Window.Canvas().Focused(); had != nil && !isOnShow(had) {
		t.Focus()
	}
}

// isOnShow reports whether f is in the window and nothing it lies in is hidden.
// Nothing to focus stands in the corner of a window, which is what the driver says
// of what it does not find.
func isOnShow(f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	return ok && !fyne.CurrentApp().Driver().AbsolutePositionForObject(o).IsZero()
}

// lowestLayer returns the first dialog or menu over the window, nil for none.
func (e *Env) lowestLayer() *layer {
	for _, o := range e.Window.Canvas().Overlays().List() {
		if l, ok := o.(*layer); ok {
			return l
		}
	}
	return nil
}
