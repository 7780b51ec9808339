package gui

import (
	"athar/domain"
	"athar/domain/search"
	"athar/gui/i18n"
)

// hitPlace says where a search found something: which campaign, which part,
// which record.
func hitPlace(p *i18n.Printer, h search.Hit) string {
	part := p.T("find.part." + hitPart(h.Place.Kind))
	if h.Name == "" {
		return p.T("find.where", "campaign", i18n.Isolate(h.Title), "part", part)
	}
	return p.T("find.where_named", "campaign", i18n.Isolate(h.Title), "part", part, "name", i18n.Isolate(h.Name))
}

// hitPart returns the catalog's word for a kind of record.
func hitPart(k domain.Kind) string {
	switch k {
	case domain.KindSegment:
		return "segment"
	case domain.KindMessage, domain.KindMedia, domain.KindAlternative, domain.KindPretest, domain.KindComment:
		return "message"
	case domain.KindCore:
		return "core"
	case domain.KindClaim, domain.KindEvidence:
		return "claim"
	case domain.KindAnswer:
		return "answer"
	case domain.KindIndicator, domain.KindReading:
		return "indicator"
	case domain.KindDataSet:
		return "data_set"
	default:
		return "campaign"
	}
}
