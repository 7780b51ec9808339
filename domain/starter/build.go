package starter

import (
	"maps"
	"slices"
	"time"

	"athar/domain"
)

// builder makes the records of one campaign in one language.
type builder struct {
	id   func() domain.ID
	lang string
}

// campaign returns the plan as a campaign without a title and a stage.
func (b builder) campaign(p Plan, now time.Time) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{
		ID:      b.id(),
		Goal:    p.Goal.In(b.lang),
		Forced:  slices.Clone(p.Forced),
		Facts:   maps.Clone(p.Facts),
		Created: now,
	}}
	b.core(&c, p.Core)
	byKey, messages := map[string]domain.ID{}, map[string]domain.ID{}
	order := ""
	for _, s := range p.Segments {
		order = domain.OrderBetween(order, "")
		segment := b.segment(s, order)
		byKey[s.Key] = segment.ID
		c.Segments = append(c.Segments, segment)
	}
	order = ""
	for _, m := range p.Messages {
		order = domain.OrderBetween(order, "")
		message := b.message(m, order, byKey)
		messages[m.Key] = message.ID
		c.Messages = append(c.Messages, message)
		b.parts(&c, m, message, byKey)
	}
	b.claims(&c, p.Claims, messages)
	order = ""
	for _, i := range p.Indicators {
		order = domain.OrderBetween(order, "")
		indicator := b.indicator(i, order)
		c.Indicators = append(c.Indicators, indicator)
		for _, r := range i.Readings {
			c.Readings = append(c.Readings, domain.Reading{
				ID: b.id(), Indicator: indicator.ID, At: r.At.Time(), Value: r.Value, Note: r.Note.In(b.lang),
			})
		}
	}
	return c
}

func (b builder) segment(s Segment, order string) domain.Segment {
	return domain.Segment{
		ID: b.id(), Order: order,
		Name: s.Name.In(b.lang), Description: s.Description.In(b.lang), Role: s.Role,
		SizeLow: s.SizeLow, SizeHigh: s.SizeHigh, SizeSource: s.SizeSource.In(b.lang),
		AgeMin: s.AgeMin, AgeMax: s.AgeMax, Gender: s.Gender, Place: s.Place.In(b.lang),
		Languages: set(s.Languages), Dialect: s.Dialect, Literacy: s.Literacy,
		Connectivity: s.Connectivity, DataCost: s.DataCost,
		Channels: set(s.Channels), AccessNeeds: set(s.AccessNeeds),
		Stance: s.Stance, Power: s.Power, Interest: s.Interest, Readiness: s.Readiness,
		Values: s.Values.In(b.lang), Barriers: s.Barriers.In(b.lang),
		Messengers: s.Messengers.In(b.lang), Ask: s.Ask.In(b.lang), Hours: s.Hours.In(b.lang),
		Risk: s.Risk, RiskNote: s.RiskNote.In(b.lang), DataSource: s.DataSource,
	}
}

func (b builder) indicator(i Indicator, order string) domain.Indicator {
	return domain.Indicator{
		ID: b.id(), Order: order, Name: i.Name.In(b.lang), Metric: i.Metric,
		Aggregate: i.Aggregate, Tag: i.Tag, Baseline: clone(i.Baseline), Target: clone(i.Target),
		Due: i.Due.Time(),
	}
}

// set returns the words as the domain keeps sets: sorted, and nil when empty.
func set(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	return slices.Compact(slices.Sorted(slices.Values(words)))
}

// clone copies the figure, so that campaigns made of one template do not share
// it.
func clone(v *float64) *float64 {
	if v == nil {
		return nil
	}
	figure := *v
	return &figure
}
