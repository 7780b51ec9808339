package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestMain has properties tried on 10,000 random histories, on 500 with -short
// or -race, and on as many as -rapid.checks says when that is given.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		n := "10000"
		if raced || testing.Short() {
			n = "500"
		}
		if err := flag.Set("rapid.checks", n); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// rarely tries a property on a tenth of the histories. The test must not be
// parallel: the number is one for all, and those that are wait until it is over.
func rarely(t *testing.T, property func(*rapid.T)) {
	t.Helper()
	checks := flag.Lookup("rapid.checks").Value
	old := checks.String()
	n, err := strconv.Atoi(old)
	check(t, err)
	check(t, checks.Set(strconv.Itoa(max(n/10, 1))))
	rapid.Check(t, property)
	check(t, checks.Set(old))
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
