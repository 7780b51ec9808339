// Package plain writes what is kept as JSON Lines and CSV that can be read
// without Athar: every field of every record, and the rows of data sets. The
// past is not in it; a backup has that.
//
// The names of files, columns and keys are documented in docs/terminal.md. It
// must not read anything back: what it writes is for other programs.
package plain
