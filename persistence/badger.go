package persistence

import (
	"sync/atomic"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// badgerMagic goes into Badger's MANIFEST, so that a Badger store of another
// program is refused. It changes when our use of Badger changes beyond what an
// older Athar can open.
const badgerMagic = 0xA701

// txnBudget is how much of keys and values goes into one Badger transaction,
// in bytes. Badger refuses transactions of 15 % of the memtable: 2.5 MB.
const (
	memTableSize = 16 << 20
	txnBudget    = 2 << 20
	txnMaxOps    = 8_000
)

// badgerOptions are Badger's options. key is nil for a store that is not
// encrypted. Every one was measured; change none
// without the kill and damage tests.
func badgerOptions(dir string, lg badger.Logger, key []byte) badger.Options {
	o := badger.DefaultOptions(dir).
		WithSyncWrites(false). // the log is what a commit waits for: decision 18
		WithMemTableSize(memTableSize).
		WithNumMemtables(2).
		WithNumLevelZeroTables(2).
		WithNumLevelZeroTablesStall(6).
		WithNumCompactors(2).          // 1 is refused
		WithBlockCacheSize(16 << 20).  // 0 panics with compression
		WithIndexCacheSize(0).         // indexes of a plain store stay mapped
		WithValueThreshold(1 << 20).   // keeps the value log empty: its damage is silent
		WithValueLogFileSize(4 << 20). // 8 MB of disk instead of 2 GB
		WithCompression(options.Snappy).
		WithNumVersionsToKeep(1).
		WithDetectConflicts(true).
		WithNumGoroutines(2).
		WithMetricsEnabled(false).
		WithVerifyValueChecksum(true).
		WithChecksumVerificationMode(options.NoVerification). // the others kill the process or hide keys
		WithCompactL0OnClose(false).
		WithExternalMagic(badgerMagic).
		WithLogger(lg) // some errors exist only in the log
	if key == nil {
		return o
	}
	return o.WithEncryptionKey(key).
		WithEncryptionKeyRotationDuration(tableKeyLife).
		WithIndexCacheSize(8 << 20) // with 0, the first flush of an encrypted store panics
}

// tableKeyLife is how long Badger uses a key for new tables. The old ones stay in
// its KEYREGISTRY, wrapped by ours.
const tableKeyLife = 90 * 24 * time.Hour

// badgerLog counts what Badger logs and forgets the words: they can hold keys
// and values, and so what a person typed.
type badgerLog struct {
	errors   atomic.Int64
	warnings atomic.Int64
}

func (l *badgerLog) Errorf(string, ...any)   { l.errors.Add(1) }
func (l *badgerLog) Warningf(string, ...any) { l.warnings.Add(1) }
func (l *badgerLog) Infof(string, ...any)    {}
func (l *badgerLog) Debugf(string, ...any)   {}
