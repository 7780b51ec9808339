// Package domain holds the words of the field as plain values: a campaign with
// its audience segments, messages, checklist answers, indicators, readings and
// imported data sets; the edits a person makes to them; what is wrong with
// them; and the port through which they are kept.
//
// A Campaign is a value: edits return a new one and share what did not change.
// Nothing here knows a window, a database, a file or the language of the
// interface. Time and IDs are passed in.
package domain
