package journal

import (
	"slices"
	"time"
)

// Device makes the commits of one device. It belongs to the goroutine of the
// states it writes to. All fields but Ticker and Author are required.
//
// A device that was set back to an older state must take a new ID: with the old
// one it would give its numbers out twice.
type Device struct {
	ID     ID
	Author string // who works on it
	Ticker Ticker
	Now    func() time.Time
	NewID  func() ID
	Salt   func() Salt // fresh randomness
}

// Edit is what a person did, to be written as a commit. Of its changes only
// Record, Field, After and, where they were chosen by Undo or Resolve, Parents
// count.
type Edit struct {
	Label   string
	Merge   string
	Undoes  []ID
	Changes []Change
}

// Write makes the next commit of the device and applies it. An edit that changes
// nothing makes no commit: nil and no error.
func (d *Device) Write(s *State, e Edit) (*Commit, error) {
	changes, err := s.prepare(e.Changes)
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	t := s.tips[d.ID]
	d.Ticker.resume(t.reading)
	now := d.Now()
	c := &Commit{
		ID: d.NewID(), Scope: s.scope, Device: d.ID, Seq: t.seq + 1, Prev: t.hash,
		Author: d.Author, At: time.UnixMilli(now.UnixMilli()).UTC(), Clock: d.Ticker.Next(now),
		Label: e.Label, Merge: e.Merge, Undoes: slices.Clone(e.Undoes), Changes: changes,
	}
	for i := range changes {
		changes[i].salt = d.Salt()
		for _, id := range changes[i].Parents {
			p := s.replaced(&changes[i], id)
			if !p.there {
				return nil, fail(ErrNotFound, "a parent").of(id)
			}
			if p.clock.Compare(c.Clock) >= 0 {
				c.Clock, c.Raised = p.clock.next(), true
			}
		}
	}
	c.seal()
	if r := s.Add(c); len(r.Refused) > 0 {
		return nil, r.Refused[0]
	}
	return c, nil
}

// Receive adds commits of other devices and keeps the clock after theirs, except
// for those whose clocks are wrong: their commits count, their time does not.
func (d *Device) Receive(s *State, commits ...*Commit) Report {
	r := s.Add(commits...)
	worst := map[ID]int{}
	for _, c := range r.Applied {
		ahead, ok := d.Ticker.Observe(c.Clock, d.Now())
		if ok {
			continue
		}
		skew := Skew{Device: c.Device, Clock: c.Clock, Ahead: ahead}
		if i, told := worst[c.Device]; !told {
			worst[c.Device] = len(r.Skewed)
			r.Skewed = append(r.Skewed, skew)
		} else if r.Skewed[i].Ahead < ahead {
			r.Skewed[i] = skew
		}
	}
	return r
}

// prepare returns the changes as they are to be written: sorted, with what is
// shown now as Before and with parents, and without those that change nothing.
func (s *State) prepare(changes []Change) ([]Change, error) {
	changes = slices.Clone(changes)
	slices.SortFunc(changes, Change.compare)
	var out []Change
	for len(changes) > 0 {
		n := 1
		for n < len(changes) && changes[n].Record == changes[0].Record {
			n++
		}
		prepared, err := s.prepareRecord(changes[:n])
		if err != nil {
			return nil, err
		}
		out, changes = append(out, prepared...), changes[n:]
	}
	return out, nil
}

// prepareRecord does it for the changes to one record.
func (s *State) prepareRecord(changes []Change) ([]Change, error) {
	r := s.records[changes[0].Record]
	if r == nil {
		r = &record{ref: changes[0].Record}
	}
	being := changes[0]
	creates := being.Field == (Field{}) && being.After == exists
	forgets := being.After == forget && len(r.being.heads) > 0 // removed or not
	if r.forgotten || !creates && !forgets && !r.lives() {
		return nil, fail(ErrNotFound, "record")
	}
	if creates && being.Parents == nil && !r.lives() {
		return s.anew(r, changes), nil
	}
	out := make([]Change, 0, len(changes))
	for _, c := range changes {
		shown := s.view(r, c.Field)
		c.Before = shown.value
		switch {
		case c.Parents != nil:
			c.Parents = slices.Clone(c.Parents)
		case c.After == c.Before:
			continue
		case c.Field == (Field{}) && c.After != exists:
			c.Parents = r.everything()
		default:
			c.Parents = shown.from
		}
		out = append(out, c)
	}
	return out, nil
}

// anew prepares the changes that make a record. What an earlier record of the
// same ID held is emptied, conflicts included: it is not brought back.
func (s *State) anew(r *record, changes []Change) []Change {
	out := slices.Clone(changes)
	for _, f := range r.sortedFields() {
		blank := Change{Record: r.ref, Field: f}
		_, set := slices.BinarySearchFunc(changes, blank, Change.compare)
		if heads := r.fields[f].heads; !set && (len(heads) > 1 || !heads[0].value.Empty()) {
			out = append(out, blank)
		}
	}
	slices.SortFunc(out, Change.compare)
	for i := range out {
		c := &out[i]
		reg := &r.being
		if c.Field != (Field{}) {
			reg = r.fields[c.Field]
		}
		if reg != nil {
			c.Before, c.Parents = s.view(r, c.Field).value, sortedIDs(reg.commits())
		}
	}
	return out
}

// Forgetting returns the change that forgets a record for ever, on every device
// that gets it: what it held, and every value it ever held. The commits stay,
// with who made them and when. The caller rewrites the commits it keeps with
// Commit.Forget for every record in Report.Forgotten.
func Forgetting(ref Ref) Change { return Change{Record: ref, After: forget} }
