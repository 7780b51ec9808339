package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/theme"
)

// Grid puts objects into the given number of equal columns, line by line from
// the reading start. A line is as high as its highest object.
func Grid(env *Env, columns int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&gridLayout{env: env, columns: max(columns, 1)}, objects...)
}

// Columns is a Grid with as many columns as there is room for, each at least
// minWidth wide: one in a narrow window.
func Columns(env *Env, minWidth float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&gridLayout{env: env, minWidth: max(minWidth, 1)}, objects...)
}

// gridLayout is the layout of Grid (columns is set) and of Columns (minWidth is).
type gridLayout struct {
	relaid
	env      *Env
	columns  int
	minWidth float32
	width    float32 // the last width; 0 before the first layout
}

func (l *gridLayout) gap() float32 { return size(theme.Space16) }

// count returns how many columns a width has room for when the widest object
// needs least.
func (l *gridLayout) count(width, least float32, objects int) int {
	if l.columns > 0 {
		return l.columns
	}
	fit := int((width + l.gap()) / (max(l.minWidth, least) + l.gap()))
	return max(1, min(fit, objects))
}

// widest returns the width of the object that needs most.
func widest(objects []fyne.CanvasObject) float32 {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return width
}

func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l.renew(objects, l.Layout)
	shown := visible(objects)
	if len(shown) == 0 {
		return fyne.Size{}
	}
	least := widest(shown)
	columns := l.count(l.width, least, len(shown))
	if l.columns > 0 {
		least = least*float32(columns) + l.gap()*float32(columns-1)
	}
	total := -l.gap()
	for _, h := range lineHeights(shown, columns, func(o fyne.CanvasObject) float32 { return o.MinSize().Height }) {
		total += h + l.gap()
	}
	return fyne.NewSize(least, total)
}

func (l *gridLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.laid(objects, space)
	shown := visible(objects)
	l.width = space.Width
	columns := l.count(space.Width, widest(shown), len(shown))
	width := (space.Width - l.gap()*float32(columns-1)) / float32(columns)
	heights := lineHeights(shown, columns, func(o fyne.CanvasObject) float32 { return settle(o, width) })
	y := float32(0)
	for i, o := range shown {
		line, column := i/columns, i%columns
		if column == 0 && line > 0 {
			y += heights[line-1] + l.gap()
		}
		x := float32(column) * (width + l.gap())
		place(o, l.env.place(x, width, space.Width), y, width, heights[line])
	}
}

// lineHeights returns the height of the highest object of each line.
func lineHeights(objects []fyne.CanvasObject, columns int, height func(fyne.CanvasObject) float32) []float32 {
	lines := make([]float32, (len(objects)+columns-1)/columns)
	for i, o := range objects {
		lines[i/columns] = max(lines[i/columns], height(o))
	}
	return lines
}
