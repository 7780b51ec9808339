package readability

import (
	"cmp"
	"slices"
	"sync"

	"athar/domain/check"
)

// The rules of this package.
const (
	RuleHard         = "reading_hard"          // the text is harder than the target; Args: band, target
	RuleLongSentence = "reading_long_sentence" // Args: words, most; where there are several also long, sentences
)

// maxLongest is how many of the long sentences of a text are marked. Who mends those
// knows how to go on; a text in which every sentence is marked is read by nobody.
const maxLongest = 3

// longCase says how many of the sentences are long, as a colleague would. The strings
// stand in the catalogs.
type longCase string

const (
	longOne     longCase = ""
	longSome    longCase = "some"
	longMost    longCase = "most" // more than half
	longSomeLow longCase = "some_low"
	longMostLow longCase = "most_low" // of a text for people who read little
)

// LongCases lists how the sentences of RuleLongSentence are told apart in the
// catalogs, for findings with a check.Finding.Case.
func LongCases() []string {
	return []string{string(longSome), string(longMost), string(longSomeLow), string(longMostLow)}
}

// Checker says of a draft as a whole whether its sentences are longer, and whether it is
// harder, than the target has. It is a check.DraftChecker, safe for concurrent use, and
// must not be copied.
type Checker struct {
	target Target

	mu    sync.Mutex
	meter Meter
}

// NewChecker returns a Checker for a target.
func NewChecker(target Target) *Checker { return &Checker{target: target} }

// Check implements check.Checker. A paragraph on its own is not judged: that the
// sentences are long is said once of a text.
func (c *Checker) Check(string, string) []check.Finding { return nil }

// CheckDraft implements check.DraftChecker.
func (c *Checker) CheckDraft(draft, lang string) []check.Finding {
	r := c.Report(draft, lang)
	return append(r.Hard(c.target), r.Longest(draft, c.target)...)
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

// Longest returns the longest of the sentences that are longer than the target has, in
// the order of the text that was read. Each says of how many it is one.
func (r Report) Longest(text string, target Target) []check.Finding {
	if len(r.LongSentences) == 0 {
		return nil
	}
	longest := slices.Clone(r.LongSentences)
	slices.SortStableFunc(longest, func(a, b Range) int { return cmp.Compare(b.Words, a.Words) })
	longest = longest[:min(maxLongest, len(longest))]
	slices.SortFunc(longest, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	which := r.longCase(target)
	found, passages := make([]check.Finding, len(longest)), passages(text, longest)
	for i, s := range longest {
		args := map[string]any{"words": s.Words, "most": target.SentenceWords}
		if which != longOne {
			args["long"], args["sentences"] = len(r.LongSentences), r.Sentences
		}
		found[i] = check.Finding{
			Rule: RuleLongSentence, Level: check.Suggestion, Kind: check.Readability, Case: string(which),
			Start: s.Start, End: s.End, Passage: passages[i], Args: args,
		}
	}
	return found
}

func (r Report) longCase(target Target) longCase {
	some, most := longSome, longMost
	if target.Band >= Easy {
		some, most = longSomeLow, longMostLow
	}
	switch long := len(r.LongSentences); {
	case long == 1:
		return longOne
	case 2*long > r.Sentences:
		return most
	}
	return some
}

// passages returns the text of ranges that are in order and do not overlap. It reads the
// text once.
func passages(text string, ranges []Range) []string {
	out := make([]string, 0, len(ranges))
	at, from := 0, 0 // runes read; where the range begins, in bytes
	for i := range text {
		if len(out) == len(ranges) {
			return out
		}
		if at == ranges[len(out)].Start {
			from = i
		}
		if at == ranges[len(out)].End {
			out = append(out, text[from:i])
			if len(out) < len(ranges) && at == ranges[len(out)].Start {
				from = i
			}
		}
		at++
	}
	if len(out) < len(ranges) {
		out = append(out, text[from:])
	}
	return out
}
