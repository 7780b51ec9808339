package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestMain has every property tried on 10,000 random histories, on 500 with
// -short, and on as many as -rapid.checks says when that is given.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		n := "10000"
		if testing.Short() {
			n = "500"
		}
		if err := flag.Set("rapid.checks", n); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// world is several devices that edit the same few records and exchange commits
// now and then, as an endless list of numbers tells them.
type world struct {
	sites []*site
	wall  int64
	ids   uint64

	all  []*Commit
	knew map[ID]map[ID]bool // by commit: what its author had applied
}

// site is one device with all it knows.
type site struct {
	device Device
	state  *State
	log    []*Commit
	behind int64 // of its wall clock, in milliseconds
}

const testKind Kind = 'M'

var testScope = ID{0xCA}

// id returns IDs that look random, so that nothing hangs on their order.
func (w *world) id() ID {
	w.ids++
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, w.ids))
	return ID(sum[:16])
}

func newWorld(devices int) *world {
	w := &world{wall: 1_700_000_000_000, knew: map[ID]map[ID]bool{}}
	for range devices {
		w.join()
	}
	return w
}

func (w *world) join() *site {
	s := &site{state: NewState(testScope, nil)}
	s.device = Device{
		ID: w.id(), Author: fmt.Sprintf("Person %d", len(w.sites)),
		Now:   func() time.Time { w.wall += 7; return time.UnixMilli(w.wall - s.behind) },
		NewID: w.id,
		Salt:  func() Salt { return Salt(w.id()) },
	}
	w.sites = append(w.sites, s)
	return s
}

// write makes a commit at the site and notes what its author knew.
func (w *world) write(t rapid.TB, s *site, e Edit) *Commit {
	t.Helper()
	knew := map[ID]bool{}
	for _, c := range s.log {
		knew[c.ID] = true
	}
	c, err := s.device.Write(s.state, e)
	if err != nil {
		t.Fatalf("write: %v", err)
	}
	if c != nil {
		w.knew[c.ID] = knew
		w.all = append(w.all, c)
		s.log = append(s.log, c)
	}
	return c
}

// set writes new values of some fields of a record, which it makes if need be.
func (w *world) set(t rapid.TB, s *site, ref Ref, fields Fields) *Commit {
	t.Helper()
	return w.write(t, s, Edit{Label: "edit", Changes: s.changesTo(ref, fields)})
}

func (s *site) changesTo(ref Ref, fields Fields) []Change {
	before, after := Records{}, Records{ref: {}}
	if old, ok := s.state.Record(ref); ok {
		before[ref] = old
		for path, v := range old {
			after[ref][path] = v
		}
	}
	for path, v := range fields {
		after[ref][path] = v
	}
	return Diff(before, after)
}

// remove removes a record.
func (w *world) remove(t rapid.TB, s *site, ref Ref) *Commit {
	t.Helper()
	return w.write(t, s, Edit{Label: "remove", Changes: []Change{{Record: ref}}})
}

// receive gives commits to the site.
func (s *site) receive(commits ...*Commit) Report {
	r := s.device.Receive(s.state, commits...)
	s.log = append(s.log, r.Applied...)
	return r
}

// settle has every device receive everything, each in another order.
func (w *world) settle() {
	for i, s := range w.sites {
		s.receive(shuffled(w.all, uint32(i*7919+1))...)
	}
}

// shuffled returns the commits in another order, the same for the same seed.
func shuffled(commits []*Commit, seed uint32) []*Commit {
	out := slices.Clone(commits)
	for i := len(out) - 1; i > 0; i-- {
		seed = seed*1664525 + 1013904223
		j := int(seed>>8) % (i + 1)
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// dump tells what a state shows, conflicts included.
func dump(s *State) string {
	var b strings.Builder
	for ref, fields := range s.All() {
		fmt.Fprintf(&b, "%x %q\n", ref.ID[:2], fields)
	}
	for _, c := range s.Conflicts() {
		fmt.Fprintf(&b, "conflict %x %v %q\n", c.Record.ID[:2], c.Field, c.Sides)
	}
	return b.String()
}

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
	steps := make([]uint32, rapid.IntRange(1, 50).Draw(t, "steps"))
	for i := range steps {
		x := (seed + uint64(i) + 1) * 0x9E3779B97F4A7C15 // splitmix64
		x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
		x = (x ^ x>>27) * 0x94D049BB133111EB
		steps[i] = uint32(x >> 32)
	}
	return steps
}
