package messages

import (
	"slices"
	"strings"

	"athar/domain"
	"athar/gui/messages/channels"
	"athar/gui/messages/compare"
	"athar/gui/messages/media"
	"athar/gui/messages/part"
	"athar/gui/messages/review"
	"athar/gui/messages/texts"
)

// side is one part of the editor: its word in the switch is
// "messages.part.<key>" of the catalog.
type side struct {
	key string
	// fields begin the names of the fields that stand there, as a Place has them.
	fields []string
	make   func(part.Deps) part.Part
}

// sides are the parts in the order of the switch. The first is where a message
// begins.
func sides() []side {
	return []side{
		{"text", []string{"core", "action", "call_", "segments", "basis."}, func(d part.Deps) part.Part { return texts.New(d) }},
		{"channels", []string{"variant."}, func(d part.Deps) part.Part { return channels.New(d) }},
		{"media", []string{"media"}, func(d part.Deps) part.Part { return media.New(d) }},
		{"compare", []string{"alternative", "pretest"}, func(d part.Deps) part.Part { return compare.New(d) }},
		{"review", []string{"comment", "approval_", "writers"}, func(d part.Deps) part.Part { return review.New(d) }},
	}
}

// sideOf returns which side a field stands at, "" for none: then it is in the head,
// or nowhere.
func sideOf(place domain.Place) string {
	all := sides()
	i := slices.IndexFunc(all, func(s side) bool {
		return slices.ContainsFunc(s.fields, func(f string) bool { return strings.HasPrefix(place.Field, f) })
	})
	if i < 0 {
		return ""
	}
	return all[i].key
}
