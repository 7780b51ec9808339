package retention

import (
	"slices"
	"time"

	"athar/domain"
)

const (
	// Grace is what a campaign stays at least after a shorter time was chosen.
	Grace = 7 * day

	// MaxStays is how many campaigns are watched. Those beyond it stay until
	// there is room.
	MaxStays = 10_000

	longest = 100 * 365 * day
)

// Watch remembers how long each campaign has been in the trash. It adds up the
// time from one start of the program to the next and never compares two clocks
// that are far apart, so that a wrong one does little harm: when it runs ahead,
// one start counts for a third of the time at most; when it runs behind, for
// nothing.
//
// A lost Watch begins anew: everything stays longer, nothing goes sooner. It
// holds nothing that a person wrote.
type Watch struct {
	Seen  time.Time `json:"seen"` // what the clock said at the last start
	Stays []Stay    `json:"stays,omitempty"`
}

// Stay is how long a campaign has been in the trash, as far as it was counted.
type Stay struct {
	Campaign domain.ID     `json:"campaign"`
	For      time.Duration `json:"for"`
}

// Start takes notice of a start of the program. inTrash are the campaigns that
// are in the trash now; over are those of them whose time is over, in their
// order. They are named again at every start until they are gone.
func (w Watch) Start(now time.Time, inTrash []domain.ID, keep Keep) (next Watch, over []domain.ID) {
	next = Watch{Seen: now}
	gap := w.gap(now, keep)
	known, seen := w.byCampaign(), map[domain.ID]bool{}
	limit, ends := keep.time()
	for _, id := range inTrash {
		if seen[id] || len(next.Stays) == MaxStays {
			continue
		}
		seen[id] = true
		stay, ok := known[id]
		if ok {
			stay = min(stay+gap, longest)
		}
		next.Stays = append(next.Stays, Stay{id, stay})
		if ends && stay >= limit {
			over = append(over, id)
		}
	}
	return next, over
}

// Under returns the watch for another choice: whatever would be over by it at
// once stays for Grace.
func (w Watch) Under(keep Keep) Watch {
	limit, ends := keep.time()
	if !ends {
		return w
	}
	w.Stays = slices.Clone(w.Stays)
	for i := range w.Stays {
		w.Stays[i].For = min(w.Stays[i].For, limit-Grace)
	}
	return w
}

// Remaining returns how many days a campaign stays at least, counted up; 0 says that
// it goes at the next start. ends is false when it stays for ever.
func (w Watch) Remaining(campaign domain.ID, now time.Time, keep Keep) (days int, ends bool) {
	limit, ends := keep.time()
	if !ends {
		return 0, false
	}
	left := limit
	if i := w.index(campaign); i >= 0 {
		left -= w.Stays[i].For + w.gap(now, keep)
	}
	return int((max(left, 0) + day - 1) / day), true
}

// Repaired returns the watch without what no program has written: it is read
// from a file that anybody can change.
func (w Watch) Repaired() Watch {
	all, seen := w.Stays, map[domain.ID]bool{domain.NoID: true}
	w.Stays = nil
	for _, s := range all {
		if seen[s.Campaign] || len(w.Stays) == MaxStays {
			continue
		}
		seen[s.Campaign] = true
		s.For = max(0, min(s.For, longest))
		w.Stays = append(w.Stays, s)
	}
	return w
}

// gap is the time since the last start, as far as it counts.
func (w Watch) gap(now time.Time, keep Keep) time.Duration {
	if w.Seen.IsZero() {
		return 0
	}
	return max(0, min(now.Sub(w.Seen), keep.most()))
}

func (w Watch) index(id domain.ID) int {
	return slices.IndexFunc(w.Stays, func(s Stay) bool { return s.Campaign == id })
}

func (w Watch) byCampaign() map[domain.ID]time.Duration {
	all := make(map[domain.ID]time.Duration, len(w.Stays))
	for _, s := range w.Stays {
		all[s.Campaign] = s.For
	}
	return all
}
