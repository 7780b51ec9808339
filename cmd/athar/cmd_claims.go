package main

import (
	"context"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/claim"
)

// claimJSON is one claim in the answer of `athar claims`.
type claimJSON struct {
	ID          domain.ID    `json:"id"`
	Text        shownText    `json:"text"`
	Type        string       `json:"type"`
	Verdict     string       `json:"verdict"`
	Status      claim.Status `json:"status"`
	Gaps        []claim.Gap  `json:"gaps"`
	Independent int          `json:"independent_sources"`
	Review      *time.Time   `json:"review_by"`
	Due         bool         `json:"due"`
	Messages    []domain.ID  `json:"messages"`
}

// runClaims lists the claims of a campaign with where they stand today. A claim that a
// message rests on without a source, or that is due, is a problem.
func runClaims(in *invocation) error {
	arg, err := in.one("cli.error.need_id")
	if err != nil {
		return err
	}
	id, err := campaignID(arg)
	if err != nil {
		return err
	}
	return in.withStore(func(ctx context.Context, o *opened) error {
		c, err := o.campaign(ctx, id)
		if err != nil {
			return err
		}
		ledger := claim.Ledger(c, time.Now())
		if err := in.printClaims(ledger); err != nil {
			return err
		}
		for _, l := range ledger {
			if len(l.Claim.Messages) > 0 && (!l.Holds() || l.Standing.Due) {
				return errProblems
			}
		}
		return nil
	})
}

func (in *invocation) printClaims(ledger []claim.Linked) error {
	if in.json {
		all := make([]claimJSON, 0, len(ledger))
		for _, l := range ledger {
			all = append(all, claimOf(l))
		}
		return in.printJSON(all)
	}
	if len(ledger) == 0 {
		in.say("cli.claims.none")
	}
	for _, l := range ledger {
		in.say("cli.claims.row", "text", l.Claim.Text.In(in.lang), "status", in.printer.T("claim.status."+string(l.Standing.Status)))
		var gaps []string
		for _, g := range l.Standing.Gaps {
			gaps = append(gaps, in.printer.T("claim.gap."+string(g)))
		}
		if len(gaps) > 0 {
			in.say("cli.claims.gaps", "gaps", strings.Join(gaps, in.printer.T("cli.claims.and")))
		}
		if l.Standing.Due {
			in.say("cli.claims.due", "date", in.printer.Date(l.Standing.Review))
		}
	}
	return nil
}

func claimOf(l claim.Linked) claimJSON {
	j := claimJSON{
		ID: l.Claim.ID, Text: inBoth(l.Claim.Text), Type: l.Claim.Type, Verdict: l.Claim.Verdict,
		Status: l.Standing.Status, Gaps: append([]claim.Gap{}, l.Standing.Gaps...),
		Independent: l.Standing.Independent, Due: l.Standing.Due, Messages: append([]domain.ID{}, l.Claim.Messages...),
	}
	if r := l.Standing.Review; !r.IsZero() {
		j.Review = &r
	}
	return j
}
