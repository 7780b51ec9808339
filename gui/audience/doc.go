// Package audience is the tab in which a campaign says whom it speaks to: the
// list of segments, and beside it one segment on a form of one page.
//
// What is shown is computed by pure functions (present*.go), put into widgets by
// the view and connected to the session by Screen. The form is a table of
// fields (fields.go): each knows where in a segment it lives, so that one way
// leads from every kind of widget to an edit.
//
// The package keeps nothing that is part of the campaign and does not know
// another tab. It never stands in anybody's way: what is wrong or worth knowing
// is said beside the field, and a half-filled form is a normal state.
package audience
