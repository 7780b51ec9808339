// Package history is the dialog in which a person reads what was done to the
// open campaign: by whom, on which computer, when, and what was different
// afterwards; whether anything of it was altered or left out since; and from
// which a version of an entry is brought back and the list is taken along as a
// file for spreadsheets.
//
// What happened is told by domain/audit. It is put into words by pure functions
// (present*.go), put into widgets by the view and connected to the session by
// Dialog. The package changes nothing but by Session.SetRecord, and knows no
// other screen.
package history
