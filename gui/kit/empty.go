package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

// NewEmptyState fills a place where nothing is yet: one sentence and, if there
// is something to do about it, one button (which may be nil, as the icon may).
func NewEmptyState(env *Env, icon fyne.Resource, sentence string, button fyne.CanvasObject) fyne.CanvasObject {
	text := NewParagraph(env, sentence, StyleMuted)
	text.centred = true
	objects := []fyne.CanvasObject{}
	if icon != nil {
		objects = append(objects, newPicture(icon))
	}
	objects = append(objects, text)
	if button != nil {
		objects = append(objects, button)
	}
	return container.New(emptyLayout{}, objects...)
}

// emptyLayout puts objects under one another in the middle of the room.
type emptyLayout struct{}

func (emptyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := (&columnLayout{gap: theme.Space16}).MinSize(objects)
	return least.Add(fyne.NewSquareSize(2 * size(theme.Space16)))
}

func (emptyLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	gap := size(theme.Space16)
	room := min(space.Width-2*gap, size(theme.SizeTextColumn)*0.75)
	sizes := make([]fyne.Size, len(objects))
	total := -gap
	for i, o := range objects {
		width := max(o.MinSize().Width, min(preferred(o).Width, room))
		if _, text := o.(*Paragraph); text {
			width = room
		}
		sizes[i] = fyne.NewSize(width, settle(o, width))
		total += sizes[i].Height + gap
	}
	y := max((space.Height-total)/2, 0)
	for i, o := range objects {
		place(o, (space.Width-sizes[i].Width)/2, y, sizes[i].Width, sizes[i].Height)
		y += sizes[i].Height + gap
	}
}

var _ fyne.Widget = (*picture)(nil)

// picture is a large quiet icon.
type picture struct {
	widget.BaseWidget
	icon *glyph
}

func newPicture(icon fyne.Resource) *picture {
	p := &picture{icon: newGlyph(icon)}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *picture) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  p,
		objects: []fyne.CanvasObject{p.icon.image},
		measure: func() fyne.Size { return fyne.NewSquareSize(2 * size(fynetheme.SizeNameInlineIcon)) },
		arrange: func(space fyne.Size) { place(p.icon.image, 0, 0, space.Width, space.Height) },
		paint:   func() { p.icon.tint(theme.ColorTextMuted) },
	})
}
