package journal

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// A person's day is a list of numbers; run does what they say.
func (w *world) run(t rapid.TB, steps []uint32, undo bool) {
	for _, x := range steps {
		s := w.sites[int(x%uint32(len(w.sites)))]
		x /= uint32(len(w.sites))
		ref := Ref{testKind, ID{1, byte(x % 3)}}
		x /= 3
		w.act(t, s, ref, x%16, x/16, undo)
	}
}

func (w *world) act(t rapid.TB, s *site, ref Ref, action, x uint32, undo bool) {
	old, there := s.state.Record(ref)
	if r := s.state.records[ref]; r != nil && r.forgotten {
		action %= 5 // nothing is done to it any more
	}
	switch action {
	case 0:
		w.wall += int64(x%5)*1000 - 2000
		s.behind = int64(x%7) * 3_600_000
	case 1, 2, 3, 4:
		other := w.sites[int(x%uint32(len(w.sites)))]
		s.receive(part(other.log, x)...)
	case 5:
		if there {
			w.remove(t, s, ref)
		}
	case 6:
		if c := ownLast(s); undo && c != nil {
			changes, _ := s.state.Undo(c)
			w.write(t, s, Edit{Label: "undo", Undoes: []ID{c.ID}, Changes: changes})
		}
	case 7:
		if all := s.state.Conflicts(); len(all) > 0 {
			w.resolve(t, s, all[int(x)%len(all)], int(x/8))
		}
	default:
		w.change(t, s, ref, anyField(old, action, x))
	}
}

// resolve settles a conflict in favour of one of its sides.
func (w *world) resolve(t rapid.TB, s *site, c Conflict, side int) {
	changes, err := s.state.Resolve(c.Record, c.Field, c.Sides[side%len(c.Sides)].Value)
	if err != nil {
		t.Fatal(err)
	}
	w.write(t, s, Edit{Label: "resolve", Changes: changes})
}

// change sets a field. A field in conflict is resolved to the new value, so that
// the author replaces all that they know of.
func (w *world) change(t rapid.TB, s *site, ref Ref, fields Fields) {
	for _, c := range s.state.Conflicts() {
		if v, ok := fields[c.Field.Path]; ok && c.Record == ref && c.Field.Path != "" {
			changes, err := s.state.Resolve(ref, c.Field, v)
			if err != nil {
				t.Fatal(err)
			}
			w.write(t, s, Edit{Label: "resolve", Changes: changes})
			return
		}
	}
	w.set(t, s, ref, fields)
}

// titles say three things in eight ways.
var titles = []string{
	"hello", "hello ", "hello\r\n", "\nhello", "caf\u00e9", "cafe\u0301", "مرحبا", "مرحبا\u00a0",
}

func anyField(old Fields, action, x uint32) Fields {
	switch action {
	case 8, 9:
		return Fields{"title": String(titles[x%8])}
	case 10, 11, 12:
		return Fields{"core": Text(rewrite(old["core"].Text(), x))}
	case 13:
		return Fields{"n": Int(int64(x % 3))}
	case 14:
		e := string(rune('a' + x%4))
		elements := old["set"].Elements()
		if i := slices.Index(elements, e); i >= 0 {
			elements = slices.Delete(elements, i, i+1)
		} else {
			elements = append(elements, e)
		}
		return Fields{"set": Set(elements...)}
	}
	return Fields{"order": Order(string(rune('A' + x%20)))}
}

// rewrite puts in, takes out or replaces a word or line.
func rewrite(s string, x uint32) string {
	words := strings.SplitAfter(s, " ")
	i := int(x/4) % len(words)
	fresh := fmt.Sprintf("w%d ", x%97)
	switch x % 4 {
	case 0:
		words = slices.Delete(words, i, i+1)
	case 1:
		words[i] = fresh
	case 2:
		words = slices.Insert(words, i, "\n"+fresh)
	default:
		words = slices.Insert(words, i, fresh)
	}
	return strings.Join(words, "")
}

// part returns some of the commits, some of them twice, in some order.
func part(log []*Commit, x uint32) []*Commit {
	var out []*Commit
	for i, c := range log {
		if bits := x >> (uint(i) % 24); bits&1 == 0 || x%3 == 0 {
			out = append(out, c)
			if bits&2 == 0 {
				out = append(out, c)
			}
		}
	}
	return shuffled(out, x)
}

func ownLast(s *site) *Commit {
	for _, c := range slices.Backward(s.log) {
		if c.Device == s.device.ID {
			return c
		}
	}
	return nil
}

// anyWorld runs a random history on two to five devices.
func anyWorld(t *rapid.T, undo bool) *world {
	w := newWorld(rapid.IntRange(2, 5).Draw(t, "devices"))
	w.run(t, anySteps(t), undo)
	return w
}

// anySteps returns what run is to do. The numbers are spread evenly: rapid itself
// prefers small ones, and everything would happen at one device.
func anySteps(t *rapid.T) []uint32 {
	seed := rapid.Uint64().Draw(t, "seed")
	steps := make([]uint32, rapid.IntRange(1, 40).Draw(t, "steps"))
	for i := range steps {
		x := (seed + uint64(i) + 1) * 0x9E3779B97F4A7C15 // splitmix64
		x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
		x = (x ^ x>>27) * 0x94D049BB133111EB
		steps[i] = uint32(x >> 32)
	}
	return steps
}
