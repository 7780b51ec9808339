package claim

import (
	"slices"
	"strings"

	"athar/domain/check"
	"athar/domain/text"
)

// The rules on an answer to a rumour. What is repeated is remembered, so the fact
// stands first and last, and the myth once, after a warning (Lewandowsky, Cook and
// others, "The Debunking Handbook 2020"). Findings are on the text as a whole.
const (
	RuleRumourMissing  = "claim_rumour_missing"  // Args: part, one of fact, warning and myth
	RuleRumourFirst    = "claim_rumour_first"    // the myth stands before the fact
	RuleRumourRepeated = "claim_rumour_repeated" // the myth stands more than once
	RuleRumourLast     = "claim_rumour_last"     // the myth has the last word
)

// Rumour is an answer to a rumour: its parts as the framework asks for them, and the
// text that goes out.
type Rumour struct {
	Fact, Warning, Myth, FactAgain string
	Text                           string // empty while there is no message yet
}

// Check says where the answer leaves the order fact, warning, myth once, fact. A part
// that the text words differently cannot be found in it; nothing is said of it then.
func (r Rumour) Check() []check.Finding {
	var found []check.Finding
	add := func(rule string, args map[string]any) {
		found = append(found, check.Finding{Rule: rule, Level: check.Suggestion, Kind: check.Claim, Args: args})
	}
	for _, part := range []struct{ name, text string }{{"fact", r.Fact}, {"warning", r.Warning}, {"myth", r.Myth}} {
		if strings.TrimSpace(part.text) == "" {
			add(RuleRumourMissing, map[string]any{"part": part.name})
		}
	}
	written, myth := text.Fold(r.Text), text.Fold(r.Myth)
	if written == "" || myth == "" {
		return found
	}
	first, last := strings.Index(written, myth), strings.LastIndex(written, myth)
	if first < 0 {
		return found
	}
	if first != last {
		add(RuleRumourRepeated, nil)
	}
	facts := places(written, r.Fact, r.FactAgain)
	if before := strings.TrimSpace(written[:first]); before == "" || len(facts) > 0 && facts[0] > first {
		add(RuleRumourFirst, nil)
	}
	if after := strings.TrimSpace(written[last+len(myth):]); strings.Trim(after, " .!?؟،,»\"”") == "" || len(facts) > 1 && facts[len(facts)-1] < last {
		add(RuleRumourLast, nil)
	}
	return found
}

// places returns where the parts begin in a folded text, in order.
func places(written string, parts ...string) []int {
	var at []int
	for _, part := range parts {
		folded := text.Fold(part)
		if folded == "" {
			continue
		}
		for from := 0; ; {
			i := strings.Index(written[from:], folded)
			if i < 0 {
				break
			}
			at = append(at, from+i)
			from += i + len(folded)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}
