package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"athar/gui/theme"
)

// rowLayout is the layout of Row.
type rowLayout struct {
	relaid
	env *Env
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l.renew(objects, l.Layout)
	return l.sum(objects, fyne.CanvasObject.MinSize)
}

func (l *rowLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	return l.sum(objects, preferred)
}

func (l *rowLayout) sum(objects []fyne.CanvasObject, of func(fyne.CanvasObject) fyne.Size) fyne.Size {
	total := fyne.Size{}
	things := 0
	for _, o := range visible(objects) {
		if isSpacer(o) {
			continue
		}
		s := of(o)
		total.Width += s.Width
		total.Height = max(total.Height, s.Height)
		things++
	}
	total.Width += float32(max(things-1, 0)) * size(theme.Space8)
	return total
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.laid(objects, space)
	shown := visible(objects)
	widths := l.widths(shown, space.Width)
	gap := size(theme.Space8)
	x, first := float32(0), true
	for i, o := range shown {
		if isSpacer(o) {
			x += widths[i]
			continue
		}
		if !first {
			x += gap
		}
		first = false
		height := settle(o, widths[i])
		if _, line := o.(*separator); line {
			height = space.Height
		}
		place(o, l.env.place(x, widths[i], space.Width), (space.Height-height)/2, widths[i], height)
		x += widths[i]
	}
}

// widths divides the row: everyone gets what they prefer, spacers share what is
// left, and when too little is there those that can shrink share the loss.
func (l *rowLayout) widths(objects []fyne.CanvasObject, total float32) []float32 {
	widths := make([]float32, len(objects))
	least := make([]float32, len(objects))
	left, slack := total, float32(0)
	things, spacers := 0, 0
	for i, o := range objects {
		if isSpacer(o) {
			spacers++
			continue
		}
		things++
		least[i] = o.MinSize().Width
		widths[i] = max(least[i], preferred(o).Width)
		left -= widths[i]
		slack += widths[i] - least[i]
	}
	left -= float32(max(things-1, 0)) * size(theme.Space8)
	for i, o := range objects {
		switch {
		case left > 0 && isSpacer(o):
			widths[i] = left / float32(spacers)
		case left < 0 && slack > 0:
			widths[i] += max(left, -slack) * (widths[i] - least[i]) / slack
		}
	}
	return widths
}

func isSpacer(o fyne.CanvasObject) bool {
	_, ok := o.(layout.SpacerObject)
	return ok
}
