package messages

import (
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

// BenchmarkKey is one key typed into a text for X while every channel has texts
// of 1,500 characters in both languages, in a list of a hundred messages.
func BenchmarkKey(b *testing.B) {
	c := campaign()
	m := c.Messages[1]
	text := strings.Repeat("ماء نظيف لكل بيت #ماء https://example.org ", 36)
	for _, ch := range channels(b).Channels() {
		m = m.WithVariant(domain.Variant{Channel: ch.ID, Text: domain.Text{Ar: text, En: text}})
	}
	c.Messages[1] = m
	for len(c.Messages) < 100 {
		m.ID, m.Order = domain.NewID(), "z"
		c.Messages = append(c.Messages, m)
	}
	d := open(b, guitest.Env(b, "ar"), c)
	b.ResetTimer()
	for i := range b.N {
		d.screen.setVariant("x", "ar", text+strings.Repeat("ا", i%100))
	}
}
