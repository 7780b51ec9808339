package readability

import (
	"sync"

	"athar/domain/check"
	"athar/domain/text/prose"
)

// The rules of this package.
const (
	RuleHard         = "reading_hard"          // the text is harder than the target; Args: band, target
	RuleLongSentence = "reading_long_sentence" // Args: words, most
)

// Checker finds the sentences that are longer than the target has and, of a draft as a
// whole, whether it is harder than the target. It is a check.DraftChecker, safe for
// concurrent use, and must not be copied.
type Checker struct {
	target Target

	mu    sync.Mutex
	meter Meter
}

// NewChecker returns a Checker for a target.
func NewChecker(target Target) *Checker { return &Checker{target: target} }

// Check implements check.Checker.
func (c *Checker) Check(paragraph, lang string) []check.Finding {
	var found []check.Finding
	most := c.target.SentenceWords
	for _, s := range prose.Sentences(paragraph, lang) {
		if most <= 0 || len(s.Words) <= most {
			continue
		}
		found = append(found, check.Finding{
			Rule: RuleLongSentence, Level: check.Suggestion, Kind: check.Readability,
			Start: s.From, End: s.To, Passage: s.In(paragraph),
			Args: map[string]any{"words": len(s.Words), "most": most},
		})
	}
	return found
}

// CheckDraft implements check.DraftChecker.
func (c *Checker) CheckDraft(draft, lang string) []check.Finding {
	return c.Report(draft, lang).Hard(c.target)
}

// Report returns the report on a draft. What was counted for the draft before is used
// again.
func (c *Checker) Report(draft, lang string) Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.meter.Read(draft, lang, c.target)
}

// Hard returns the finding that the text as a whole is harder than the target, if its
// score is more than noise. An estimate for Arabic without vowel marks counts.
func (r Report) Hard(target Target) []check.Finding {
	if r.Words < EnoughWords || r.Band >= target.Band {
		return nil
	}
	return []check.Finding{{
		Rule: RuleHard, Level: check.Suggestion, Kind: check.Readability,
		Args: map[string]any{"band": string(r.Band.Name()), "target": string(target.Band.Name())},
	}}
}
