package session

import (
	"slices"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// step is one undo step: everything a person sees as one action.
type step struct {
	label   string
	key     string // merge key of its edits
	merge   string // of its commits: equal in no other step
	place   domain.Place
	commits []*journal.Commit
}

// draft is what was typed of the newest undo step and is no commit yet.
type draft struct{ changes []journal.Change }

// remember makes the steps of an earlier day ones that can be undone.
func (s *Session) remember(own []*journal.Commit) {
	undo, redo := journal.Steps(slices.Values(s.undoable(own)), StepPause)
	for _, list := range []struct {
		from []journal.Step
		to   *[]step
	}{{undo, &s.undo}, {redo, &s.redo}} {
		for _, st := range list.from[max(0, len(list.from)-MaxSteps):] {
			*list.to = append(*list.to, step{
				label: st.Label, merge: st.Merge, place: s.placeOf(st.Commits[0], own...), commits: st.Commits,
			})
		}
	}
}

// undoable returns the commits that an undo in the window may take back. Nobody who
// works on a campaign means that it was made, or put into the trash and out of it;
// and what was removed for ever stays so.
func (s *Session) undoable(own []*journal.Commit) []*journal.Commit {
	header := domain.RefOf(domain.KindHeader, s.state.Scope())
	first := 0
	for i, c := range own {
		for _, ch := range c.Changes {
			if ch.Record == header && (ch.Field == journal.Field{} || ch.Field.Path == "trashed") {
				first = i + 1
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(own[first:]), func(c *journal.Commit) bool { return c.Label == labelForget })
}

// placeOf returns where a commit is seen. What is known of a record that is not
// there now, such as the item of an answer that was undone, is what the earlier
// commits say of it.
func (s *Session) placeOf(c *journal.Commit, earlier ...*journal.Commit) domain.Place {
	first := c.Changes[0]
	fields, there := s.state.Record(first.Record)
	if !there {
		fields = lastKnown(earlier, first.Record)
	}
	return domain.PlaceOf(s.state.Scope(), first.Record, first.Field, fields)
}

// lastKnown returns the last value that commits gave to each field of a record.
func lastKnown(commits []*journal.Commit, ref journal.Ref) journal.Fields {
	fields := journal.Fields{}
	for _, c := range commits {
		for _, ch := range c.Changes {
			if ch.Record == ref && !ch.After.Empty() {
				fields[ch.Field.Path] = ch.After
			}
		}
	}
	return fields
}

// typesOn reports whether an edit goes on where the last one ended, shortly after it.
func (s *Session) typesOn(key string, now time.Time) bool {
	n := len(s.undo)
	return key != "" && !s.broken && n > 0 && s.undo[n-1].key == key && len(s.redo) == 0 &&
		now.Sub(s.typing) < StepPause
}

func (s *Session) push(st step) {
	s.undo = append(s.undo, st)
	s.draft, s.broken = &draft{}, false
	if len(s.undo) > MaxSteps {
		s.undo = slices.Clone(s.undo[len(s.undo)-MaxSteps:])
	}
}

// add makes changes a part of the newest step. A step in which everything that was
// typed was deleted again is none.
func (s *Session) add(changes []journal.Change) {
	top := &s.undo[len(s.undo)-1]
	if s.draft == nil {
		s.draft = &draft{}
	}
	s.draft.changes = journal.Compose(s.draft.changes, changes)
	var all []journal.Change
	for _, c := range top.commits {
		all = journal.Compose(all, c.Changes)
	}
	if len(journal.Compose(all, s.draft.changes)) > 0 {
		return
	}
	s.report(s.write())
	s.undo, s.broken = s.undo[:len(s.undo)-1], true
}

// write makes a commit of the draft.
func (s *Session) write() error {
	if s.draft == nil || len(s.draft.changes) == 0 {
		s.draft = nil
		return nil
	}
	top := &s.undo[len(s.undo)-1]
	c, err := s.commit(journal.Edit{Label: top.label, Merge: top.merge, Changes: s.draft.changes})
	if err != nil {
		return err
	}
	s.draft = nil
	if c != nil {
		top.commits = append(top.commits, c)
	}
	return nil
}

// commit makes a commit and lays it aside for the store.
func (s *Session) commit(e journal.Edit) (*journal.Commit, error) {
	c, err := s.device.Write(s.state, e)
	if c != nil {
		s.made.commits = append(s.made.commits, c)
	}
	return c, journalError(err)
}

// Undo takes the newest step back, as a new change. Where something newer of
// another device stands, that stays, and ErrUndoNewer says so; what can be taken
// back is.
func (s *Session) Undo() error { return s.turn(&s.undo, &s.redo, "edit.undo") }

// Redo does again what was last undone.
func (s *Session) Redo() error { return s.turn(&s.redo, &s.undo, "edit.redo") }

// UndoLabel returns the catalog key of what Undo would take back.
func (s *Session) UndoLabel() (label string, ok bool) { return topLabel(s.undo) }

// RedoLabel returns the catalog key of what Redo would do again.
func (s *Session) RedoLabel() (label string, ok bool) { return topLabel(s.redo) }

// UndoPlace returns where a person sees what Undo would take back.
func (s *Session) UndoPlace() (place domain.Place, ok bool) { return topPlace(s.undo) }

// RedoPlace returns where a person sees what Redo would do again.
func (s *Session) RedoPlace() (place domain.Place, ok bool) { return topPlace(s.redo) }

func topPlace(steps []step) (domain.Place, bool) {
	if len(steps) == 0 {
		return domain.Place{}, false
	}
	return steps[len(steps)-1].place, true
}

func topLabel(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].label, true
}

// turn moves the newest step of from, taken back by a commit, to the stack to. A
// step of which nothing is left to take back is passed over.
func (s *Session) turn(from, to *[]step, label string) error {
	if s.deps.Locked != nil {
		return s.deps.Locked
	}
	if err := s.write(); err != nil {
		return err
	}
	for len(*from) > 0 {
		n := len(*from) - 1
		st := (*from)[n]
		*from = (*from)[:n]
		changes, skipped := s.state.Undo(st.commits...)
		newer := slices.ContainsFunc(skipped, func(k journal.Skipped) bool { return k.Reason != journal.Already })
		if len(changes) == 0 && !newer {
			continue
		}
		if err := s.takeBack(st, changes, label, to); err != nil {
			return err
		}
		if newer {
			return domain.Problem(domain.ErrUndoNewer, "")
		}
		return nil
	}
	return domain.Problem(domain.ErrNothingToUndo, "")
}

// takeBack writes the changes that take a step back and shows what they do.
func (s *Session) takeBack(st step, changes []journal.Change, label string, to *[]step) error {
	var ids []domain.ID
	for _, c := range st.commits {
		ids = append(ids, c.ID)
	}
	c, err := s.commit(journal.Edit{Label: label, Undoes: ids, Changes: changes})
	if err != nil || c == nil {
		return err
	}
	*to = append(*to, step{label: st.label, place: st.place, commits: []*journal.Commit{c}})
	s.typing, s.broken = time.Time{}, true
	s.dirty()
	s.show(refsOf(c))
	return nil
}
