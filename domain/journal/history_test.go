package journal

import (
	"bytes"
	"slices"
	"testing"
)

func TestAVersionIsWhatTheRecordHeldThen(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	one := w.set(t, a, testRef, Fields{"title": String("one"), "core": Text("left right"), "set": Set("x")})
	b.receive(one)
	w.set(t, a, testRef, Fields{"core": Text("LEFT right")})
	both := w.set(t, b, testRef, Fields{"core": Text("left RIGHT"), "set": Set("x", "y")})
	w.settle()
	gone := w.remove(t, a, testRef)
	all := slices.Values(w.all)

	if f, ok := Version(all, testRef, one.ID); !ok || f["core"] != Text("left right") || f["set"] != Set("x") {
		t.Errorf("first: %v, %v", f, ok)
	}
	f, ok := Version(all, testRef, both.ID)
	if !ok || f["core"] != Text("LEFT RIGHT") || f["set"] != Set("x", "y") || f["title"] != String("one") {
		t.Errorf("of two: %v, %v", f, ok)
	}
	if _, ok := Version(all, testRef, gone.ID); ok {
		t.Error("there after it was removed")
	}
	if _, ok := Version(all, testRef, ID{9}); ok {
		t.Error("a version of no commit")
	}

	w.write(t, a, Edit{Label: "restore", Changes: Diff(a.state.Records(), Records{testRef: f})})
	if got, _ := a.state.Record(testRef); len(Diff(Records{testRef: f}, Records{testRef: got})) > 0 {
		t.Errorf("restored %v", got)
	}
}

func TestEditedAndRemovedAtOnceIsKeptUntilSomebodyDecides(t *testing.T) {
	for _, keep := range []Value{exists, None} {
		w := newWorld(2)
		a, b := w.sites[0], w.sites[1]
		b.receive(w.set(t, a, testRef, Fields{"title": String("one")}))
		w.remove(t, a, testRef)
		w.set(t, b, testRef, Fields{"title": String("two")})
		w.settle()
		all := a.state.Conflicts()
		if len(all) != 1 || all[0].Field != (Field{}) || len(all[0].Sides) != 2 || all[0].Sides[1].Value != exists {
			t.Fatalf("conflicts %+v", all)
		}
		if f, ok := a.state.Record(testRef); !ok || f["title"] != String("two") {
			t.Errorf("the edit is gone: %v", f)
		}
		changes, err := a.state.Resolve(testRef, Field{}, keep)
		check(t, err)
		b.receive(w.write(t, a, Edit{Label: "resolve", Changes: changes}))
		for _, s := range w.sites {
			if _, ok := s.state.Record(testRef); ok != (keep == exists) || len(s.state.Conflicts()) > 0 {
				t.Errorf("decided %v: there %v, %d conflicts", keep == exists, ok, len(s.state.Conflicts()))
			}
		}
	}
}

func TestAConflictStaysUntilACommitNamesBothSides(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	b.receive(w.set(t, a, testRef, Fields{"title": String("one")}))
	w.set(t, a, testRef, Fields{"title": String("two")})
	w.set(t, b, testRef, Fields{"title": String("three")})
	w.settle()
	w.set(t, a, testRef, Fields{"title": String("four")}) // knows of the conflict, does not settle it
	all := a.state.Conflicts()
	if len(all) != 1 || all[0].Sides[0].Value != String("two") || all[0].Sides[1].Value != String("four") {
		t.Fatalf("conflicts %+v", all)
	}
	changes, err := a.state.Resolve(testRef, all[0].Field, String("two"))
	check(t, err)
	w.write(t, a, Edit{Label: "resolve", Changes: changes})
	w.settle()
	if f, _ := b.state.Record(testRef); f["title"] != String("two") || len(b.state.Conflicts()) > 0 {
		t.Errorf("got %v", f)
	}
	if len(b.state.torn) > 0 {
		t.Error("the record is still looked at for conflicts")
	}
	if _, err := a.state.Resolve(testRef, Field{Path: "none"}, None); err == nil {
		t.Error("resolved a field that nobody changed")
	}
}

func TestAForgottenRecordIsGoneOnEveryDevice(t *testing.T) {
	w := newWorld(3)
	a, b, c := w.sites[0], w.sites[1], w.sites[2]
	first := w.set(t, a, testRef, Fields{"title": String("secret name")})
	b.receive(first)
	w.set(t, b, testRef, Fields{"title": String("secret name of b")})
	step := w.set(t, a, testRef, Fields{"n": Int(1)})
	c.receive(w.all...)
	forgotten := w.write(t, a, Edit{Label: "forget", Changes: []Change{Forgetting(testRef)}})
	if forgotten == nil {
		t.Fatal("no commit")
	}
	w.settle()
	later := newWorld(1).sites[0]
	later.receive(a.state.Recent()...)

	want := a.state.Encode()
	for i, s := range []*State{a.state, b.state, c.state, later.state} {
		if !bytes.Equal(s.Encode(), want) {
			t.Errorf("device %d: another state", i)
		}
		if _, ok := s.Record(testRef); ok || len(s.Conflicts()) > 0 {
			t.Errorf("device %d: still there", i)
		}
		for _, c := range s.Recent() {
			if bytes.Contains(c.Encode(), []byte("secret")) {
				t.Errorf("device %d: %s still tells", i, c.Label)
			}
		}
		if len(s.Recent()) != len(w.all) {
			t.Errorf("device %d: %d commits of %d", i, len(s.Recent()), len(w.all))
		}
	}
	if changes, skipped := a.state.Undo(a.state.Commit(step.ID)); len(changes) > 0 || len(skipped) == 0 || skipped[0].Reason != Gone {
		t.Errorf("undo of what was forgotten: %v, %v", changes, skipped)
	}
	if _, err := a.device.Write(a.state, Edit{Changes: []Change{{Record: testRef, After: exists}}}); err == nil {
		t.Error("a forgotten record was made anew")
	}
	for _, c := range a.state.Recent() {
		if !c.touches(testRef) || c.At.IsZero() {
			t.Error("history does not tell that something was there, and when")
		}
	}
}

func TestARemovedRecordCanBeForgotten(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	w.set(t, s, testRef, Fields{"title": String("secret")})
	w.remove(t, s, testRef)
	w.write(t, s, Edit{Label: "forget", Changes: []Change{Forgetting(testRef)}})
	if bytes.Contains(s.state.Encode(), []byte("secret")) {
		t.Error("the state still tells")
	}
	if _, err := s.device.Write(s.state, Edit{Changes: []Change{Forgetting(Ref{testKind, ID{9}})}}); err == nil {
		t.Error("forgot what nobody knows")
	}
}

func TestComposedChangesAreWhatTypingAmountsTo(t *testing.T) {
	title := Field{Path: "title"}
	typed := func(from, to string) []Change {
		return []Change{{Record: testRef, Field: title, Before: String(from), After: String(to)}}
	}
	if got := Compose(typed("", "a"), typed("a", "ab")); len(got) != 1 || got[0].Before != None || got[0].After != String("ab") {
		t.Errorf("got %+v", got)
	}
	if got := Compose(typed("a", "b"), typed("b", "a")); len(got) != 0 {
		t.Errorf("typed and taken back: %+v", got)
	}
	made := Diff(Records{}, Records{testRef: {"title": String("a")}})
	if got := Compose(made, Diff(Records{testRef: {}}, Records{})); len(got) != 0 {
		t.Errorf("made and removed: %+v", got)
	}
}
