// Package backup says what a backup is, how backup files are named, which of
// them are kept, and how what is in one differs from what there is now.
//
// It must not read or write files: persistence does that.
package backup
