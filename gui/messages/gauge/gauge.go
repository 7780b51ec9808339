// Package gauge counts the texts of messages as their channels do, and remembers
// the last count of each, so that a key typed costs the counting of one text,
// however many are shown and whoever asks.
//
// It belongs to one window's goroutine and draws nothing.
package gauge

import (
	"athar/domain"
	"athar/domain/channel"
)

// Gauge counts with a catalog of channels.
type Gauge struct {
	channels channel.Catalog
	known    map[Spot]counted
}

// Spot is the place of one text.
type Spot struct {
	Message domain.ID
	Channel string
	Field   string // of the channel; "" for its main one
	Lang    string
}

type counted struct {
	text  string
	count channel.Count
}

// maxCounted is how many counts are kept; more than that are the texts of some
// hundreds of messages.
const maxCounted = 10_000

// New returns a gauge that has counted nothing yet.
func New(channels channel.Catalog) *Gauge {
	return &Gauge{channels: channels, known: map[Spot]counted{}}
}

// Count returns what the channel's field says about the text at the spot.
func (g *Gauge) Count(at Spot, f channel.Field, text string) channel.Count {
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

// Over returns how many of the message's texts their channel refuses.
func (g *Gauge) Over(m domain.Message) int {
	n := 0
	for _, v := range m.Variants {
		ch, ok := g.channels.Channel(v.Channel)
		if !ok {
			continue
		}
		for _, lang := range v.Text.Languages() {
			if !g.Count(Spot{Message: m.ID, Channel: v.Channel, Lang: lang}, ch.Default(), v.Text.Of(lang)).Fits() {
				n++
			}
		}
	}
	return n
}
