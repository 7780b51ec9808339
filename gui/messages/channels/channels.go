// Package channels is the side of a message with its texts for the channels: what
// goes out in each field in each language, counted as the channel counts, and a
// preview. A main text follows the core until it is edited.
//
// The rules are in domain/channel; the package does not count by itself and copies
// the look of no platform.
package channels

import (
	"strings"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/proofing"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// Channels is the part. It implements part.Part.
type Channels struct {
	deps    part.Deps
	present presenter
	form    *form
	message domain.ID // as last shown
}

// New makes the part, which shows no message yet.
func New(d part.Deps) *Channels {
	c := &Channels{deps: d, present: presenter{d.Env.Printer, d.Channels, d.Gauge, newMemory()}}
	c.form = newForm(d.Env, intents{
		OnAddChannels: c.addChannels, OnRemoveChannel: c.removeChannel,
		OnWritten: c.write, OnReset: c.reset, OnShorten: c.shorten,
		OnEditor: c.watch,
	}, d.Resized)
	return c
}

// watch has what there is to say of a text marked in its editor.
func (c *Channels) watch(channel, field, lang string, e *kit.Editor) {
	if c.deps.Checks == nil {
		return
	}
	name := "variant." + channel
	if field != "" {
		name += "." + field
	}
	c.deps.Checks.Watch(proofing.Text{Field: name, Lang: lang}, e)
}

// Content implements part.Part.
func (c *Channels) Content() fyne.CanvasObject { return c.form.content }

// Show implements part.Part.
func (c *Channels) Show(campaign domain.Campaign, m domain.Message) {
	c.message = m.ID
	if c.form.show(c.present.detail(campaign, m)) {
		c.deps.Resized()
	}
}

// Focus implements part.Part.
func (c *Channels) Focus(place domain.Place, lang string) bool {
	channel, ok := strings.CutPrefix(place.Field, "variant.")
	if !ok {
		return false
	}
	channel, field, _ := strings.Cut(channel, ".")
	card := c.form.card(channel)
	if card == nil {
		return false
	}
	if lang == "" {
		lang = c.language(channel, field)
	}
	c.deps.Reveal(card.content)
	return card.focus(field, lang)
}

// language returns which text of a field needs a look: one that the channel
// refuses, or else the first.
func (c *Channels) language(channel, field string) string {
	card, first := c.form.card(channel), ""
	for _, at := range card.key {
		if at.field != field {
			continue
		}
		if first == "" {
			first = at.lang
		}
		if card.sides[at].shown.Meter.Bad != "" {
			return at.lang
		}
	}
	return first
}

// name is what a text is called in a Place and in the label of an edit.
func name(channel, field, lang string) string {
	if field != "" {
		channel += "." + field
	}
	return "variant." + channel + "." + lang
}

func (c *Channels) write(channel, field, lang, text string) {
	c.deps.Change(c.message, name(channel, field, lang), func(m domain.Message) domain.Message {
		return m.WithOutgoing(channel, field, lang, text)
	})
}

// shorten is a step to undo of its own.
func (c *Channels) shorten(channel, field, lang, text string) {
	c.deps.Change(c.message, "", func(m domain.Message) domain.Message {
		return m.WithOutgoing(channel, field, lang, text)
	})
}

func (c *Channels) reset(channel, field, lang string) {
	c.deps.Apply(domain.ResetVariant{ID: c.message, Channel: channel, Field: field, Languages: []string{lang}})
}

func (c *Channels) addChannels(channels []string) {
	if len(channels) == 0 {
		return
	}
	c.deps.Change(c.message, "", func(m domain.Message) domain.Message {
		for _, channel := range channels {
			m = m.WithChannel(channel, true)
		}
		return m
	})
	c.Focus(domain.Place{Field: "variant." + channels[0]}, "")
}

func (c *Channels) removeChannel(channel string) {
	c.deps.Change(c.message, "", func(m domain.Message) domain.Message { return m.WithChannel(channel, false) })
}
