package journal

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"time"
)

// Salt makes the digest of forgotten values useless for guessing them.
type Salt [16]byte

// Digest is a SHA-256.
type Digest [32]byte

// Commit is one edit as it is kept and exchanged: all of its changes or none. It
// is made by Device.Write or Decode and must not be altered: its hash covers it.
type Commit struct {
	ID     ID
	Scope  ID     // what the commits belong to together, such as a campaign
	Device ID     // where it was made
	Seq    uint64 // number among the commits of the device in the scope, from 1
	Prev   Digest // hash of the device's commit before, zero for the first one

	Author string    // who made it, as they called themselves
	At     time.Time // wall time of the device, for readers; to the millisecond
	Clock  Clock     // for order
	Raised bool      // Clock had to exceed a parent's that is too far ahead

	Label  string // catalog key of what was done
	Merge  string // equal for commits that are one step when typed without pause
	Undoes []ID   // the commits it takes back, when it is an undo; in their order

	Changes []Change // sorted by record and field, each field once

	hash Digest
}

// What one commit may hold. Text of a whole campaign stays far below.
const (
	MaxChanges = 1 << 17
	MaxEncoded = 32 << 20 // bytes of an encoded commit
	maxValue   = 1 << 20  // bytes of a value
	maxName    = 1 << 10  // bytes of a path, element, author, label or merge key
	maxParents = 1 << 12
)

// Hash returns the commit's SHA-256, which the device's next commit repeats: a
// commit altered afterwards, or left out, is noticed. It does not cover forgotten
// values but their salted digests, so that forgetting breaks no chain.
func (c *Commit) Hash() Digest { return c.hash }

// Position is a commit's place in the one order that all devices agree on. It
// never puts a change before one that it replaces.
type Position struct {
	Clock  Clock
	Device ID
	Seq    uint64
}

// Position returns the commit's place.
func (c *Commit) Position() Position { return Position{c.Clock, c.Device, c.Seq} }

// Compare returns -1, 0 or 1.
func (p Position) Compare(q Position) int {
	if d := p.Clock.Compare(q.Clock); d != 0 {
		return d
	}
	if d := bytes.Compare(p.Device[:], q.Device[:]); d != 0 {
		return d
	}
	switch {
	case p.Seq < q.Seq:
		return -1
	case p.Seq > q.Seq:
		return 1
	}
	return 0
}

// change returns the commit's change to a field, nil when there is none.
func (c *Commit) change(record Ref, field Field) *Change {
	i, ok := slices.BinarySearchFunc(c.Changes, Change{Record: record, Field: field}, Change.compare)
	if !ok {
		return nil
	}
	return &c.Changes[i]
}

// touches reports whether the commit changes the record.
func (c *Commit) touches(record Ref) bool {
	i, ok := slices.BinarySearchFunc(c.Changes, Change{Record: record}, Change.compare)
	return ok || i < len(c.Changes) && c.Changes[i].Record == record
}

// seal computes the digests of the changes and the hash over everything.
func (c *Commit) seal() {
	for i := range c.Changes {
		if ch := &c.Changes[i]; !ch.gone {
			ch.digest = ch.sum()
		}
	}
	c.hash = c.sum()
}

// sum returns the digest of a change's values.
func (c *Change) sum() Digest {
	b := append(make([]byte, 0, 64+len(c.Before.data)+len(c.After.data)), c.salt[:]...)
	return sha256.Sum256(appendValue(appendValue(b, c.Before), c.After))
}

// sum returns the hash of everything but the values, which are covered by their
// digests.
func (c *Commit) sum() Digest {
	b := appendHead(make([]byte, 0, 256+128*len(c.Changes)), c)
	for i := range c.Changes {
		b = append(appendPlace(b, &c.Changes[i]), c.Changes[i].digest[:]...)
	}
	return sha256.Sum256(b)
}

// verify reports why the commit is not one that was sealed, nil when it is.
func (c *Commit) verify() *Error {
	if bad := c.check(); bad != nil {
		return bad.of(c.ID)
	}
	for i := range c.Changes {
		if ch := &c.Changes[i]; !ch.gone && ch.sum() != ch.digest {
			return fail(ErrHash, "values").of(c.ID)
		}
	}
	if c.sum() != c.hash {
		return fail(ErrHash, "commit").of(c.ID)
	}
	return nil
}

// Forget returns the commit without the values it gave to the record, salts
// included; who, when and which fields stay, and so does the hash. A commit that
// holds no values of the record is returned as it is.
func (c *Commit) Forget(record Ref) *Commit {
	out := *c
	out.Changes = slices.Clone(c.Changes)
	changed := false
	for i := range out.Changes {
		ch := &out.Changes[i]
		if ch.Record != record || ch.gone || ch.After == forget {
			continue
		}
		ch.Before, ch.After, ch.salt, ch.gone, changed = None, None, Salt{}, true, true
	}
	if !changed {
		return c
	}
	return &out
}
