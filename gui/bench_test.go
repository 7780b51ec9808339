package gui

import (
	"slices"
	"testing"
	"time"

	"athar/gui/guitest"
	"athar/gui/settings"
)

// BenchmarkLanguageSwitch is what a person waits for who changes the language of
// the whole window, with the sample campaign open: from the command until the
// new content is laid out and, as painted, until it is drawn pixel by pixel in
// software, which is slower than any graphics card.
func BenchmarkLanguageSwitch(b *testing.B) {
	for _, tab := range tabs() {
		b.Run(tab, func(b *testing.B) {
			w := newBench(b, guitest.NewMemory(), settings.Settings{Lang: "en", Width: 1366, Height: 700})
			w.openSample()
			w.settle()
			w.selectTab(tab)
			w.settle()
			w.otherLanguage()
			w.settle() // both languages were seen
			var made, painted []time.Duration
			for b.Loop() {
				start := time.Now()
				w.otherLanguage()
				w.settle()
				made = append(made, time.Since(start))
				w.window.Canvas().Capture()
				painted = append(painted, time.Since(start))
			}
			b.ReportMetric(p95(made), "p95-ms")
			b.ReportMetric(p95(painted), "painted-p95-ms")
		})
	}
}

// p95 returns the time in milliseconds that 95 of 100 do not exceed.
func p95(times []time.Duration) float64 {
	slices.Sort(times)
	return float64(times[(len(times)*95+99)/100-1].Microseconds()) / 1000
}
