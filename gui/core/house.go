package core

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
	"athar/gui/theme"
)

// houseLayout places the gable, the roof, the pillars and the foundation, in this
// order: as a house where the pillars have room side by side, under one another and
// without the gable where they have not. The height follows the width.
type houseLayout struct {
	env   *kit.Env
	width float32 // the last width; 0 before the first layout
}

var _ fyne.Layout = (*houseLayout)(nil)

// Where the parts are among the objects; the pillars stand between.
const (
	gableAt = 0
	roofAt  = 1
)

// leastPillar is the least width of a pillar in a house.
func leastPillar() float32 { return 8 * fynetheme.Size(theme.Space32) }

// isHouse reports whether a width has room for the pillars side by side.
func (l *houseLayout) isHouse(width float32, pillars []fyne.CanvasObject) bool {
	n := float32(len(pillars))
	need := leastPillar()
	for _, p := range pillars {
		need = max(need, p.MinSize().Width)
	}
	return width >= n*need+(n-1)*gap()
}

func gap() float32 { return fynetheme.Size(theme.Space12) }

// MinSize implements fyne.Layout.
func (l *houseLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, o := range objects[roofAt:] {
		least.Width = max(least.Width, o.MinSize().Width)
	}
	least.Height = l.walk(objects, max(l.width, least.Width), func(o fyne.CanvasObject, _, _, _ float32) float32 { return o.MinSize().Height })
	return least
}

// Layout implements fyne.Layout.
func (l *houseLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	l.width = space.Width
	l.walk(objects, space.Width, func(o fyne.CanvasObject, x, y, width float32) float32 {
		// A text that wraps knows its height when it has a width.
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		height := o.MinSize().Height
		if l.env.RTL() {
			x = space.Width - x - width
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
		return height
	})
	pillars := objects[roofAt+1 : len(objects)-1]
	if l.isHouse(space.Width, pillars) {
		evenOut(pillars)
	} else {
		objects[gableAt].Resize(fyne.Size{})
	}
}

// evenOut makes pillars equally high.
func evenOut(pillars []fyne.CanvasObject) {
	highest := float32(0)
	for _, p := range pillars {
		highest = max(highest, p.Size().Height)
	}
	for _, p := range pillars {
		p.Resize(fyne.NewSize(p.Size().Width, highest))
	}
}

// walk tells part by part where each is, counted from the reading start; part
// returns its height. It returns the height of all.
func (l *houseLayout) walk(objects []fyne.CanvasObject, width float32, part func(o fyne.CanvasObject, x, y, width float32) float32) float32 {
	last := len(objects) - 1
	pillars := objects[roofAt+1 : last]
	y := float32(0)
	if !l.isHouse(width, pillars) {
		for _, o := range objects[roofAt:] {
			y += part(o, 0, y, width) + gap()
		}
		return y - gap()
	}
	y += part(objects[gableAt], 0, y, width)
	y += part(objects[roofAt], 0, y, width) + gap()
	each := (width - gap()*float32(len(pillars)-1)) / float32(len(pillars))
	highest := float32(0)
	for i, p := range pillars {
		highest = max(highest, part(p, float32(i)*(each+gap()), y, each))
	}
	y += highest + gap()
	return y + part(objects[last], 0, y, width)
}

// gable is the triangle on top of the house.
type gable struct {
	widget.BaseWidget
	shape *canvas.ArbitraryPolygon
}

func newGable() *gable {
	g := &gable{shape: canvas.NewArbitraryPolygon([]fyne.Position{{X: 0.5, Y: 0}, {X: 1, Y: 1}, {X: 0, Y: 1}}, nil)}
	g.shape.NormalizedPoints = true
	g.ExtendBaseWidget(g)
	g.paint()
	return g
}

func (g *gable) paint() {
	g.shape.FillColor = fynetheme.Color(theme.ColorSurface)
	g.shape.StrokeColor = fynetheme.Color(theme.ColorBorder)
	g.shape.StrokeWidth = fynetheme.Size(fynetheme.SizeNameInputBorder)
}

// MinSize is flat: the words are what matters.
func (g *gable) MinSize() fyne.Size {
	return fyne.NewSize(0, 1.5*fynetheme.Size(theme.Space32))
}

// Refresh takes the colours of the current theme.
func (g *gable) Refresh() {
	g.paint()
	g.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (g *gable) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.shape) }
