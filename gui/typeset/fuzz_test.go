package typeset

import (
	"strings"
	"testing"

	"athar/domain/text/bidi"
)

// exercise asks a layout for everything it can do.
func exercise(l *Layout) {
	for i := range l.Lines() {
		line := l.Line(i)
		l.Hit(line.X+line.Width/2, line.Top)
	}
	n := l.Len()
	for _, i := range []int{-1, 0, n / 3, n / 2, n - 1, n, n + 5} {
		for _, affinity := range []Affinity{Downstream, Upstream} {
			p := Position{i, affinity}
			l.Caret(p)
			l.Left(p)
			l.Right(p)
			l.WordLeft(p)
			l.WordRight(p)
			l.LineStart(p)
			l.LineEnd(p)
			l.Vertical(p, 1, 10)
		}
		l.WordAt(i)
		l.ParagraphAt(i)
		l.Next(i)
		l.Prev(i)
	}
	l.Selection(0, n)
	l.Selection(n/2, n/3)
}

func FuzzLayout(f *testing.F) {
	for _, s := range sentences {
		f.Add(s, uint8(0), uint8(80), "م")
	}
	f.Add("a\xed\xa0\x80b\xff", uint8(1), uint8(0), "\r")
	f.Add("\u2067\u202e\u2066ب\r\n\x00\x1b\u2028\u2029", uint8(2), uint8(1), "\n")
	f.Add("\U000E0041\u200d\u20dd((\ufe0f1\u20e3", uint8(0), uint8(30), "\u2069")
	f.Add("ا"+strings.Repeat("\u064e", 200), uint8(2), uint8(9), "\u0301")
	fonts := newFonts(f)
	f.Fuzz(func(t *testing.T, text string, base, width uint8, insert string) {
		params := Params{Size: 14, Width: float32(width), Base: bidi.Direction(base % 3)}
		l := New(fonts, params, text)
		exercise(l)
		if got, want := l.Text(0, l.Len()), string([]rune(text)); got != want {
			t.Fatalf("text is %q, want %q", got, want)
		}
		at := l.Len() / 2
		l.Edit(at, at+2, insert)
		exercise(l)
		params.MaxLines = 1
		l.SetParams(params)
		exercise(l)
	})
}

// What takes more than linear time runs into the time limit of the tests.
func TestHostileTextsAreLaidOutAndEdited(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes")
	}
	fonts := newFonts(t)
	for name, text := range map[string]string{
		"marks":               "ب" + strings.Repeat("\u064e", 10_000),
		"marks on nothing":    strings.Repeat("\u0301", 10_000),
		"isolates":            strings.Repeat("\u2067", 50_000) + "a" + strings.Repeat("\u2066", 50_000) + "ب",
		"embeddings":          strings.Repeat("\u202b\u202a", 50_000) + "ab",
		"brackets":            strings.Repeat("([{", 50_000) + "ب",
		"one word":            strings.Repeat("ب", 100_000),
		"one paragraph":       strings.Repeat("ماء water 12 ", 1<<20/16),
		"line breaks":         strings.Repeat("\n", 50_000),
		"controls":            strings.Repeat("\x00\x1f\u200f", 30_000),
		"direction marks":     strings.Repeat("\u200e\u200f", 30_000) + "ب",
		"changing directions": strings.Repeat("aب", 100_000),
		"lone surrogates":     strings.Repeat("\xed\xa0\x80ب\xed\xbf\xbf", 20_000),
		"flags":               strings.Repeat("🇸", 50_001),
		"families":            "👩" + strings.Repeat("\u200d👩", 20_000),
	} {
		t.Run(name, func(t *testing.T) {
			l := New(fonts, Params{Size: 14, Width: 400}, text)
			n := l.Len()
			end := l.Caret(Position{Index: n})
			l.Hit(end.X, end.Top)
			l.Line(l.Lines() / 2)
			l.Selection(n/2, n/2+100)
			l.Edit(n/2, n/2+1, "x")
			l.Caret(l.WordLeft(l.Left(Position{Index: n / 2})))
			l.Caret(l.WordRight(l.Right(Position{Index: n / 2})))
			if l.Len() != n {
				t.Errorf("%d runes became %d", n, l.Len())
			}
		})
	}
}
