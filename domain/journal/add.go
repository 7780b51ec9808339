package journal

import (
	"bytes"
	"maps"
	"slices"
)

// Report tells what became of commits that were added.
type Report struct {
	Applied   []*Commit // in an order in which they can be applied again
	Known     int       // were there already
	Waiting   int       // wait now for a commit that has not come, earlier ones included
	Refused   []*Error  // one for each commit that can never be applied
	Touched   []Ref     // records that may show something else now, sorted
	Forgotten []Ref     // records forgotten for ever: rewrite older commits with Forget
	Skewed    []Skew    // devices with a wrong clock; filled by Device.Receive
}

// Add takes commits in, in any order. What has come already is passed over, what
// builds on commits that are still missing waits for them, and a refused commit
// changes nothing.
func (s *State) Add(commits ...*Commit) Report {
	a := adding{state: s, touched: map[Ref]struct{}{}}
	for _, c := range commits {
		a.add(c)
	}
	a.report.Waiting = len(s.waiting.commits)
	a.report.Touched = slices.SortedFunc(maps.Keys(a.touched), Ref.Compare)
	return a.report
}

// adding is one call of Add under way.
type adding struct {
	state   *State
	report  Report
	touched map[Ref]struct{}
}

// add takes one commit in, and then those that waited for it.
func (a *adding) add(c *Commit) {
	if bad := c.verify(); bad != nil {
		a.refuse(bad)
		return
	}
	queue := []*Commit{c}
	for len(queue) > 0 {
		c, queue = queue[0], queue[1:]
		known, bad := a.admit(c)
		switch {
		case bad != nil:
			a.refuse(bad.of(c.ID))
			continue
		case known:
			a.report.Known++
			continue
		case a.state.hold(c):
			continue
		}
		if bad := a.state.fits(c); bad != nil {
			a.refuse(bad.of(c.ID))
			continue
		}
		a.apply(c)
		queue = append(queue, a.state.waiting.release(c)...)
	}
}

func (a *adding) refuse(bad *Error) { a.report.Refused = append(a.report.Refused, bad) }

// admit reports whether a commit is there already, or why it can never be
// applied, as far as that can be said without what it builds on.
func (a *adding) admit(c *Commit) (known bool, bad *Error) {
	s := a.state
	if c.Scope != s.scope {
		return false, fail(ErrScope, "")
	}
	if there := s.Commit(c.ID); there != nil {
		if there.hash != c.hash {
			return false, fail(ErrReused, "")
		}
		return true, nil
	}
	if held := s.waiting.commits[c.ID]; held != nil && held.hash != c.hash {
		return false, fail(ErrReused, "waiting")
	}
	if c.Seq <= s.tips[c.Device].seq {
		return false, fail(ErrFork, "")
	}
	return false, nil
}

// hold keeps the commit back when something it builds on is missing.
func (s *State) hold(c *Commit) bool {
	if c.Seq > s.tips[c.Device].seq+1 {
		s.waiting.put(c, need{device: c.Device, seq: c.Seq - 1})
		return true
	}
	for i := range c.Changes {
		for _, id := range c.Changes[i].Parents {
			if id != c.ID && !s.replaced(&c.Changes[i], id).there {
				s.waiting.put(c, need{commit: id})
				return true
			}
		}
	}
	return false
}

// parent is what a change says it replaces.
type parent struct {
	there bool // the commit was applied
	fits  bool // and changes the same field
	clock Clock
}

// replaced looks a parent of a change up. Most are heads, which the state knows
// without looking into the past.
func (s *State) replaced(ch *Change, id ID) parent {
	if r := s.records[ch.Record]; r != nil {
		if h := r.head(ch.Field, id); h != nil {
			return parent{there: true, fits: true, clock: h.at.Clock}
		}
	}
	c := s.Commit(id)
	if c == nil {
		return parent{}
	}
	fits := c.change(ch.Record, ch.Field) != nil
	if ch.Field == (Field{}) {
		fits = c.touches(ch.Record) // a removal takes the fields with it
	}
	return parent{there: true, fits: fits, clock: c.Clock}
}

// fits reports why a commit contradicts what it builds on, all of which is there.
func (s *State) fits(c *Commit) *Error {
	t := s.tips[c.Device]
	switch {
	case c.Prev != t.hash:
		return fail(ErrChain, "")
	case !c.Raised && t.reading.Compare(c.Clock) >= 0:
		return fail(ErrClock, "own clock ran back")
	}
	for i := range c.Changes {
		for _, id := range c.Changes[i].Parents {
			p := s.replaced(&c.Changes[i], id)
			switch {
			case !p.fits: // itself, or something else
				return fail(ErrParent, "")
			case p.clock.Compare(c.Clock) >= 0:
				return fail(ErrClock, "not after a parent")
			}
		}
	}
	return nil
}

// apply takes a commit in that fits.
func (a *adding) apply(c *Commit) {
	s := a.state
	for i := range c.Changes {
		ch := &c.Changes[i]
		r := s.records[ch.Record]
		if r == nil {
			r = &record{ref: ch.Record}
			s.records[ch.Record] = r
		}
		was := r.forgotten
		r.add(c, ch)
		if r.forgotten && !was {
			a.forget(ch.Record)
		}
		a.touched[ch.Record] = struct{}{}
	}
	c = s.withoutForgotten(c)
	s.recent[c.ID] = c
	t := tip{seq: c.Seq, hash: c.hash, reading: s.tips[c.Device].reading}
	if !c.Raised {
		t.reading = c.Clock
	}
	s.tips[c.Device] = t
	s.noteTorn(c)
	a.report.Applied = append(a.report.Applied, c)
}

// noteTorn remembers which records of the commit may have conflicts.
func (s *State) noteTorn(c *Commit) {
	for i := range c.Changes {
		ref := c.Changes[i].Record
		if i > 0 && c.Changes[i-1].Record == ref {
			continue
		}
		if r := s.records[ref]; r.split > 0 || r.disputed() {
			s.torn[ref] = struct{}{}
		} else {
			delete(s.torn, ref)
		}
	}
}

// forget removes what recent commits say of a record.
func (a *adding) forget(ref Ref) {
	for id, c := range a.state.recent {
		a.state.recent[id] = c.Forget(ref)
	}
	for i, c := range a.report.Applied {
		a.report.Applied[i] = c.Forget(ref)
	}
	a.report.Forgotten = append(a.report.Forgotten, ref)
}

// withoutForgotten returns the commit without values of records that were
// forgotten before it came.
func (s *State) withoutForgotten(c *Commit) *Commit {
	for i := range c.Changes {
		if ref := c.Changes[i].Record; s.records[ref].forgotten {
			c = c.Forget(ref)
		}
	}
	return c
}

func compareIDs(a, b ID) int { return bytes.Compare(a[:], b[:]) }
