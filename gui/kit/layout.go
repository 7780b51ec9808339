package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// Row puts objects one after the other from the reading start to the reading
// end, each as wide as it wants to be and centred in height. When the row is too
// narrow, those that can be shortened (a Label, a Paragraph) give way. A Spacer
// takes the width that is left.
func Row(env *Env, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{env: env}, objects...)
}

// Column puts objects under one another, all of the column's width, with a
// normal distance between them. A Spacer takes the height that is left.
func Column(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: theme.Space8}, objects...)
}

// ColumnTight is Column for things that are one, such as a title and the line
// under it.
func ColumnTight(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: theme.Space4}, objects...)
}

// Stack puts objects on top of one another, the last one in front.
func Stack(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&padLayout{}, objects...)
}

// Pad leaves size around o on every side.
func Pad(size float32, o fyne.CanvasObject) *fyne.Container { return PadSides(size, size, o) }

// PadSides leaves x beside o, on both sides, and y above and below it.
func PadSides(x, y float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&padLayout{x: x, y: y}, o)
}

// Spacer takes the room that is left in a Row or a Column.
func Spacer() fyne.CanvasObject { return layout.NewSpacer() }

// Gap is an empty square of the given size.
func Gap(size float32) fyne.CanvasObject {
	return container.New(gapLayout(size))
}

// Separator is a hairline: across a Column, and upright in a Row.
func Separator() fyne.CanvasObject { return newSeparator() }

// gapLayout gives an empty container a size.
type gapLayout float32

func (g gapLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(float32(g)) }

func (g gapLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// newSeparator is a line in the colour of card borders.
func newSeparator() *separator {
	s := &separator{line: canvas.NewRectangle(fynetheme.Color(theme.ColorBorder))}
	s.ExtendBaseWidget(s)
	return s
}
