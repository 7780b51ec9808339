package kit

import "fyne.io/fyne/v2"

// SetVisible shows or hides an object and reports whether that changed: then what
// is around it has to be laid out anew.
func SetVisible(o fyne.CanvasObject, visible bool) (changed bool) {
	if visible == o.Visible() {
		return false
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
	return true
}
