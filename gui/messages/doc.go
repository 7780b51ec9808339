// Package messages is the tab in which a campaign's messages are written: the
// list, and beside it one message with its core text, its call to action, the
// segments it is for and its text for each channel, counted as the channel
// counts.
//
// What is shown is computed by pure functions (present*.go), put into widgets
// by the view and connected to the session by Screen. The package keeps nothing
// that is part of the campaign, does not know another tab, and does not count
// by itself: the rules are in domain/channel.
package messages
