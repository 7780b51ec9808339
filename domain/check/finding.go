// Package check is what all checks of a draft have in common: what a finding
// is, who finds, and which findings a person no longer wants to see. A Desk
// keeps what was found in each paragraph, so that a keystroke costs the check
// of one paragraph and not of the draft.
//
// It must not hold a rule, a threshold or a word of any language: those belong
// to the checks. It has no sentences either: a rule in code is explained by the
// catalogs under "check.<rule>", a rule in data by its own reason.
package check

import (
	"cmp"
	"slices"
)

// Level says how a finding is meant. The strings stand in files.
type Level string

// The levels. Only what is a fact is an Error; style is a Suggestion, always.
const (
	Error      Level = "error"      // cannot go out like this: too long, alt text missing, claim without source
	Suggestion Level = "suggestion" // a colleague would mention it; the writer decides
)

// Kind is the kind of check that found something. The strings stand in files.
type Kind string

// The kinds.
const (
	Readability Kind = "readability"
	Wording     Kind = "wording"
	Privacy     Kind = "privacy"
	Claim       Kind = "claim"
	Length      Kind = "length"
	Spelling    Kind = "spelling"
	Media       Kind = "media"
	Action      Kind = "action"
)

// Finding is one remark on a passage of a draft. It is shared, not copied:
// nobody changes its Alternatives or Args.
type Finding struct {
	Rule  string // id of the rule, stable: people's choices name it
	Level Level
	Kind  Kind
	// Start and End are the half-open range of the passage in runes, counted
	// from the start of the text that was checked. They are equal where the
	// remark is on the text as a whole.
	Start, End   int
	Passage      string   // the text of the range
	Alternatives []string // each can take the place of the passage; none if there is none
	// Case says which of its sentences explains the finding, for a rule in code that
	// has several in the catalogs. It is "" for the plain one.
	Case string
	// Args are what the sentence of the rule names, by place: numbers, words.
	// A finding of Privacy has its "severity" here: "high", "medium" or "low".
	Args map[string]any
}

// Key returns the key of the sentence in the catalogs that explains the finding,
// for a rule in code. A rule in data brings its reason along.
func (f Finding) Key() string {
	if f.Case == "" {
		return "check." + f.Rule
	}
	return "check." + f.Rule + "." + f.Case
}

// Checker finds what is to be said of one paragraph. What it finds depends on
// nothing but the paragraph and the language, and it is safe for concurrent
// use. The findings are in the order of Compare, their ranges within the
// paragraph. The language is a code such as "ar"; it is empty where nobody
// knows it.
type Checker interface {
	Check(paragraph, lang string) []Finding
}

// DraftChecker is a Checker that also has to see the draft as a whole: to count
// over all of it, or to know what was said further up. It runs after every
// change, so it must be cheap. Its findings are in the order of Compare and
// none of them is also one of Check.
type DraftChecker interface {
	Checker
	CheckDraft(draft, lang string) []Finding
}

// Compare orders findings as they stand in the text, longer ones first where
// several begin at one place.
func Compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(b.End, a.End),
		cmp.Compare(a.Rule, b.Rule),
	)
}

// Sort brings findings into the order of Compare.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, Compare)
}
