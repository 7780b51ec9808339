package proofing

import (
	"slices"

	"athar/domain/check"
	"athar/domain/spelling"
	"athar/domain/text/readability"
	"athar/domain/wording"
)

// once leaves out of the findings of a text what another one says already: two remarks
// on one thing are one too many, whichever checks they come from.
func (t *Team) once(found []check.Finding) []check.Finding {
	var runs, words []check.Finding
	for _, f := range found {
		if f.Kind != check.Wording {
			continue
		}
		words = append(words, f)
		switch t.measure(f) {
		case wording.PunctuationRun, wording.EmojiRun:
			runs = append(runs, f)
		}
	}
	if len(words) == 0 {
		return found
	}
	personal := !t.silence.off[readability.RuleLongSentence]
	return slices.DeleteFunc(slices.Clone(found), func(f check.Finding) bool {
		switch t.measure(f) {
		case wording.SentenceWords: // of everybody; it is told as those need it whom the text is for
			return personal
		case wording.Exclamations, wording.EmojiShare: // the run that has the sign is marked
			return slices.ContainsFunc(runs, func(run check.Finding) bool { return run.Start <= f.Start && f.End <= run.End })
		}
		// A word that is written out with better ones need not be called unknown.
		return f.Rule == spelling.RuleUnknown && slices.ContainsFunc(words, func(w check.Finding) bool {
			return w.Start == f.Start && w.End == f.End
		})
	})
}

// measure returns what the rule of a finding counts or looks at, "" where it is about
// words.
func (t *Team) measure(f check.Finding) wording.Measure {
	if f.Kind != check.Wording {
		return ""
	}
	r, _ := t.words.Rule(f.Rule)
	return r.Measure
}
