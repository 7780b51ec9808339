package chart

import "strings"

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
	for _, text := range wrap(m.Summary, width-2*k.Gap, k) {
		w := k.Measure(text, k.Text)
		s.Words = append(s.Words, Words{text, at(k.Gap, w), top + line/2, AnchorLeft, k.Text, InkMuted})
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
	return top + k.Gap // the highest figure of the axis reaches above the plot
}

// wrap breaks a text into lines that fit a width, at spaces only.
func wrap(text string, width float32, k Metrics) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && k.Measure(longer, k.Text) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
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

// timeAxis draws moments below the picture, as many as fit. Leaving out single
// ones would make the distances between them uneven.
func (s *Scene) timeAxis(m Model, k Metrics) {
	labels := newLane(s, k)
	count := max(1, int(s.Plot.W/(k.Text*2+k.Gap)))
	ticks, names := s.timeNames(m, count)
	for count > 1 && !s.sideBySide(labels, ticks, names) {
		count--
		ticks, names = s.timeNames(m, count)
	}
	for i, t := range ticks {
		labels.put(names[i], s.axes.x(t))
	}
}

// timeNames returns at most count moments and what the axis calls them.
func (s *Scene) timeNames(m Model, count int) (ticks []float64, names []string) {
	ticks, step := timeTicks(s.axes.from, s.axes.to, count)
	for _, t := range ticks {
		names = append(names, m.Format.Tick(t, step))
	}
	return ticks, names
}

// sideBySide reports whether no name of a moment touches the next one.
func (s *Scene) sideBySide(l *lane, ticks []float64, names []string) bool {
	for i := 1; i < len(ticks); i++ {
		left, right := l.span(names[i-1], s.axes.x(ticks[i-1]))
		otherLeft, otherRight := l.span(names[i], s.axes.x(ticks[i]))
		if max(left, otherLeft)-min(right, otherRight) < l.k.Gap {
			return false
		}
	}
	return true
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

// span returns from where to where a text about x goes: around it, and inside
// of the chart.
func (l *lane) span(text string, x float32) (left, right float32) {
	w := l.k.Measure(text, l.k.Text)
	left = max(0, min(x-w/2, l.scene.Plot.X+l.scene.Plot.W+l.k.Gap-w))
	return left, left + w
}

func (l *lane) put(text string, x float32) {
	left, right := l.span(text, x)
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
