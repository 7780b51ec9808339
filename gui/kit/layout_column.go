package kit

import "fyne.io/fyne/v2"

// columnLayout is the layout of Column and ColumnTight.
type columnLayout struct {
	relaid
	gap fyne.ThemeSizeName // "" is none
}

func (l *columnLayout) distance() float32 {
	if l.gap == "" {
		return 0
	}
	return size(l.gap)
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l.renew(objects, l.Layout)
	return l.sum(objects, fyne.CanvasObject.MinSize)
}

func (l *columnLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	wide := l.sum(objects, preferred)
	return fyne.NewSize(wide.Width, l.MinSize(objects).Height)
}

func (l *columnLayout) sum(objects []fyne.CanvasObject, of func(fyne.CanvasObject) fyne.Size) fyne.Size {
	total := fyne.Size{}
	things := 0
	for _, o := range visible(objects) {
		if isSpacer(o) {
			continue
		}
		s := of(o)
		total.Width = max(total.Width, s.Width)
		total.Height += s.Height
		things++
	}
	total.Height += float32(max(things-1, 0)) * l.distance()
	return total
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.laid(objects, space)
	shown := visible(objects)
	heights := make([]float32, len(shown))
	left, things, spacers := space.Height, 0, 0
	for i, o := range shown {
		if isSpacer(o) {
			spacers++
			continue
		}
		heights[i] = settle(o, space.Width)
		left -= heights[i]
		things++
	}
	gap := l.distance()
	left = max(left-float32(max(things-1, 0))*gap, 0)
	y := float32(0)
	for i, o := range shown {
		if isSpacer(o) {
			y += left / float32(spacers)
			continue
		}
		place(o, 0, y, space.Width, heights[i])
		y += heights[i] + gap
	}
}
