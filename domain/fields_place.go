package domain

import (
	"strings"

	"athar/domain/journal"
)

// PlaceOf returns where a person sees a field of a record: the place that the
// edit to it would name, for undo, history and conflicts. f is what the record
// holds, or held when it is gone; it tells which checklist item an answer is
// about, and what a record belongs to that is shown with another one. The zero
// field, and one that no form shows, give the place of the record.
func PlaceOf(campaign ID, ref journal.Ref, field journal.Field, f journal.Fields) Place {
	place := Place{Kind: Kind(ref.Kind), ID: ref.ID}
	switch place.Kind {
	case KindHeader:
		place.ID = campaign
		if field.Path == "goal" || field.Path == "languages" || strings.HasPrefix(field.Path, factPath) {
			place.Field = placeField(field.Path)
		}
	case KindSegment, KindMessage, KindIndicator, KindClaim, KindCore:
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
	case KindMedia, KindAlternative, KindPretest, KindComment:
		place = partPlace(place, KindMessage, wordsOf(f["message"]))
	case KindEvidence:
		place = partPlace(place, KindClaim, wordsOf(f["claim"]))
	}
	return place
}

// partPlace is the place of a record that is shown as a part of another one: Item is
// its ID, and Field the word for its kind.
func partPlace(part Place, kind Kind, owner string) Place {
	id, ok := idOf(owner)
	if !ok {
		return part
	}
	return Place{Kind: kind, ID: id, Item: part.ID.String(), Field: part.Kind.Word()}
}

// placeField returns the name that a Place has for a path.
func placeField(path string) string {
	if at, ok := cutVariant(path); ok {
		name := "variant." + at.channel
		for _, more := range []string{at.field, at.lang} {
			if more != "" {
				name += "." + more
			}
		}
		return name
	}
	return strings.ReplaceAll(path, "/", ".")
}
