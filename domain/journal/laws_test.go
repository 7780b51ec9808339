package journal

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestDevicesWithTheSameCommitsHoldTheSameState(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := anyWorld(t, true)
		w.settle()
		want, shown := w.sites[0].state.Encode(), dump(w.sites[0].state)
		for _, s := range w.sites[1:] {
			if !bytes.Equal(s.state.Encode(), want) {
				t.Fatalf("states differ:\n%s\n%s", shown, dump(s.state))
			}
			if got := dump(s.state); got != shown {
				t.Fatalf("equal states show different things:\n%s\n%s", shown, got)
			}
		}
		inGroups(t, w, want, shown)
		everyEditIsThere(t, w)
		addingAgainDoesNothing(t, w, want)
		loadedStateIsTheSame(t, w.sites[0], want, shown)
	})
}

// inGroups builds states anew from groups of commits, with some repeated.
func inGroups(t *rapid.T, w *world, want []byte, shown string) {
	size := rapid.IntRange(1, 9).Draw(t, "group")
	all := shuffled(append(slices.Clone(w.all), w.all[:len(w.all)/2]...), uint32(size))
	s := NewState(testScope, nil)
	for group := range slices.Chunk(all, size) {
		if r := s.Add(group...); len(r.Refused) > 0 {
			t.Fatalf("refused: %v", r.Refused[0])
		}
	}
	if len(s.waiting.commits) > 0 || len(s.waiting.by) > 0 {
		t.Fatal("commits wait though everything has come")
	}
	if !bytes.Equal(s.Encode(), want) || dump(s) != shown {
		t.Fatalf("another grouping gives another state:\n%s\n%s", shown, dump(s))
	}
}

// everyEditIsThere checks that each change is shown in history, and is either a
// head or named by a change that replaced it.
func everyEditIsThere(t *rapid.T, w *world) {
	s := w.sites[0].state
	if got := len(s.Recent()); got != len(w.all) {
		t.Fatalf("%d of %d commits are there", got, len(w.all))
	}
	for _, c := range w.all {
		kept := s.Commit(c.ID)
		if kept == nil || !bytes.Equal(kept.Encode(), c.Encode()) {
			t.Fatal("a commit is not what was written")
		}
		for _, ch := range c.Changes {
			reg := &s.records[ch.Record].being
			if ch.Field != (Field{}) {
				reg = s.records[ch.Record].fields[ch.Field]
			}
			head := slices.ContainsFunc(reg.heads, func(h head) bool {
				return h.commit == c.ID && h.value == ch.After
			})
			if !head && !replaced(w, c, ch) {
				t.Fatalf("the change to %v is neither shown nor replaced", ch.Field)
			}
		}
	}
}

func replaced(w *world, c *Commit, ch Change) bool {
	return slices.ContainsFunc(w.all, func(later *Commit) bool {
		l := later.change(ch.Record, ch.Field)
		return l != nil && contains(l.Parents, c.ID)
	})
}

func addingAgainDoesNothing(t *rapid.T, w *world, want []byte) {
	r := w.sites[0].state.Add(w.all...)
	if len(r.Applied)+len(r.Touched)+len(r.Refused)+r.Waiting > 0 || r.Known != len(w.all) {
		t.Fatalf("adding again: %+v", r)
	}
	if !bytes.Equal(w.sites[0].state.Encode(), want) {
		t.Fatal("adding again changed the state")
	}
}

func loadedStateIsTheSame(t *rapid.T, s *site, want []byte, shown string) {
	var parts [][]byte
	for ref := range s.state.records {
		parts = append(parts, s.state.EncodeRecord(ref))
	}
	loaded, err := LoadState(s.state, s.state.EncodeTips(), parts...)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(loaded.Encode(), want) || dump(loaded) != shown {
		t.Fatal("a loaded state is not the one that was kept")
	}
}

func TestThereIsAConflictExactlyWhereEditsDidNotKnowEachOther(t *testing.T) {
	t.Parallel()
	conflicts, removals := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := anyWorld(t, false)
		w.settle()
		s := w.sites[0].state
		got := map[Ref]map[Field]bool{}
		for _, c := range s.Conflicts() {
			if got[c.Record] == nil {
				got[c.Record] = map[Field]bool{}
			}
			got[c.Record][c.Field] = true
			conflicts++
		}
		for ref, r := range s.records {
			dead, disputed := w.oracleBeing(ref)
			if r.lives() == dead {
				t.Fatalf("record %x: there %v, want %v", ref.ID[:2], r.lives(), !dead)
			}
			if disputed != got[ref][Field{}] {
				t.Fatalf("record %x: removal in conflict %v, want %v", ref.ID[:2], !disputed, disputed)
			}
			if disputed {
				removals++
			}
			for f := range r.fields {
				want := !dead && w.oracleConflict(ref, f)
				if f.Path == "core" { // heads may still merge
					if got[ref][f] && !want {
						t.Fatalf("text in conflict without reason")
					}
				} else if got[ref][f] != want {
					t.Fatalf("record %x %v: conflict %v, want %v", ref.ID[:2], f, got[ref][f], want)
				}
			}
		}
	})
	if conflicts == 0 || removals == 0 {
		t.Errorf("histories had %d conflicts and %d removed edits: they prove nothing", conflicts, removals)
	}
}

var anyValue = rapid.OneOf(
	rapid.Just(None), rapid.Map(rapid.String(), Text), rapid.Map(rapid.String(), String),
	rapid.Map(rapid.Int64(), Int), rapid.Map(rapid.Float64(), Float), rapid.Map(rapid.Bool(), Bool),
	rapid.Map(rapid.SliceOf(rapid.StringN(0, 2, -1)), func(e []string) Value { return Set(e...) }),
)

var anyRecords = rapid.Map(
	rapid.MapOfN(rapid.ByteRange(1, 4), rapid.MapOfN(rapid.StringN(1, 1, -1), anyValue, 0, 4), 0, 4),
	func(m map[byte]map[string]Value) Records {
		out := Records{}
		for id, fields := range m {
			out[Ref{testKind, ID{id}}] = fields
		}
		return out
	},
)

func TestWritingADifferenceGivesTheOtherRecords(t *testing.T) {
	rarely(t, func(t *rapid.T) {
		w := newWorld(1)
		s := w.sites[0]
		for range 3 {
			want := anyRecords.Draw(t, "records")
			w.write(t, s, Edit{Label: "edit", Changes: Diff(s.state.Records(), want)})
			got := s.state.Records()
			if d := Diff(got, want); len(d) > 0 || len(got) != len(want) {
				t.Fatalf("%d differences, such as %+v", len(d), d[0])
			}
		}
	})
}

func TestUndoAndRedoInvertWhenNothingCameOnTop(t *testing.T) {
	undone := 0
	rarely(t, func(t *rapid.T) {
		w := anyWorld(t, true)
		s := w.sites[0]
		before := s.state.Records()
		conflicts := len(s.state.Conflicts())
		n := len(w.all)
		for i := range uint32(rapid.IntRange(1, 6).Draw(t, "more")) {
			w.act(t, s, Ref{testKind, ID{1, byte(i % 2)}}, 8+(i*5)%8, i*31, false)
		}
		step := w.all[n:]
		if len(step) == 0 || conflicts > 0 {
			return
		}
		undone++
		after := s.state.Records()
		undo := w.undo(t, s, step)
		sameRecords(t, "undo", s.state.Records(), before)
		for range 2 { // again and again
			if undo == nil {
				return
			}
			redo := w.undo(t, s, []*Commit{undo})
			sameRecords(t, "redo", s.state.Records(), after)
			if undo = w.undo(t, s, []*Commit{redo}); redo != nil {
				sameRecords(t, "undo once more", s.state.Records(), before)
			}
		}
	})
	if undone == 0 {
		t.Error("nothing was undone: the histories prove nothing")
	}
}

func (w *world) undo(t rapid.TB, s *site, step []*Commit) *Commit {
	changes, _ := s.state.Undo(step...)
	return w.write(t, s, Edit{Label: "undo", Undoes: Step{Commits: step}.IDs(), Changes: changes})
}

func sameRecords(t rapid.TB, what string, got, want Records) {
	t.Helper()
	if d := Diff(got, want); len(d) > 0 {
		t.Fatalf("%s leaves %d differences, such as %+v", what, len(d), d[0])
	}
}

func TestForgettingReachesEveryDevice(t *testing.T) {
	forgotten := 0
	rarely(t, func(t *rapid.T) {
		w := anyWorld(t, true)
		ref := Ref{testKind, ID{1, byte(rapid.IntRange(0, 2).Draw(t, "record"))}}
		s := w.sites[rapid.IntRange(0, len(w.sites)-1).Draw(t, "device")]
		if _, there := s.state.Record(ref); !there {
			return
		}
		forgotten++
		w.write(t, s, Edit{Label: "forget", Changes: []Change{Forgetting(ref)}})
		w.run(t, anySteps(t), true)
		w.settle()
		want := w.sites[0].state.Encode()
		for _, s := range w.sites {
			if !bytes.Equal(s.state.Encode(), want) {
				t.Fatal("states differ")
			}
			for _, c := range s.state.Recent() {
				for _, ch := range c.Changes {
					if ch.Record == ref && !ch.Forgotten() && ch.After != forget {
						t.Fatalf("%q of a forgotten record is still there", ch.After)
					}
				}
			}
		}
	})
	if forgotten == 0 {
		t.Error("nothing was forgotten: the histories prove nothing")
	}
}
