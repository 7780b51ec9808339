package checks

import (
	"slices"

	"athar/domain"
	"athar/domain/proofing"
	"athar/domain/session"
)

// atOnce is how many messages are read in one piece of work beside the window.
const atOnce = 16

// counter counts the findings of all messages, some at a time: whoever opens the
// tab does not wait for it. It belongs to the window's goroutine.
type counter struct {
	deps      Deps
	onCounted func(ids []domain.ID)
	known     map[domain.ID]proofing.Count
	version   map[domain.ID]uint64 // of what was last heard of a message
	stale     []domain.ID          // to be read, in order
	shown     domain.ID            // is read elsewhere, and put here

	team    *proofing.Team
	reader  *proofing.Reader
	running bool
}

func newCounter(d Deps) *counter {
	return &counter{
		deps: d, onCounted: func([]domain.ID) {}, known: map[domain.ID]proofing.Count{}, version: map[domain.ID]uint64{},
	}
}

// show says which message is read elsewhere from now on. The one before is read here
// again: its latest text may not have been.
func (n *counter) show(id domain.ID) {
	before := n.shown
	if n.shown = id; before != domain.NoID && before != id {
		n.expire(before)
	}
}

// put notes what was counted elsewhere.
func (n *counter) put(id domain.ID, count proofing.Count) {
	n.stale = slices.DeleteFunc(n.stale, func(s domain.ID) bool { return s == id })
	n.version[id]++ // what is under way is older
	if was, ok := n.known[id]; !ok || was != count {
		n.known[id] = count
		n.onCounted([]domain.ID{id})
	}
}

// all has every message read anew.
func (n *counter) all() {
	var ids []domain.ID
	for _, m := range n.deps.Session.Campaign().SortedMessages() {
		ids = append(ids, m.ID)
	}
	n.expire(ids...)
}

// changed has the messages read anew that a change concerns.
func (n *counter) changed(e session.Event) {
	c := n.deps.Session.Campaign()
	var ids []domain.ID
	for _, ch := range e.Changes {
		switch ch.Kind {
		case domain.KindHeader, domain.KindSegment:
			n.all()
			return
		case domain.KindMessage:
			if ch.After == nil {
				delete(n.known, ch.ID)
			} else {
				ids = append(ids, ch.ID)
			}
		}
		for _, r := range []domain.Record{ch.Before, ch.After} {
			ids = append(ids, messagesOf(c, r)...)
		}
	}
	n.expire(ids...)
}

// messagesOf returns the messages that a record belongs to.
func messagesOf(c domain.Campaign, r domain.Record) []domain.ID {
	switch r := r.(type) {
	case domain.Media:
		return []domain.ID{r.Message}
	case domain.Alternative:
		return []domain.ID{r.Message}
	case domain.Claim:
		return r.Messages
	case domain.Evidence:
		k, _ := c.Claim(r.Claim)
		return k.Messages
	}
	return nil
}

func (n *counter) expire(ids ...domain.ID) {
	for _, id := range ids {
		if id == n.shown {
			continue
		}
		n.version[id]++
		if !slices.Contains(n.stale, id) {
			n.stale = append(n.stale, id)
		}
	}
	n.run()
}

// run reads some of the messages that wait, and goes on with the rest after that.
func (n *counter) run() {
	team := n.deps.Room.Team()
	if n.running || team == nil || len(n.stale) == 0 {
		return
	}
	if team != n.team {
		n.team, n.reader = team, team.Reader()
	}
	n.running = true
	batch := slices.Clone(n.stale[:min(atOnce, len(n.stale))])
	n.stale = slices.Delete(n.stale, 0, len(batch))
	versions := make([]uint64, len(batch))
	for i, id := range batch {
		versions[i] = n.version[id]
	}
	c, reader, today := n.deps.Session.Campaign(), n.reader, n.deps.Now()
	counts := make([]*proofing.Count, len(batch))
	background(n.deps.Env, func() {
		for i, id := range batch {
			if m, ok := c.Message(id); ok {
				count := reader.Read(c, m, today).Count()
				counts[i] = &count
			}
		}
	}, func() {
		n.running = false
		n.took(batch, versions, counts)
		n.run()
	})
}

// took takes over what was counted, but for messages of which something newer was
// heard.
func (n *counter) took(batch []domain.ID, versions []uint64, counts []*proofing.Count) {
	var told []domain.ID
	for i, id := range batch {
		if counts[i] == nil || n.version[id] != versions[i] {
			continue
		}
		if was, ok := n.known[id]; !ok || was != *counts[i] {
			n.known[id] = *counts[i]
			told = append(told, id)
		}
	}
	if len(told) > 0 {
		n.onCounted(told)
	}
}
