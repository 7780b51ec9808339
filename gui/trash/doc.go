// Package trash is the dialogs about what was removed: the list of what was
// removed from the open campaign, which gives it back or removes it for ever, and
// the question before anything is removed for ever.
//
// What is shown is computed by pure functions (present.go), put into widgets by
// the view and connected by Dialog. The package removes nothing by itself and
// does not know how that is done. It does not know another screen; campaigns in
// the trash as a whole are in the home tab.
package trash
