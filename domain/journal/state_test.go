package journal

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"time"
)

var testRef = Ref{testKind, ID{1}}

// alter returns a sealed copy of the commit after a change to it.
func alter(c *Commit, f func(*Commit)) *Commit {
	out := *c
	out.Changes = slices.Clone(c.Changes)
	f(&out)
	out.seal()
	return &out
}

func TestACommitThatDoesNotFitIsRefusedAndChangesNothing(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	first := w.set(t, a, testRef, Fields{"title": String("one"), "n": Int(1)})
	second := w.set(t, a, testRef, Fields{"title": String("two")})
	w.set(t, a, testRef, Fields{"n": Int(2)})
	b.receive(first, second)

	next := w.set(t, newWorld(1).join(), testRef, Fields{"title": String("x")}) // shape of a commit
	fork := func(f func(*Commit)) *Commit {
		return alter(next, func(c *Commit) {
			c.ID, c.Device, c.Seq, c.Prev = ID{9}, a.device.ID, 3, second.Hash()
			c.Clock = Clock{Millis: second.Clock.Millis + 50_000}
			f(c)
		})
	}
	for _, c := range []struct {
		name   string
		commit *Commit
		want   Code
	}{
		{"another hash", func() *Commit { c := *second; c.hash[0]++; return &c }(), ErrHash},
		{"another author under the old hash", func() *Commit { c := *second; c.Author = "x"; return &c }(), ErrHash},
		{"another value under the old hash", func() *Commit {
			c := *second
			c.Changes = slices.Clone(c.Changes)
			c.Changes[0].After = String("forged")
			return &c
		}(), ErrHash},
		{"the ID of another commit", alter(second, func(c *Commit) { c.Label = "x" }), ErrReused},
		{"the number of another commit", alter(second, func(c *Commit) { c.ID = ID{8} }), ErrFork},
		{"after another commit than there is", fork(func(c *Commit) { c.Prev = first.Hash() }), ErrChain},
		{"first, with one before", fork(func(c *Commit) { c.Seq = 1 }), ErrChain},
		{"a clock that ran back", fork(func(c *Commit) { c.Clock = first.Clock }), ErrClock},
		{"before what it replaces", fork(func(c *Commit) {
			c.Clock, c.Raised = first.Clock, true
			c.Changes[1].Parents = []ID{second.ID}
		}), ErrClock},
		{"replaces something else", fork(func(c *Commit) {
			c.Changes[1].Field = Field{Path: "core"}
			c.Changes[1].Parents = []ID{second.ID}
		}), ErrParent},
		{"replaces itself", fork(func(c *Commit) { c.Changes[1].Parents = []ID{c.ID} }), ErrParent},
		{"of another scope", fork(func(c *Commit) { c.Scope = ID{7} }), ErrScope},
		{"one field twice", fork(func(c *Commit) { c.Changes[1] = c.Changes[0] }), ErrInvalid},
		{"a member that is a text", fork(func(c *Commit) { c.Changes[1].Field.Element = "e" }), ErrInvalid},
		{"no changes", fork(func(c *Commit) { c.Changes = nil }), ErrInvalid},
		{"a text of megabytes", fork(func(c *Commit) {
			c.Changes[1].After = Text(string(bytes.Repeat([]byte("a"), maxValue+1)))
		}), ErrTooBig},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := b.state.Encode()
			r := b.state.Add(c.commit)
			if len(r.Refused) != 1 || !errors.Is(r.Refused[0], fail(c.want, "")) {
				t.Errorf("report %+v, want one refusal %s", r, c.want)
			}
			if len(r.Applied)+len(r.Touched)+r.Waiting > 0 || !bytes.Equal(before, b.state.Encode()) {
				t.Error("the state changed")
			}
		})
	}
	if r := b.state.Add(fork(func(*Commit) {})); len(r.Applied) != 1 {
		t.Errorf("the cases start from a commit that does not fit: %+v", r)
	}
}

func TestACommitWaitsForWhatItBuildsOn(t *testing.T) {
	w := newWorld(3)
	a, b, c := w.sites[0], w.sites[1], w.sites[2]
	one := w.set(t, a, testRef, Fields{"title": String("one")})
	b.receive(one)
	two := w.set(t, b, testRef, Fields{"title": String("two")})
	three := w.set(t, b, testRef, Fields{"n": Int(1)})

	if r := c.receive(three, two, two); r.Waiting != 2 || len(r.Applied) > 0 || len(r.Touched) > 0 {
		t.Fatalf("without what they build on: %+v", r)
	}
	if _, ok := c.state.Record(testRef); ok {
		t.Error("a waiting commit shows")
	}
	if got := c.state.Waiting(); !slices.Equal(got, []*Commit{two, three}) {
		t.Errorf("waiting are %v", got)
	}
	r := c.receive(one)
	if r.Waiting != 0 || !slices.Equal(r.Applied, []*Commit{one, two, three}) {
		t.Errorf("after it came: %+v", r)
	}
	if !slices.Equal(r.Touched, []Ref{testRef}) {
		t.Errorf("touched %v", r.Touched)
	}
}

func TestADeviceWithAWrongClockIsHeardButNotFollowed(t *testing.T) {
	w := newWorld(2)
	wrong, right := w.sites[0], w.sites[1]
	wrong.behind = -5 * 365 * 24 * 3_600_000
	far := w.set(t, wrong, testRef, Fields{"title": String("far")})
	r := right.receive(far)
	if len(r.Applied) != 1 || len(r.Skewed) != 1 || r.Skewed[0].Device != wrong.device.ID ||
		r.Skewed[0].Ahead < 4*365*24*time.Hour {
		t.Fatalf("report %+v", r)
	}
	other := w.set(t, right, Ref{testKind, ID{2}}, Fields{"title": String("here")})
	if year := other.Clock.Time().Year(); year != 2023 || other.Raised {
		t.Errorf("the next commit is of %d", year)
	}
	on := w.set(t, right, testRef, Fields{"title": String("on top")})
	if on.Clock.Compare(far.Clock) <= 0 || !on.Raised {
		t.Error("a change comes before the one it replaces")
	}
	again := w.set(t, right, Ref{testKind, ID{2}}, Fields{"title": String("here again")})
	if again.Clock.Time().Year() != 2023 {
		t.Error("the wrong clock was adopted after all")
	}
	wrong.receive(w.all...)
	if f, _ := wrong.state.Record(testRef); f["title"] != String("on top") {
		t.Errorf("got %v", f)
	}
}

func TestTheClockGoesOnWhereItWasAfterARestart(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	last := w.set(t, s, testRef, Fields{"n": Int(1)})
	s.device.Ticker = Ticker{}
	s.behind = 10 * 365 * 24 * 3_600_000 // the battery of the clock is empty
	next := w.set(t, s, testRef, Fields{"n": Int(2)})
	if next.Clock.Compare(last.Clock) <= 0 || next.Raised {
		t.Errorf("%v after %v", next.Clock, last.Clock)
	}
}

func TestAnEditThatChangesNothingMakesNoCommit(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	w.set(t, s, testRef, Fields{"title": String("a"), "set": Set("x")})
	if c := w.set(t, s, testRef, Fields{"title": String("a"), "set": Set("x", "x")}); c != nil {
		t.Errorf("made %+v", c.Changes)
	}
}

func TestARemovedRecordTakesNoEdits(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	w.set(t, s, testRef, Fields{"title": String("a")})
	w.remove(t, s, testRef)
	_, err := s.device.Write(s.state, Edit{Changes: []Change{{Record: testRef, Field: Field{Path: "title"}, After: String("b")}}})
	if !errors.Is(err, fail(ErrNotFound, "")) {
		t.Errorf("got %v", err)
	}
}

func TestAnUnknownPastMakesAConflictAndNoGuess(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	first := w.set(t, a, testRef, Fields{"core": Text("one two")})
	b.receive(first)
	w.set(t, a, testRef, Fields{"core": Text("1 two")})
	other := w.set(t, b, testRef, Fields{"core": Text("one 2")})
	held := past{}
	for _, c := range a.log {
		held[c.ID] = c
	}
	load := func() *State {
		s, err := LoadState(held, a.state.EncodeTips(), a.state.EncodeRecord(testRef))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := load()
	s.Add(other)
	if f, _ := s.Record(testRef); f["core"] != Text("1 2") {
		t.Errorf("got %v", f)
	}
	s = load()
	s.Add(other)
	delete(held, first.ID)
	if got := s.Conflicts(); len(got) != 1 {
		t.Errorf("%d conflicts", len(got))
	}
}

func TestALoadedStateTakesEditsWithoutReadingItsPast(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	w.set(t, s, testRef, Fields{"title": String("one"), "set": Set("a", "b")})
	w.set(t, s, testRef, Fields{"title": String("two")})
	loaded, err := LoadState(nil, s.state.EncodeTips(), s.state.EncodeRecord(testRef))
	check(t, err)
	s.state = loaded
	w.set(t, s, testRef, Fields{"title": String("three"), "set": Set("b")})
	if f, _ := loaded.Record(testRef); f["title"] != String("three") || f["set"] != Set("b") {
		t.Errorf("got %v", f)
	}
	if c := w.remove(t, s, testRef); c.Seq != 4 {
		t.Errorf("number %d", c.Seq)
	}
}

type past map[ID]*Commit

func (p past) Commit(id ID) *Commit { return p[id] }
