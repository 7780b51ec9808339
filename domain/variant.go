package domain

import "slices"

// Variant is a message as it goes out on one channel. That there is one says that
// it goes out there; in a language in which it has no text, it follows the core.
type Variant struct {
	Channel string      // id of a channel
	Text    Text        // the main text of the channel
	Parts   []FieldText // what is written in its other fields
}

// Equal reports whether both say the same on the same channel.
func (v Variant) Equal(other Variant) bool {
	return v.Channel == other.Channel && v.Text == other.Text && slices.Equal(v.Parts, other.Parts)
}

// Part returns what is written in a field; "" is the main text.
func (v Variant) Part(field string) Text {
	if field == "" {
		return v.Text
	}
	return fieldText(v.Parts, field)
}

// WithPart returns the variant with a field replaced; "" is the main text.
func (v Variant) WithPart(field string, t Text) Variant {
	if field == "" {
		v.Text = t
	} else {
		v.Parts = withFieldText(v.Parts, field, t)
	}
	return v
}

// Variant returns the text for the channel and whether there is one.
func (m Message) Variant(channel string) (Variant, bool) {
	i, ok := m.variantIndex(channel)
	if !ok {
		return Variant{Channel: channel}, false
	}
	return m.Variants[i], true
}

// WithVariant returns the message with the variant put or replaced.
func (m Message) WithVariant(v Variant) Message {
	i, ok := m.variantIndex(v.Channel)
	m.Variants = slices.Clone(m.Variants)
	if ok {
		m.Variants[i] = v
	} else {
		m.Variants = slices.Insert(m.Variants, i, v)
	}
	return m
}

// WithoutVariant returns the message without a text for the channel.
func (m Message) WithoutVariant(channel string) Message {
	if i, ok := m.variantIndex(channel); ok {
		m.Variants = slices.Delete(slices.Clone(m.Variants), i, i+1)
	}
	return m
}

func (m Message) variantIndex(channel string) (int, bool) {
	return slices.BinarySearchFunc(m.Variants, channel, func(v Variant, c string) int {
		return compareStrings(v.Channel, c)
	})
}

// Channels returns the channels on which the message goes out, sorted.
func (m Message) Channels() []string {
	out := make([]string, len(m.Variants))
	for i, v := range m.Variants {
		out[i] = v.Channel
	}
	return out
}

// OnChannel reports whether the message goes out on the channel.
func (m Message) OnChannel(channel string) bool {
	_, ok := m.variantIndex(channel)
	return ok
}

// WithChannel returns the message with the channel added to or taken from those on
// which it goes out. What was written for a channel that is taken away goes.
func (m Message) WithChannel(channel string, member bool) Message {
	switch {
	case !member:
		return m.WithoutVariant(channel)
	case m.OnChannel(channel):
		return m
	}
	return m.WithVariant(Variant{Channel: channel})
}

// Outgoing returns the text that goes out in a field of a channel in a language, ""
// being the main one. own says that it was written for the channel; otherwise the
// main text follows the core, and the other fields are empty.
func (m Message) Outgoing(channel, field, lang string) (written string, own bool) {
	v, _ := m.Variant(channel)
	if written = v.Part(field).Of(lang); written != "" {
		return written, true
	}
	if field == "" {
		return m.Core.Of(lang), false
	}
	return "", false
}

// WithOutgoing returns the message with the text of a channel's field in a language
// replaced. An empty text makes the main one follow the core again.
func (m Message) WithOutgoing(channel, field, lang, written string) Message {
	v, _ := m.Variant(channel)
	return m.WithVariant(v.WithPart(field, v.Part(field).With(lang, written)))
}
