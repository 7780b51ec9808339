package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Middle puts an object of at most a width, by its name in the theme, into the
// middle of the room and a little above, where the eye looks first.
func Middle(width fyne.ThemeSizeName, object fyne.CanvasObject) *fyne.Container {
	return container.New(middleLayout{width}, object)
}

type middleLayout struct{ width fyne.ThemeSizeName }

// MinSize implements fyne.Layout.
func (middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (m middleLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	width := min(size(m.width), space.Width)
	height := settle(objects[0], width)
	place(objects[0], (space.Width-width)/2, max((space.Height-height)*0.42, 0), width, height)
}
