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

// Over returns how many of the texts in which the message goes out their channel
// refuses: in every field, and the core text where a channel follows it.
func (g *Gauge) Over(m domain.Message) int {
	n := 0
	for _, v := range m.Variants {
		ch, ok := g.channels.Channel(v.Channel)
		if !ok {
			continue
		}
		for i, f := range ch.Fields {
			at := Spot{Message: m.ID, Channel: v.Channel, Field: f.ID}
			if i == 0 {
				at.Field = ""
			}
			n += g.refused(at, f, m, v)
		}
	}
	return n
}

// refused counts the languages in which the field refuses what goes out.
func (g *Gauge) refused(at Spot, f channel.Field, m domain.Message, v domain.Variant) int {
	langs := v.Part(at.Field).Languages()
	if at.Field == "" {
		for _, lang := range m.Core.Languages() {
			if v.Text.Of(lang) == "" {
				langs = append(langs, lang)
			}
		}
	}
	n := 0
	for _, lang := range langs {
		at.Lang = lang
		written, _ := m.Outgoing(v.Channel, at.Field, lang)
		if !g.Count(at, f, written).Fits() {
			n++
		}
	}
	return n
}
