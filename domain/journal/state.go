package journal

import (
	"iter"
	"maps"
	"slices"
)

// State is what a set of commits amounts to. It holds for every field the newest
// changes, not the history; adding commits costs by their number, not by the
// size of the state. It belongs to one goroutine, readers included.
type State struct {
	scope   ID
	past    Past
	recent  map[ID]*Commit // applied since the state was made
	tips    map[ID]tip     // by device
	records map[Ref]*record
	torn    map[Ref]struct{} // records that may have conflicts
	waiting waitingRoom
}

// Past gives commits that were applied before the state was loaded. It returns
// nil for a commit it has not, or cannot read: then a merge that would need it
// becomes a conflict, and a commit that builds on it waits. Nothing is guessed.
type Past interface {
	Commit(ID) *Commit
}

// tip is the newest commit of a device.
type tip struct {
	seq     uint64
	hash    Digest
	reading Clock // of the device's own clock, of its newest commit not raised
}

// NewState returns the state of no commits. past may be nil as long as no state
// is loaded that builds on one.
func NewState(scope ID, past Past) *State {
	return &State{
		scope: scope, past: past,
		recent:  map[ID]*Commit{},
		tips:    map[ID]tip{},
		records: map[Ref]*record{},
		torn:    map[Ref]struct{}{},
		waiting: newWaitingRoom(),
	}
}

// Scope returns what the state's commits belong to.
func (s *State) Scope() ID { return s.scope }

// Commit returns an applied commit, nil when there is none of this ID.
func (s *State) Commit(id ID) *Commit {
	if c, ok := s.recent[id]; ok {
		return c
	}
	if s.past != nil {
		return s.past.Commit(id)
	}
	return nil
}

// Recent returns the commits applied since the state was made or loaded, in the
// order of their positions.
func (s *State) Recent() []*Commit { return inOrder(s.recent) }

func inOrder(commits map[ID]*Commit) []*Commit {
	return slices.SortedFunc(maps.Values(commits), func(a, b *Commit) int {
		return a.Position().Compare(b.Position())
	})
}

// Waiting returns the commits that wait for others, in the order of their
// positions. They are no part of the state: who loads it again adds them again.
func (s *State) Waiting() []*Commit { return inOrder(s.waiting.commits) }

// Seen returns the number of the newest applied commit of every device: what
// another device need not send.
func (s *State) Seen() map[ID]uint64 {
	out := make(map[ID]uint64, len(s.tips))
	for device, t := range s.tips {
		out[device] = t.seq
	}
	return out
}

// Record returns what a record shows now; ok is false when there is none. Where
// people contradict each other it shows the later change.
func (s *State) Record(ref Ref) (fields Fields, ok bool) {
	r := s.records[ref]
	if r == nil || !r.lives() {
		return nil, false
	}
	return s.fields(r), true
}

// Changed returns the clock of the newest change to a record that still shows in
// it; the zero Clock when there is none.
func (s *State) Changed(ref Ref) (at Clock) {
	r := s.records[ref]
	if r == nil {
		return at
	}
	newest := func(heads []head) {
		for _, h := range heads {
			if h.at.Clock.Compare(at) > 0 {
				at = h.at.Clock
			}
		}
	}
	newest(r.being.heads)
	for _, field := range r.fields {
		newest(field.heads)
	}
	return at
}

// Forgotten reports whether a record was forgotten for ever.
func (s *State) Forgotten(ref Ref) bool {
	r := s.records[ref]
	return r != nil && r.forgotten
}

// fields returns what the record's fields show, dead or alive.
func (s *State) fields(r *record) Fields {
	shown := make(map[Field]Value, len(r.fields))
	for f := range r.fields {
		shown[f] = s.view(r, f).value
	}
	return assemble(shown)
}

// assemble makes the elements of a set one value and leaves out empty fields.
func assemble(values map[Field]Value) Fields {
	out := Fields{}
	sets := map[string][]string{}
	for f, v := range values {
		switch {
		case v == member:
			sets[f.Path] = append(sets[f.Path], f.Element)
		case !v.Empty():
			out[f.Path] = v
		}
	}
	for path, elements := range sets {
		if _, taken := out[path]; !taken {
			slices.Sort(elements)
			out[path] = sortedSet(elements)
		}
	}
	return out
}

// All returns every record that is there, in the order of references.
func (s *State) All() iter.Seq2[Ref, Fields] {
	return func(yield func(Ref, Fields) bool) {
		for _, ref := range s.Refs() {
			if f, ok := s.Record(ref); ok && !yield(ref, f) {
				return
			}
		}
	}
}

// Records returns every record that is there.
func (s *State) Records() Records { return maps.Collect(s.All()) }

// Refs returns every record the state ever heard of, removed and forgotten ones
// included, in order.
func (s *State) Refs() []Ref { return slices.SortedFunc(maps.Keys(s.records), Ref.Compare) }
