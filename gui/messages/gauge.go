package messages

import (
	"athar/domain"
	"athar/domain/channel"
)

// gauge counts the texts of variants and remembers the last count of each, so
// that a key typed costs the counting of one text, however many are shown.
type gauge struct {
	channels channel.Catalog
	known    map[spot]counted
}

// spot is the place of one text.
type spot struct {
	message domain.ID
	channel string
	lang    string
}

type counted struct {
	text  string
	count channel.Count
}

// maxCounted is how many counts are kept; more than that are the texts of some
// hundreds of messages.
const maxCounted = 10_000

func newGauge(channels channel.Catalog) *gauge {
	return &gauge{channels: channels, known: map[spot]counted{}}
}

// count returns what the field says about the text at the spot.
func (g *gauge) count(at spot, f channel.Field, text string) channel.Count {
	if k, ok := g.known[at]; ok && k.text == text {
		return k.count
	}
	if len(g.known) >= maxCounted {
		clear(g.known)
	}
	c := f.Count(text)
	g.known[at] = counted{text, c}
	return c
}

// over returns how many of the message's texts their channel refuses.
func (g *gauge) over(m domain.Message) int {
	n := 0
	for _, v := range m.Variants {
		ch, ok := g.channels.Channel(v.Channel)
		if !ok {
			continue
		}
		for _, lang := range langs() {
			if !g.count(spot{m.ID, v.Channel, lang}, ch.Default(), in(v.Text, lang)).Fits() {
				n++
			}
		}
	}
	return n
}

// langs returns the languages a text is written in.
func langs() []string { return []string{"ar", "en"} }

// in returns the text in exactly the language; Text.In would give the other one
// in place of nothing.
func in(t domain.Text, lang string) string { return t.Of(lang) }

// with returns the text with one language replaced.
func with(t domain.Text, lang, s string) domain.Text { return t.With(lang, s) }
