package typeset

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain/text/bidi"
)

// manuscript returns a text of about n runes in paragraphs, or in one.
func manuscript(n int, paragraphs bool) string {
	end := " "
	if paragraphs {
		end = "\n"
	}
	var b strings.Builder
	for i := 0; b.Len() < n*3/2; i++ {
		b.WriteString(sentences[i%6] + " " + sentences[(i+1)%6] + end)
	}
	text := []rune(b.String())
	return string(text[:min(n, len(text))])
}

func benchParams() Params { return Params{Size: 14, Width: 500, Fallback: bidi.RTL} }

// mixture makes paragraphs of 132 runes from the words of the sentences, in another order
// each time: no run of them was shaped before, but for a number or a name.
func mixture() func() string {
	words, random := strings.Fields(strings.Join(sentences[:6], " ")), rand.New(rand.NewPCG(1, 2))
	return func() string {
		random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return string([]rune(strings.Join(words, " ") + sentence)[:132])
	}
}

// reportP95 reports the time that 95 of 100 took no longer than.
func reportP95(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
}

func BenchmarkParagraph132(b *testing.B) {
	fonts, next := newFonts(b), mixture()
	var times []time.Duration
	b.ReportAllocs()
	for b.Loop() {
		text, begin := next(), time.Now()
		l := New(fonts, benchParams(), text)
		for i := range l.Lines() {
			l.Line(i)
		}
		times = append(times, time.Since(begin))
	}
	reportP95(b, times)
}

// benchmarkKeystroke types a letter in the middle and takes it out again: two edits, each
// with the caret and a window of 40 lines around it worked out.
func benchmarkKeystroke(b *testing.B, text string) {
	l := New(newFonts(b), benchParams(), text)
	at := l.Len() / 2
	show := func() {
		c := l.Caret(Position{Index: at})
		for i := max(0, c.Line-20); i < min(l.Lines(), c.Line+20); i++ {
			l.Line(i)
		}
	}
	show()
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		if n%2 == 0 {
			l.Edit(at, at, "م")
		} else {
			l.Edit(at, at+1, "")
		}
		show()
	}
}

func BenchmarkKeystroke500(b *testing.B) { benchmarkKeystroke(b, manuscript(500, true)) }

func BenchmarkKeystroke20000(b *testing.B) { benchmarkKeystroke(b, manuscript(20_000, true)) }

func BenchmarkKeystroke500OneParagraph(b *testing.B) { benchmarkKeystroke(b, manuscript(500, false)) }

func BenchmarkKeystroke20000OneParagraph(b *testing.B) {
	benchmarkKeystroke(b, manuscript(20_000, false))
}

func BenchmarkKeystroke20000ArabicParagraph(b *testing.B) {
	benchmarkKeystroke(b, strings.Repeat("حملة المياه النظيفة للجميع في كل القرى والمدن، ", 430))
}

func BenchmarkLayout20000(b *testing.B) {
	fonts, text := newFonts(b), manuscript(20_000, true)
	b.ReportAllocs()
	for b.Loop() {
		New(fonts, benchParams(), text)
	}
}

func BenchmarkRewrap20000(b *testing.B) {
	l := New(newFonts(b), benchParams(), manuscript(20_000, true))
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		p := benchParams()
		p.Width += float32(n % 2 * 100)
		l.SetParams(p)
	}
}
