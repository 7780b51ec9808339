package journal

import (
	"container/heap"
	"slices"
)

// Flags of a change while common ancestors are looked for.
const (
	ofGroup = 1 << iota // an ancestor of one of the group, or one of them
	ofOther             // an ancestor of the other one, or itself
	stale               // an ancestor of a common ancestor
	common  = ofGroup | ofOther
)

// common returns the newest changes that both the group and the other change
// come from: common ancestors that are no ancestors of one another, in the
// order of their positions. It looks at no older changes than it has to: a
// change comes before those it replaces, so the newest unvisited one is next.
//
// saw is a change that replaced just these, nil when there is none: its Before
// is what they amounted to.
func (b *blend) common(group []ID, other ID) (found []ID, saw *Change, ok bool) {
	w := &walk{nodes: map[ID]*visit{}}
	for _, id := range group {
		if !b.mark(w, id, ofGroup) {
			return nil, nil, false
		}
	}
	if !b.mark(w, other, ofOther) {
		return nil, nil, false
	}
	if found, ok = b.back(w); len(found) > 1 {
		saw = w.replacing(found)
	}
	return found, saw, ok
}

// back walks until every change left to visit is older than what was found.
func (b *blend) back(w *walk) (found []ID, ok bool) {
	for w.fresh > 0 {
		v := heap.Pop(w).(*visit)
		flags := v.flags
		if flags&stale == 0 {
			w.fresh--
			if flags == common {
				found = append(found, v.commit.ID)
				flags |= stale
			}
		}
		for _, p := range v.change.Parents {
			if !b.mark(w, p, flags) {
				return nil, false
			}
		}
	}
	slices.Reverse(found)
	return found, true
}

// mark adds flags to a change and sees to it that it is visited.
func (b *blend) mark(w *walk, id ID, flags int) bool {
	v := w.nodes[id]
	if v == nil {
		c, ch := b.find(id)
		if ch == nil {
			return false
		}
		v = &visit{commit: c, change: ch}
		w.nodes[id] = v
		w.fresh++
		heap.Push(w, v)
	}
	if v.flags&stale == 0 && flags&stale != 0 {
		w.fresh--
	}
	v.flags |= flags
	return true
}

// visit is a change that was found on the walk back.
type visit struct {
	commit *Commit
	change *Change
	flags  int
}

// walk is a heap of the changes to visit, the newest first.
type walk struct {
	nodes map[ID]*visit
	queue []*visit
	fresh int // in the queue and not stale
}

// replacing returns the first of the changes met that replaced just the given
// ones.
func (w *walk) replacing(ids []ID) *Change {
	sorted := sortedIDs(slices.Clone(ids))
	var first *visit
	for _, v := range w.nodes {
		if slices.Equal(v.change.Parents, sorted) &&
			(first == nil || v.commit.Position().Compare(first.commit.Position()) < 0) {
			first = v
		}
	}
	if first == nil {
		return nil
	}
	return first.change
}

func (w *walk) Len() int { return len(w.queue) }

func (w *walk) Less(i, j int) bool {
	return w.queue[i].commit.Position().Compare(w.queue[j].commit.Position()) > 0
}

func (w *walk) Swap(i, j int) { w.queue[i], w.queue[j] = w.queue[j], w.queue[i] }

// Push implements heap.Interface.
func (w *walk) Push(v any) { w.queue = append(w.queue, v.(*visit)) }

// Pop implements heap.Interface.
func (w *walk) Pop() any {
	n := len(w.queue) - 1
	v := w.queue[n]
	w.queue = w.queue[:n]
	return v
}
