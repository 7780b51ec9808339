// Package messages is the screen in which a campaign's messages are written: the
// list, and beside it one message with its head and, under a switch, one of its
// sides. Each side is a part in a package of its own below this one; parts.go has
// the list of them.
//
// What is shown is computed by pure functions (present.go, head.go), put into
// widgets by the view and the editor, and connected to the session by Screen. The
// package keeps nothing that is part of the campaign and does not know another
// screen.
package messages
