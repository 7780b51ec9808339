package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget = (*separator)(nil)
	_ fyne.Widget = (*plate)(nil)
)

// Surface puts o on a quiet rounded surface with a hairline border.
func Surface(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&surfaceLayout{}, newPlate(theme.ColorSurface, theme.ColorBorder), o)
}

// surfaceLayout spreads a plate and puts content on it, inside the padding of
// cards.
type surfaceLayout struct{}

func (surfaceLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().Add(fyne.NewSquareSize(2 * size(theme.Space16)))
}

func (surfaceLayout) preferredSize(objects []fyne.CanvasObject) fyne.Size {
	return preferred(objects[1]).Add(fyne.NewSquareSize(2 * size(theme.Space16)))
}

func (surfaceLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	pad := size(theme.Space16)
	place(objects[0], 0, 0, space.Width, space.Height)
	place(objects[1], pad, pad, space.Width-2*pad, space.Height-2*pad)
}

// plate is a rounded rectangle in theme colours. It is a widget and no bare
// rectangle, so that a change of the theme reaches it.
type plate struct {
	widget.BaseWidget
	fill, border fyne.ThemeColorName
	radius       fyne.ThemeSizeName
	box          *canvas.Rectangle
}

func newPlate(fill, border fyne.ThemeColorName) *plate {
	p := &plate{fill: fill, border: border, radius: fynetheme.SizeNameCardRadius, box: &canvas.Rectangle{}}
	p.ExtendBaseWidget(p)
	p.paint()
	return p
}

func (p *plate) paint() {
	p.box.FillColor = fynetheme.Color(p.fill)
	p.box.StrokeColor = fynetheme.Color(p.border)
	p.box.StrokeWidth = size(fynetheme.SizeNameInputBorder)
	p.box.CornerRadius = size(p.radius)
}

// Refresh takes the colours of the current theme.
func (p *plate) Refresh() {
	p.paint()
	p.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *plate) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.box) }

// separator is a hairline.
type separator struct {
	widget.BaseWidget
	line *canvas.Rectangle
}

// MinSize is the thickness of the line both ways.
func (s *separator) MinSize() fyne.Size {
	return fyne.NewSquareSize(size(fynetheme.SizeNameSeparatorThickness))
}

// Refresh takes the colour of the current theme.
func (s *separator) Refresh() {
	s.line.FillColor = fynetheme.Color(theme.ColorBorder)
	s.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *separator) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.line) }
