package home

import (
	"slices"

	"athar/domain"
	"athar/domain/selfcheck"
)

// checker finds what is missing in a campaign after every edit. Counting each
// text as its channel counts takes most of the time by far, so a message's
// lengths are looked at again only when one of its texts has changed.
type checker struct {
	rules   selfcheck.Rules
	lengths map[domain.ID]lengths
}

// lengths is what was found of the lengths of one message's texts.
type lengths struct {
	core     domain.Text // which channels follow
	variants []domain.Variant
	found    []selfcheck.Finding
}

func newChecker(rules selfcheck.Rules) *checker { return &checker{rules: rules} }

// findings returns what selfcheck.Rules.Findings does, with the texts that are
// too long behind everything else about the messages.
func (k *checker) findings(c domain.Campaign) []selfcheck.Finding {
	found := selfcheck.Rules{Ethics: k.rules.Ethics}.Findings(c)
	var long []selfcheck.Finding
	now := make(map[domain.ID]lengths, len(c.Messages)) // forgets messages that are gone
	for _, m := range c.SortedMessages() {
		known, ok := k.lengths[m.ID]
		if !ok || known.core != m.Core || !slices.EqualFunc(known.variants, m.Variants, domain.Variant.Equal) {
			known = lengths{m.Core, m.Variants, k.tooLong(m)}
		}
		now[m.ID] = known
		long = append(long, known.found...)
	}
	k.lengths = now
	return slices.Insert(found, behindMessages(found), long...)
}

// tooLong asks the self-check about a campaign of nothing but the message.
func (k *checker) tooLong(m domain.Message) []selfcheck.Finding {
	alone := domain.Campaign{Messages: []domain.Message{m}}
	found := selfcheck.Rules{Channels: k.rules.Channels}.Findings(alone)
	return slices.DeleteFunc(found, func(f selfcheck.Finding) bool {
		return f.Code != selfcheck.VariantTooLong
	})
}

// behindMessages returns where the findings about messages end.
func behindMessages(found []selfcheck.Finding) int {
	for i, f := range slices.Backward(found) {
		switch f.At.Kind {
		case domain.KindHeader, domain.KindSegment, domain.KindMessage:
			return i + 1
		}
	}
	return 0
}
