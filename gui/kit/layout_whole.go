package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Whole gives an object never less room than it prefers: a button with words of a
// catalog, which would be shortened first where room is shared out. What a person
// wrote does not belong into it: it could make the window wider than a screen.
func Whole(o fyne.CanvasObject) *fyne.Container { return container.New(wholeLayout{}, o) }

type wholeLayout struct{}

func (wholeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return preferred(objects[0]).Max(objects[0].MinSize())
}

func (wholeLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	place(objects[0], 0, 0, space.Width, space.Height)
}
