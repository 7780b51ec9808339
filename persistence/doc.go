// Package persistence keeps campaigns and the rows of imported data sets on
// disk. It implements domain.Store and metric.Store.
//
// Two things lie in the data directory. The journal is the durable truth: an
// append-only file of our own, in which every commit is one record with a
// checksum, synced before the commit is acknowledged. Badger holds the current
// state beside it, for reading; it is brought up to date from the journal when
// it is behind, and rebuilt from it when it is missing or ruined. The formats
// are described in docs/format-store.md.
//
// Nothing of what a person typed may leave this package in an error, a log or
// a report: errors carry codes and places. Badger's own error texts can hold
// keys and values, so they never pass uncovered.
package persistence
