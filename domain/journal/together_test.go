package journal

import (
	"strings"
	"testing"
)

func TestWhatPeopleDoAtOnceBecomesWhatBothMeant(t *testing.T) {
	start := Fields{
		"title": String("one"), "core": Text("come on Sunday to the hall"),
		"set": Set("a", "b"), "order": Order("V"),
	}
	for _, c := range []struct {
		name      string
		left      Fields
		right     Fields
		field     string
		want      Value
		conflicts int
	}{
		{"the same", Fields{"title": String("two")}, Fields{"title": String("two ")}, "title", String("two "), 0},
		{"different things", Fields{"title": String("two")}, Fields{"title": String("three")}, "title", String("three"), 1},
		{"different fields", Fields{"title": String("two")}, Fields{"order": Order("X")}, "title", String("two"), 0},
		{"elements of a set", Fields{"set": Set("a", "b", "c")}, Fields{"set": Set("b", "d")}, "set", Set("b", "c", "d"), 0},
		{"two places in a list", Fields{"order": Order("C")}, Fields{"order": Order("E")}, "order", Order("E"), 0},
		{
			"words of a text",
			Fields{"core": Text("come on Monday to the hall")},
			Fields{"core": Text("come on Sunday to the old hall")},
			"core", Text("come on Monday to the old hall"), 0,
		},
		{
			"one word of a text",
			Fields{"core": Text("come on Monday to the hall")},
			Fields{"core": Text("come on Friday to the hall")},
			"core", Text("come on Friday to the hall"), 1,
		},
		{"a text taken out and changed", Fields{"core": None}, Fields{"core": Text("come on Sunday")}, "core", Text("come on Sunday"), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(2)
			a, b := w.sites[0], w.sites[1]
			b.receive(w.set(t, a, testRef, start))
			w.set(t, a, testRef, c.left)
			w.set(t, b, testRef, c.right)
			w.settle()
			for _, s := range w.sites {
				f, _ := s.state.Record(testRef)
				if f[c.field] != c.want {
					t.Errorf("got %q, want %q", f[c.field], c.want)
				}
				if got := len(s.state.Conflicts()); got != c.conflicts {
					t.Errorf("%d conflicts, want %d", got, c.conflicts)
				}
			}
		})
	}
}

func TestPuttingIntoASetIsStrongerThanTakingOut(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	b.receive(w.set(t, a, testRef, Fields{"set": Set("x")}))
	w.set(t, b, testRef, Fields{"set": None})
	w.set(t, b, testRef, Fields{"set": Set("x")})
	w.set(t, a, testRef, Fields{"set": None})
	w.settle()
	if f, _ := a.state.Record(testRef); f["set"] != Set("x") || len(a.state.Conflicts()) > 0 {
		t.Errorf("got %v and %d conflicts", f, len(a.state.Conflicts()))
	}
}

func TestTextsGoOnMergingAfterManyExchanges(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	b.receive(w.set(t, a, testRef, Fields{"core": Text("left middle right")}))
	for i := range 40 {
		f, _ := a.state.Record(testRef)
		w.set(t, a, testRef, Fields{"core": Text("l" + string(rune('a'+i%26)) + " " + f["core"].Text())})
		w.set(t, b, testRef, Fields{"core": Text(f["core"].Text() + " r" + string(rune('a'+i%26)))})
		w.settle()
		if got := a.state.Conflicts(); len(got) > 0 {
			t.Fatalf("round %d: %q", i, got[0].Sides)
		}
	}
}

// Two people build on the same two texts, each with a third one that the other
// has not seen: nobody noted what the two texts alone amounted to.
func TestTextsMergeWhenNobodySawTheirAncestorsAlone(t *testing.T) {
	w := newWorld(5)
	say := func(i int, from, to string) *Commit {
		f, _ := w.sites[i].state.Record(testRef)
		return w.set(t, w.sites[i], testRef, Fields{"core": Text(strings.Replace(f["core"].Text(), from, to, 1))})
	}
	start := w.set(t, w.sites[0], testRef, Fields{"core": Text("a b c d e f")})
	for _, s := range w.sites {
		s.receive(start)
	}
	one, two := say(0, "a", "A"), say(1, "b", "B")
	third := say(2, "c", "C")
	say(3, "d", "D")
	w.sites[4].receive(one, two, third)
	w.sites[3].receive(one, two)
	say(4, "B", "BB")
	say(3, "f", "F")
	w.settle()
	for _, s := range w.sites {
		if f, _ := s.state.Record(testRef); f["core"] != Text("A BB C D e F") || len(s.state.Conflicts()) > 0 {
			t.Errorf("got %q and %d conflicts", f["core"], len(s.state.Conflicts()))
		}
	}
}

func TestTextsFarBeyondAnyMessageConflictInsteadOfKeepingThePersonWaiting(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	long := strings.Repeat("word ", maxBlended/8)
	b.receive(w.set(t, a, testRef, Fields{"core": Text(long)}))
	w.set(t, a, testRef, Fields{"core": Text("first " + long)})
	w.set(t, b, testRef, Fields{"core": Text(long + "last")})
	w.settle()
	if n := len(a.state.Conflicts()); n != 1 {
		t.Errorf("%d conflicts", n)
	}
}
