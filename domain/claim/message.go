package claim

import (
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/text"
)

// The rules on the claims that a message is linked to. Their findings are on the
// message as a whole: Start and End are 0, and Args has the "claim", its text, and its "id".
const (
	RuleUnsourced = "claim_unsourced" // the evidence does not carry it
	RuleDue       = "claim_due"       // nobody has looked at it since its day of review
)

// Linked is a claim of messages, with where it stands.
type Linked struct {
	Claim    domain.Claim
	Standing Standing
	Answered bool // the messages answer it, as one does a rumour, and do not rest on it
}

// answering is the purpose of a message that says what is true of a rumour.
const answering = "answer"

// Link is a claim as one message uses it.
func Link(m domain.Message, c domain.Claim, evidence []domain.Evidence, today time.Time) Linked {
	return linked(c, evidence, today, m.Purpose == answering)
}

// linked judges a claim. To answer what others said is to correct it.
func linked(c domain.Claim, evidence []domain.Evidence, today time.Time, answered bool) Linked {
	l := Linked{Claim: c, Standing: Judge(c, evidence, today), Answered: answered}
	if answered {
		l.Standing.Gaps = slices.DeleteFunc(l.Standing.Gaps, func(g Gap) bool { return g == NoCorrection })
	}
	return l
}

// Holds reports whether the messages may use the claim as they do: evidence carries it,
// or they answer it and evidence shows that it is false.
func (l Linked) Holds() bool { return l.Standing.Sourced() || l.Answered && l.Standing.Refuted }

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
		args := map[string]any{"claim": l.Claim.Text.In(lang), "id": l.Claim.ID}
		switch {
		case !l.Holds():
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
