package messages

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/listing"
)

// BenchmarkOpen300 is what a person waits for who goes to the messages of a campaign
// that has 300: the screen made, laid out and, as painted, drawn pixel by pixel in
// software, which is slower than any graphics card. What the window does in the
// background meanwhile is measured by itself, as checked: what there is to say of all
// of them, in so many goes as the window does it in.
func BenchmarkOpen300(b *testing.B) {
	env := guitest.Env(b, "ar")
	d := open(b, env, hundreds())
	var behind []func()
	env.Background = func(work, done func()) { behind = append(behind, work, done) }
	var made, painted, checked []time.Duration
	for b.Loop() {
		b.StopTimer()
		d.screen.Close()
		env.Window.SetContent(kit.Stack())
		b.StartTimer()
		start := time.Now()
		d.screen = New(d.screen.deps)
		guitest.Show(env, d.screen.Content(), guitest.Width, guitest.Height)
		made = append(made, time.Since(start))
		env.Window.Canvas().Capture()
		painted = append(painted, time.Since(start))
		start = time.Now()
		for len(behind) > 0 {
			next := behind[0]
			behind = behind[1:]
			next()
		}
		checked = append(checked, time.Since(start))
	}
	b.ReportMetric(p95(made), "p95-ms")
	b.ReportMetric(p95(painted), "painted-p95-ms")
	b.ReportMetric(p95(checked), "checked-p95-ms")
}

// BenchmarkScroll300 is one turn of the wheel over the list of 300 messages, until the
// rows that come into sight are laid out.
func BenchmarkScroll300(b *testing.B) {
	env := guitest.Env(b, "ar")
	d := open(b, env, hundreds())
	var list fyne.Scrollable
	for _, o := range guitest.Find[fyne.CanvasObject](d.screen.view.panel.list) {
		if wheel, ok := o.(fyne.Scrollable); ok && list == nil {
			list = wheel
		}
	}
	var times []time.Duration
	by := float32(-40)
	for n := 0; b.Loop(); n++ {
		if n%100 == 99 {
			by = -by
		}
		start := time.Now()
		list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
		env.Window.Content().MinSize() // what the window asks for before it draws
		times = append(times, time.Since(start))
	}
	b.ReportMetric(p95(times), "p95-ms")
}

// BenchmarkFilter300 is one key typed into the search above 300 messages.
func BenchmarkFilter300(b *testing.B) {
	env := guitest.Env(b, "ar")
	d := open(b, env, hundreds())
	d.screen.narrow(listing.NewFacet(listing.ByFinding, "too_long"))
	queries := []string{"w", "we", "wel", "well", "بئ", "بئر", ""}
	var times []time.Duration
	for n := 0; b.Loop(); n++ {
		start := time.Now()
		d.screen.search(queries[n%len(queries)])
		times = append(times, time.Since(start))
	}
	b.ReportMetric(p95(times), "p95-ms")
}

// p95 returns the time in milliseconds that 95 of 100 do not exceed.
func p95(times []time.Duration) float64 {
	slices.Sort(times)
	return float64(times[(len(times)*95+99)/100-1].Microseconds()) / 1000
}
