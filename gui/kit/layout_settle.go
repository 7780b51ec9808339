package kit

import (
	"math"

	"fyne.io/fyne/v2"
)

// settle gives o the width and returns the height it then needs. What wraps
// knows its height only once it has been given a width; everything else answers
// the same as before.
func settle(o fyne.CanvasObject, width float32) float32 {
	height := o.MinSize().Height
	if !sameLength(o.Size().Width, width) {
		o.Resize(fyne.NewSize(width, max(height, o.Size().Height)))
		height = o.MinSize().Height
	}
	return height
}

// place puts o at a position with the size; a resize only when it differs.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Resize(fyne.NewSize(width, height))
	o.Move(fyne.NewPos(x, y))
}

// sameLength compares lengths that were computed in different ways.
func sameLength(a, b float32) bool { return math.Abs(float64(a-b)) < 0.01 }

// preferring is a widget that looks best larger than its least size: a line of
// text that can be shortened, for one.
type preferring interface{ preferredSize() fyne.Size }

// preferringLayout is a layout whose objects may be preferring.
type preferringLayout interface {
	preferredSize(objects []fyne.CanvasObject) fyne.Size
}

// preferred returns the size o wants when there is room.
func preferred(o fyne.CanvasObject) fyne.Size {
	switch o := o.(type) {
	case preferring:
		return o.preferredSize()
	case *fyne.Container:
		if l, ok := o.Layout.(preferringLayout); ok {
			return l.preferredSize(o.Objects)
		}
	}
	return o.MinSize()
}

// visible returns the objects that take part in a layout.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}
