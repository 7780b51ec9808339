// Package channel knows the platforms: what each counts, how much of it each
// allows, and how sure we are. The limits are data (assets/content/channels.json,
// read with Parse); how to count is code, because no two platforms mean the same
// by "length": X adds up weights, Bluesky counts graphemes and bytes, Telegram
// UTF-16 units, an SMS septets.
//
// It counts and explains. It does not read files, does not change a text, and
// makes no sentences: the gui words what a Count says.
package channel
