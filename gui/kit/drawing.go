package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// drawing is the renderer of this package's widgets: the objects are made once,
// paint gives them the colours of the moment, arrange their places.
type drawing struct {
	widget  fyne.Widget
	objects []fyne.CanvasObject
	measure func() fyne.Size
	arrange func(fyne.Size)
	paint   func()
}

var _ fyne.WidgetRenderer = (*drawing)(nil)

// drawn finishes a renderer.
func drawn(d *drawing) fyne.WidgetRenderer {
	d.paint()
	return d
}

func (d *drawing) MinSize() fyne.Size { return d.measure() }

func (d *drawing) Layout(space fyne.Size) { d.arrange(space) }

func (d *drawing) Refresh() {
	d.paint()
	d.arrange(d.widget.Size())
	canvas.Refresh(d.widget)
}

func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

func (d *drawing) Destroy() {}

// box is a rounded rectangle; its radius is that of the named size.
func box(fill, stroke fyne.ThemeColorName, radius fyne.ThemeSizeName) *canvas.Rectangle {
	r := &canvas.Rectangle{}
	fillBox(r, fill, stroke)
	r.CornerRadius = size(radius)
	return r
}

// fillBox colours a box in names of the theme; "" is nothing.
func fillBox(r *canvas.Rectangle, fill, stroke fyne.ThemeColorName) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = nil, nil, 0
	if fill != "" {
		r.FillColor = fynetheme.Color(fill)
	}
	if stroke != "" {
		r.StrokeColor = fynetheme.Color(stroke)
		r.StrokeWidth = size(fynetheme.SizeNameInputBorder)
	}
	r.Refresh()
}

// glyph is an icon in a colour of the theme.
type glyph struct {
	source fyne.Resource
	image  *canvas.Image

	// What was drawn last; drawing an icon anew costs more than looking here.
	drawn fyne.Resource
	ink   color.Color
}

func newGlyph(source fyne.Resource) *glyph {
	g := &glyph{source: source, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	if source == nil {
		g.image.Hide()
	}
	return g
}

// tint draws the icon in the named colour of the current theme.
func (g *glyph) tint(name fyne.ThemeColorName) {
	ink := fynetheme.Color(name)
	if g.source == nil || g.source == g.drawn && ink == g.ink {
		return
	}
	g.drawn, g.ink = g.source, ink
	g.image.Resource = fynetheme.NewColoredResource(g.source, name)
	g.image.Refresh()
}

// put places the icon in the middle of a box.
func (g *glyph) put(x, y, width, height float32) {
	side := size(fynetheme.SizeNameInlineIcon)
	place(g.image, x+(width-side)/2, y+(height-side)/2, side, side)
}
