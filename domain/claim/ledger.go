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

// After returns the ledger after a change of the claims that are named, or of their
// evidence, and of nothing else; before is the ledger before it, of the same day. A
// keystroke costs the judging of one claim, not of all.
func After(before []Linked, c domain.Campaign, today time.Time, changed map[domain.ID]bool) []Linked {
	known := make(map[domain.ID]Linked, len(before))
	for _, l := range before {
		known[l.Claim.ID] = l
	}
	some := domain.Campaign{Messages: c.Messages}
	for _, k := range c.Claims {
		if _, ok := known[k.ID]; !ok || changed[k.ID] {
			some.Claims = append(some.Claims, k)
			some.Evidence = append(some.Evidence, c.EvidenceOf(k.ID)...)
		}
	}
	for _, l := range Ledger(some, today) {
		known[l.Claim.ID] = l
	}
	all := make([]Linked, 0, len(c.Claims))
	for _, k := range c.SortedClaims() {
		all = append(all, known[k.ID])
	}
	return all
}
