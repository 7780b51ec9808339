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
	for _, k := range c.SortedClaims() {
		all = append(all, Linked{Claim: k, Standing: Judge(k, evidence[k.ID], today)})
	}
	return all
}

// Of returns the claims of a ledger that the message rests on.
func Of(message domain.ID, ledger []Linked) []Linked {
	var linked []Linked
	for _, l := range ledger {
		if slices.Contains(l.Claim.Messages, message) {
			linked = append(linked, l)
		}
	}
	return linked
}
