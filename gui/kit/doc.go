// Package kit holds the widgets and layouts that Athar's screens are built of.
// They know both reading directions: the start is left in English and right in
// Arabic, and no screen ever has to say which.
//
// # Text
//
// Every text goes into a widget, and comes out of it, in the order in which it
// is read and typed (logical order). A widget turns it into the order in which
// Fyne must paint it at the last moment, through Env.Visual, and never hands
// that order back: not to a callback, not to the clipboard, not to a screen
// reader.
//
// # Heights that follow widths
//
// Fyne asks a widget for its least size before it says how wide the widget may
// be. What wraps (Paragraph, Flow, Columns, Chips) therefore remembers the width
// it was last given and answers for that one; the layouts of this package give
// the width first and ask again for the height. A screen that stays with these
// layouts shows wrapped text whole after every change of the window's width.
//
// # Rules
//
// Setters never call callbacks, and return early when nothing changes. What is
// unavailable is disabled and says why, through Env.Hint. Whatever takes the
// keyboard shows a focus ring. Colours and sizes are asked of the theme whenever
// something is drawn.
//
// The package must not know the domain's types, a screen or a file, and must not
// start work in the background.
package kit
