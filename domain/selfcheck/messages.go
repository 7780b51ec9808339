package selfcheck

import (
	"slices"

	"athar/domain"
	"athar/domain/ethics"
)

// offline are the channels that are no social platforms: using them says
// nothing about the fact "social platforms are used".
var offline = []string{"sms"}

func (f *finder) messages() {
	for _, m := range f.campaign.SortedMessages() {
		at := domain.Place{Kind: domain.KindMessage, ID: m.ID}
		f.problems(MessageProblem, at, m.Validate())
		if !f.hasSegment(m) {
			at.Field = "segments"
			f.add(MessageWithoutSegment, ethics.Must, at)
		}
		if m.Action.Empty() {
			at.Field = "action"
			f.add(MessageWithoutAction, ethics.Should, at)
		}
		at.Field = "core"
		f.oneLanguage(at, m.Core)
		if !written(m.Variants) {
			at.Field = ""
			f.add(MessageWithoutVariant, ethics.Should, at)
		}
		for _, v := range m.Variants {
			at.Field = "variant." + v.Channel
			f.variant(at, v)
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

// written reports whether there is a text for a channel. A template names the
// channels to write for; their texts are still empty.
func written(variants []domain.Variant) bool {
	return slices.ContainsFunc(variants, func(v domain.Variant) bool { return !v.Text.Empty() })
}

// oneLanguage finds a text that was written in one language and not the other.
func (f *finder) oneLanguage(at domain.Place, t domain.Text) {
	if (t.Ar == "") == (t.En == "") {
		return
	}
	missing := "ar"
	if t.En == "" {
		missing = "en"
	}
	f.found = append(f.found, Finding{
		Code: MessageOneLanguage, Level: ethics.Should, At: at, Lang: missing,
	})
}

func (f *finder) variant(at domain.Place, v domain.Variant) {
	if f.denied(domain.FactSocial) && !slices.Contains(offline, v.Channel) && !v.Text.Empty() {
		f.add(ChannelDenied, ethics.Must, at)
	}
	ch, ok := f.rules.Channels.Channel(v.Channel)
	if !ok {
		return
	}
	for _, t := range []struct{ lang, text string }{{"ar", v.Text.Ar}, {"en", v.Text.En}} {
		if !ch.Default().Count(t.text).Fits() {
			f.found = append(f.found, Finding{
				Code: VariantTooLong, Level: ethics.Must, At: at, Lang: t.lang,
			})
		}
	}
}
