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
		return []string{"title", "goal", "stage", "fact", "template", "forced", "sample", "created", "trashed"}
	case domain.KindSegment:
		return []string{
			"name", "description", "role", "age_min", "age_max", "gender", "place", "size_low", "size_high", "size_source",
			"languages", "dialect", "literacy", "connectivity", "data_cost", "channels", "access_needs", "hours",
			"stance", "power", "interest", "readiness", "values", "barriers", "messengers", "ask",
			"risk", "risk_note", "data_source", "order",
		}
	case domain.KindMessage:
		return []string{"title", "status", "core", "action", "segments", "variant", "order"}
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
	case domain.KindDataSet:
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
