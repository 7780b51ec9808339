package privacy_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"athar/domain/check"
	"athar/domain/privacy"
)

func FuzzFind(f *testing.F) {
	for _, c := range piiCases(f) {
		f.Add(c.Text)
	}
	f.Add("\xff\xfe+966\u200e 0 0 0 0-0.0/0@0.0:0::0°0'0\"n 8g3qg86c+2v ///a.b.c")
	finder := privacy.New(privacy.Options{})
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		runes := []rune(text)
		end := 0
		for _, hit := range finder.Check(text, "") {
			if hit.Start < end || hit.Start >= hit.End || hit.End > len(runes) {
				t.Fatalf("%q: range %d to %d after %d of %d", text, hit.Start, hit.End, end, len(runes))
			}
			end = hit.End
			if hit.Passage != string(runes[hit.Start:hit.End]) || hit.Kind != check.Privacy || hit.Level != check.Suggestion {
				t.Fatalf("%q: %+v", text, hit)
			}
			if !slices.Contains(privacy.Rules(), hit.Rule) {
				t.Fatalf("unknown rule %s", hit.Rule)
			}
			if utf8.ValidString(text) && !strings.Contains(text, hit.Passage) {
				t.Fatalf("%q does not hold %q", text, hit.Passage)
			}
		}
	})
}

// TestHostileTextTakesTimeInProportion checks texts made to be looked at again and
// again. A search that starts anew at each of them needs minutes for this length, one
// that does not about a second.
func TestHostileTextTakesTimeInProportion(t *testing.T) {
	const size, allowed = 1 << 17, 20 * time.Second
	finder := privacy.New(privacy.Options{})
	for _, piece := range []string{
		"0 ", "05 ", "1-", "1.", "0599123456 ", "5 5 5 5 5 5 5 5 5 5 5 5 ", "a@", "@a.b", "1.234,", "12°", "12:", "::",
		"sa03 ", "case ", "case no ", "born 1/", "12 may ", "8g3q", "///a.", "+", "(", "mr ", "السيد ", "طفلة ", "\u200f", "0\u200f", "\n",
		"4111", "call 12345678 ", "wa.me/", "http://wa.me/9705991234567?", "plate a ",
	} {
		text := strings.Repeat(piece, size/len(piece)+1)
		start := time.Now()
		finder.Check(text, "")
		if took := time.Since(start); took > allowed {
			t.Errorf("%q: %v", piece, took)
		}
	}
}

// BenchmarkCheck is what a keystroke costs: a paragraph, and a whole long draft.
func BenchmarkCheck(b *testing.B) {
	const line = "اليوم العالمي للمياه: انضموا إلينا في 22/03/2026، للتواصل 0599123456 أو layla@example.org. Water is a human right for 2,200,000 people. "
	finder := privacy.New(privacy.Options{})
	for name, n := range map[string]int{"paragraph of 600": 600, "draft of 3000": 3000} {
		text := string([]rune(strings.Repeat(line, 30))[:n])
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				finder.Check(text, "ar")
			}
		})
	}
}
