package selfcheck

import (
	"slices"

	"athar/domain"
	"athar/domain/ethics"
)

// offline are the channels that are no social platforms: using them says
// nothing about the fact "social platforms are used".
var offline = []string{"sms", "radio", "poster", "email"}

func (f *finder) messages() {
	for _, m := range f.campaign.SortedMessages() {
		at := domain.Place{Kind: domain.KindMessage, ID: m.ID}
		f.problems(MessageProblem, at, m.Validate())
		if !f.hasSegment(m) {
			at.Field = "segments"
			f.add(MessageWithoutSegment, ethics.Must, at)
		}
		if m.Action.Empty() && m.Call.What.Empty() {
			at.Field = "action"
			f.add(MessageWithoutAction, ethics.Should, at)
		}
		at.Field = "core"
		f.languages(at, m.Core)
		if len(m.Variants) == 0 {
			at.Field = ""
			f.add(MessageWithoutVariant, ethics.Should, at)
		}
		for _, v := range m.Variants {
			at.Field = "variant." + v.Channel
			f.variant(at, m, v)
		}
	}
}

// hasSegment looks the segments up: a message merged from elsewhere can name
// one that was removed here.
func (f *finder) hasSegment(m domain.Message) bool {
	return slices.ContainsFunc(m.Segments, func(id domain.ID) bool {
		_, ok := f.campaign.Segment(id)
		return ok
	})
}

// languages finds the languages of the campaign in which a text was not written, while
// it was in another one.
func (f *finder) languages(at domain.Place, t domain.Text) {
	if t.Empty() {
		return
	}
	for _, lang := range f.campaign.Header.WrittenIn() {
		if t.Of(lang) == "" {
			f.found = append(f.found, Finding{Code: MessageOneLanguage, Level: ethics.Should, At: at, Lang: lang})
		}
	}
}

// variant looks at what goes out on a channel: what was written for it, and the core
// text where nothing was.
func (f *finder) variant(at domain.Place, m domain.Message, v domain.Variant) {
	if f.denied(domain.FactSocial) && !slices.Contains(offline, v.Channel) && goesOut(m, v) {
		f.add(ChannelDenied, ethics.Must, at)
	}
	ch, ok := f.rules.Channels.Channel(v.Channel)
	if !ok {
		return
	}
	field := at.Field
	for i, limit := range ch.Fields {
		id := limit.ID
		if at.Field = field + "." + id; i == 0 {
			id, at.Field = "", field
		}
		for _, lang := range languagesOf(m, v, id) {
			if text, _ := m.Outgoing(v.Channel, id, lang); !limit.Count(text).Fits() {
				f.found = append(f.found, Finding{Code: VariantTooLong, Level: ethics.Must, At: at, Lang: lang})
			}
		}
	}
}

// goesOut reports whether there is a text for the channel. A template names the
// channels to write for; as long as the core text is empty, nothing goes out there.
func goesOut(m domain.Message, v domain.Variant) bool {
	return !m.Core.Empty() || !v.Text.Empty() || len(v.Parts) > 0
}

// languagesOf returns the languages in which a field of a channel has a text, sorted;
// "" is the main field, which follows the core text.
func languagesOf(m domain.Message, v domain.Variant, field string) []string {
	all := v.Part(field).Languages()
	if field == "" {
		all = append(all, m.Core.Languages()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
