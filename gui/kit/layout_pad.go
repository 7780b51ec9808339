package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// padLayout is the layout of Pad and PadSides and, without padding, of Stack.
type padLayout struct {
	relaid
	x, y float32 // on either side
}

func (l *padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l.renew(objects, l.Layout)
	return l.around(objects, fyne.CanvasObject.MinSize)
}

func (l *padLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	return l.around(objects, preferred)
}

func (l *padLayout) around(objects []fyne.CanvasObject, of func(fyne.CanvasObject) fyne.Size) fyne.Size {
	least := fyne.Size{}
	for _, o := range visible(objects) {
		least = least.Max(of(o))
	}
	return least.AddWidthHeight(2*l.x, 2*l.y)
}

func (l *padLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.laid(objects, space)
	for _, o := range visible(objects) {
		place(o, l.x, l.y, space.Width-2*l.x, space.Height-2*l.y)
	}
}

// MaxWidth keeps o from becoming wider than width, as running text must be; the
// room that is left stays at the reading end.
func MaxWidth(env *Env, width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&maxWidthLayout{env: env, width: width}, o)
}

type maxWidthLayout struct {
	env   *Env
	width float32
}

func (l *maxWidthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize()
}

func (l *maxWidthLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	s := preferred(objects[0])
	return fyne.NewSize(max(min(s.Width, l.width), objects[0].MinSize().Width), s.Height)
}

func (l *maxWidthLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	width := max(min(space.Width, l.width), objects[0].MinSize().Width)
	place(objects[0], l.env.place(0, width, space.Width), 0, width, space.Height)
}
