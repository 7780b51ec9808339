package domain

// Place names something a person can be taken to: a tab, or a record in it,
// or a field of the record. Findings and search results carry one.
type Place struct {
	Kind  Kind   // which kind of record, and so which tab
	ID    ID     // the record, NoID for the tab as a whole
	Item  string // a part of it that is no record: the checklist item, the chart shown
	Field string // the field, "" for the record as a whole
}
