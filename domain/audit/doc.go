// Package audit says what a person is told of a journal: which actions were
// done, by whom, on which computer and when, what was different afterwards, and
// whether anything was altered or left out since.
//
// It reads commits and changes nothing. What it gives are keys and values, not
// sentences: those are of the window, in the person's language. It must not know
// a store, a file or a screen.
package audit
