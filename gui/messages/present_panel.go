package messages

import (
	"athar/domain"
	"athar/gui/kit"
	"athar/gui/messages/listing"
)

// panel says what is shown above a list of some of the messages.
func (p presenter) panel(c domain.Campaign, v View, shown int) panelDetail {
	d := panelDetail{
		Shown: shown, All: len(c.Messages), Query: v.filter.Query, Order: string(v.order), Groups: p.groups(c),
	}
	for _, f := range v.filter.Facets {
		d.Facets = append(d.Facets, kit.Option{Value: string(f), Label: p.facet(c, f)})
	}
	if v.filter.Active() {
		d.Count = p.printer.T("messages.filter.count", "shown", shown, "all", len(c.Messages))
	}
	return d
}

// groups are what the list can be narrowed by.
func (p presenter) groups(c domain.Campaign) []kit.OptionGroup {
	groups := []kit.OptionGroup{{Options: []kit.Option{{Label: p.printer.T("messages.filter")}}}}
	add := func(by string, values []string) {
		g := kit.OptionGroup{Label: p.printer.T("messages.by." + by)}
		for _, value := range values {
			g.Options = append(g.Options, kit.Option{
				Value: string(listing.NewFacet(by, value)), Label: p.value(c, by, value),
			})
		}
		if len(values) > 0 {
			groups = append(groups, g)
		}
	}
	add(listing.ByFinding, words(listing.Kinds()))
	add(listing.ByStatus, words(domain.MessageStatuses()))
	var segments, channels []string
	for _, s := range c.SortedSegments() {
		segments = append(segments, s.ID.String())
	}
	add(listing.BySegment, segments)
	for _, ch := range p.channels.Channels() {
		channels = append(channels, ch.ID)
	}
	add(listing.ByChannel, channels)
	add(listing.ByLanguage, c.Header.WrittenIn())
	return groups
}

func words[T ~string](all []T) (out []string) {
	for _, one := range all {
		out = append(out, string(one))
	}
	return out
}

// facet names a facet with what it is about, where its value alone does not say it.
func (p presenter) facet(c domain.Campaign, f listing.Facet) string {
	by, value := f.Parts()
	if by == listing.ByFinding {
		return p.value(c, by, value)
	}
	return p.printer.T("messages.facet", "by", p.printer.T("messages.by."+by), "value", p.value(c, by, value))
}

func (p presenter) value(c domain.Campaign, by, value string) string {
	switch by {
	case listing.ByFinding:
		return p.printer.T("messages.finding." + value)
	case listing.ByStatus:
		return p.printer.T("messages.status." + value)
	case listing.ByChannel:
		return p.channel(value)
	case listing.ByLanguage:
		return p.language(value)
	}
	for _, s := range c.Segments {
		if s.ID.String() == value {
			return segmentName(p.printer, s)
		}
	}
	return p.printer.T("messages.unnamed_segment")
}

// mark says what is shown of a selection of n messages. at is the place of the one on
// show among those that are listed.
func (p presenter) mark(v View, n, at, listed int, segments bool) markDetail {
	d := markDetail{First: at <= 0, Last: at < 0 || at == listed-1}
	if n > 1 {
		d.Selected = p.printer.N("messages.selected", n)
	}
	if v.order != listing.Own {
		d.Fixed = p.printer.T("messages.reason.sorted", "order", p.printer.T("messages.order.own"))
	}
	switch {
	case n == 0:
		d.NoChoice = p.printer.T("messages.reason.none")
	case !segments:
		d.NoChoice = p.printer.T("messages.reason.no_segments")
	}
	return d
}
