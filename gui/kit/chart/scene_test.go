package chart

import (
	"math"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func metrics() Metrics {
	return Metrics{Text: 12, Gap: 12, Line: 2, Measure: func(s string, size float32) float32 {
		return float32(len([]rune(s))) * size / 2
	}}
}

func plain() Format {
	value := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	return Format{
		Value: value, Point: value,
		Tick: func(x float64, _ TimeStep) string { return time.Unix(int64(x), 0).UTC().Format("2 Jan") },
	}
}

func TestValueTicksAreRoundAndCoverTheRange(t *testing.T) {
	for _, tt := range []struct {
		low, high float64
		count     int
		want      []float64
	}{
		{0, 100, 5, []float64{0, 20, 40, 60, 80, 100}},
		{0, 97, 5, []float64{0, 20, 40, 60, 80, 100}},
		{-7, 426, 5, []float64{-100, 0, 100, 200, 300, 400, 500}},
		{0, 1, 2, []float64{0, 0.5, 1}},
		{3, 3, 5, []float64{3}},
	} {
		if diff := cmp.Diff(tt.want, valueTicks(tt.low, tt.high, tt.count)); diff != "" {
			t.Errorf("%v to %v: %s", tt.low, tt.high, diff)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-1e12, 1e12).Draw(t, "low")
		high := low + rapid.Float64Range(1e-3, 1e12).Draw(t, "span")
		ticks := valueTicks(low, high, rapid.IntRange(1, 12).Draw(t, "count"))
		rounding := 1e-12 * max(math.Abs(low), math.Abs(high)) // of a multiple of the step
		if ticks[0] > low+rounding || ticks[len(ticks)-1] < high-rounding || len(ticks) > 15 {
			t.Fatalf("%v does not cover %v to %v", ticks, low, high)
		}
	})
}

func TestTimeTicksStandAtRoundMoments(t *testing.T) {
	at := func(s string) float64 {
		d, err := time.Parse(time.DateTime, s)
		if err != nil {
			t.Fatal(err)
		}
		return float64(d.Unix())
	}
	for _, tt := range []struct {
		from, to string
		count    int
		first    string
		step     TimeStep
	}{
		{"2026-06-01 00:30:00", "2026-06-01 10:00:00", 10, "2026-06-01 01:00:00", Hours},
		{"2026-06-01 00:30:00", "2026-06-09 10:00:00", 9, "2026-06-02 00:00:00", Days},
		{"2026-01-15 00:00:00", "2026-12-15 00:00:00", 12, "2026-02-01 00:00:00", Months},
		{"2012-07-15 00:00:00", "2018-06-13 00:00:00", 6, "2013-01-01 00:00:00", Years},
	} {
		ticks, step := timeTicks(at(tt.from), at(tt.to), tt.count)
		if len(ticks) == 0 || ticks[0] != at(tt.first) || step != tt.step || len(ticks) > tt.count+1 {
			t.Errorf("%s to %s: %d ticks, first %v, step %v", tt.from, tt.to, len(ticks), ticks, step)
		}
	}
}

func TestBarsBeginAtZero(t *testing.T) {
	m := Model{Kind: Bar, Format: plain(), Categories: []string{"a", "b", "c"}, Series: []Series{{X: []float64{0, 1, 2}, Y: []float64{1000, 1010, -20}}}}
	s := Layout(m, 600, 300, metrics())
	zero := s.axes.y(0)
	if len(s.Boxes) != 3 {
		t.Fatalf("%d bars", len(s.Boxes))
	}
	for i, b := range s.Boxes {
		touches := b.Y+b.H == zero
		if i == 2 {
			touches = b.Y == zero
		}
		if !touches && math.Abs(float64(b.Y+b.H-zero)) > 0.01 && math.Abs(float64(b.Y-zero)) > 0.01 {
			t.Errorf("bar %d (%v) does not stand on zero (%v)", i, b, zero)
		}
	}
}

func TestALineStopsAtAMissingValue(t *testing.T) {
	nan := math.NaN()
	m := Model{Time: true, Format: plain(), Series: []Series{{X: []float64{0, 1, 2, 3, 4, 5}, Y: []float64{1, 2, nan, 4, nan, 6}}}}
	s := Layout(m, 600, 300, metrics())
	drawn := slices.DeleteFunc(slices.Clone(s.Strokes), func(k Stroke) bool { return k.Ink != InkSeries })
	if len(drawn) != 1 {
		t.Fatalf("%d pieces of line, want the one between the two neighbours", len(drawn))
	}
	if len(s.Marks) < 4 {
		t.Fatalf("%d marks: a value between two gaps is not seen", len(s.Marks))
	}
}

func TestThinningKeepsGapsAndEnds(t *testing.T) {
	n := 10_000
	series := Series{X: make([]float64, n), Y: make([]float64, n)}
	for i := range n {
		series.X[i], series.Y[i] = float64(i), float64(i%7)
	}
	for i := 4000; i < 5000; i++ {
		series.Y[i] = math.NaN()
	}
	thin := func(x, _ []float64, n int) []int { return []int{0, len(x) / 2, len(x) - 1} }
	kept := visiblePoints(Model{Thin: thin}, series, 400)
	if kept[0] != 0 || kept[len(kept)-1] != n-1 || !slices.IsSorted(kept) {
		t.Fatalf("ends lost or order wrong: %v", kept)
	}
	if !slices.ContainsFunc(kept, func(i int) bool { return math.IsNaN(series.Y[i]) }) {
		t.Fatal("the gap is closed")
	}
}

func TestMirroringFlipsTimeAndMovesTheAxis(t *testing.T) {
	m := Model{Time: true, Format: plain(), Series: []Series{{X: []float64{0, 86400}, Y: []float64{1, 2}}}}
	left := Layout(m, 600, 300, metrics())
	m.Mirrored = true
	right := Layout(m, 600, 300, metrics())
	if !(left.axes.x(0) < left.axes.x(86400)) || !(right.axes.x(0) > right.axes.x(86400)) {
		t.Fatal("time does not run the way of reading")
	}
	if left.Plot.X <= right.Plot.X {
		t.Fatal("the value axis is not on the reader's side")
	}
	for _, x := range []float64{0, 40_000, 86400} {
		if got := right.axes.at(right.axes.x(x)); math.Abs(got-x) > 100 {
			t.Errorf("%v comes back as %v", x, got)
		}
	}
}

func TestTextsOfTheAxesNeverTouch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(1, 3000).Draw(t, "days")
		m := Model{Time: true, Mirrored: rapid.Bool().Draw(t, "mirrored"), Format: plain(), Series: []Series{{X: []float64{0, float64(days) * 86400}, Y: []float64{1, 5}}}}
		k := metrics()
		s := Layout(m, rapid.Float32Range(100, 2000).Draw(t, "width"), 300, k)
		bottom := s.Plot.Y + s.Plot.H
		var spans [][2]float32
		for _, w := range s.Words {
			if w.Y > bottom {
				spans = append(spans, [2]float32{w.X, w.X + k.Measure(w.Text, w.Size)})
			}
		}
		slices.SortFunc(spans, func(a, b [2]float32) int { return int(a[0] - b[0]) })
		for i := 1; i < len(spans); i++ {
			if spans[i][0] < spans[i-1][1] {
				t.Fatalf("%v touches %v", spans[i], spans[i-1])
			}
		}
	})
}

func TestNearestFindsThePointUnderThePlace(t *testing.T) {
	m := Model{Time: true, Format: plain(), Series: []Series{{X: []float64{0, 10, 20, 1000}, Y: []float64{1, 2, 3, 4}}}}
	s := Layout(m, 600, 300, metrics())
	for i, x := range m.Series[0].X {
		if got := s.Nearest(m, s.axes.x(x)); got != i {
			t.Errorf("at point %d: %d", i, got)
		}
	}
	if got := s.Nearest(m, -500); got != 0 {
		t.Errorf("far left: %d", got)
	}
}

func TestASizeTooSmallGivesNoPicture(t *testing.T) {
	m := Model{Format: plain(), Series: []Series{{X: []float64{0}, Y: []float64{1}}}}
	if s := Layout(m, 10, 10, metrics()); len(s.Words)+len(s.Strokes) > 0 {
		t.Fatal("something is drawn")
	}
}

func TestALongSummaryTakesMoreLinesInsteadOfLeavingTheChart(t *testing.T) {
	m := Model{
		Time: true, Format: plain(), Series: []Series{{X: []float64{0, 1e6}, Y: []float64{1, 2}}},
		Summary: "n = 7,050 rows · 15 July 2012 – 13 June 2018 · without a figure: 4 · target 12,000",
	}
	for _, mirrored := range []bool{false, true} {
		m.Mirrored = mirrored
		s := Layout(m, 260, 300, metrics())
		lines := 0
		for _, w := range s.Words {
			if w.Y < s.Plot.Y-metrics().Text {
				lines++
				if right := w.X + metrics().Measure(w.Text, w.Size); w.X < 0 || right > 260 {
					t.Errorf("%q stands from %v to %v", w.Text, w.X, right)
				}
			}
		}
		if lines < 2 {
			t.Errorf("%d lines", lines)
		}
	}
}

func TestMomentsOnTheAxisHaveEvenDistances(t *testing.T) {
	f := plain()
	f.Tick = func(x float64, _ TimeStep) string { return time.Unix(int64(x), 0).UTC().Format("January 2006") }
	from := time.Date(2014, 8, 14, 0, 0, 0, 0, time.UTC)
	for months := 12; months < 80; months += 3 {
		m := Model{Time: true, Format: f, Series: []Series{{
			X: []float64{float64(from.Unix()), float64(from.AddDate(0, months, 0).Unix())}, Y: []float64{1, 2},
		}}}
		s := Layout(m, 900, 300, metrics())
		last, distance := -1, 0
		for _, w := range s.Words {
			at, err := time.Parse("January 2006", w.Text)
			if err != nil {
				continue
			}
			n := at.Year()*12 + int(at.Month())
			if d := n - last; last >= 0 && distance != 0 && d != distance {
				t.Errorf("over %d months there are %d and %d months between the names", months, distance, d)
			} else if last >= 0 {
				distance = d
			}
			last = n
		}
	}
}

func TestAnOutlineKeepsGapsAndIsThinnedFurther(t *testing.T) {
	n := 50_000
	series := Series{X: make([]float64, n), Y: make([]float64, n)}
	for i := range n {
		series.X[i], series.Y[i] = float64(i), float64(i%7)
	}
	for i := 20_000; i < 30_000; i++ {
		series.Y[i] = math.NaN()
	}
	every := func(x, _ []float64, n int) []int {
		out := make([]int, n)
		for i := range out {
			out[i] = i * (len(x) - 1) / (n - 1)
		}
		return out
	}
	series.Outline = OutlineOf(series.X, series.Y, every)
	if len(series.Outline) > outlinePoints+2 || len(series.Outline) < outlinePoints/2 {
		t.Fatalf("the outline has %d points", len(series.Outline))
	}
	kept := visiblePoints(Model{Thin: every}, series, 400)
	if len(kept) > 202 || kept[0] != 0 || kept[len(kept)-1] != n-1 || !slices.IsSorted(kept) {
		t.Fatalf("%d points, from %d to %d", len(kept), kept[0], kept[len(kept)-1])
	}
	if !slices.ContainsFunc(kept, func(i int) bool { return math.IsNaN(series.Y[i]) }) {
		t.Fatal("the gap is closed")
	}
	if got := OutlineOf(series.X[:10], series.Y[:10], every); got != nil {
		t.Fatalf("a short line has the outline %v", got)
	}
}
