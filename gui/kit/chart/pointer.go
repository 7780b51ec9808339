package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// pointer shows what is pointed at: a guide line, a mark on every series, and a
// box with the moment and the values.
type pointer struct {
	guide *canvas.Line
	marks []*canvas.Circle
	tip   *canvas.Rectangle
	lines []*canvas.Text
}

// prepare makes as many marks and lines as the model needs, in the theme's
// colours.
func (p *pointer) prepare(c *Chart) {
	n := len(c.model.Series)
	p.guide.StrokeColor, p.guide.StrokeWidth = inkColor(InkAxis), 1
	p.marks, p.lines = p.marks[:0], p.lines[:0]
	for i := range n {
		m := canvas.NewCircle(inkColor(InkSeries + Ink(i)))
		m.StrokeColor, m.StrokeWidth = fynetheme.Color(fynetheme.ColorNameBackground), 2
		p.marks = append(p.marks, m)
	}
	for i := range n + 1 {
		t := canvas.NewText("", inkColor(InkText))
		t.TextSize = fynetheme.Size(theme.TextCaption)
		t.TextStyle.Bold = i == 0
		p.lines = append(p.lines, t)
	}
	p.tip.FillColor = fynetheme.Color(theme.ColorSurface)
	p.tip.StrokeColor, p.tip.StrokeWidth = fynetheme.Color(theme.ColorChartAxis), 1
	p.tip.CornerRadius = fynetheme.Size(theme.Space4)
}

func (p *pointer) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{p.guide}
	for _, m := range p.marks {
		all = append(all, m)
	}
	all = append(all, p.tip)
	for _, l := range p.lines {
		all = append(all, l)
	}
	return all
}

func (p *pointer) hide() {
	for _, o := range p.objects() {
		o.Hide()
	}
}

// show moves everything to the point the chart has its finger on.
func (p *pointer) show(c *Chart, size fyne.Size) {
	if c.index < 0 || c.scene.Plot.W <= 0 {
		p.hide()
		return
	}
	x := c.scene.axes.x(c.model.Series[0].X[c.index])
	plot := c.scene.Plot
	p.guide.Position1, p.guide.Position2 = fyne.NewPos(x, plot.Y), fyne.NewPos(x, plot.Y+plot.H)
	p.guide.Show()
	for i, m := range p.marks {
		mx, my, ok := c.scene.PlaceOf(c.model.Series[i], c.index)
		m.Hidden = !ok || c.model.Kind == Bar
		const d = 9
		m.Resize(fyne.NewSize(d, d))
		m.Move(fyne.NewPos(mx-d/2, my-d/2))
	}
	p.showTip(c, x, size)
}

// showTip puts the box beside the guide, on the side where there is room.
func (p *pointer) showTip(c *Chart, x float32, size fyne.Size) {
	pad := fynetheme.Size(theme.Space8)
	width, height := float32(0), pad
	told := c.Told()
	for i, l := range p.lines {
		l.Text = ""
		if i < len(told) {
			l.Text = c.env.Visual(told[i])
		}
		need := l.MinSize()
		width = max(width, need.Width)
		height += need.Height
	}
	box := fyne.NewSize(width+2*pad, height+pad)
	left := x + pad
	if left+box.Width > size.Width || c.model.Mirrored && x-pad-box.Width >= 0 {
		left = max(0, x-pad-box.Width)
	}
	p.tip.Move(fyne.NewPos(left, c.scene.Plot.Y))
	p.tip.Resize(box)
	p.tip.Show()
	y := c.scene.Plot.Y + pad
	for _, l := range p.lines {
		need := l.MinSize()
		l.Resize(need)
		tx := left + pad
		if c.env.RTL() {
			tx = left + box.Width - pad - need.Width
		}
		l.Move(fyne.NewPos(tx, y))
		l.Show()
		y += need.Height
	}
}
