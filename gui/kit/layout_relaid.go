package kit

import "fyne.io/fyne/v2"

// relaid is the part of a layout that notices when objects were shown or hidden
// since it was done. Fyne lays a container out when its size or the least size of
// something in it changes; an object that is shown again in a container of the
// same size would keep the place and the size it had when it was hidden. But Fyne
// asks for the least size of everything before it draws, and that is the moment
// to look.
type relaid struct {
	space fyne.Size
	shown []fyne.CanvasObject
}

// laid remembers what a layout was done for.
func (r *relaid) laid(objects []fyne.CanvasObject, space fyne.Size) {
	r.space, r.shown = space, visible(objects)
}

// renew does a layout again where others are on show than before.
func (r *relaid) renew(objects []fyne.CanvasObject, layout func([]fyne.CanvasObject, fyne.Size)) {
	if !r.space.IsZero() && !r.current(objects) {
		layout(objects, r.space)
	}
}

func (r *relaid) current(objects []fyne.CanvasObject) bool {
	n := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if n >= len(r.shown) || r.shown[n] != o {
			return false
		}
		n++
	}
	return n == len(r.shown)
}
