package session

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// labelForget names what cannot be undone.
const labelForget = "edit.forget"

// Receive takes in commits of other devices and shows what they amount to.
// They are saved like edits.
func (s *Session) Receive(commits ...*journal.Commit) (journal.Report, error) {
	if s.deps.Locked != nil {
		return journal.Report{}, s.deps.Locked
	}
	if err := s.write(); err != nil { // else what is typed would build on what came
		return journal.Report{}, err
	}
	held := s.state.Waiting()
	r := s.device.Receive(s.state, commits...)
	s.made.take(r, s.state, held)
	s.forgetSteps(r.Forgotten)
	if s.made.empty() {
		return r, nil
	}
	s.broken = true
	s.dirty()
	s.show(r.Touched)
	return r, nil
}

// take lays aside for the store what came.
func (b *batch) take(r journal.Report, state *journal.State, held []*journal.Commit) {
	b.commits = append(b.commits, r.Applied...)
	b.forgotten = append(b.forgotten, r.Forgotten...)
	for _, c := range state.Waiting() {
		if !slices.Contains(held, c) {
			b.waiting = append(b.waiting, c)
		}
	}
}

// Conflicts returns every field on which devices contradict each other, in the
// order of records and fields.
func (s *Session) Conflicts() []journal.Conflict { return s.state.Conflicts() }

// Resolve settles a conflict, in favour of one side or of something else. For
// the zero Field, None removes the record and any other value keeps it.
func (s *Session) Resolve(ref journal.Ref, field journal.Field, v journal.Value) error {
	if s.deps.Locked != nil {
		return s.deps.Locked
	}
	if err := s.write(); err != nil {
		return err
	}
	changes, err := s.state.Resolve(ref, field, v)
	if err != nil {
		return journalError(err)
	}
	return s.do("edit.resolve", changes)
}

// Record returns what a record holds now, also what only a newer Athar knows; ok is
// false when there is none.
func (s *Session) Record(ref journal.Ref) (fields journal.Fields, ok bool) {
	s.report(s.write())
	return s.state.Record(ref)
}

// Changed returns when a record was last changed, as far as that has been written
// to the journal: what is being typed counts a moment later. The zero time is never.
func (s *Session) Changed(ref journal.Ref) time.Time {
	at := s.state.Changed(ref)
	if at == (journal.Clock{}) {
		return time.Time{}
	}
	return at.Time()
}

// SetRecord makes a record what it was at another time; nil fields remove it. The
// label is the catalog key of what that is called.
func (s *Session) SetRecord(label string, ref journal.Ref, fields journal.Fields) error {
	return s.SetRecords(label, journal.Records{ref: fields})
}

// SetRecords does to several records as one step what SetRecord does to one.
func (s *Session) SetRecords(label string, all journal.Records) error {
	if s.deps.Locked != nil {
		return s.deps.Locked
	}
	if err := s.write(); err != nil {
		return err
	}
	before, after := journal.Records{}, journal.Records{}
	for ref, fields := range all {
		if now, there := s.state.Record(ref); there {
			before[ref] = now
		}
		if fields != nil {
			after[ref] = fields
		}
	}
	if err := s.sign(before, after); err != nil {
		return err
	}
	return s.do(label, journal.Diff(before, after))
}

// sign has the messages that the records change say who wrote them: those who did so
// far, and the author where what goes out is another. A message that loses what its
// status asks for is added to the records. What else they hold, which may be of a newer
// Athar, stays as it is.
func (s *Session) sign(before, after journal.Records) error {
	next, err := s.current.With(s.restored(before, after))
	if err != nil {
		return err
	}
	if next, err = domain.Signed(s.current, next, s.signer()); err != nil {
		return err
	}
	for _, m := range next.Messages {
		_, restored := after[domain.RefOf(domain.KindMessage, m.ID)]
		if now, _ := s.current.Message(m.ID); restored || now.Status != m.Status || !slices.Equal(now.Writers, m.Writers) || !slices.Equal(now.Unsigned, m.Unsigned) {
			s.signRecord(before, after, m)
		}
	}
	return nil
}

// restored returns what the records change in the campaign. Those of a kind that only
// a newer Athar has change nothing there, and a campaign without its header is none.
func (s *Session) restored(before, after journal.Records) (changes []domain.Change) {
	for ref, fields := range before {
		_, stays := after[ref]
		r, err := domain.RecordOf(domain.Kind(ref.Kind), ref.ID, fields)
		if !stays && err == nil && r.Kind() != domain.KindHeader {
			changes = append(changes, domain.Change{Kind: r.Kind(), ID: ref.ID})
		}
	}
	for ref, fields := range after {
		r, err := domain.RecordOf(domain.Kind(ref.Kind), ref.ID, fields)
		if err != nil {
			continue
		}
		if m, is := r.(domain.Message); is {
			r = s.writtenSoFar(m)
		}
		changes = append(changes, domain.Change{Kind: r.Kind(), ID: ref.ID, After: r})
	}
	return changes
}

// writtenSoFar returns a message of another time with those as writers as well who
// wrote in what it is now.
func (s *Session) writtenSoFar(m domain.Message) domain.Message {
	now, _ := s.current.Message(m.ID)
	m.Writers = journal.Set(append(now.Writers, m.Writers...)...).Elements()
	m.Unsigned = append(slices.Clone(now.Unsigned), m.Unsigned...)
	slices.SortFunc(m.Unsigned, func(a, b domain.ID) int { return slices.Compare(a[:], b[:]) })
	m.Unsigned = slices.Compact(m.Unsigned)
	return m
}

// signRecord puts who wrote a message, and its status, into its record.
func (s *Session) signRecord(before, after journal.Records, m domain.Message) {
	ref := domain.RefOf(domain.KindMessage, m.ID)
	fields, restored := after[ref]
	if !restored {
		fields, _ = s.state.Record(ref)
		before[ref] = fields
	}
	fields, signed := maps.Clone(fields), domain.FieldsOf(m)
	for _, path := range []string{"writers", "unsigned", "status"} {
		if delete(fields, path); !signed[path].Empty() {
			fields[path] = signed[path]
		}
	}
	after[ref] = fields
}

// Forget removes records for ever, with every value they ever held, here and on
// every device that hears of it. It cannot be undone.
func (s *Session) Forget(refs ...journal.Ref) error {
	if s.deps.Locked != nil {
		return s.deps.Locked
	}
	if err := s.write(); err != nil {
		return err
	}
	var changes []journal.Change
	for _, ref := range refs {
		changes = append(changes, journal.Forgetting(ref))
	}
	c, err := s.commit(journal.Edit{Label: labelForget, Changes: changes})
	if err != nil || c == nil {
		return err
	}
	s.made.forgotten = append(s.made.forgotten, refs...)
	for i, made := range s.made.commits {
		for _, ref := range refs {
			made = made.Forget(ref)
		}
		s.made.commits[i] = made
	}
	s.forgetSteps(refs)
	s.broken = true
	s.dirty()
	s.show(refsOf(c))
	return nil
}

// forgetSteps takes what is forgotten out of the steps that can be undone.
func (s *Session) forgetSteps(refs []journal.Ref) {
	for _, steps := range [][]step{s.undo, s.redo} {
		for i := range steps {
			for j, c := range steps[i].commits {
				for _, ref := range refs {
					c = c.Forget(ref)
				}
				steps[i].commits[j] = c
			}
		}
	}
}

// do writes changes as a step of its own that can be undone.
func (s *Session) do(label string, changes []journal.Change) error {
	c, err := s.commit(journal.Edit{Label: label, Changes: changes})
	if err != nil || c == nil {
		return err
	}
	s.push(step{label: label, place: s.placeOf(c), commits: []*journal.Commit{c}})
	s.draft, s.redo, s.broken = nil, nil, true
	s.dirty()
	s.show(refsOf(c))
	return nil
}

// show makes the campaign what the state says of the records.
func (s *Session) show(refs []journal.Ref) {
	var changes []domain.Change
	shown := s.records(refs)
	for _, ref := range refs {
		after, known := recordIn(s.state, ref)
		before := shown[ref]
		if !known || (before == nil && after == nil) || reflect.DeepEqual(before, after) ||
			(after == nil && ref.Kind == journal.Kind(domain.KindHeader)) { // a campaign without a header cannot be shown
			continue
		}
		changes = append(changes, domain.Change{Kind: domain.Kind(ref.Kind), ID: ref.ID, Before: before, After: after})
	}
	next, err := s.current.With(changes)
	if err != nil || len(changes) == 0 {
		return
	}
	s.become(next, changes)
}

// records returns those of the records that the campaign shows.
func (s *Session) records(refs []journal.Ref) map[journal.Ref]domain.Record {
	out := make(map[journal.Ref]domain.Record, len(refs))
	for _, ref := range refs {
		out[ref] = nil
	}
	for _, r := range s.current.Records() {
		ref := domain.RefOf(r.Kind(), r.RecordID())
		if _, wanted := out[ref]; wanted {
			out[ref] = r
		}
	}
	return out
}

// journalError gives an error of the journal the code of the domain.
func journalError(err error) error {
	var e *journal.Error
	if !errors.As(err, &e) {
		return err
	}
	code := domain.ErrInternal
	switch e.Code {
	case journal.ErrNotFound:
		code = domain.ErrNotFound
	case journal.ErrTooBig:
		code = domain.ErrTooLong
	}
	return &domain.Error{Code: code, Field: "journal", Err: err}
}
