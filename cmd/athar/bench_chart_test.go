package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	fynedesktop "fyne.io/fyne/v2/driver/desktop"

	"athar/domain/metric"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/kit/chart"
	"athar/gui/theme"
)

// Size of the chart that is measured, in pixels.
const chartWidth, chartHeight = 1000, 400

// manyPoints is a line of 300,000 posts, one in seven minutes.
func manyPoints(p *i18n.Printer) chart.Model {
	s := chart.Series{Name: "Likes", X: make([]float64, exportRows), Y: make([]float64, exportRows)}
	start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	random := uint32(1)
	for i := range exportRows {
		random = random*1664525 + 1013904223
		s.X[i] = float64(start + int64(i)*7*60)
		s.Y[i] = math.Round((2 + math.Sin(float64(i)/9000)) * float64(random>>8%977))
	}
	s.Outline = chart.OutlineOf(s.X, s.Y, metric.LTTB) // the metrics tab does this in the background
	day := func(x float64) string { return p.Date(time.Unix(int64(x), 0).UTC()) }
	return chart.Model{
		Kind: chart.Line, Series: []chart.Series{s}, Time: true, Thin: metric.LTTB,
		Format: chart.Format{
			Value: p.Number, Point: day,
			Tick: func(x float64, _ chart.TimeStep) string { return p.MonthYear(time.Unix(int64(x), 0).UTC()) },
		},
	}
}

// fewPoints is the beginning of a line.
func fewPoints(m chart.Model) chart.Model {
	s := m.Series[0]
	m.Series = []chart.Series{{Name: s.Name, X: s.X[:2], Y: s.Y[:2]}}
	return m
}

// pointAt is the mouse over the chart in the i-th step of a walk that comes by
// every part of it.
func pointAt(i int) *fynedesktop.MouseEvent {
	x := float32(60 + i*37%(chartWidth-80))
	return &fynedesktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 200)}}
}

// BenchmarkChartLayout300k lays a chart of 300,000 points out for the first
// time.
func BenchmarkChartLayout300k(b *testing.B) {
	env := guitest.Env(b, "en")
	m := manyPoints(env.Printer)
	var first []time.Duration
	for b.Loop() {
		t, _ := timed(func() error {
			guitest.Show(env, chart.New(env, m), chartWidth, chartHeight)
			return nil
		})
		first = append(first, t)
	}
	b.ReportMetric(quantile(first, milliseconds, 0.95), "p95-ms")
}

// BenchmarkChartPaint300k points at a chart of 300,000 points and paints the
// window with Fyne's software painter, which fills every pixel by itself.
func BenchmarkChartPaint300k(b *testing.B) {
	env := guitest.Env(b, "en")
	c := chart.New(env, manyPoints(env.Printer))
	guitest.Show(env, c, chartWidth, chartHeight)
	var layout, paint []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		c.MouseMoved(pointAt(i))
		laid := time.Now()
		env.Window.Canvas().Capture()
		layout, paint = append(layout, laid.Sub(start)), append(paint, time.Since(laid))
	}
	b.ReportMetric(quantile(layout, milliseconds, 0.95), "layout-p95-ms")
	b.ReportMetric(quantile(paint, milliseconds, 0.95), "paint-p95-ms")
}

// chartTimes is what a child measured of a chart in a real window, in
// nanoseconds.
type chartTimes struct {
	First   step            // laying it out and drawing it for the first time
	Opening []time.Duration // drawing each frame until all of it is there
	Hovers  []step          // pointing somewhere else
}

// step is one frame: what was done before it, and the calls that draw it.
type step struct{ Layout, Draw time.Duration }

func (s step) frame() float64 { return milliseconds(s.Layout + s.Draw) }

// slowest returns the longest frame of a chart that appears. The picture of a
// long line comes some frames after the rest.
func (t chartTimes) slowest() step {
	if last := slices.Max(t.Opening); last > t.First.Layout+t.First.Draw {
		return step{Draw: last}
	}
	return t.First
}

// BenchmarkChartWindow300k measures in a real window with software OpenGL what
// a frame costs: layout, and the calls that draw the chart.
func BenchmarkChartWindow300k(b *testing.B) {
	d := newDesktop(b)
	home := b.TempDir()
	var firsts, openings, hovers []step
	for b.Loop() {
		cmd := d.command(os.Args[0])
		cmd.Env = append(cmd.Env, "HOME="+home, "XDG_RUNTIME_DIR="+home, "LANG=C.UTF-8", childVariable+"="+childChart)
		out, err := cmd.Output()
		if err != nil {
			b.Fatal(err)
		}
		var t chartTimes
		if err := json.Unmarshal(out, &t); err != nil {
			b.Fatal(err)
		}
		firsts, hovers = append(firsts, t.First), append(hovers, t.Hovers...)
		openings = append(openings, t.slowest())
	}
	layout := func(s step) float64 { return milliseconds(s.Layout) }
	draw := func(s step) float64 { return milliseconds(s.Draw) }
	b.ReportMetric(quantile(firsts, layout, 0.95), "first-layout-p95-ms")
	b.ReportMetric(quantile(firsts, draw, 0.95), "first-draw-p95-ms")
	b.ReportMetric(quantile(firsts, step.frame, 0.95), "first-p95-ms")
	b.ReportMetric(quantile(openings, step.frame, 0.95), "opening-p95-ms")
	b.ReportMetric(quantile(hovers, layout, 0.95), "hover-layout-p95-ms")
	b.ReportMetric(quantile(hovers, draw, 0.95), "hover-draw-p95-ms")
	b.ReportMetric(quantile(hovers, step.frame, 0.95), "hover-p95-ms")
	b.ReportMetric(quantile(hovers, step.frame, 0.5), "hover-p50-ms")
}

const hoverSteps = 100

// opens is more than enough for all of a chart to appear.
const opens = 400 * time.Millisecond

// runChart shows a chart alone in a window between two marks, so that the time
// between them is what drawing it takes.
func runChart() {
	a := app.NewWithID("io.athar.chart")
	a.Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light}))
	catalog, err := loadCatalog("en")
	if err != nil {
		panic(err)
	}
	w := a.NewWindow("Chart")
	env := &kit.Env{Printer: i18n.NewPrinter(catalog, i18n.Western), Window: w}
	m := manyPoints(env.Printer)
	before, after := newMark(), newMark()
	var begun time.Time
	var draw time.Duration
	var opening []time.Duration
	isOpening := false
	before.painted = func() { begun = time.Now() }
	after.painted = func() {
		draw = time.Since(begun)
		if isOpening {
			opening = append(opening, draw)
			before.pixel.Refresh() // whatever comes in the next frame is measured too
			after.pixel.Refresh()
		}
	}
	var c *chart.Chart
	w.SetPadded(false)
	// Athar has fonts and shaders ready long before it shows a chart.
	w.SetContent(container.NewStack(before.object(), chart.New(env, fewPoints(m)), after.object()))
	w.Resize(fyne.NewSize(chartWidth, chartHeight))

	// frame does something in the window and waits until it is drawn.
	frame := func(do func()) (s step) {
		drawn := make(chan struct{})
		fyne.DoAndWait(func() {
			start := time.Now()
			do()
			s.Layout = time.Since(start)
			before.pixel.Refresh()
			after.next(func() { s.Draw = draw; close(drawn) })
		})
		<-drawn
		return s
	}
	go func() {
		var t chartTimes
		t.First = frame(func() {
			isOpening = true
			c = chart.New(env, m)
			w.SetContent(container.NewStack(before.object(), c, after.object()))
		})
		time.Sleep(opens)
		fyne.DoAndWait(func() { t.Opening, isOpening = opening, false })
		t.First.Draw = t.Opening[0] // by now later frames have come
		for i := range hoverSteps {
			t.Hovers = append(t.Hovers, frame(func() { c.MouseMoved(pointAt(i)) }))
		}
		if err := json.NewEncoder(os.Stdout).Encode(t); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		fyne.Do(a.Quit)
	}()
	w.ShowAndRun()
}
