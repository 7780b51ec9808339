package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/theme"
)

// Border puts top and bottom across the whole width, start and end between them
// at the reading start and end, and the centre objects in the room that is left.
// Each of the four may be nil.
func Border(env *Env, top, bottom, start, end fyne.CanvasObject, centre ...fyne.CanvasObject) *fyne.Container {
	l := &borderLayout{env: env, top: top, bottom: bottom, start: start, end: end}
	objects := make([]fyne.CanvasObject, 0, 4+len(centre))
	// The order is that of reading, because the Tab key follows it.
	for _, o := range []fyne.CanvasObject{top, start} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	objects = append(objects, centre...)
	for _, o := range []fyne.CanvasObject{end, bottom} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return container.New(l, objects...)
}

type borderLayout struct {
	relaid
	env                     *Env
	top, bottom, start, end fyne.CanvasObject
}

func (l *borderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l.renew(objects, l.Layout)
	return l.sum(objects, fyne.CanvasObject.MinSize)
}

func (l *borderLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	return l.sum(objects, preferred)
}

func (l *borderLayout) sum(objects []fyne.CanvasObject, of func(fyne.CanvasObject) fyne.Size) fyne.Size {
	gap := size(theme.Space8)
	middle := fyne.Size{}
	for _, o := range visible(objects) {
		if !l.isEdge(o) {
			middle = middle.Max(of(o))
		}
	}
	for _, o := range l.shown(l.start, l.end) {
		s := of(o)
		middle.Width += s.Width + gap
		middle.Height = max(middle.Height, s.Height)
	}
	for _, o := range l.shown(l.top, l.bottom) {
		s := of(o)
		middle.Width = max(middle.Width, s.Width)
		middle.Height += s.Height + gap
	}
	return middle
}

func (l *borderLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.laid(objects, space)
	gap := size(theme.Space8)
	y, bottom := float32(0), space.Height
	if isShown(l.top) {
		h := settle(l.top, space.Width)
		place(l.top, 0, 0, space.Width, h)
		y = h + gap
	}
	if isShown(l.bottom) {
		h := settle(l.bottom, space.Width)
		place(l.bottom, 0, space.Height-h, space.Width, h)
		bottom -= h + gap
	}
	height := max(0, bottom-y) // before a dialog is as large as it needs to be
	x, end := float32(0), space.Width
	if isShown(l.start) {
		w := max(l.start.MinSize().Width, min(preferred(l.start).Width, space.Width/2))
		place(l.start, l.env.place(0, w, space.Width), y, w, height)
		x = w + gap
	}
	if isShown(l.end) {
		w := max(l.end.MinSize().Width, min(preferred(l.end).Width, space.Width/2))
		place(l.end, l.env.place(space.Width-w, w, space.Width), y, w, height)
		end -= w + gap
	}
	for _, o := range visible(objects) {
		if !l.isEdge(o) {
			width := max(0, end-x)
			place(o, l.env.place(x, width, space.Width), y, width, height)
		}
	}
}

func (l *borderLayout) isEdge(o fyne.CanvasObject) bool {
	return o == l.top || o == l.bottom || o == l.start || o == l.end
}

func (l *borderLayout) shown(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	there := objects[:0]
	for _, o := range objects {
		if isShown(o) {
			there = append(there, o)
		}
	}
	return there
}

func isShown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }
