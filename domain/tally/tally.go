// Package tally counts how far a campaign has come: its messages by status, what
// colleagues asked for, and its claims. It judges nothing by itself: what an approval, a
// request or a claim is worth is decided where these are at home.
//
// The counts are not kept with a campaign, for some of them change with the day alone.
package tally

import (
	"slices"
	"time"

	"athar/domain"
	"athar/domain/claim"
)

// Tally is the counts of a campaign on a day.
type Tally struct {
	Messages []Status // in the usual order; statuses that no message has are left out
	Lapsed   int      // messages that changed since they were approved
	Requests int      // changes that were asked for and are still open

	Claims    int
	Unsourced int // of which evidence does not carry what messages say
	Due       int // whose day of review is over
}

// Status is how many messages have a status.
type Status struct {
	Is       domain.MessageStatus
	Messages int
}

// Of counts a campaign as it stands today.
func Of(c domain.Campaign, today time.Time) Tally {
	t := Tally{Messages: byStatus(c.Messages)}
	for _, m := range c.Messages {
		t.Requests += c.OpenRequests(m.ID)
		if c.Lapsed(m) {
			t.Lapsed++
		}
	}
	for _, l := range claim.Ledger(c, today) {
		t.Claims++
		if !l.Holds() {
			t.Unsourced++
		}
		if l.Standing.Due {
			t.Due++
		}
	}
	return t
}

// byStatus counts messages. A status that only a newer Athar knows comes last.
func byStatus(messages []domain.Message) (out []Status) {
	counts := map[domain.MessageStatus]int{}
	order := domain.MessageStatuses()
	for _, m := range messages {
		if counts[m.Status]++; !slices.Contains(order, m.Status) {
			order = append(order, m.Status)
		}
	}
	slices.Sort(order[len(domain.MessageStatuses()):])
	for _, s := range order {
		if counts[s] > 0 {
			out = append(out, Status{s, counts[s]})
		}
	}
	return out
}
