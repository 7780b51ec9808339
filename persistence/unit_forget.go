package persistence

import (
	"bytes"
	"context"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// What is forgotten for ever goes with the commit that says so: the record, the
// values that any kept commit gave to it, and the rows of a data set. The commits
// stay, with who made them and when, and so does the chain of their hashes. The
// old part of the state goes because the commit brings the new one.
//
// That is the store. What else holds the values is the matter of
// Store.FinishForgetting.

// forgetting takes note of what the commit forgets.
func (b *editBuilder) forgetting(refs []wireRef) {
	for _, w := range refs {
		ref, err := refOf(w.Kind, w.ID)
		b.fail(err)
		b.forgotten = append(b.forgotten, ref)
	}
}

// without returns a commit's bytes without what is forgotten.
func (b *editBuilder) without(c *journal.Commit, raw []byte) []byte {
	if without := forgetAll(c, b.forgotten); without != c {
		return without.Encode()
	}
	return raw
}

// forgetAll returns the commit without values of the records.
func forgetAll(c *journal.Commit, refs []journal.Ref) *journal.Commit {
	for _, ref := range refs {
		c = c.Forget(ref)
	}
	return c
}

// forget removes what is kept of the records. It comes before what the commit
// brings, which counts.
func (b *editBuilder) forget(txn *badger.Txn) {
	if len(b.forgotten) == 0 || b.err != nil {
		return
	}
	b.looked = true
	for _, letter := range []byte{letterJournal, letterWaiting} {
		b.forgetIn(txn, letter)
	}
	for _, ref := range b.forgotten {
		if !isRecordLetter(byte(ref.Kind)) {
			continue
		}
		kind := domain.Kind(ref.Kind)
		b.ops = append(b.ops, op{key: recordKey(kind, b.campaign, ref.ID)})
		b.gone = b.gone || kind == domain.KindHeader
		if kind == domain.KindDataSet && !isShared(txn, b.campaign, ref.ID) {
			b.ops = append(b.ops, dropOps(ref.ID, txn)...)
		}
	}
}

// forgetIn rewrites the commits under a letter that hold values of the records.
func (b *editBuilder) forgetIn(txn *badger.Txn, letter byte) {
	prefix := campaignPrefix(letter, b.campaign)
	b.fail(eachWhole(context.Background(), txn, prefix, func(key, data []byte) error {
		if !mentions(data, b.forgotten) {
			return nil
		}
		c, err := openCommit(key, data)
		if err != nil {
			return err
		}
		if without := forgetAll(c, b.forgotten); without != c {
			b.addParts(partOps(bytes.Clone(key), without.Encode()))
		}
		return nil
	}))
}

// mentions reports whether the bytes of a commit may be about one of the
// records. Where there are many, it is quicker to read the commit.
func mentions(data []byte, refs []journal.Ref) bool {
	return len(refs) > 4 || slices.ContainsFunc(refs, func(ref journal.Ref) bool {
		return bytes.Contains(data, ref.ID[:])
	})
}

// isShared reports whether another campaign has the data set as well.
func isShared(txn *badger.Txn, campaign, set domain.ID) bool {
	it := txn.NewIterator(keysOnly([]byte{byte(domain.KindDataSet)}))
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		key := it.Item().Key()
		if idAt(key, 1+idSize) == set && idAt(key, 1) != campaign {
			return true
		}
	}
	return false
}
