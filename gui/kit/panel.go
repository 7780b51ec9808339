package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// panel is the renderer of what floats: a rounded ground with a border and a
// shadow, and one object inside.
type panel struct {
	ground  *canvas.Rectangle
	color   fyne.ThemeColorName
	radius  fyne.ThemeSizeName
	pad     fyne.ThemeSizeName
	content fyne.CanvasObject
}

func newPanel(color fyne.ThemeColorName, radius, pad fyne.ThemeSizeName, content fyne.CanvasObject) *panel {
	p := &panel{ground: &canvas.Rectangle{}, color: color, radius: radius, pad: pad, content: content}
	p.style()
	return p
}

func (p *panel) style() {
	fillBox(p.ground, p.color, theme.ColorBorder)
	p.ground.CornerRadius = size(p.radius)
	p.ground.Shadow = shadow()
}

// shadow is below everything that floats.
func shadow() canvas.Shadow {
	return canvas.Shadow{
		Color: fynetheme.Color(fynetheme.ColorNameShadow), BlurRadius: 14, Offset: fyne.NewPos(0, 4),
	}
}

func (p *panel) Layout(space fyne.Size) {
	pad := size(p.pad)
	p.ground.Resize(space)
	place(p.content, pad, pad, space.Width-2*pad, space.Height-2*pad)
}

func (p *panel) MinSize() fyne.Size {
	pad := size(p.pad)
	return p.content.MinSize().AddWidthHeight(2*pad, 2*pad)
}

func (p *panel) Refresh() {
	p.style()
	p.ground.Refresh()
	p.content.Refresh()
}

func (p *panel) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{p.ground, p.content} }
func (p *panel) Destroy()                     {}
