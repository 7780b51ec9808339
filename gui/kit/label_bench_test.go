package kit

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/gui/i18n"
	"athar/gui/theme"
)

// A screen of 40 labels: made, measured and laid out, with texts of the same words
// in another order each time, for what was shaped before is remembered.
func BenchmarkLabels40(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Options{}))
	catalog, err := i18n.Load(assets.Locale, "locale", "ar")
	if err != nil {
		b.Fatal(err)
	}
	env := &Env{Printer: i18n.NewPrinter(catalog, i18n.Western), Fonts: ReadFonts()}
	words, random := strings.Fields(mixedArabic), rand.New(rand.NewPCG(1, 2))
	var times []time.Duration
	for b.Loop() {
		texts := make([]string, 40)
		for i := range texts {
			random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			texts[i] = strings.Join(words, " ")
		}
		begin := time.Now()
		labels := make([]fyne.CanvasObject, len(texts))
		for i, text := range texts {
			labels[i] = NewLabel(env, text, StyleBody)
		}
		page := Column(labels...)
		page.Resize(page.MinSize().Max(fyne.NewSize(400, 0)))
		times = append(times, time.Since(begin))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
}
