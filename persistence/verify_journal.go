package persistence

import (
	"bytes"

	"athar/domain"
	"athar/domain/journal"
)

// journalCheck follows the tables of the journal in the order of their keys:
// every commit, and that those of a device are a chain without a gap, each
// knowing the hash of the one before.
type journalCheck struct {
	parts   parted
	last    *journal.Commit // the commit before, of the same device or of another
	tips    map[domain.ID]map[domain.ID]uint64
	commits int64 // of the journal
	named   int64 // commits that are known by their ID
	waiting int64
	gaps    bool // numbers that are missing in a chain
}

func newJournalCheck() *journalCheck {
	return &journalCheck{tips: map[domain.ID]map[domain.ID]uint64{}}
}

// holds reports whether a key belongs to one of the tables.
func (c *journalCheck) holds(key []byte) bool {
	switch letterOf(key) {
	case letterJournal:
		return len(key) == journalKeySize
	case letterPart:
		return len(key) == partKeySize
	case letterWaiting:
		return len(key) == waitingKeySize
	case letterTips, letterCommit, letterDevice, letterPreference:
		return len(key) == 1+idSize
	}
	return false
}

// add checks the next key and value and reports whether they are good.
func (c *journalCheck) add(key, value []byte) bool {
	switch letterOf(key) {
	case letterDevice:
		_, err := openDevice(key, value)
		return err == nil
	case letterPreference:
		_, err := openPreference(key, value)
		return err == nil
	case letterCommit:
		env, err := openEnvelope(key, value)
		if err != nil || !goodCommitValue(env) {
			return false
		}
		if _, ok := placeOfCommit(env); ok {
			c.named++
		}
		return true
	case letterTips:
		return c.addTips(key, value)
	}
	whole, err := c.parts.add(key, value)
	if err != nil {
		c.parts = parted{}
		return false
	}
	if c.parts.left > 0 {
		return true
	}
	switch letterOf(key) {
	case letterPart:
		return isPart(c.parts.key, whole)
	case letterWaiting:
		c.waiting++
		_, err = openCommit(c.parts.key, whole)
		return err == nil
	}
	return c.addCommit(c.parts.key, whole)
}

func (c *journalCheck) addTips(key, value []byte) bool {
	env, err := openEnvelope(key, value)
	if err != nil || env.codec != codecPart {
		return false
	}
	state, err := journal.LoadState(nil, env.payload)
	if err != nil || state.Scope() != idAt(key, 1) {
		return false
	}
	c.tips[state.Scope()] = state.Seen()
	return true
}

// isPart reports whether data is the state about the record that the key names.
func isPart(key, data []byte) bool {
	ref := journal.Ref{Kind: journal.Kind(key[1+idSize]), ID: idAt(key, 2+idSize)}
	state, err := journal.LoadState(nil, journal.NewState(idAt(key, 1), nil).EncodeTips(), data)
	return err == nil && bytes.Equal(state.EncodeRecord(ref), data)
}

// addCommit checks a commit and that it follows the one before.
func (c *journalCheck) addCommit(key, data []byte) bool {
	commit, err := openCommit(key, data)
	if err != nil {
		return false
	}
	before := c.last
	c.last = commit
	c.commits++
	if before == nil || before.Scope != commit.Scope || before.Device != commit.Device {
		c.closeChain(before)
		c.gaps = c.gaps || commit.Seq != 1
		return true
	}
	if commit.Seq != before.Seq+1 {
		c.gaps = true
		return true
	}
	return commit.Prev == before.Hash()
}

// closeChain checks that the last commit of a device is its newest.
func (c *journalCheck) closeChain(last *journal.Commit) {
	if last == nil {
		return
	}
	tips := c.tips[last.Scope]
	c.gaps = c.gaps || tips[last.Device] != last.Seq
	delete(tips, last.Device)
}

// end reports whether everything that should be there came: the last part, an ID
// for each commit, and a commit for the newest number of each device.
func (c *journalCheck) end() bool {
	c.closeChain(c.last)
	c.last = nil
	for _, left := range c.tips {
		c.gaps = c.gaps || len(left) > 0
	}
	return c.parts.end() == nil && c.named == c.commits
}
