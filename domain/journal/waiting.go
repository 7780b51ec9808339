package journal

// waitingRoom keeps commits back until what they build on has come.
type waitingRoom struct {
	commits map[ID]*Commit
	by      map[need][]*Commit
}

// need is what a commit waits for: a commit by its ID, or by its number.
type need struct {
	commit ID
	device ID
	seq    uint64
}

func newWaitingRoom() waitingRoom {
	return waitingRoom{commits: map[ID]*Commit{}, by: map[need][]*Commit{}}
}

// put keeps a commit until the need is met. One that waits already stays where
// it is.
func (w *waitingRoom) put(c *Commit, n need) {
	if _, ok := w.commits[c.ID]; ok {
		return
	}
	w.commits[c.ID] = c
	w.by[n] = append(w.by[n], c)
}

// release returns the commits that waited for this one; they may have to wait
// for something else.
func (w *waitingRoom) release(c *Commit) []*Commit {
	delete(w.commits, c.ID)
	var out []*Commit
	for _, n := range []need{{commit: c.ID}, {device: c.Device, seq: c.Seq}} {
		for _, held := range w.by[n] {
			delete(w.commits, held.ID)
			out = append(out, held)
		}
		delete(w.by, n)
	}
	return out
}
