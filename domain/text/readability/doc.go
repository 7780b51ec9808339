// Package readability says how hard a text is to read: how long its sentences and words
// are, and what the formula of its language makes of that. Formulas, sources, bands and
// what they do not promise are in docs/readability.md.
//
// Everything is counted paragraph by paragraph, in figures that add up, so that a
// keystroke costs the count of one paragraph.
//
// It must not judge the writing beyond that, and it makes no sentences: the catalogs word
// what a Report says. A score never keeps anything from going out.
package readability
