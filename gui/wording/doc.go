// Package wording says in words what a record of the journal is called, which
// field of it is meant, and what a value of the field says: for lists of what
// was changed, what was removed, and where people contradict each other. The
// words are those that stand in the forms.
//
// It draws nothing and knows no screen. What a newer Athar wrote and this one
// does not know has a name as well.
package wording
