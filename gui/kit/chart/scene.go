package chart

// Ink says which colour something has; the back-end knows the colours.
type Ink int

// The inks. InkSeries + i is the colour of the i-th series.
const (
	InkText Ink = iota
	InkMuted
	InkAxis
	InkGrid
	InkSeries
)

// Anchor says which point of a text lies at its place.
type Anchor int

// The anchors, horizontally. Vertically a text is centred.
const (
	AnchorLeft Anchor = iota
	AnchorCentre
	AnchorRight
)

// Stroke is a straight line.
type Stroke struct {
	X1, Y1, X2, Y2 float32
	Width          float32
	Ink            Ink
}

// Box is a filled rectangle.
type Box struct {
	X, Y, W, H float32
	Ink        Ink
}

// Mark is the sign of a series: the shape differs, not only the colour.
type Mark struct {
	X, Y, Size float32
	Shape      int // of the i-th series: circle, square, diamond, …
	Ink        Ink
}

// Words is one line of text as it is read; the back-end puts it into painting
// order.
type Words struct {
	Text   string
	X, Y   float32
	Anchor Anchor
	Size   float32
	Ink    Ink
}

// Scene is a chart laid out for a size.
type Scene struct {
	Grid    []Stroke // behind everything
	Boxes   []Box
	Strokes []Stroke
	Marks   []Mark
	Words   []Words
	Plot    Box // where the values are drawn

	axes axes
}

// Metrics are the sizes a scene is laid out with.
type Metrics struct {
	Text    float32                                 // size of axis texts
	Gap     float32                                 // between things that belong together
	Line    float32                                 // width of a series' line
	Measure func(text string, size float32) float32 // width of a text
}

// axes maps values to places.
type axes struct {
	plot      Box
	low, high float64 // of the values
	from, to  float64 // of x
	mirrored  bool
}

// x returns the place of a moment or category.
func (a axes) x(v float64) float32 {
	share := 0.5
	if a.to > a.from {
		share = (v - a.from) / (a.to - a.from)
	}
	if a.mirrored {
		share = 1 - share
	}
	return a.plot.X + float32(share)*a.plot.W
}

// at returns the moment or category at a place.
func (a axes) at(x float32) float64 {
	share := float64((x - a.plot.X) / a.plot.W)
	if a.mirrored {
		share = 1 - share
	}
	return a.from + share*(a.to-a.from)
}

// y returns the place of a value.
func (a axes) y(v float64) float32 {
	share := (v - a.low) / (a.high - a.low)
	return a.plot.Y + a.plot.H - float32(share)*a.plot.H
}

// Limits of the layout.
const (
	minPlot        = 40  // pixels; a smaller plot shows nothing
	pixelsPerValue = 44  // height between two ticks of the value axis
	maxBars        = 400 // more than these are drawn as a line of columns
)

// Layout lays a model out for a size. A size too small for a picture gives an
// empty scene.
func Layout(m Model, width, height float32, k Metrics) Scene {
	var s Scene
	if m.empty() || width < minPlot*2 || height < minPlot*2 {
		return s
	}
	top := s.legend(m, width, k)
	ticks := s.valueAxis(m, width, height, top, k)
	s.axes = axes{plot: s.Plot, low: ticks[0], high: ticks[len(ticks)-1], mirrored: m.Mirrored}
	s.axes.from, s.axes.to = span(m)
	s.grid(m, ticks, k)
	if m.Time {
		s.timeAxis(m, k)
	} else {
		s.categoryAxis(m, k)
	}
	if m.Kind == Bar {
		s.bars(m)
	} else {
		s.lines(m, k)
	}
	return s
}

// span returns the range of x that the picture shows. Bars and categories have
// room on both sides of the first and the last.
func span(m Model) (from, to float64) {
	x := m.Series[0].X
	from, to = x[0], x[len(x)-1]
	if m.Kind == Bar || !m.Time {
		half := slot(x) / 2
		from, to = from-half, to+half
	}
	return from, to
}

// slot returns the distance between neighbours along x: the smallest one, so
// that no two bars touch.
func slot(x []float64) float64 {
	least := 0.0
	for i := 1; i < len(x); i++ {
		if d := x[i] - x[i-1]; d > 0 && (least == 0 || d < least) {
			least = d
		}
	}
	if least == 0 {
		return 1
	}
	return least
}
