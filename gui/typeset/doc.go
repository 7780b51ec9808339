// Package typeset puts text of both directions into the order in which it must be painted.
//
// It is needed because Fyne cuts a text into runs of one direction and paints the runs in
// the order in which they were typed, from the left. Within a run all is well; but a line
// with an Arabic sentence and a Latin name, a number or brackets shows its parts in the
// wrong places. So Athar hands Fyne strings that are in visual order already (Visual,
// Ellipsis, Wrap), enclosed in an override so that they stay in it:
//
//   - The runs of the line stand from left to right as UAX #9 orders them.
//   - A run from right to left is reversed cluster by cluster, its brackets mirrored.
//   - U+202D at the start and U+202C at the end make Fyne's own analysis see a single run
//     from left to right.
//
// The letters join all the same: the shaper finds Arabic in a run that is said to go from
// left to right, turns its clusters round, shapes, and turns the glyphs round again. That
// undoes our reversal exactly if both sides agree what a cluster is (see continues). Golden
// pictures among the tests tell when another version of Fyne changes this.
//
// A visual string is for the eye, at the last moment before display. It must never be
// stored, compared, copied, searched, exported or given to a screen reader. The package
// must not know a widget, nor measure: callers pass in how wide a string is.
package typeset
