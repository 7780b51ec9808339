package chart

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// renderer shows a scene as canvas objects in two layers. The picture is made
// again when the model, the size or the theme changes; pointing at something
// moves the few objects of the pointer only.
type renderer struct {
	chart   *Chart
	size    fyne.Size
	picture []fyne.CanvasObject
	pointer pointer
	ring    *canvas.Rectangle
	empty   *kit.Paragraph

	long    *canvas.Raster  // the picture of long lines; nil when they are short
	reveal  *fyne.Animation // shows long; nil until there is one
	waiting int             // how many frames long still waits for
}

// A new chart waits some frames with the picture of its long lines: the first
// frame draws every text for the first time, and with the picture as well it
// would keep the window from answering for longer than a frame may take.
const (
	revealFrames = 3
	revealAtMost = time.Second // where frames are few
)

func newRenderer(c *Chart) *renderer {
	r := &renderer{chart: c, ring: &canvas.Rectangle{}, empty: kit.NewParagraph(c.env, "", kit.StyleMuted)}
	r.pointer.tip = &canvas.Rectangle{}
	r.pointer.guide = &canvas.Line{}
	return r
}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

func (r *renderer) Layout(size fyne.Size) {
	if size == r.size {
		return
	}
	r.size = size
	r.draw()
}

func (r *renderer) Refresh() {
	r.draw()
	canvas.Refresh(r.chart)
}

func (r *renderer) Destroy() {
	if r.reveal != nil {
		r.reveal.Stop()
	}
}

func (r *renderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, 0, len(r.picture)+16)
	all = append(append(all, r.ring), r.picture...)
	return append(all, r.pointer.objects()...)
}

// draw lays the model out for the size and makes the picture's objects.
func (r *renderer) draw() {
	c := r.chart
	c.scene = Layout(c.model, r.size.Width, r.size.Height, r.metrics())
	r.picture = r.picture[:0]
	for _, s := range c.scene.Grid {
		r.picture = append(r.picture, strokeObject(s))
	}
	for _, b := range c.scene.Boxes {
		o := canvas.NewRectangle(inkColor(b.Ink))
		o.Move(fyne.NewPos(b.X, b.Y))
		o.Resize(fyne.NewSize(b.W, b.H))
		r.picture = append(r.picture, o)
	}
	r.drawStrokes(c.scene.Strokes)
	for _, m := range c.scene.Marks {
		r.picture = append(r.picture, markObject(m))
	}
	for _, w := range c.scene.Words {
		r.picture = append(r.picture, wordsObject(c.env, w))
	}
	r.drawEmpty()
	r.drawRing()
	r.pointer.prepare(c)
	r.point()
}

// drawStrokes shows axes and lines: as objects, or the lines of the series as
// one picture when they are long.
func (r *renderer) drawStrokes(strokes []Stroke) {
	var series []Stroke
	for _, s := range strokes {
		if s.Ink >= InkSeries {
			series = append(series, s)
		} else {
			r.picture = append(r.picture, strokeObject(s))
		}
	}
	if len(series) <= maxLineObjects {
		for _, s := range series {
			r.picture = append(r.picture, strokeObject(s))
		}
		return
	}
	width := r.size.Width
	r.long = canvas.NewRaster(func(w, h int) image.Image { return drawStrokes(series, width, w, h, inkColor) })
	r.long.Resize(r.size)
	r.picture = append(r.picture, r.long)
	r.revealLater()
}

// revealLater shows the picture of long lines in one of the next frames; once it
// was shown, whatever comes in its place is shown at once.
func (r *renderer) revealLater() {
	if r.reveal == nil {
		r.waiting = revealFrames
		r.reveal = fyne.NewAnimation(revealAtMost, r.frameBegins)
		r.reveal.Start()
	}
	r.long.Hidden = r.waiting > 0
}

// frameBegins is called before each frame until the picture is shown.
func (r *renderer) frameBegins(done float32) {
	if r.waiting--; r.waiting > 0 && done < 1 {
		return
	}
	r.reveal.Stop()
	r.waiting, r.long.Hidden = 0, false
	canvas.Refresh(r.chart)
}

func (r *renderer) drawEmpty() {
	if !r.chart.model.empty() {
		return
	}
	r.empty.SetText(r.chart.model.Empty)
	pad := fynetheme.Size(theme.Space16)
	r.empty.Resize(fyne.NewSize(r.size.Width-2*pad, r.size.Height-2*pad))
	r.empty.Move(fyne.NewPos(pad, pad))
	r.picture = append(r.picture, r.empty)
}

func (r *renderer) drawRing() {
	r.ring.FillColor = color.Transparent
	r.ring.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	r.ring.StrokeWidth = fynetheme.Size(theme.SizeFocusRing)
	r.ring.CornerRadius = fynetheme.Size(theme.Space4)
	r.ring.Resize(r.size)
	r.ring.Hidden = !r.chart.focused
}

// focus shows or hides the ring alone: the picture is as it was.
func (r *renderer) focus() {
	r.drawRing()
	canvas.Refresh(r.ring)
}

// point moves the pointer to the chart's index. The picture is left alone: a
// refresh of the whole chart would draw all of its texts anew.
func (r *renderer) point() {
	r.pointer.show(r.chart, r.size)
	for _, o := range r.pointer.objects() {
		canvas.Refresh(o)
	}
}

func (r *renderer) metrics() Metrics {
	env := r.chart.env
	return Metrics{
		Text: fynetheme.Size(theme.TextCaption), Gap: fynetheme.Size(theme.Space12), Line: 2,
		Measure: func(s string, size float32) float32 {
			return fyne.MeasureText(env.Visual(s), size, fyne.TextStyle{}).Width
		},
	}
}

func inkColor(i Ink) color.Color {
	switch i {
	case InkText:
		return fynetheme.Color(fynetheme.ColorNameForeground)
	case InkMuted:
		return fynetheme.Color(theme.ColorTextMuted)
	case InkAxis:
		return fynetheme.Color(theme.ColorChartAxis)
	case InkGrid:
		return fynetheme.Color(theme.ColorChartGrid)
	}
	return fynetheme.Color(theme.ColorSeries(int(i - InkSeries)))
}

func strokeObject(s Stroke) fyne.CanvasObject {
	o := canvas.NewLine(inkColor(s.Ink))
	o.StrokeWidth = s.Width
	o.Position1, o.Position2 = fyne.NewPos(s.X1, s.Y1), fyne.NewPos(s.X2, s.Y2)
	return o
}

// markShapes is how many shapes there are before they begin again.
const markShapes = 3

// markObject draws the sign of a series: a circle, a square, or a ring.
func markObject(m Mark) fyne.CanvasObject {
	size := fyne.NewSize(m.Size, m.Size)
	at := fyne.NewPos(m.X-m.Size/2, m.Y-m.Size/2)
	var o fyne.CanvasObject
	switch m.Shape % markShapes {
	case 0:
		o = canvas.NewCircle(inkColor(m.Ink))
	case 1:
		o = canvas.NewRectangle(inkColor(m.Ink))
	default:
		ring := canvas.NewCircle(fynetheme.Color(fynetheme.ColorNameBackground))
		ring.StrokeColor, ring.StrokeWidth = inkColor(m.Ink), m.Size/4
		o = ring
	}
	o.Resize(size)
	o.Move(at)
	return o
}

func wordsObject(env *kit.Env, w Words) fyne.CanvasObject {
	o := canvas.NewText(env.Visual(w.Text), inkColor(w.Ink))
	o.TextSize = w.Size
	size := o.MinSize()
	x := w.X
	switch w.Anchor {
	case AnchorCentre:
		x -= size.Width / 2
	case AnchorRight:
		x -= size.Width
	}
	o.Move(fyne.NewPos(x, w.Y-size.Height/2))
	o.Resize(size)
	return o
}
