package claim

import (
	"slices"
	"time"

	"athar/domain"
)

// Ledger returns every claim of a campaign with where it stands today, in the order
// in which they are listed.
func Ledger(c domain.Campaign, today time.Time) []Linked {
	evidence := map[domain.ID][]domain.Evidence{}
	for _, e := range c.Evidence {
		evidence[e.Claim] = append(evidence[e.Claim], e)
	}
	all := make([]Linked, 0, len(c.Claims))
	purpose := map[domain.ID]string{}
	for _, m := range c.Messages {
		purpose[m.ID] = m.Purpose
	}
	for _, k := range c.SortedClaims() {
		rests := func(m domain.ID) bool { return purpose[m] != answering }
		answered := len(k.Messages) > 0 && !slices.ContainsFunc(k.Messages, rests)
		all = append(all, linked(k, evidence[k.ID], today, answered))
	}
	return all
}

// Of returns the claims of a ledger that the message rests on.
func Of(message domain.ID, ledger []Linked) []Linked {
	var all []Linked
	for _, l := range ledger {
		if slices.Contains(l.Claim.Messages, message) {
			all = append(all, l)
		}
	}
	return all
}
