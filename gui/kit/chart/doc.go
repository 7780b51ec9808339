// Package chart draws figures over time or by category so that people can
// trust them: bars start at zero, gaps stay gaps, the number of values and
// their span stand beside the picture, colour is never the only difference.
//
// A Model is laid out into a Scene of lines, rectangles, dots and texts in
// device-independent pixels. That step is pure: it knows the size, the reading
// direction and how wide a text is, and nothing of Fyne's objects. Chart shows
// a Scene in a window; other back-ends can show the same one.
//
// The package must not compute figures; whoever makes the Model does.
package chart
