// Package selfcheck lists what is missing in a campaign: the facts of a plan
// that a person would want to know before publishing, each with the place
// where it is put right. It judges no style and no wording, and it blocks
// nothing; the sentences are the gui's.
package selfcheck

import (
	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
)

// Code says what is missing or does not fit together. The catalogs hold a
// sentence for every code under "check.<code>".
type Code string

// The codes.
const (
	GoalMissing   Code = "goal_missing"
	FactUnknown   Code = "fact_unknown" // a question about the plan is not answered
	NoSegment     Code = "no_segment"
	NoMessage     Code = "no_message"
	NoIndicator   Code = "no_indicator"
	OnlyVanity    Code = "only_vanity"    // every indicator shows only how it looks
	MinorsDenied  Code = "minors_denied"  // a segment has minors, the plan says no children
	ChannelDenied Code = "channel_denied" // a text for a social channel, the plan says none is used

	SegmentProblem        Code = "segment_problem" // Problem says which
	SegmentWithoutMessage Code = "segment_without_message"

	MessageProblem        Code = "message_problem" // Problem says which
	MessageWithoutSegment Code = "message_without_segment"
	MessageWithoutAction  Code = "message_without_action"
	MessageWithoutVariant Code = "message_without_variant" // it goes out on no channel
	MessageOneLanguage    Code = "message_one_language"    // Lang is the missing one, of those of the campaign
	VariantTooLong        Code = "variant_too_long"        // Lang is the one that does not fit, the core text's where the channel follows it

	MustUnanswered Code = "must_unanswered"
	MustOpen       Code = "must_open" // answered, but the answer does not settle a must

	IndicatorProblem       Code = "indicator_problem" // Problem says which
	IndicatorWithoutTarget Code = "indicator_without_target"
)

// Codes returns every code, for the tests of the catalogs.
func Codes() []Code {
	return []Code{
		GoalMissing, FactUnknown, NoSegment, NoMessage, NoIndicator, OnlyVanity,
		SegmentProblem, MinorsDenied, SegmentWithoutMessage,
		MessageProblem, MessageWithoutSegment, MessageWithoutAction,
		MessageOneLanguage, MessageWithoutVariant, ChannelDenied, VariantTooLong,
		MustUnanswered, MustOpen, IndicatorProblem, IndicatorWithoutTarget,
	}
}

// Finding is one thing to look at.
type Finding struct {
	Code    Code
	Level   ethics.Level // Must: before the campaign goes out; Should: worth doing
	At      domain.Place // where it is put right
	Lang    string       // code of the language that it concerns, "" for none
	Problem *domain.Error
}

// Rules are the content that a campaign is checked against.
type Rules struct {
	Ethics   ethics.Checklist
	Channels channel.Catalog // the zero Catalog checks no lengths
}

// Findings returns what is missing in the campaign, in the order of the tabs
// and, within a tab, of its list. The same campaign gives the same findings.
func (r Rules) Findings(c domain.Campaign) []Finding {
	f := finder{rules: r, campaign: c}
	f.header()
	f.audience()
	f.messages()
	f.ethics()
	f.indicators()
	return f.found
}

// finder collects the findings of one campaign.
type finder struct {
	rules    Rules
	campaign domain.Campaign
	found    []Finding
}

func (f *finder) add(code Code, level ethics.Level, at domain.Place) {
	f.found = append(f.found, Finding{Code: code, Level: level, At: at})
}

func (f *finder) problems(code Code, at domain.Place, problems domain.Problems) {
	for _, p := range problems {
		at.Field = p.Field
		f.found = append(f.found, Finding{Code: code, Level: ethics.Must, At: at, Problem: p})
	}
}

func (f *finder) header() {
	h := f.campaign.Header
	if h.Goal == "" {
		f.add(GoalMissing, ethics.Must, domain.Place{Kind: domain.KindHeader, ID: h.ID, Field: "goal"})
	}
	for _, fact := range domain.Facts() {
		if _, answered := h.Facts[fact]; !answered {
			f.add(FactUnknown, ethics.Should, f.fact(fact))
		}
	}
	if len(f.campaign.Segments) == 0 {
		f.add(NoSegment, ethics.Must, domain.Place{Kind: domain.KindSegment})
	}
	if len(f.campaign.Messages) == 0 {
		f.add(NoMessage, ethics.Must, domain.Place{Kind: domain.KindMessage})
	}
	if len(f.campaign.Indicators) == 0 {
		f.add(NoIndicator, ethics.Should, domain.Place{Kind: domain.KindIndicator})
	}
}

// fact is the place of a question about the plan: the field "fact.<fact>" of
// the header.
func (f *finder) fact(fact domain.Fact) domain.Place {
	return domain.Place{
		Kind: domain.KindHeader, ID: f.campaign.ID(), Field: "fact." + string(fact),
	}
}

// denied reports whether the plan says that the fact is not true.
func (f *finder) denied(fact domain.Fact) bool {
	value, answered := f.campaign.Header.Facts[fact]
	return answered && !value
}

func (f *finder) audience() {
	for _, s := range f.campaign.SortedSegments() {
		at := domain.Place{Kind: domain.KindSegment, ID: s.ID}
		f.problems(SegmentProblem, at, s.Validate())
		if s.Minors() && f.denied(domain.FactChildren) {
			at.Field = "age"
			f.add(MinorsDenied, ethics.Must, at)
			at.Field = ""
		}
		if !f.addressed(s.ID) {
			f.add(SegmentWithoutMessage, ethics.Should, at)
		}
	}
}

func (f *finder) addressed(segment domain.ID) bool {
	for _, m := range f.campaign.Messages {
		if m.ForSegment(segment) {
			return true
		}
	}
	return false
}

func (f *finder) ethics() {
	for _, state := range f.rules.Ethics.State(f.campaign).Items {
		if state.Level != ethics.Must || !state.IsOpen() {
			continue
		}
		code := MustOpen
		if state.Standing == ethics.Unanswered {
			code = MustUnanswered
		}
		f.add(code, ethics.Must, domain.Place{
			Kind: domain.KindAnswer, Item: state.Item.ID,
			ID: domain.AnswerID(f.campaign.ID(), state.Item.ID),
		})
	}
}

func (f *finder) indicators() {
	telling := len(f.campaign.Indicators) == 0
	for _, i := range f.campaign.SortedIndicators() {
		at := domain.Place{Kind: domain.KindIndicator, ID: i.ID}
		f.problems(IndicatorProblem, at, i.Validate())
		if i.Target == nil {
			at.Field = "target"
			f.add(IndicatorWithoutTarget, ethics.Should, at)
		}
		telling = telling || i.Tag != "vanity"
	}
	if !telling {
		f.add(OnlyVanity, ethics.Should, domain.Place{Kind: domain.KindIndicator})
	}
}
