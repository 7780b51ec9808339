package channel

import (
	"strings"
	"testing"
)

// BenchmarkCount is what happens at every key: one text of 3,000 characters in
// every channel's own way.
func BenchmarkCount(b *testing.B) {
	const piece = "اليوم العالمي للمياه 💧 تعلّموا المزيد https://example.org/water?a=1 أو example.org #ماء_نظيف @UNICEF. Water is a human right. "
	text := []rune(strings.Repeat(piece, 30))[:3000]
	for _, c := range catalog(b).Channels() {
		f := c.Default()
		b.Run(c.ID, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Count(string(text))
			}
		})
	}
}
