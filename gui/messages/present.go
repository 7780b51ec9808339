package messages

import (
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/channel"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages/listing"
)

// row is one message in the list.
type row struct {
	Title      string
	Untitled   bool // Title says that there is none
	Status     string
	StatusTone kit.Tone
	Segments   string // how many it is for; "" with Unlinked
	Unlinked   string // said when it is for nobody
	Mend       string // how much must be mended; "" for nothing
	Where      string // how much there is to say, its languages and its channels
}

// presenter says what the list shows. It changes nothing.
type presenter struct {
	printer  *i18n.Printer
	channels channel.Catalog
}

// row says what the list shows of a message.
func (p presenter) row(c domain.Campaign, m domain.Message, found listing.Findings) row {
	r := row{
		Title:      m.Title,
		Untitled:   m.Title == "",
		Status:     p.printer.T("messages.status." + string(m.Status)),
		StatusTone: statusTone(m.Status),
		Where:      p.where(m),
	}
	if r.Untitled {
		r.Title = p.printer.T("messages.untitled")
	}
	if n := listing.Linked(c, m); n > 0 {
		r.Segments = p.printer.N("messages.segments", n)
	} else {
		r.Unlinked = p.printer.T("messages.no_segment")
	}
	if n := found.Facts(); n > 0 {
		r.Mend = p.printer.N("messages.to_fix", n)
	}
	say := func(said string) { r.Where = p.printer.T("messages.said", "said", said, "where", r.Where) }
	if n := found[listing.Suggestion]; n > 0 {
		say(p.printer.N("checks.suggestions", n))
	}
	if found[listing.Lapsed] > 0 { // first: the line is cut where the list is narrow
		say(p.printer.T("messages.finding.lapsed"))
	}
	return r
}

// where names the languages a message is written in and the channels it goes out on.
func (p presenter) where(m domain.Message) string {
	var languages, channels []string
	for _, lang := range m.Core.Languages() {
		languages = append(languages, i18n.Isolate(p.language(lang)))
	}
	for _, id := range p.channelsOf(m) {
		channels = append(channels, i18n.Isolate(p.channel(id)))
	}
	comma := p.printer.T("messages.comma")
	switch {
	case len(languages) == 0 && len(channels) == 0:
		return p.printer.T("messages.nowhere")
	case len(channels) == 0:
		return strings.Join(languages, comma)
	case len(languages) == 0:
		return strings.Join(channels, comma)
	}
	return p.printer.T("messages.where", "languages", strings.Join(languages, comma), "channels", strings.Join(channels, comma))
}

// channelsOf returns the channels of a message in the order of their cards: as the
// catalog has them, then those that it does not know.
func (p presenter) channelsOf(m domain.Message) (all []string) {
	for _, ch := range p.channels.Channels() {
		if m.OnChannel(ch.ID) {
			all = append(all, ch.ID)
		}
	}
	for _, id := range m.Channels() {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// language says what a language is called; a code that is not known as it is.
func (p presenter) language(code string) string {
	if key := "language." + code; p.printer.Has(key) {
		return p.printer.T(key)
	}
	return code
}

func (p presenter) channel(id string) string {
	if ch, ok := p.channels.Channel(id); ok {
		return ch.Name.In(p.printer.Lang())
	}
	return id
}

func statusTone(s domain.MessageStatus) kit.Tone {
	switch s {
	case domain.MessageReview:
		return kit.ToneInfo
	case domain.MessageHold:
		return kit.ToneWarning
	case domain.MessageApproved, domain.MessageReady, domain.MessageDone:
		return kit.ToneSuccess
	}
	return kit.ToneNeutral
}

func segmentName(p *i18n.Printer, s domain.Segment) string {
	if s.Name == "" {
		return p.T("messages.unnamed_segment")
	}
	return s.Name
}
