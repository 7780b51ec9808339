package starter

import (
	"maps"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/text"
)

// core puts the core message into the campaign.
func (b builder) core(c *domain.Campaign, k *Core) {
	if k == nil {
		return
	}
	out := c.Core()
	out.Framework = k.Framework
	for _, field := range slices.Sorted(maps.Keys(k.Fields)) {
		out = out.WithField(field, k.Fields[field])
	}
	c.Cores = append(c.Cores, out)
}

func (b builder) message(m Message, order string, segments map[string]domain.ID) domain.Message {
	out := domain.Message{
		ID: b.id(), Order: order, Title: m.Title.In(b.lang), Purpose: m.Purpose,
		Core: m.Core, Action: m.Action, Status: m.Status,
		Call: domain.Call{Who: m.Call.Who, What: m.Call.What, Where: m.Call.Where, By: m.Call.By.Time()},
	}
	if out.Status == "" {
		out.Status = domain.MessageDraft
	}
	for _, channel := range m.Channels {
		out = out.WithVariant(domain.Variant{Channel: channel})
	}
	for _, v := range m.Variants {
		out = out.WithVariant(v.variant())
	}
	for _, key := range m.Segments {
		out = out.WithSegment(segments[key], true)
	}
	var writers []string
	for _, w := range m.Writers {
		writers = append(writers, w.In(b.lang))
	}
	out.Writers = set(writers)
	return out
}

func (v Variant) variant() domain.Variant {
	out := domain.Variant{Channel: v.Channel, Text: v.Text}
	for field, words := range v.Parts {
		out = out.WithPart(field, words)
	}
	return out
}

// parts puts what belongs to a message into the campaign, and its approval at last:
// that is of all of it.
func (b builder) parts(c *domain.Campaign, m Message, to domain.Message, segments map[string]domain.ID) {
	order := ""
	next := func() string {
		order = domain.OrderBetween(order, "")
		return order
	}
	for _, item := range m.Media {
		c.Media = append(c.Media, domain.Media{
			ID: b.id(), Message: to.ID, Order: next(), Type: item.Type, File: item.File, Alt: item.Alt,
			Caption: item.Caption, Credit: item.Credit.In(b.lang), People: item.People, Consent: item.Consent.In(b.lang),
		})
	}
	alternatives := []domain.ID{domain.NoID}
	for _, a := range m.Alternatives {
		alternatives = append(alternatives, b.id())
		c.Alternatives = append(c.Alternatives, domain.Alternative{
			ID: alternatives[len(alternatives)-1], Message: to.ID, Order: next(), Name: a.Name.In(b.lang),
			Hypothesis: a.Hypothesis.In(b.lang), Text: a.Text,
		})
	}
	for _, p := range m.Pretests {
		c.Pretests = append(c.Pretests, domain.Pretest{
			ID: b.id(), Message: to.ID, Alternative: alternatives[p.Alternative], Order: next(), Segment: segments[p.Segment],
			On: p.On.Time(), Readers: p.Readers, Attention: p.Attention, Understood: p.Understood, Believed: p.Believed,
			ForMe: p.ForMe, Offensive: p.Offensive, WouldDo: p.WouldDo, Meaning: p.Meaning.In(b.lang), Missing: p.Missing.In(b.lang),
		})
	}
	for _, k := range m.Comments {
		first := b.comment(c, k, to, domain.NoID)
		for _, answer := range k.Answers {
			b.comment(c, answer, to, first)
		}
	}
	if m.Approved != nil {
		last := &c.Messages[len(c.Messages)-1]
		last.Approval = domain.Approval{By: m.Approved.By.In(b.lang), At: m.Approved.At.Time(), Of: c.Wording(to.ID)}
	}
}

func (b builder) comment(c *domain.Campaign, k Comment, to domain.Message, reply domain.ID) domain.ID {
	out := domain.Comment{
		ID: b.id(), Message: to.ID, Reply: reply, Author: k.Author.In(b.lang), At: k.At.Time(), Body: k.Body.In(b.lang), Request: k.Request,
	}
	written, quote := to.Core.Of(b.lang), k.Quote.Of(b.lang)
	if before, _, ok := strings.Cut(written, quote); ok && quote != "" {
		start := len([]rune(before))
		out.Field, out.Anchor = "core/"+b.lang, text.NewAnchor(written, start, start+len([]rune(quote)))
	}
	c.Comments = append(c.Comments, out)
	return out.ID
}

func (b builder) claims(c *domain.Campaign, claims []Claim, messages map[string]domain.ID) {
	order := ""
	for _, k := range claims {
		order = domain.OrderBetween(order, "")
		out := domain.Claim{
			ID: b.id(), Order: order, Text: k.Text, Type: k.Type, Origin: k.Origin,
			FirstAppearance: k.FirstAppearance.In(b.lang), ClaimDate: k.ClaimDate.Time(), DataDate: k.DataDate.Time(),
			Place: k.Place.In(b.lang), Checks: set(k.Checks), Risk: k.Risk, RiskType: k.RiskType, Verdict: k.Verdict,
			Confidence: k.Confidence, ConfidenceReason: k.ConfidenceReason.In(b.lang), AddedBy: k.AddedBy.In(b.lang),
			CheckedBy: k.CheckedBy.In(b.lang), CheckedOn: k.CheckedOn.Time(), ReviewBy: k.ReviewBy.Time(),
		}
		for _, key := range k.Messages {
			out = out.WithMessage(messages[key], true)
		}
		c.Claims = append(c.Claims, out)
		place := ""
		for _, e := range k.Evidence {
			place = domain.OrderBetween(place, "")
			c.Evidence = append(c.Evidence, domain.Evidence{
				ID: b.id(), Claim: out.ID, Order: place, Title: e.Title.In(b.lang), Publisher: e.Publisher.In(b.lang),
				Published: e.Published.Time(), Accessed: e.Accessed.Time(), Page: e.Page, Source: e.Source,
				Archived: e.Archived.In(b.lang), Stance: e.Stance,
			})
		}
	}
}
