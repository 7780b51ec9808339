package audit

import (
	"slices"
	"strings"

	"athar/domain"
)

// formOrder returns the fields of a kind of records in the order in which people
// know them from the forms. Those with a part in their path that differs from
// record to record are named without it.
func formOrder(k domain.Kind) []string {
	switch k {
	case domain.KindHeader:
		return []string{"title", "goal", "stage", "fact", "template", "forced", "languages", "sample", "created", "trashed"}
	case domain.KindSegment:
		return []string{
			"name", "description", "role", "age_min", "age_max", "gender", "place", "size_low", "size_high", "size_source",
			"languages", "dialect", "literacy", "connectivity", "data_cost", "channels", "access_needs", "hours",
			"stance", "power", "interest", "readiness", "values", "barriers", "messengers", "ask",
			"risk", "risk_note", "data_source", "order",
		}
	case domain.KindMessage:
		return []string{
			"title", "purpose", "status", "core", "action", "call_who", "call_what", "call_where", "call_by", "segments", "variant",
			"approval_by", "approval_at", "writers", "quiet", "order",
		}
	case domain.KindCore:
		return []string{"framework", "field"}
	case domain.KindMedia:
		return []string{"type", "file", "alt", "caption", "credit", "people", "consent", "consent_item", "order"}
	case domain.KindAlternative:
		return []string{"name", "hypothesis", "text", "order"}
	case domain.KindPretest:
		return []string{
			"alternative", "segment", "on", "readers", "attention", "understood", "meaning", "believed", "for_me", "offensive", "hurt",
			"would_do", "missing", "order",
		}
	case domain.KindComment:
		return []string{"anchor_quote", "body", "request", "author", "resolved", "resolved_by"}
	case domain.KindClaim:
		return []string{
			"text", "type", "origin", "messages", "first_appearance", "appearances", "claim_date", "data_date", "place", "checks",
			"risk", "risk_type", "verdict", "confidence", "confidence_reason", "added_by", "checked_by", "checked_on", "review_by",
			"correction_published", "correction_corrected", "correction_on", "correction_where", "order",
		}
	case domain.KindEvidence:
		return []string{
			"title", "publisher", "author", "link", "published", "accessed", "page", "source", "archived", "stance", "order",
		}
	case domain.KindAnswer:
		return []string{"value", "reason"}
	case domain.KindIndicator:
		return []string{"name", "metric", "aggregate", "tag", "baseline", "target", "due", "order"}
	case domain.KindReading:
		return []string{"at", "value", "note"}
	case domain.KindDataSet:
		return []string{"file", "from", "to", "kept", "imported"}
	}
	return nil
}

// told reports whether a field is shown to people. The others say which record
// this is, or what a program keeps about an import; a line tells when an answer
// was given by itself.
func told(k domain.Kind, path string) bool {
	switch k {
	case domain.KindAnswer:
		return path != "item" && path != "at"
	case domain.KindReading:
		return path != "indicator"
	case domain.KindMessage: // what a program keeps beside a text and an approval
		return general(path) != "basis" && path != "approval_of" && path != "unsigned"
	case domain.KindMedia, domain.KindAlternative, domain.KindPretest:
		return path != "message"
	case domain.KindEvidence:
		return path != "claim"
	case domain.KindComment, domain.KindDataSet:
		return slices.Contains(formOrder(k), path)
	}
	return true
}

// rank returns the place of a field in its form; what is not known comes last.
func rank(k domain.Kind, path string) int {
	order := formOrder(k)
	if i := slices.Index(order, general(path)); i >= 0 {
		return i
	}
	return len(order)
}

// general returns a path without what comes after its first word.
func general(path string) string {
	head, _, _ := strings.Cut(path, "/")
	return head
}
