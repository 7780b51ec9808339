package channels

import (
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

// BenchmarkKey is one key typed into a text while every channel has texts of
// 1,500 characters in both languages, in a campaign of a hundred messages.
func BenchmarkKey(b *testing.B) {
	text := strings.Repeat("ماء نظيف لكل بيت #ماء https://example.org ", 36)
	for name, channel := range map[string]string{"fits": "facebook", "too_long": "x"} {
		b.Run(name, func(b *testing.B) {
			d := open(b, guitest.Env(b, "ar"), crowded(b, text))
			editor := d.part.form.cards[channel].sides[spot{"", "ar"}].editor
			n := 0
			for b.Loop() {
				n++
				typed := text + strings.Repeat("ا", n%100)
				b.StopTimer()
				editor.SetText(typed) // what the toolkit does with the key
				b.StartTimer()
				d.part.write(channel, "", "ar", typed)
			}
		})
	}
}

// crowded is a campaign of a hundred messages, each with the text on every
// channel.
func crowded(b *testing.B, text string) domain.Campaign {
	c := campaign()
	m := c.Messages[0]
	for _, ch := range guitest.Channels(b).Channels() {
		m = m.WithVariant(domain.Variant{Channel: ch.ID, Text: domain.Text{Ar: text, En: text}})
	}
	c.Messages = []domain.Message{m}
	for len(c.Messages) < 100 {
		m.ID, m.Order = domain.NewID(), "z"
		c.Messages = append(c.Messages, m)
	}
	return c
}
