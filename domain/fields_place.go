package domain

import (
	"strings"

	"athar/domain/journal"
)

// PlaceOf returns where a person sees a field of a record: the place that the
// edit to it would name, for undo, history and conflicts. f is what the record
// holds, or held when it is gone; it tells which checklist item an answer is
// about, and which indicator a reading belongs to. The zero field, and one that
// no form shows, give the place of the record.
func PlaceOf(campaign ID, ref journal.Ref, field journal.Field, f journal.Fields) Place {
	place := Place{Kind: Kind(ref.Kind), ID: ref.ID}
	switch place.Kind {
	case KindHeader:
		place.ID = campaign
		if field.Path == "goal" || strings.HasPrefix(field.Path, factPath) {
			place.Field = placeField(field.Path)
		}
	case KindSegment, KindMessage, KindIndicator:
		if field.Path != "order" {
			place.Field = placeField(field.Path)
		}
	case KindAnswer:
		place.Item = wordsOf(f["item"])
		if field.Path == "reason" {
			place.Field = "reason"
		}
	case KindReading: // is shown with its indicator
		if id, ok := idOf(wordsOf(f["indicator"])); ok {
			place = Place{Kind: KindIndicator, ID: id}
		}
	}
	return place
}

// placeField returns the name that a Place has for a path.
func placeField(path string) string {
	if channel, lang, ok := cutVariant(path); ok {
		return strings.TrimSuffix("variant."+channel+"."+lang, ".")
	}
	return strings.ReplaceAll(path, "/", ".")
}
