// Package conflicts is the dialog in which a person settles what people
// contradict each other about in the open campaign: a list of the contradictions
// and, beside it, what each side says, who says it and since when. Every decision
// is a step that can be undone.
//
// What is shown is computed by pure functions (present.go), put into widgets by
// the view and connected to the session by Dialog. The package does not know
// what a contradiction is; the journal does. It does not know another screen.
package conflicts
