// Package home is the tab in which a person finds a campaign and sees where it
// stands: the welcome at the first start, the list of campaigns with the
// archive and the trash, beside it the one that is selected with its stage, its
// goal and what is missing in it, and the dialog that makes a new one.
//
// What is shown is computed by pure functions (present*.go), put into widgets by
// the view and connected to the desk by Screen. The package keeps nothing that
// is part of a campaign and does not judge one: what is missing is said by
// domain/selfcheck. It does not know another tab.
package home
