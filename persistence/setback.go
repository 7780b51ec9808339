package persistence

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// The file SETBACK says that the store is not what it was: it was put in the
// place of another, or a rebuild could not bring everything back. The next start
// begins a new epoch. What was lost stands in it, so that it is told even when
// the start that found it out dies:
//
//	a rebuild lost something
//	from 2026-11-23T14:05:00Z
//	to 2026-11-23T14:31:12Z
const setBackLoss = "a rebuild lost something"

// setBackCopied is what SETBACK says in a store that a conversion is about to
// replace. The new one goes on in its epoch, so this one must not.
const setBackCopied = "another store goes on with this one's epoch\n"

// giveUpEpoch leaves the epoch of the store to the one that replaces it.
func (p *place) giveUpEpoch() error {
	return writeFileSynced(p.path(fileSetBack), []byte(setBackCopied))
}

// keepEpoch takes giveUpEpoch back for a store that was not replaced after all.
func (p *place) keepEpoch() error {
	path := p.path(fileSetBack)
	if raw, _ := os.ReadFile(path); string(raw) != setBackCopied {
		return nil
	}
	if err := os.Remove(path); err != nil {
		return fileError(path, err)
	}
	return fileError(path, syncDir(p.dir))
}

// noteLoss writes SETBACK: the newest record before what was lost is as old as
// the checkpoint or the newest commit after it.
func (s *Store) noteLoss(checkpoint time.Time, t tail) error {
	from := checkpoint
	if t.last.After(from) {
		from = t.last
	}
	text := fmt.Sprintf(setBackLoss+"\nfrom %s\n", from.UTC().Format(time.RFC3339))
	if t.until.After(from) {
		text += fmt.Sprintf("to %s\n", t.until.UTC().Format(time.RFC3339))
	}
	return writeFileSynced(s.place.path(fileSetBack), []byte(text))
}

// readLoss takes what SETBACK says of a loss into the report.
func (s *Store) readLoss() {
	raw, _ := os.ReadFile(s.place.path(fileSetBack))
	text, is := strings.CutPrefix(string(raw), setBackLoss+"\n")
	if !is {
		return
	}
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		at, err := time.Parse(time.RFC3339, value)
		switch {
		case err != nil:
		case name == "from":
			s.report.LostFrom = at
		case name == "to":
			s.report.LostTo = at
		}
	}
}
