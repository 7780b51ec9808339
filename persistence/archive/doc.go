// Package archive reads and writes the container of a backup: a head that says
// what is in it, a compressed row of entries, and a trailer with counts and a
// checksum over everything. docs/format-backup.md describes it.
//
// It must not know what the entries mean: package persistence does.
package archive
