// Package persistence keeps campaigns and the rows of imported data sets on
// disk. It implements domain.JournalStore and metric.Store.
//
// Two things lie in the data directory. The log is the durable truth: an
// append-only file of our own, in which every commit is one record with a
// checksum, synced before the commit is acknowledged. Badger holds the current
// state beside it, for reading, with the history of every campaign; it is
// brought up to date from the log when it is behind, and rebuilt from it when it
// is missing or ruined. The formats are described in docs/format-store.md.
//
// The log lies in the folder journal and is called so in older code; the journal
// of domain/journal, who did what to a campaign, is what is kept in it.
//
// Nothing of what a person typed may leave this package in an error, a log or
// a report: errors carry codes and places. Badger's own error texts can hold
// keys and values, so they never pass uncovered.
package persistence
