package claim

import (
	"strings"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/text"
)

// The rules on the claims that a message is linked to. Their findings are on the
// message as a whole: Start and End are 0, and Args has the "claim", its text.
const (
	RuleUnsourced = "claim_unsourced" // the evidence does not carry it
	RuleDue       = "claim_due"       // nobody has looked at it since its day of review
)

// Linked is a claim that a message rests on, with where it stands.
type Linked struct {
	Claim    domain.Claim
	Standing Standing
}

// ForMessage turns what the Finder found in a message into what its writer is told,
// in the language of the text.
//
// A passage that a linked claim has word for word is settled. When the message is to
// be approved, two things are facts and so errors: it says things and is linked to no
// claim at all, or it rests on a claim without a source. A share without its base is a
// matter of style and stays a suggestion.
func ForMessage(found []check.Finding, linked []Linked, lang string, approving bool) []check.Finding {
	var out []check.Finding
	for _, l := range linked {
		args := map[string]any{"claim": l.Claim.Text.In(lang)}
		switch {
		case !l.Standing.Sourced():
			out = append(out, check.Finding{Rule: RuleUnsourced, Level: levelIf(approving), Kind: check.Claim, Args: args})
		case l.Standing.Due:
			out = append(out, check.Finding{Rule: RuleDue, Level: check.Suggestion, Kind: check.Claim, Args: args})
		}
	}
	for _, f := range found {
		if f.Kind != check.Claim {
			out = append(out, f)
			continue
		}
		if isSettled(f.Passage, linked) {
			continue
		}
		f.Level = levelIf(approving && len(linked) == 0 && f.Rule != RulePercent)
		out = append(out, f)
	}
	check.Sort(out)
	return out
}

func levelIf(fact bool) check.Level {
	if fact {
		return check.Error
	}
	return check.Suggestion
}

// isSettled reports whether one of the claims has the passage.
func isSettled(passage string, linked []Linked) bool {
	folded := text.Fold(passage)
	for _, l := range linked {
		for _, lang := range l.Claim.Text.Languages() {
			if strings.Contains(text.Fold(l.Claim.Text.Of(lang)), folded) {
				return true
			}
		}
	}
	return false
}
