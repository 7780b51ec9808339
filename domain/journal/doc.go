// Package journal keeps every edit ever made to a set of records, and derives
// from them what the records hold now, how they came to it, and where two
// people contradict each other.
//
// A Change is what happened to one field of one record; a Commit is the changes
// of one edit, made on one device; a State is what a set of commits amounts to.
// Devices exchange commits, in any order, as often as they like: states made of
// the same commits are equal byte by byte. Undo is a further commit, so history
// only grows.
//
// Records are known by kind and ID, their fields by a path; what they mean is
// not known here. The package keeps no clock and no randomness of its own and
// must not know entities, files, databases or the language of the interface.
//
// The rules of merging, and why they are so, are told in
// docs/decisions/0012-merge-rules.md.
package journal
