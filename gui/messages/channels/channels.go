// Package channels is the side of a message with its texts for the channels, each
// counted as the channel counts. The rules are in domain/channel.
package channels

import (
	"strings"

	"fyne.io/fyne/v2"

	"athar/domain"
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
	c := &Channels{deps: d, present: presenter{d.Env.Printer, d.Channels, d.Gauge}}
	c.form = newForm(d.Env, intents{
		OnAddChannel: c.addChannel, OnRemoveChannel: c.removeChannel, OnVariant: c.setVariant, OnCopyCore: c.copyCore,
	})
	return c
}

// Content implements part.Part.
func (c *Channels) Content() fyne.CanvasObject { return c.form.content }

// Show implements part.Part.
func (c *Channels) Show(_ domain.Campaign, m domain.Message) {
	c.message = m.ID
	if c.form.show(c.present.detail(m)) {
		c.deps.Resized()
	}
}

// Focus implements part.Part.
func (c *Channels) Focus(place domain.Place, lang string) bool {
	channel, ok := strings.CutPrefix(place.Field, "variant.")
	if !ok {
		return false
	}
	// Another field of the channel than its main one is shown with that.
	channel, _, _ = strings.Cut(channel, ".")
	if lang == "" {
		lang = c.language(channel)
	}
	card := c.form.card(channel)
	if card == nil {
		return false
	}
	c.deps.Reveal(card.content)
	card.editors.In(lang).Focus()
	return true
}

// language returns which text for a channel needs a look: the one that does not
// fit, or else the reader's.
func (c *Channels) language(channel string) string {
	own := c.deps.Env.Printer.Lang()
	m, _ := c.deps.Session.Campaign().Message(c.message)
	v, ok := m.Variant(channel)
	if !ok {
		return own
	}
	meters := c.present.variant(m, v).Meters
	if meters[own].Bad != "" {
		return own
	}
	for _, lang := range langs() {
		if meters[lang].Bad != "" {
			return lang
		}
	}
	return own
}

func (c *Channels) setVariant(channel, lang, text string) {
	c.deps.Change(c.message, "variant."+channel+"."+lang, func(m domain.Message) domain.Message {
		return m.WithOutgoing(channel, "", lang, text)
	})
}

func (c *Channels) addChannel(channel string) {
	c.deps.Change(c.message, "", func(m domain.Message) domain.Message { return m.WithChannel(channel, true) })
	c.Focus(domain.Place{Field: "variant." + channel}, c.deps.Env.Printer.Lang())
}

func (c *Channels) removeChannel(channel string) {
	c.deps.Change(c.message, "", func(m domain.Message) domain.Message { return m.WithChannel(channel, false) })
}

func (c *Channels) copyCore(channel, lang string) {
	c.deps.Change(c.message, "", func(m domain.Message) domain.Message {
		return m.WithOutgoing(channel, "", lang, m.Core.Of(lang))
	})
	c.Focus(domain.Place{Field: "variant." + channel}, lang)
}

// langs returns the languages a text is written in.
func langs() []string { return []string{"ar", "en"} }
