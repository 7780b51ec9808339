package journal

import (
	"slices"
	"testing"
	"time"
)

func TestUndoTakesBackOnlyWhatTheStepChanged(t *testing.T) {
	start := Fields{"title": String("one"), "core": Text("come on Sunday to the hall"), "n": Int(1), "set": Set("a")}
	for _, c := range []struct {
		name   string
		mine   Fields // the step that is undone
		theirs Fields // what somebody else does, knowing of it
		want   Fields
		why    []Reason
	}{
		{
			"another field was changed",
			Fields{"title": String("two")},
			Fields{"n": Int(2)},
			Fields{"title": String("one"), "n": Int(2)},
			nil,
		},
		{
			"the field was changed again",
			Fields{"title": String("two")},
			Fields{"title": String("three")},
			Fields{"title": String("three")},
			[]Reason{Overwritten},
		},
		{
			"it was set back already",
			Fields{"title": String("two")},
			Fields{"title": String("one")},
			Fields{"title": String("one")},
			[]Reason{Already},
		},
		{
			"other words of the text",
			Fields{"core": Text("come on Monday to the hall")},
			Fields{"core": Text("come on Monday to the old hall")},
			Fields{"core": Text("come on Sunday to the old hall")},
			nil,
		},
		{
			"the same words of the text",
			Fields{"core": Text("come on Monday to the hall")},
			Fields{"core": Text("come on Friday to the hall")},
			Fields{"core": Text("come on Friday to the hall")},
			[]Reason{Overwritten},
		},
		{
			"another element",
			Fields{"set": Set("a", "b")},
			Fields{"set": Set("a", "b", "c")},
			Fields{"set": Set("a", "c")},
			nil,
		},
		{
			"the element was taken out",
			Fields{"set": Set("a", "b")},
			Fields{"set": Set("a")},
			Fields{"set": Set("a")},
			[]Reason{Already},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(2)
			a, b := w.sites[0], w.sites[1]
			w.set(t, a, testRef, start)
			step := w.set(t, a, testRef, c.mine)
			b.receive(w.all...)
			a.receive(w.set(t, b, testRef, c.theirs))
			changes, skipped := a.state.Undo(step)
			w.write(t, a, Edit{Label: "undo", Undoes: []ID{step.ID}, Changes: changes})
			got, _ := a.state.Record(testRef)
			for path, want := range c.want {
				if got[path] != want {
					t.Errorf("%s is %q, want %q", path, got[path], want)
				}
			}
			var why []Reason
			for _, s := range skipped {
				why = append(why, s.Reason)
			}
			if !slices.Equal(why, c.why) {
				t.Errorf("skipped %v, want %v", why, c.why)
			}
			if n := len(a.state.Conflicts()); n > 0 {
				t.Errorf("%d conflicts", n)
			}
		})
	}
}

func TestUndoOfOneSideOfAConflictLeavesTheOther(t *testing.T) {
	for _, field := range []struct {
		path               string
		base, mine, theirs Value
	}{
		{"title", String("one"), String("two"), String("three")},
		{"core", Text("on Sunday"), Text("on Monday"), Text("on Friday")},
	} {
		for _, first := range []int{0, 1} { // whose change is the later one
			w := newWorld(2)
			a, b := w.sites[0], w.sites[1]
			b.receive(w.set(t, a, testRef, Fields{field.path: field.base}))
			var mine *Commit
			for turn := range 2 {
				if turn == first {
					mine = w.set(t, a, testRef, Fields{field.path: field.mine})
				} else {
					w.set(t, b, testRef, Fields{field.path: field.theirs})
				}
			}
			w.settle()
			if len(a.state.Conflicts()) != 1 {
				t.Fatal("no conflict to begin with")
			}
			w.undo(t, a, []*Commit{mine})
			f, _ := a.state.Record(testRef)
			if f[field.path] != field.theirs || len(a.state.Conflicts()) > 0 {
				t.Errorf("%s: got %q and %d conflicts", field.path, f[field.path], len(a.state.Conflicts()))
			}
		}
	}
}

func TestUndoOfMakingARecordSparesTheWorkOfOthers(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	made := w.set(t, a, testRef, Fields{"title": String("one")})
	b.receive(made)
	a.receive(w.set(t, b, testRef, Fields{"n": Int(1)}))
	changes, skipped := a.state.Undo(made)
	if len(changes) > 0 || len(skipped) != 1 || skipped[0].Reason != Overwritten {
		t.Errorf("got %v, %v", changes, skipped)
	}
}

func TestMakingARecordCanBeUndoneAndRedoneOverAndOver(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	step := w.set(t, a, testRef, Fields{"title": String("one"), "set": Set("a")})
	for range 2 {
		step = w.undo(t, a, []*Commit{step})
		if _, there := a.state.Record(testRef); there {
			t.Fatal("undone, the record is there")
		}
		step = w.undo(t, a, []*Commit{step})
		if f, _ := a.state.Record(testRef); f["title"] != String("one") {
			t.Fatalf("done again, the record holds %v", f)
		}
	}
	w.settle()
	w.set(t, b, testRef, Fields{"title": String("two"), "set": Set("a")})
	w.settle()
	if changes, skipped := a.state.Undo(step); len(changes) > 0 || len(skipped) != 1 || skipped[0].Reason != Overwritten {
		t.Errorf("the work of others goes with it: %v, %v", changes, skipped)
	}
}

func TestUndoOfRemovingBringsTheRecordBackAsItWas(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	w.set(t, s, testRef, Fields{"title": String("one"), "set": Set("a")})
	before := s.state.Records()
	w.undo(t, s, []*Commit{w.remove(t, s, testRef)})
	sameRecords(t, "undo", s.state.Records(), before)
}

func TestUndoOfRemovingSettlesWhatOthersChangedMeanwhile(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	b.receive(w.set(t, a, testRef, Fields{"title": String("one")}))
	gone := w.remove(t, a, testRef)
	w.set(t, b, testRef, Fields{"title": String("two")})
	w.settle()
	w.undo(t, a, []*Commit{gone})
	w.settle()
	for _, s := range w.sites {
		if f, _ := s.state.Record(testRef); f["title"] != String("two") || len(s.state.Conflicts()) > 0 {
			t.Errorf("got %v and %d conflicts", f, len(s.state.Conflicts()))
		}
	}
}

func TestUndoOfAChangeToARemovedRecordIsSkipped(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	w.set(t, s, testRef, Fields{"title": String("one")})
	step := w.set(t, s, testRef, Fields{"title": String("two")})
	w.remove(t, s, testRef)
	changes, skipped := s.state.Undo(step)
	if len(changes) > 0 || len(skipped) != 1 || skipped[0].Reason != Gone {
		t.Errorf("got %v, %v", changes, skipped)
	}
}

func TestStepsAreWhatAPersonCanUndoAfterARestart(t *testing.T) {
	w := newWorld(1)
	s := w.sites[0]
	typed := func(merge, title string, pause int64) *Commit {
		w.wall += pause
		changes := s.changesTo(testRef, Fields{"title": String(title)})
		return w.write(t, s, Edit{Label: "type", Merge: merge, Changes: changes})
	}
	steps := func() (undo, redo []Step) { return Steps(slices.Values(s.log), 2*time.Second) }

	typed("title", "a", 0)
	typed("title", "ab", 500)
	typed("title", "abc", 3000)
	typed("other", "x", 100)
	typed("", "y", 100)
	typed("", "z", 100)
	undo, redo := steps()
	var sizes []int
	for _, st := range undo {
		sizes = append(sizes, len(st.Commits))
	}
	if !slices.Equal(sizes, []int{2, 1, 1, 1, 1}) || len(redo) != 0 {
		t.Fatalf("steps of %v commits, %d to redo", sizes, len(redo))
	}

	title := func() string { f, _ := s.state.Record(testRef); return f["title"].Text() }
	shown := []string{title()}
	for range 4 {
		undo, _ = steps()
		w.undo(t, s, undo[len(undo)-1].Commits)
		shown = append(shown, title())
	}
	for range 4 {
		_, redo = steps()
		w.undo(t, s, redo[len(redo)-1].Commits)
		shown = append(shown, title())
	}
	if want := []string{"z", "y", "x", "abc", "ab", "abc", "x", "y", "z"}; !slices.Equal(shown, want) {
		t.Errorf("shown %q, want %q", shown, want)
	}
	undo, _ = steps()
	w.undo(t, s, undo[len(undo)-1].Commits)
	typed("", "new", 100)
	if undo, redo = steps(); len(undo) != 5 || len(redo) != 0 || undo[4].Label != "type" {
		t.Errorf("after a new edit %d to undo and %d to redo", len(undo), len(redo))
	}
}

func TestConfirmingWhatIsShownIsNoStep(t *testing.T) {
	w := newWorld(2)
	a, b := w.sites[0], w.sites[1]
	w.set(t, a, testRef, Fields{"title": String("one")})
	w.set(t, b, testRef, Fields{"title": String("two")})
	w.settle()
	changes, err := a.state.Resolve(testRef, Field{Path: "title"}, String("two"))
	check(t, err)
	if c := w.write(t, a, Edit{Label: "resolve", Changes: changes}); c == nil || len(a.state.Conflicts()) > 0 {
		t.Fatal("not resolved")
	}
	own := slices.DeleteFunc(slices.Clone(w.all), func(c *Commit) bool { return c.Device != a.device.ID })
	if undo, _ := Steps(slices.Values(own), 0); len(undo) != 1 {
		t.Errorf("%d steps", len(undo))
	}
}
