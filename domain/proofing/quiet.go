package proofing

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"athar/domain/check"
	"athar/domain/claim"
	"athar/domain/text"
)

// maxQuiet is up to which length, in bytes, the words of a passage stand in its
// name; a journal keeps names of a thousand bytes.
const maxQuiet = 600

// QuietName returns the name of a finding for "not here": what domain.Hush keeps
// with a message. Another spelling of the same words has the same name.
func QuietName(f check.Finding) string {
	folded := strings.Join(strings.Fields(text.Fold(f.Passage)), " ")
	if len(folded) > maxQuiet {
		sum := sha256.Sum256([]byte(folded))
		return f.Rule + " #" + hex.EncodeToString(sum[:16])
	}
	return f.Rule + " " + folded
}

// QuietRule returns the name for not hearing of a rule at a message at all, whatever
// the passage.
func QuietRule(rule string) string { return rule + " " }

// Quieted returns the rule and the passage of a name, folded; the passage is ""
// where the name does not tell it.
func Quieted(name string) (rule, passage string) {
	rule, passage, _ = strings.Cut(name, " ")
	if strings.HasPrefix(passage, "#") && len(passage) == 1+32 {
		passage = ""
	}
	return rule, passage
}

// IsFact reports whether a rule says something that nobody can choose not to hear:
// what keeps a message from going out whatever anybody thinks of it.
func IsFact(rule string) bool {
	return slices.Contains([]string{RuleTooLong, RuleRefused, RuleNoAlt, claim.RuleUnsourced}, rule)
}

// silence is what a workspace does not want to hear, ready to be asked.
type silence struct {
	off   map[string]bool
	never map[check.Mute]bool // passages folded
}

func newSilence(c Choices) silence {
	s := silence{map[string]bool{}, map[check.Mute]bool{}}
	for _, rule := range c.Off {
		s.off[rule] = true
	}
	for _, m := range c.Never {
		s.never[check.Mute{Rule: m.Rule, Passage: text.Fold(m.Passage)}] = true
	}
	return s
}

// hides reports whether a finding is not to be shown, at a message with the names
// of findings that are quiet there.
func (s silence) hides(f check.Finding, quiet []string) bool {
	if IsFact(f.Rule) {
		return false
	}
	return s.off[f.Rule] || len(s.never) > 0 && s.never[check.Mute{Rule: f.Rule, Passage: text.Fold(f.Passage)}] ||
		len(quiet) > 0 && (slices.Contains(quiet, QuietName(f)) || slices.Contains(quiet, QuietRule(f.Rule)))
}
