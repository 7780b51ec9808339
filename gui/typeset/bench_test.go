package typeset

import (
	"strings"
	"testing"

	"athar/domain/text/bidi"
)

// mixed is a paragraph of 132 runes as people write them.
var mixed = string([]rune(sentence)[:132])

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

func BenchmarkLayout132(b *testing.B) {
	fonts := newFonts(b)
	b.ReportAllocs()
	for b.Loop() {
		l := New(fonts, benchParams(), mixed)
		for i := range l.Lines() {
			l.Line(i)
		}
	}
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
