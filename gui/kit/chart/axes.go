package chart

// legend lays out summary and names above the picture and returns the height
// they take. A single series is named by whoever shows the chart.
func (s *Scene) legend(m Model, width float32, k Metrics) float32 {
	line := k.Text * 1.5
	top := k.Gap / 2
	at := func(x float32, w float32) float32 {
		if m.Mirrored {
			return width - x - w
		}
		return x
	}
	if m.Summary != "" {
		w := k.Measure(m.Summary, k.Text)
		s.Words = append(s.Words, Words{m.Summary, at(k.Gap, w), top + line/2, AnchorLeft, k.Text, InkMuted})
		top += line
	}
	if len(m.Series) > 1 {
		x := k.Gap
		for i, series := range m.Series {
			w := k.Measure(series.Name, k.Text)
			if x+k.Text+k.Gap+w > width && x > k.Gap {
				x, top = k.Gap, top+line
			}
			s.Marks = append(s.Marks, Mark{at(x, k.Text*0.7) + k.Text*0.35, top + line/2, k.Text * 0.7, i, InkSeries + Ink(i)})
			x += k.Text*0.7 + k.Gap/2
			s.Words = append(s.Words, Words{series.Name, at(x, w), top + line/2, AnchorLeft, k.Text, InkText})
			x += w + k.Gap*2
		}
		top += line
	}
	return top + k.Gap/2
}

// valueAxis makes room for the value axis, sets the plot and returns the ticks.
func (s *Scene) valueAxis(m Model, width, height, top float32, k Metrics) []float64 {
	bottom := height - k.Text*1.5 - k.Gap/2
	low, high := m.valueRange()
	ticks := valueTicks(low, high, max(2, int((bottom-top)/pixelsPerValue)))
	widest := float32(0)
	for _, v := range ticks {
		widest = max(widest, k.Measure(m.Format.Value(v), k.Text))
	}
	axis := widest + k.Gap*1.5
	s.Plot = Box{X: axis, Y: top, W: width - axis - k.Gap, H: bottom - top}
	if m.Mirrored {
		s.Plot.X = k.Gap
	}
	return ticks
}

// grid draws the value axis: a hairline and a number a tick, the zero line
// stronger.
func (s *Scene) grid(m Model, ticks []float64, k Metrics) {
	for _, v := range ticks {
		y := s.axes.y(v)
		line := Stroke{s.Plot.X, y, s.Plot.X + s.Plot.W, y, 1, InkGrid}
		s.Grid = append(s.Grid, line)
		if v == 0 {
			line.Ink = InkAxis
			s.Strokes = append(s.Strokes, line)
		}
		label := Words{m.Format.Value(v), s.Plot.X - k.Gap/2, y, AnchorRight, k.Text, InkMuted}
		if m.Mirrored {
			label.X, label.Anchor = s.Plot.X+s.Plot.W+k.Gap/2, AnchorLeft
		}
		s.Words = append(s.Words, label)
	}
}

// timeAxis draws moments below the picture, as many as fit.
func (s *Scene) timeAxis(m Model, k Metrics) {
	sample := k.Measure(m.Format.Tick(s.axes.from, Days), k.Text)
	count := max(1, int(s.Plot.W/(sample*1.6+k.Gap)))
	ticks, step := timeTicks(s.axes.from, s.axes.to, count)
	labels := newLane(s, k)
	for _, t := range ticks {
		labels.put(m.Format.Tick(t, step), s.axes.x(t))
	}
}

// categoryAxis names as many categories as fit.
func (s *Scene) categoryAxis(m Model, k Metrics) {
	labels := newLane(s, k)
	for i, name := range m.Categories {
		labels.put(name, s.axes.x(float64(i)))
	}
}

// lane is the line of texts below the picture; a text that would touch another
// one is left out.
type lane struct {
	scene *Scene
	k     Metrics
	taken [][2]float32
}

func newLane(s *Scene, k Metrics) *lane { return &lane{scene: s, k: k} }

func (l *lane) put(text string, x float32) {
	w := l.k.Measure(text, l.k.Text)
	left := max(0, min(x-w/2, l.scene.Plot.X+l.scene.Plot.W+l.k.Gap-w))
	right := left + w
	for _, t := range l.taken {
		if left < t[1]+l.k.Gap && right > t[0]-l.k.Gap {
			return
		}
	}
	l.taken = append(l.taken, [2]float32{left, right})
	bottom := l.scene.Plot.Y + l.scene.Plot.H
	l.scene.Strokes = append(l.scene.Strokes, Stroke{x, bottom, x, bottom + l.k.Gap/3, 1, InkAxis})
	l.scene.Words = append(l.scene.Words, Words{text, left, bottom + l.k.Gap/3 + l.k.Text*0.75, AnchorLeft, l.k.Text, InkMuted})
}
