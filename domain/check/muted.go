package check

import (
	"slices"

	"athar/domain/text"
)

// Mute is the wish not to hear of a rule at a passage again. The passage is
// kept as it was written; another spelling of the same words is meant as well.
type Mute struct {
	Rule    string
	Passage string
}

// Muted is what people chose not to see. The zero Muted hides nothing.
type Muted struct {
	Off   []string // rules that are off in this workspace
	Never []Mute   // "never again": in all messages of this workspace
	Here  []Mute   // "not here": in the message at hand
}

// Keep returns the findings that are to be shown. It leaves its argument as it
// is.
func (m Muted) Keep(findings []Finding) []Finding {
	if len(m.Off)+len(m.Never)+len(m.Here) == 0 {
		return findings
	}
	passages := make(map[Mute]bool, len(m.Never)+len(m.Here))
	for _, mute := range slices.Concat(m.Never, m.Here) {
		passages[Mute{mute.Rule, text.Fold(mute.Passage)}] = true
	}
	var out []Finding
	for _, f := range findings {
		if !slices.Contains(m.Off, f.Rule) && !passages[Mute{f.Rule, text.Fold(f.Passage)}] {
			out = append(out, f)
		}
	}
	return out
}
