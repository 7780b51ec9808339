package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/theme"
)

// Ends puts two things at the two ends of a line. Where large text leaves no
// room for all of both, end goes into a line of its own. The height follows the
// width.
func Ends(env *Env, start, end fyne.CanvasObject) *fyne.Container {
	return container.New(&endsLayout{env: env, whole: preferred}, start, end)
}

// EndsShort is Ends for a start that is better shortened than put into a line of
// its own, such as a title a person wrote.
func EndsShort(env *Env, start, end fyne.CanvasObject) *fyne.Container {
	return container.New(&endsLayout{env: env, whole: fyne.CanvasObject.MinSize}, start, end)
}

type endsLayout struct {
	env   *Env
	whole func(start fyne.CanvasObject) fyne.Size // what start needs to be beside end
	width float32                                 // the last width; 0 before the first layout
}

// inOneLine reports whether both have room side by side.
func (l *endsLayout) inOneLine(start, end fyne.CanvasObject, width float32) bool {
	if !start.Visible() || !end.Visible() {
		return true
	}
	return l.whole(start).Width+size(theme.Space8)+end.MinSize().Width <= width+0.01
}

func (l *endsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	start, end := objects[0], objects[1]
	least := fyne.Size{}
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	if l.width > 0 && !l.inOneLine(start, end, l.width) {
		least.Height = start.MinSize().Height + size(theme.Space8) + end.MinSize().Height
	}
	return least
}

func (l *endsLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	total := fyne.Size{}
	for i, o := range visible(objects) {
		s := preferred(o)
		total = fyne.NewSize(total.Width+s.Width+float32(i)*size(theme.Space8), max(total.Height, s.Height))
	}
	return total
}

func (l *endsLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.width = space.Width
	start, end := objects[0], objects[1]
	gap := size(theme.Space8)
	if !l.inOneLine(start, end, space.Width) {
		first := settle(start, space.Width)
		width := min(preferred(end).Width, space.Width)
		place(start, 0, 0, space.Width, first)
		place(end, l.env.place(space.Width-width, width, space.Width), first+gap, width, settle(end, width))
		return
	}
	room := space.Width
	if end.Visible() {
		width := max(end.MinSize().Width, min(preferred(end).Width, space.Width-start.MinSize().Width-gap))
		height := settle(end, width)
		place(end, l.env.place(space.Width-width, width, space.Width), (space.Height-height)/2, width, height)
		room -= width + gap
	}
	if start.Visible() {
		height := settle(start, room)
		place(start, l.env.place(0, room, space.Width), (space.Height-height)/2, room, height)
	}
}
