package persistence

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/dgraph-io/badger/v4"
	"github.com/google/uuid"

	"athar/domain"
	"athar/domain/journal"
)

// The file FORGETTING says what was forgotten for ever and may still be found in
// the log, in checkpoints or in what Badger has not cleared away. It names
// records and holds nothing of what they held:
//
//	athar forgetting
//	tables
//	0193… M 0193…
//
// A line with a campaign, a kind and a record stands there until the log and the
// checkpoints are without its values; "tables" until Badger's tables are made
// anew. It is written before the commit that forgets: a record that is not
// forgotten after all is passed over.
type forgettingNote struct {
	refs   []scopedRef
	tables bool
}

// scopedRef is a record of a campaign.
type scopedRef struct {
	campaign domain.ID
	ref      journal.Ref
}

const (
	forgettingHead   = "athar forgetting"
	forgettingTables = "tables"
)

func (n forgettingNote) encode() []byte {
	b := []byte(forgettingHead + "\n")
	if n.tables {
		b = append(b, forgettingTables+"\n"...)
	}
	for _, r := range n.refs {
		b = fmt.Appendf(b, "%s %c %s\n", r.campaign, r.ref.Kind, r.ref.ID)
	}
	return b
}

// decodeForgetting reads what encode makes; lines that make no sense are passed
// over, so that one of them does not keep the others from being done.
func decodeForgetting(raw []byte) (n forgettingNote) {
	lines := bufio.NewScanner(bytes.NewReader(raw))
	if !lines.Scan() || lines.Text() != forgettingHead {
		return n
	}
	for lines.Scan() {
		if lines.Text() == forgettingTables {
			n.tables = true
			continue
		}
		var campaign, id string
		var kind rune
		if _, err := fmt.Sscanf(lines.Text(), "%s %c %s", &campaign, &kind, &id); err != nil {
			continue
		}
		c, err1 := uuid.Parse(campaign)
		r, err2 := uuid.Parse(id)
		if err1 == nil && err2 == nil && kind < 1<<8 {
			n.refs = append(n.refs, scopedRef{c, journal.Ref{Kind: journal.Kind(kind), ID: r}})
		}
	}
	return n
}

func (s *Store) readForgetting() (forgettingNote, error) {
	path := s.place.path(fileForgetting)
	raw, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return forgettingNote{}, nil
	}
	return decodeForgetting(raw), fileError(path, err)
}

// writeForgetting keeps the note; one that says nothing is removed.
func (s *Store) writeForgetting(n forgettingNote) error {
	path := s.place.path(fileForgetting)
	if n.tables || len(n.refs) > 0 {
		return writeFileSynced(path, n.encode())
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fileError(path, err)
	}
	return nil
}

// noteForgetting writes down what a commit is about to forget. The write lock
// must be held.
func (s *Store) noteForgetting(campaign domain.ID, refs []wireRef) error {
	if len(refs) == 0 {
		return nil
	}
	n, err := s.readForgetting()
	if err != nil {
		return err
	}
	for _, w := range refs {
		ref, err := refOf(w.Kind, w.ID)
		if err != nil {
			return err
		}
		if r := (scopedRef{campaign, ref}); !slices.Contains(n.refs, r) {
			n.refs = append(n.refs, r)
		}
	}
	if err := s.writeForgetting(n); err != nil {
		return err
	}
	s.opts.step("forgetting noted")
	return nil
}

// forgottenOf returns those of the records that are forgotten, with the parts
// that say so.
func forgottenOf(txn *badger.Txn, refs []scopedRef) (forgotten, error) {
	out := forgotten{}
	for _, r := range refs {
		part, found, err := readParts(txn, partKey(r.campaign, r.ref))
		if err != nil {
			return nil, err
		}
		if !found || !saysForgotten(r, part) {
			continue
		}
		if out[r.campaign] == nil {
			out[r.campaign] = map[journal.Ref][]byte{}
		}
		out[r.campaign][r.ref] = part
	}
	return out, nil
}

// withoutForgotten returns a commit without values of records that were forgotten
// before it came.
func withoutForgotten(txn *badger.Txn, c *journal.Commit) (*journal.Commit, error) {
	var refs []scopedRef
	for i := range c.Changes {
		r := scopedRef{c.Scope, c.Changes[i].Record}
		if n := len(refs); n == 0 || refs[n-1] != r { // they are sorted
			refs = append(refs, r)
		}
	}
	gone, err := forgottenOf(txn, refs)
	return forgetAll(c, gone.refs(c.Scope)), err
}

// saysForgotten reports whether the state about a record is that it was forgotten.
func saysForgotten(r scopedRef, part []byte) bool {
	state, err := journal.LoadState(nil, journal.NewState(r.campaign, nil).EncodeTips(), part)
	return err == nil && state.Forgotten(r.ref)
}
