package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/theme"
)

// Flow puts objects one after the other like words: what finds no room in a line
// goes to the next one. Its height follows its width.
func Flow(env *Env, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{env: env}, objects...)
}

type flowLayout struct {
	relaid
	env   *Env
	width float32 // the last width; 0 before the first layout
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l.renew(objects, l.Layout)
	shown := visible(objects)
	least := float32(0)
	for _, o := range shown {
		least = max(least, o.MinSize().Width)
	}
	width := l.width
	if width == 0 {
		width = l.preferredSize(objects).Width
	}
	_, height := flow(flowSizes(shown, width), width, size(theme.Space8))
	return fyne.NewSize(least, height)
}

// preferredSize is all in one line, up to the width of a column of text.
func (l *flowLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	total := size(theme.Space8) * float32(max(len(shown)-1, 0))
	for _, o := range shown {
		total += preferred(o).Width
	}
	total = min(total, size(theme.SizeTextColumn))
	_, height := flow(flowSizes(shown, total), total, size(theme.Space8))
	return fyne.NewSize(total, height)
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.laid(objects, space)
	l.width = space.Width
	shown := visible(objects)
	sizes := flowSizes(shown, space.Width)
	spots, _ := flow(sizes, space.Width, size(theme.Space8))
	for i, o := range shown {
		place(o, l.env.place(spots[i].X, sizes[i].Width, space.Width), spots[i].Y, sizes[i].Width, sizes[i].Height)
	}
}

// flowSizes returns what each object wants, but no more than a line.
func flowSizes(objects []fyne.CanvasObject, width float32) []fyne.Size {
	sizes := make([]fyne.Size, len(objects))
	for i, o := range objects {
		least := o.MinSize()
		w := max(least.Width, min(preferred(o).Width, width))
		sizes[i] = fyne.NewSize(w, least.Height)
	}
	return sizes
}

// flow places boxes of the given sizes in lines of at most the given width.
// Boxes in a line are centred on one another. It returns their places, counted
// from the reading start, and the height of all the lines.
func flow(boxes []fyne.Size, width, gap float32) (spots []fyne.Position, height float32) {
	spots = make([]fyne.Position, len(boxes))
	x, y, line, first := float32(0), float32(0), float32(0), 0
	centre := func(end int) {
		for i := first; i < end; i++ {
			spots[i].Y = y + (line-boxes[i].Height)/2
		}
	}
	for i, b := range boxes {
		if i > first && x+b.Width > width+0.01 {
			centre(i)
			x, y, line, first = 0, y+line+gap, 0, i
		}
		spots[i].X = x
		x += b.Width + gap
		line = max(line, b.Height)
	}
	centre(len(boxes))
	return spots, y + line
}
