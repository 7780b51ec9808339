package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// middle puts one object into the middle of the room, hardly wider than a
// column of text.
type middle struct{}

func (middle) margin() float32 { return fynetheme.Size(theme.Space24) }

// MinSize is part of fyne.Layout.
func (m middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Add(fyne.NewSquareSize(2 * m.margin()))
}

// Layout is part of fyne.Layout.
func (m middle) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	o := objects[0]
	width := max(min(space.Width-2*m.margin(), 1.1*fynetheme.Size(theme.SizeTextColumn)), o.MinSize().Width)
	height := settle(o, width)
	// A little above the middle is where the eye looks first.
	place(o, (space.Width-width)/2, max(m.margin(), (space.Height-height)*0.42), width, height)
}

// sideBySide gives two objects half of the room each, and all of its height.
func sideBySide(env *kit.Env, first, second fyne.CanvasObject) fyne.CanvasObject {
	return container.New(halves{env}, first, second)
}

type halves struct{ env *kit.Env }

func (halves) gap() float32 { return fynetheme.Size(theme.Space16) }

// MinSize is part of fyne.Layout.
func (h halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize().Max(objects[1].MinSize())
	return fyne.NewSize(2*least.Width+h.gap(), least.Height)
}

// Layout is part of fyne.Layout.
func (h halves) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	width := (space.Width - h.gap()) / 2
	for i, o := range objects {
		x := fromStart(h.env, float32(i)*(width+h.gap()), width, space.Width)
		place(o, x, 0, width, space.Height)
	}
}

// planLayout arranges the plan, what is missing and the mistakes. In a wide
// window what is missing stands beside the other two; in a narrow one they are
// under one another with what is missing before the mistakes.
type planLayout struct {
	env   *kit.Env
	width float32 // the last width; 0 before the first layout
}

func (l *planLayout) gap() float32 { return fynetheme.Size(theme.Space24) }

func (l *planLayout) isWide(width float32) bool {
	return width >= 1.4*fynetheme.Size(theme.SizeTextColumn)
}

// MinSize is part of fyne.Layout.
func (l *planLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, o := range objects {
		if o.Visible() {
			least.Width = max(least.Width, o.MinSize().Width)
		}
	}
	width := l.width
	if width == 0 {
		width = fynetheme.Size(theme.SizeTextColumn)
	}
	least.Height = l.arrange(objects, width)
	return least
}

// Layout is part of fyne.Layout.
func (l *planLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.width = space.Width
	l.arrange(objects, space.Width)
}

// arrange puts the objects (plan, missing, mistakes) into their places and
// returns the height they need.
func (l *planLayout) arrange(objects []fyne.CanvasObject, total float32) float32 {
	plan, missing, mistakes := objects[0], objects[1], objects[2]
	width := total
	wide := l.isWide(total) && missing.Visible()
	if wide {
		width = (total - l.gap()) / 2
	}
	put := func(o fyne.CanvasObject, start, y float32) float32 {
		if !o.Visible() {
			return y
		}
		height := settle(o, width)
		place(o, fromStart(l.env, start, width, total), y, width, height)
		return y + height + l.gap()
	}
	y := put(plan, 0, 0)
	if wide {
		return max(put(missing, width+l.gap(), 0), put(mistakes, 0, y)) - l.gap()
	}
	return put(mistakes, 0, put(missing, 0, y)) - l.gap()
}

// fromStart returns where the left edge of a thing goes that begins start behind
// the reading start of a space.
func fromStart(env *kit.Env, start, width, total float32) float32 {
	if env.RTL() {
		return total - start - width
	}
	return start
}

// settle gives o the width and returns the height it needs with its texts
// wrapped there.
func settle(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Resize(fyne.NewSize(width, height))
	o.Move(fyne.NewPos(x, y))
}
