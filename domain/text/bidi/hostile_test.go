package bidi

import (
	"strings"
	"testing"
	"time"
)

// hostile are texts on which a careless implementation takes quadratic time.
func hostile(n int) map[string]string {
	return map[string]string{
		"nested brackets":                    strings.Repeat("(", n) + "a" + strings.Repeat(")", n),
		"brackets side by side":              "ا" + strings.Repeat("()", n) + strings.Repeat("(a)", n),
		"brackets without partner":           strings.Repeat("[", 60) + strings.Repeat(")", 2*n),
		"first-strong isolates without end":  strings.Repeat("\u2068", n) + "ا",
		"first-strong isolates side by side": strings.Repeat("\u2068\u2069", n) + "ا",
		"first-strong isolates in depth":     strings.Repeat("\u2068ا\u2068a", n),
		"nested isolates":                    strings.Repeat("\u2067", n) + strings.Repeat("\u2069", n),
		"embeddings without end":             strings.Repeat("\u202b\u202aا", n),
		"levels up and down":                 strings.Repeat("\u202bا\u202aa\u202c\u202c1", n),
		"terminators":                        "ا" + strings.Repeat("%", n) + "1",
		"one long word":                      strings.Repeat("ا", n),
	}
}

func TestHostileTextTakesLinearTime(t *testing.T) {
	const n = 100_000
	for name, s := range hostile(n) {
		t.Run(name, func(t *testing.T) {
			text := []rune(s)
			start := time.Now()
			VisualOrder(Analyze(text, Auto).LineLevels(0, len(text)))
			// Linear time is some 20 ms; quadratic time would be minutes.
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("%d runes took %v", len(text), took)
			}
		})
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range hostile(70) {
		f.Add(s, uint8(Auto), 3, 60)
	}
	f.Add("نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)", uint8(RTL), 0, 20)
	f.Add("a\u202e(b\u2067ج\u2069)\u202c\u2029د", uint8(LTR), 2, 6)
	f.Fuzz(func(t *testing.T, s string, base uint8, start, end int) {
		text := []rune(s)
		p := Analyze(text, Direction(base%3))
		if p.Base > 1 || len(p.Levels) != len(text) {
			t.Fatalf("base %d, %d levels for %d runes", p.Base, len(p.Levels), len(text))
		}
		for i, l := range p.Levels {
			if l < p.Base || l > maxDepth+1 {
				t.Fatalf("rune %d has level %d", i, l)
			}
		}
		if start < 0 || end < start || end > len(text) {
			start, end = 0, len(text)
		}
		seen := make([]bool, end-start)
		for _, i := range VisualOrder(p.LineLevels(start, end)) {
			if seen[i] {
				t.Fatalf("rune %d stands twice", i)
			}
			seen[i] = true
		}
		for i, ok := range seen {
			if !ok {
				t.Fatalf("rune %d is missing", i)
			}
		}
		covered := 0
		for _, run := range p.LineRuns(start, end) {
			covered += run.End - run.Start
		}
		if covered != end-start {
			t.Fatalf("runs cover %d of %d runes", covered, end-start)
		}
	})
}

// mixed has 132 runes: a line and a half of a report.
var mixed = []rune("نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)، وحملة 2026 للمياه (Clean Water) 75%. " +
	"الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp")

func BenchmarkAnalyzeMixedLine(b *testing.B) {
	if len(mixed) < 128 || len(mixed) > 140 {
		b.Fatalf("the line has %d runes", len(mixed))
	}
	b.ReportAllocs()
	for b.Loop() {
		Analyze(mixed, Auto)
	}
}

func BenchmarkAnalyzeAndOrderMixedLine(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		p := Analyze(mixed, Auto)
		p.LineRuns(0, len(mixed))
	}
}

func BenchmarkAnalyzeLatinLine(b *testing.B) {
	text := []rune(strings.Repeat("plain English text, ", 7))[:132]
	b.ReportAllocs()
	for b.Loop() {
		Analyze(text, LTR)
	}
}

func BenchmarkAnalyzeMegabyte(b *testing.B) {
	text := []rune(strings.Repeat(string(mixed), 1<<20/132))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Analyze(text, Auto)
	}
}
