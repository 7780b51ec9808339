package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"athar/domain/text/bidi"
)

// overridden encloses what Visual is to write between its override and the end of it. The
// strings are in visual order: an editor that applies the algorithm shows them turned.
func overridden(s string) string { return string(override) + s + string(endOverride) }

func TestVisualWritesWhatStandsFromLeftToRight(t *testing.T) {
	tests := []struct {
		name, in string
		base     bidi.Direction
		want     string
	}{
		{"nothing", "", bidi.RTL, ""},
		{"English stays", "Clean Water (2026), 75%", bidi.LTR, "Clean Water (2026), 75%"},
		{"English with typographic signs stays", "“Water” – it’s life…", bidi.Auto, "“Water” – it’s life…"},
		{"English with emoji stays", "Water 💧 now", bidi.LTR, "Water 💧 now"},
		{"English in an Arabic line turns its end only", "Water!", bidi.RTL, "!Water"},
		{"digits alone", "12%", bidi.RTL, "12%"},
		{"Arabic", "ماء نظيف", bidi.RTL, overridden("فيظن ءام")},
		{"automatic direction", "ماء (a)!", bidi.Auto, overridden("!(a) ءام")},
		{"mirrored brackets", "(ماء) «نظيف»", bidi.RTL, overridden("«فيظن» (ءام)")},
		{"Latin name", "عبر WhatsApp!", bidi.RTL, overridden("!WhatsApp ربع")},
		{"Arabic in English", "Hello عالم 123 test.", bidi.LTR, overridden("Hello 123 ملاع test.")},
		{"marks stay behind their letter", "بَتّ", bidi.RTL, overridden("تّبَ")},
		{"Arabic-Indic digits keep their order", "عام ٢٠٢٦", bidi.RTL, overridden("٢٠٢٦ ماع")},
		{"non-joiner between the same two letters", "می\u200cخوا", bidi.RTL, overridden("اوخ\u200cیم")},
		{"joiner stays behind its letter", "ه\u200d ب", bidi.RTL, overridden("ب ه\u200d")},
		{"a family of emoji stays whole", "أ👩‍👧 ب👍🏽 ج", bidi.RTL, overridden("ج 👍🏽ب 👩‍👧أ")},
		{"line breaks and tabs", "أ\r\nب\tج\u2028د\nه", bidi.RTL, overridden("ه د ج ب أ")},
		{"line breaks in English", "a\nb\tc", bidi.LTR, "a b c"},
		{"controls do their work and go", "a\u202eb\u2067cd\u2069\u202c\u200f", bidi.LTR, "acdb"},
		{"an isolate cannot escape the override", "أ \u2067ب\u2069 a", bidi.RTL, overridden("a ب أ")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Visual(tt.in, tt.base); got != tt.want {
				t.Errorf("Visual(%q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

// fitsIn accepts strings of up to n visible runes.
func fitsIn(n int) func(string) bool {
	return func(s string) bool { return visibleRunes(s) <= n }
}

func visibleRunes(s string) int {
	return utf8.RuneCountInString(strings.Trim(s, string(override)+string(endOverride)))
}

func TestEllipsisShortensTheEndOfTheText(t *testing.T) {
	tests := []struct {
		name, in string
		base     bidi.Direction
		room     int
		want     string
	}{
		{"what fits stays", "ماء", bidi.RTL, 3, overridden("ءام")},
		{"the end of Arabic is on the left", "ماء نظيف", bidi.RTL, 6, overridden("…ن ءام")},
		{"no blank before the dots", "ماء نظيف", bidi.RTL, 5, overridden("…ءام")},
		{"the end of English is on the right", "clean water", bidi.LTR, 7, "clean…"},
		{"the direction is that of the whole text", "12 ماء", bidi.Auto, 3, "…12"},
		{"no room at all", "ماء", bidi.RTL, 0, "…"},
		{"a character goes with its marks", "بَبَبَ", bidi.RTL, 4, overridden("…بَ")},
		{"nothing", "", bidi.RTL, 0, ""},
		{"a long text", strings.Repeat("ab ", 1000), bidi.LTR, 8, "ab ab a…"},
		{"a long text that fits", strings.Repeat("ab", 1000), bidi.LTR, 2000, strings.Repeat("ab", 1000)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Ellipsis(tt.in, tt.base, fitsIn(tt.room)); got != tt.want {
				t.Errorf("Ellipsis(%q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestEllipsisMeasuresNoMoreThanItNeeds(t *testing.T) {
	asked, longestAsked := 0, 0
	Ellipsis(strings.Repeat("حملة ", 4000), bidi.RTL, func(s string) bool {
		asked++
		longestAsked = max(longestAsked, visibleRunes(s))
		return visibleRunes(s) <= 40
	})
	if asked > 20 || longestAsked > 100 {
		t.Errorf("measured %d strings of up to %d characters for a result of 40", asked, longestAsked)
	}
}

func FuzzVisual(f *testing.F) {
	f.Add("نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)", uint8(bidi.RTL))
	f.Add("a\u202eb\u2067ج\u2069\u200d\u0301\n\xff", uint8(bidi.Auto))
	f.Fuzz(func(t *testing.T, s string, base uint8) {
		got := Visual(s, bidi.Direction(base%3))
		body := strings.TrimSuffix(strings.TrimPrefix(got, string(override)), string(endOverride))
		if strings.ContainsAny(body, "\n\r\t\u2028\u2029") {
			t.Errorf("Visual(%q) = %+q has more than one line", s, got)
		}
		if strings.ContainsFunc(body, isDirectional) {
			t.Errorf("Visual(%q) = %+q has directional controls", s, got)
		}
		want := 0
		for _, r := range oneLine(s) {
			if !isDirectional(r) {
				want++
			}
		}
		if n := utf8.RuneCountInString(body); n != want {
			t.Errorf("Visual(%q) has %d characters, want %d", s, n, want)
		}
	})
}

const sentence = "نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)، وحملة 2026 للمياه (Clean Water) 75%. " +
	"الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp"

func BenchmarkVisualMixed(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Visual(sentence, bidi.RTL)
	}
}

func BenchmarkVisualEnglish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Visual("Plan the campaign, ask the community, measure what changed.", bidi.LTR)
	}
}
