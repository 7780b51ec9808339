package domain

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
// what it does: the field, or the item. The record is that of the changes.
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
