package domain

import "strings"

// Edit is what a person did, as a small named value. Apply returns the
// campaign after it and leaves the one passed in untouched.
type Edit interface {
	// Label is the catalog key that names the edit for undo and history.
	Label() string
	// MergeKey is equal for edits that, done shortly after one another, are
	// one step to a person (typing into one field). "" never merges.
	MergeKey() string
	Apply(Campaign) (Campaign, error)
}

// PlacedEdit is an edit that knows more than its changes tell of where a person sees
// what it does: the field, or the item. The record is that of the first change where
// the place names none.
type PlacedEdit interface {
	Edit
	Place() Place
}

// put returns the campaign with the record put or replaced.
func (c Campaign) put(r Record) (Campaign, error) {
	return c.With([]Change{{Kind: r.Kind(), ID: r.RecordID(), After: r}})
}

// drop returns the campaign without the record.
func (c Campaign) drop(kind Kind, id ID) (Campaign, error) {
	return c.With([]Change{{Kind: kind, ID: id}})
}

// mergeKey makes the merge key of an edit to one field of one record; an edit
// to no particular field does not merge.
func mergeKey(kind Kind, id ID, field string) string {
	if field == "" {
		return ""
	}
	return string(rune(kind)) + id.String() + field
}

// LabelMigrated is the label of what a store holds of a time in which it kept no
// journal, as far as nothing else tells what was done.
const LabelMigrated = "edit.campaign.migrate"

// MergeOfStep returns the merge key of the commits of one undo step, which no other
// step has; "" where nothing merges. key is that of the edits.
func MergeOfStep(key string, step ID) string {
	if key == "" {
		return ""
	}
	return key + "/" + step.String()
}

// TypedInto returns the merge key of the edits from that of a commit: equal for steps
// that are typed into the same field, as the words of a text are.
func TypedInto(merge string) string {
	if i := strings.LastIndexByte(merge, '/'); i >= 0 {
		return merge[:i]
	}
	return merge
}
