package typeset

import (
	"strings"
	"testing"

	"athar/domain/text/bidi"
)

// runeWidth is a measure in which every visible character is one unit wide.
func runeWidth(s string) float32 { return float32(visibleRunes(s)) }

func logical(s string, lines []Line) []string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = s[l.Start:l.End]
	}
	return texts
}

func TestWrapBreaksWhereWordsAllow(t *testing.T) {
	tests := []struct {
		name, in string
		width    float32
		want     []string
	}{
		{"nothing", "", 10, []string{""}},
		{"one line", "ماء نظيف", 10, []string{"ماء نظيف"}},
		{"at blanks", "ماء نظيف للجميع", 8, []string{"ماء نظيف", "للجميع"}},
		{"blanks at the end take no room", "ماء   نظيف", 3, []string{"ماء", "نظي", "ف"}},
		{"a long word between others", "a abcdefgh b", 3, []string{"a", "abc", "def", "gh", "b"}},
		{"a long word that ends with a line", "abcdef gh", 3, []string{"abc", "def", "gh"}},
		{"no room for a single character", "ab c", 0.5, []string{"a", "b", "c"}},
		{"characters stay whole", "بَبَبَ", 2, []string{"بَ", "بَ", "بَ"}},
		{"at line breaks", "a\nb\r\nc\rd", 10, []string{"a", "b", "c", "d"}},
		{"empty lines", "\n\na\n", 10, []string{"", "", "a", ""}},
		{"line separator", "ab\u2028cd ef", 5, []string{"ab", "cd ef"}},
		{"after a hyphen, not within a number", "well-known 1,000", 6, []string{"well-", "known", "1,000"}},
		{"without room only at line breaks", "a b c\nd", 0, []string{"a b c", "d"}},
		{"only blanks", "   ", 2, []string{""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := Wrapping{Width: tt.width, Measure: runeWidth}
			got := logical(tt.in, w.Wrap(tt.in))
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("Wrap(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestWrappedLinesKeepTheDirectionOfTheirParagraph(t *testing.T) {
	s := "عبر WhatsApp (Business) اليوم\nWater: ماء\n12!\n"
	w := Wrapping{Fallback: bidi.RTL, Width: 12, Measure: runeWidth}
	want := []Line{
		{Visual: overridden("WhatsApp ربع"), Direction: bidi.RTL},
		{Visual: "(Business)", Direction: bidi.RTL},
		{Visual: overridden("مويلا"), Direction: bidi.RTL, EndsParagraph: true},
		{Visual: overridden("Water: ءام"), Direction: bidi.LTR, EndsParagraph: true},
		{Visual: "!12", Direction: bidi.RTL, EndsParagraph: true},
		{Visual: "", Direction: bidi.RTL, EndsParagraph: true},
	}
	got := w.Wrap(s)
	if len(got) != len(want) {
		t.Fatalf("%d lines %v, want %d", len(got), got, len(want))
	}
	for i, l := range got {
		l.Start, l.End = 0, 0
		if l != want[i] {
			t.Errorf("line %d is %+v, want %+v", i, l, want[i])
		}
	}
}

func TestAForcedBaseHoldsForEveryParagraph(t *testing.T) {
	w := Wrapping{Base: bidi.RTL, Fallback: bidi.LTR, Width: 20, Measure: runeWidth}
	for _, l := range w.Wrap("Water!\nماء") {
		if l.Direction != bidi.RTL {
			t.Errorf("line %+q has direction %d", l.Visual, l.Direction)
		}
	}
}

func TestABrokenBracketKeepsTheLevelsOfTheWholeParagraph(t *testing.T) {
	// The bracket closes on the second line; alone, that line would not know of its partner.
	s := "أ (bcd efg) ه"
	w := Wrapping{Width: 6, Measure: runeWidth}
	got := w.Wrap(s)
	if len(got) != 2 || got[1].Visual != overridden("ه (efg") {
		t.Errorf("lines %+v", got)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("عبر WhatsApp (Business) اليوم\nWater: ماء\u2028 12\r\n", uint8(0), float32(7))
	f.Add("\xff\u0301 a\u200d\v\fb", uint8(2), float32(0.1))
	f.Fuzz(func(t *testing.T, s string, base uint8, width float32) {
		w := Wrapping{Base: bidi.Direction(base % 3), Fallback: bidi.RTL, Width: width, Measure: runeWidth}
		end := 0
		for i, l := range w.Wrap(s) {
			if l.Start < end || l.End < l.Start || l.End > len(s) {
				t.Fatalf("line %d of %q goes from %d to %d, the one before ends at %d", i, s, l.Start, l.End, end)
			}
			if gap := strings.TrimSpace(s[end:l.Start]); gap != "" {
				t.Fatalf("Wrap(%q) loses %q", s, gap)
			}
			end = l.End
		}
		if rest := strings.TrimSpace(s[end:]); rest != "" {
			t.Fatalf("Wrap(%q) loses %q", s, rest)
		}
	})
}

func TestWrapMeasuresFewLines(t *testing.T) {
	for name, text := range map[string]string{
		"words":     strings.Repeat("حملة water ", 500),
		"long word": strings.Repeat("a", 5000),
	} {
		asked, runes := 0, 0
		w := Wrapping{Width: 50, Measure: func(s string) float32 {
			asked++
			runes += visibleRunes(s)
			return runeWidth(s)
		}}
		lines := len(w.Wrap(text))
		if asked > 6*lines || runes > 8*len([]rune(text)) {
			t.Errorf("%s: measured %d strings with %d characters for %d lines", name, asked, runes, lines)
		}
	}
}

func BenchmarkWrapParagraph(b *testing.B) {
	w := Wrapping{Width: 40, Measure: runeWidth}
	b.ReportAllocs()
	for b.Loop() {
		w.Wrap(sentence)
	}
}

func BenchmarkWrapLongWord(b *testing.B) {
	word := strings.Repeat("ا", 20_000)
	w := Wrapping{Width: 80, Measure: runeWidth}
	for b.Loop() {
		w.Wrap(word)
	}
}
